-- Who put whom into the pool, changed what they can do or took them out, for auditors. Written for both H2 2.x and PostgreSQL.
create table pool_change (
    id         uuid                        not null primary key,
    agent      varchar(200)                not null,
    what       varchar(20)                 not null,
    details    varchar(4000)               not null,
    changed_by varchar(200)                not null,
    changed_at timestamp(6) with time zone not null
);
create index pool_change_by_time on pool_change (changed_at);

-- Since when it is known that somebody has a task that they took from the list or were given, for when they give no sign.
create table pool_held (
    task_key bigint                      not null,
    agent    varchar(200)                not null,
    since    timestamp(6) with time zone not null,
    primary key (task_key, agent)
);
