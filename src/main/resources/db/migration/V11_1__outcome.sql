-- What is held to be true of each answered stretch of a conversation, and the evidence for it. Written for both H2 2.x and PostgreSQL.
create table outcome (
    conversation_key varchar(60)                 not null primary key,
    inquiry_id       uuid                        not null,
    by_ai            boolean                     not null,
    topic            varchar(200),
    -- empty until the answer is in the conversation
    answered_at      timestamp(6) with time zone,
    -- the conversation key from when the answer was taken to have solved it
    rest_key         varchar(60),
    -- the days in which the customer may come back are over
    settled          boolean                     not null default false,
    truth            varchar(10)                 not null,
    source           varchar(30),
    weight           double precision            not null,
    resolved         boolean,
    revised_at       timestamp(6) with time zone
);

create index outcome_of_inquiry on outcome (inquiry_id, answered_at);
create index outcome_to_settle on outcome (settled, answered_at);

create table outcome_evidence (
    event_id         uuid                        not null primary key,
    inquiry_id       uuid                        not null,
    conversation_key varchar(60)                 not null,
    source           varchar(30)                 not null,
    about            varchar(60)                 not null,
    says             varchar(10)                 not null,
    weight           double precision            not null,
    happened_at      timestamp(6) with time zone not null
);

create index outcome_evidence_of_answer on outcome_evidence (conversation_key);

create table outcome_revision (
    event_id         uuid                        not null primary key,
    conversation_key varchar(60)                 not null,
    truth            varchar(10)                 not null,
    source           varchar(30)                 not null,
    revised_at       timestamp(6) with time zone not null
);

create index outcome_revision_of_answer on outcome_revision (conversation_key);
