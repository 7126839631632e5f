-- What happened to inquiries and quality has not taken in yet.
create table quality_inbox (
    position   bigint generated always as identity primary key,
    event_id   uuid                        not null,
    inquiry_id uuid                        not null,
    type       varchar(100)                not null,
    event      varchar(4000)               not null,
    tries      integer                     not null default 0,
    due_at     timestamp(6) with time zone not null,
    constraint quality_inbox_once unique (event_id)
);

create index quality_inbox_of_inquiry on quality_inbox (inquiry_id, position);

-- Whoever has locked the row takes in.
create table quality_reader (
    id integer not null primary key
);

insert into quality_reader (id) values (1);
