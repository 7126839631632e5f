-- Answers of the AI that may be audited, and with which probability each was drawn. Written for both H2 2.x and PostgreSQL.
create table audit (
    conversation_key varchar(60)                 not null primary key,
    inquiry_id       uuid                        not null,
    topic            varchar(200),
    topic_class      varchar(50),
    risk             double precision            not null,
    model_version    varchar(200)                not null,
    decided_at       timestamp(6) with time zone not null,
    -- from here on empty until the answer is in the conversation
    answered_at      timestamp(6) with time zone,
    chance           double precision check (chance > 0 and chance <= 1),
    drawn            boolean                     not null default false,
    equal_chance     boolean                     not null default false,
    twice            boolean                     not null default false,
    -- a person has answered since, so that a rating is no longer about the AI
    person_answered  boolean                     not null default false,
    rated_low        boolean                     not null default false,
    requested_at     timestamp(6) with time zone,
    -- nobody is asked any more
    dropped_at       timestamp(6) with time zone
);

create index audit_of_inquiry on audit (inquiry_id);
create index audit_by_answer on audit (answered_at);

create table audit_review (
    conversation_key varchar(60)                 not null references audit (conversation_key),
    round            integer                     not null,
    reviewer         varchar(200)                not null,
    reviewed_at      timestamp(6) with time zone not null,
    is_right         boolean                     not null,
    polite           boolean                     not null,
    complete         boolean                     not null,
    person_needed    boolean                     not null,
    note             varchar(4000),
    corrected        boolean                     not null,
    primary key (conversation_key, round)
);

-- Inquiries that the AI would have answered and that went to people at random, to compare the two on the same kind of cases.
create table held_out (
    inquiry_id       uuid                        not null primary key,
    conversation_key varchar(60)                 not null,
    topic            varchar(200),
    topic_class      varchar(50),
    risk             double precision            not null,
    model_version    varchar(200)                not null,
    decided_at       timestamp(6) with time zone not null
);

create index held_out_by_time on held_out (decided_at);
