-- What agents can do and want, as leads note it.
create table pool_agent (
    agent      varchar(200)                not null primary key,
    level      varchar(20)                 not null,
    cap        integer                     not null,
    zone       varchar(60)                 not null,
    changed_by varchar(200)                not null,
    changed_at timestamp(6) with time zone not null
);

create table pool_skill (
    agent varchar(200) not null references pool_agent,
    skill varchar(100) not null,
    primary key (agent, skill)
);

-- One state per person, whatever they use; what is idle is counted while they are available, from the last offer on.
create table pool_presence (
    agent        varchar(200)                not null primary key,
    available    boolean                     not null,
    idle_seconds bigint                      not null,
    counted_at   timestamp(6) with time zone not null,
    seen_at      timestamp(6) with time zone not null,
    revision     bigint                      not null
);

create table pool_presence_change (
    id        uuid                        not null primary key,
    agent     varchar(200)                not null,
    available boolean                     not null,
    at        timestamp(6) with time zone not null
);
create index pool_presence_change_by_time on pool_presence_change (at);

-- Times as the clock on the agent's wall shows them.
create table pool_slot (
    id           uuid                        not null primary key,
    agent        varchar(200)                not null,
    starts       timestamp(6)                not null,
    ends         timestamp(6)                not null,
    zone         varchar(60)                 not null,
    weekly_until date,
    announced_at timestamp(6) with time zone not null,
    revoked_at   timestamp(6) with time zone
);
create index pool_slot_of_agent on pool_slot (agent, starts);
