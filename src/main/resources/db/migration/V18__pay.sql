-- Rate cards as they were when they counted, so that what was paid can be checked. Written for both H2 2.x and PostgreSQL.
create table pay_rate_card (
    id      varchar(40)                 not null primary key,
    content varchar(100000)             not null,
    kept_at timestamp(6) with time zone not null
);

-- Work that is paid: noted when it is done, looked at when it is due, and done with when that is empty.
create table pay_work (
    work_key         varchar(120)                not null primary key,
    kind             varchar(20)                 not null,
    inquiry_id       uuid                        not null,
    conversation_key varchar(60)                 not null,
    agent            varchar(200),
    done_at          timestamp(6) with time zone not null,
    due_at           timestamp(6) with time zone,
    tries            integer                     not null,
    earned           boolean                     not null,
    standing         varchar(20)
);

create index pay_work_by_due on pay_work (due_at);
create index pay_work_of_inquiry on pay_work (inquiry_id);
create index pay_work_of_agent on pay_work (agent, done_at);

-- Prices that were promised with offers that somebody accepted and has not given back.
create table pay_promise (
    offer          uuid                        not null primary key,
    inquiry_number varchar(40)                 not null,
    agent          varchar(200)                not null,
    minor_units    bigint                      not null,
    currency       varchar(3)                  not null,
    card           varchar(200)                not null,
    price_row      varchar(1000)               not null,
    at             timestamp(6) with time zone not null
);

create index pay_promise_of_case on pay_promise (inquiry_number, agent);

-- What customers did after an answer by a person, by which is judged whether it stands.
create table pay_sign (
    event_id   uuid                        not null primary key,
    inquiry_id uuid                        not null,
    about_key  varchar(60),
    kind       varchar(20)                 not null,
    score      integer                     not null,
    at         timestamp(6) with time zone not null
);

create index pay_sign_of_inquiry on pay_sign (inquiry_id);
create index pay_sign_about on pay_sign (about_key);

-- The ledger: entries are added, never changed and never taken away. What was wrong is put right by a further entry.
create table pay_entry (
    id             uuid                        not null primary key,
    entry_key      varchar(200)                not null unique,
    type           varchar(20)                 not null,
    agent          varchar(200)                not null,
    inquiry_id     uuid,
    inquiry_number varchar(40),
    minor_units    bigint                      not null,
    currency       varchar(3)                  not null,
    card           varchar(200)                not null,
    price_row      varchar(1000)               not null,
    at             timestamp(6) with time zone not null,
    booked_at      timestamp(6) with time zone not null,
    corrects       uuid references pay_entry (id),
    reason         varchar(1000)               not null,
    booked_by      varchar(200)                not null,
    check (type = 'CORRECTION' or minor_units >= 0)
);

create index pay_entry_of_agent on pay_entry (agent, at);
create index pay_entry_by_time on pay_entry (at);
