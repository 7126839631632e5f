-- Offers as they were made, with all that they were decided by; nothing here ever changes.
create table pool_offer (
    id          uuid                        not null primary key,
    task_key    bigint                      not null,
    agent       varchar(200)                not null,
    about       varchar(500)                not null,
    made_at     timestamp(6) with time zone not null,
    expires_at  timestamp(6) with time zone not null,
    minor_units bigint,
    currency    varchar(3),
    card        varchar(200),
    price_row   varchar(1000),
    why         varchar(1000)               not null,
    decision    varchar(1000000)            not null
);
create index pool_offer_of_task on pool_offer (task_key, made_at);
create index pool_offer_of_agent on pool_offer (agent, made_at);
create index pool_offer_by_time on pool_offer (made_at);

-- What became of an offer (stage 1) and of the work that was accepted with it (stage 2), each once.
create table pool_offer_step (
    offer   uuid                        not null references pool_offer,
    stage   integer                     not null,
    state   varchar(20)                 not null,
    agent   varchar(200)                not null,
    at      timestamp(6) with time zone not null,
    reason  varchar(1000),
    primary key (offer, stage)
);
create index pool_offer_step_by_time on pool_offer_step (at);

-- What is open now: offers without an answer and work that was accepted and is not done. One for each task.
create table pool_open (
    task_key bigint                      not null primary key,
    offer    uuid                        not null references pool_offer,
    agent    varchar(200)                not null,
    accepted boolean                     not null,
    since    timestamp(6) with time zone not null
);
create index pool_open_of_agent on pool_open (agent);
