-- A lead asks whoever has a skill and is away to become available. One row a skill; what is over stays until the skill is called for again.
create table pool_skill_call (
    skill       varchar(100)                not null primary key,
    called_by   varchar(200)                not null,
    called_at   timestamp(6) with time zone not null,
    ends_at     timestamp(6) with time zone not null
);
