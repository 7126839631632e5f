-- What somebody completed a task with and can still take back, or why it was not sent. A sender has it until free_at.
create table held_answer (
    task_key          bigint                      not null primary key,
    agent             varchar(200)                not null,
    number            varchar(40),
    filled_in         varchar(1000000)            not null,
    customer_messages integer                     not null,
    goes_at           timestamp(6) with time zone not null,
    tries             integer                     not null,
    free_at           timestamp(6) with time zone not null,
    problem           varchar(2000)
);
create index held_answer_by_agent on held_answer (agent);
create index held_answer_by_time on held_answer (free_at);

-- Who has a task on the screen, by their page's own polling.
create table task_presence (
    task_key bigint                      not null,
    agent    varchar(200)                not null,
    seen_at  timestamp(6) with time zone not null,
    primary key (task_key, agent)
);
create index task_presence_by_age on task_presence (seen_at);
