-- Somebody asks a person to look at a decision of the allocation, and what that person said.
create table pool_review (
    id          uuid                        not null primary key,
    agent       varchar(200)                not null,
    offer       uuid references pool_offer,
    question    varchar(2000)               not null,
    asked_at    timestamp(6) with time zone not null,
    decision    varchar(20),
    decided_by  varchar(200),
    explanation varchar(2000),
    decided_at  timestamp(6) with time zone
);
create index pool_review_of_agent on pool_review (agent, asked_at);
