-- What the embedded engine keeps, the same on H2 and PostgreSQL. Columns are what is searched, sorted and loaded by; detail is JSON for
-- what only the engine reads. Times are milliseconds since 1970. Active and finished things are in the same tables.

create table meta (
    id bigint primary key,
    next_key bigint not null,
    clock_offset bigint not null,
    change_id bigint not null,
    group_number bigint not null
);

create table definition (
    id bigint primary key,
    kind varchar(20) not null,
    definition_id varchar not null,
    name varchar not null,
    version integer not null,
    version_tag varchar,
    resource_name varchar not null,
    resource varchar,
    checksum varchar not null,
    deployment bigint not null,
    requirements bigint,
    deployed_at bigint not null,
    deleted_at bigint
);

-- the process instance itself is an element instance without a scope
create table process_instance (
    id bigint primary key,
    definition bigint not null,
    parent_instance bigint,
    parent_element bigint,
    started_at bigint not null,
    ended_at bigint,
    state varchar(12) not null,
    incident bigint,
    detail varchar
);
create index process_instance_by_definition on process_instance (definition, started_at);
create index process_instance_by_start on process_instance (started_at);
create index process_instance_by_end on process_instance (ended_at);
create index process_instance_by_parent on process_instance (parent_instance);

create table element_instance (
    id bigint primary key,
    element_id varchar not null,
    type varchar(40) not null,
    scope bigint not null,
    process_instance bigint not null,
    definition bigint not null,
    loop_counter integer not null,
    started_at bigint not null,
    ended_at bigint,
    state varchar(12) not null,
    incident bigint,
    child bigint,
    detail varchar
);
create index element_instance_by_instance on element_instance (process_instance);
create index element_instance_by_element on element_instance (element_id, ended_at);

create table variable (
    id bigint primary key,
    scope bigint not null,
    process_instance bigint not null,
    name varchar not null,
    hash integer not null, -- of name and content: searches for a value look it up
    content varchar not null
);
create index variable_by_instance on variable (process_instance);
create index variable_by_hash on variable (hash);

create table job (
    id bigint primary key,
    type varchar not null,
    element bigint not null,
    process_instance bigint not null,
    state varchar(16) not null,
    retries integer not null,
    worker varchar not null,
    deadline bigint,
    error_code varchar,
    error_message varchar,
    created_at bigint not null,
    ended_at bigint,
    detail varchar
);
create index job_by_instance on job (process_instance);
create index job_by_end on job (ended_at, type);

create table user_task (
    id bigint primary key,
    element bigint not null,
    process_instance bigint not null,
    state varchar(12) not null,
    assignee varchar,
    candidate_groups varchar not null, -- JSON lists of texts
    candidate_users varchar not null,
    due_date varchar,
    due_at bigint,
    follow_up_date varchar,
    follow_up_at bigint,
    priority integer not null,
    form bigint,
    external_form varchar,
    created_at bigint not null,
    ended_at bigint,
    detail varchar
);
create index user_task_by_instance on user_task (process_instance);
create index user_task_by_end on user_task (ended_at, assignee);

create table assignment (
    id bigint primary key,
    user_task bigint not null,
    process_instance bigint not null,
    assignee varchar,
    assigned_at bigint not null
);
create index assignment_by_instance on assignment (process_instance);

create table incident (
    id bigint primary key,
    type varchar(40) not null,
    message varchar not null,
    element bigint not null,
    process_instance bigint not null,
    job bigint,
    phase varchar(12) not null,
    created_at bigint not null,
    resolved_at bigint
);
create index incident_by_instance on incident (process_instance);
create index incident_by_end on incident (resolved_at);

create table subscription (
    id bigint primary key,
    kind varchar(8) not null,
    element bigint not null,
    process_instance bigint not null,
    definition bigint not null,
    element_id varchar not null,
    name varchar not null,
    correlation_key varchar not null,
    state varchar(12) not null,
    updated_at bigint not null
);
create index subscription_by_instance on subscription (process_instance);
create index subscription_by_name on subscription (name, correlation_key);

create table correlation (
    id bigint primary key,
    message bigint not null,
    subscription bigint,
    element bigint not null,
    process_instance bigint not null,
    definition bigint not null,
    element_id varchar not null,
    name varchar not null,
    correlation_key varchar not null,
    correlated_at bigint not null
);
create index correlation_by_instance on correlation (process_instance);

create table message (
    id bigint primary key,
    name varchar not null,
    correlation_key varchar not null,
    message_id varchar not null,
    published_at bigint not null,
    deadline bigint not null,
    expired_at bigint,
    detail varchar
);
create index message_by_end on message (expired_at);

create table timer (
    id bigint primary key,
    element bigint,
    definition bigint not null,
    element_id varchar not null,
    due bigint not null,
    cycle varchar,
    repetitions integer not null
);

create table decision_instance (
    id bigint primary key,
    evaluation bigint not null,
    evaluation_index integer not null,
    root bigint not null,
    definition bigint not null,
    type varchar(20) not null,
    element bigint,
    process_instance bigint,
    failure varchar,
    result varchar not null,
    evaluated_at bigint not null,
    detail varchar
);
create index decision_instance_by_instance on decision_instance (process_instance);
create index decision_instance_by_time on decision_instance (evaluated_at);
