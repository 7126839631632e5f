-- What somebody has typed for a task and not yet completed.
create table task_draft (
    task_key bigint                   not null,
    agent    varchar(200)             not null,
    revision integer                  not null,
    content  varchar(1000000)         not null,
    saved_at timestamp with time zone not null,
    primary key (task_key, agent)
);
create index task_draft_by_age on task_draft (saved_at);
