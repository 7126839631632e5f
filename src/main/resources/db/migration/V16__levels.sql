-- By which way a customer came; not known of inquiries from before.
alter table inquiry add column channel varchar(20);

-- What was promised and when: absolute moments, which neither a restart nor a new version of a process moves.
create table deadline (
    id               uuid                        not null primary key,
    inquiry_id       uuid                        not null,
    conversation_key varchar(80)                 not null,
    kind             varchar(30)                 not null,
    warn_at          timestamp(6) with time zone,
    due_at           timestamp(6) with time zone not null,
    stopped_at       timestamp(6) with time zone,
    stop_reason      varchar(60),
    resumed_at       timestamp(6) with time zone,
    constraint deadline_once unique (conversation_key, kind, due_at)
);
create index deadline_of_inquiry on deadline (inquiry_id);
create index deadline_running on deadline (due_at, stopped_at);

-- When it was due, and when nobody had to decide any more what happens.
alter table escalation add column due_at timestamp(6) with time zone;
alter table escalation add column over_at timestamp(6) with time zone;

-- What leads did with the tasks of others.
create table steering_record (
    id         uuid                        not null primary key,
    task_key   bigint                      not null,
    lead       varchar(200)                not null,
    what       varchar(40)                 not null,
    new_value  varchar(200)                not null,
    steered_at timestamp(6) with time zone not null
);
create index steering_record_of_task on steering_record (task_key);
