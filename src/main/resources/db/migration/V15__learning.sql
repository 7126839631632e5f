-- What handled inquiries teach: what customers asked, without personal data, and what it was about.
create table learned_example (
    id               uuid                        not null primary key,
    text_hash        varchar(64)                 not null,
    text             varchar(4000)               not null,
    topic            varchar(200)                not null,
    is_topic         boolean                     not null,
    origin           varchar(20)                 not null,
    inquiry_id       uuid                        not null,
    inquiry_number   varchar(40)                 not null,
    conversation_key varchar(60)                 not null,
    said_at          timestamp(6) with time zone not null,
    chance           double precision            not null,
    held_out         boolean                     not null,
    removed_by       varchar(200),
    constraint learned_example_once unique (text_hash)
);

create index learned_example_of_inquiry on learned_example (inquiry_id);
create index learned_example_by_time on learned_example (said_at);

-- Every change of the model that answers; the last one counts.
create table model_change (
    position     bigint generated always as identity primary key,
    kind         varchar(20)                 not null,
    from_version varchar(200),
    to_version   varchar(200)                not null,
    ground       varchar(200)                not null,
    changed_by   varchar(200)                not null,
    reason       varchar(2000)               not null,
    figures      varchar(4000)               not null,
    changed_at   timestamp(6) with time zone not null
);

-- A model put to the cases that none has learned, beside the one in use.
create table model_contest (
    challenger varchar(200)                not null,
    champion   varchar(200)                not null,
    held_at    timestamp(6) with time zone not null,
    figures    varchar(4000)               not null,
    primary key (challenger, champion)
);
