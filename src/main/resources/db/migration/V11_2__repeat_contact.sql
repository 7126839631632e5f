-- What an inquiry is about and its latest answer, and which earlier inquiry it repeats. Written for both H2 2.x and PostgreSQL.
alter table inquiry add column matter_topic varchar(200);
alter table inquiry add column matter_said boolean default false not null;
alter table inquiry add column matter_likely varchar(1100);
alter table inquiry add column answered_key varchar(60);
alter table inquiry add column answered_by_ai boolean default false not null;
alter table inquiry add column answered_at timestamp(6) with time zone;

create table repeat_contact (
    inquiry_id    uuid         not null primary key references inquiry (id),
    earlier_id    uuid         not null references inquiry (id),
    earlier_key   varchar(60)  not null,
    earlier_by_ai boolean      not null,
    agent         varchar(200),
    similarity    varchar(20)  not null,
    after_seconds bigint       not null check (after_seconds between 0 and 2592000)
);

create index repeat_contact_of_earlier on repeat_contact (earlier_id);
