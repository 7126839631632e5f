-- What somebody has typed for a task in one window and not gone on with in another, under the name of the window.
create table task_draft_aside (
    task_key    bigint                   not null,
    agent       varchar(200)             not null,
    window_name varchar(40)              not null,
    content     varchar(1000000)         not null,
    saved_at    timestamp with time zone not null,
    primary key (task_key, agent, window_name)
);
create index task_draft_aside_by_age on task_draft_aside (saved_at);
