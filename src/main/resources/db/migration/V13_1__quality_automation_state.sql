-- What the AI may answer by itself: everything, and each topic and model. What is not here stands as the settings say.
create table automation_state (
    kind    varchar(10)                 not null,
    subject varchar(200)                not null,
    mode    varchar(10)                 not null,
    share   double precision            not null,
    since   timestamp(6) with time zone not null,
    done_by varchar(200)                not null,
    reason  varchar(1000)               not null,
    primary key (kind, subject)
);

create table automation_change (
    position   bigint generated always as identity primary key,
    event_id   uuid                        not null,
    kind       varchar(10)                 not null,
    subject    varchar(200)                not null,
    from_mode  varchar(10)                 not null,
    from_share double precision            not null,
    to_mode    varchar(10)                 not null,
    to_share   double precision            not null,
    at         timestamp(6) with time zone not null,
    done_by    varchar(200)                not null,
    reason     varchar(1000)               not null,
    constraint automation_change_once unique (event_id)
);

-- What the guardrail has seen, in the order in which it saw it.
create table guardrail_observation (
    position bigint generated always as identity primary key,
    seen_key varchar(200)                not null,
    measure  varchar(20)                 not null,
    topic    varchar(200),
    by_ai    boolean                     not null,
    tolerance double precision           not null,
    amount   double precision            not null,
    at       timestamp(6) with time zone not null,
    constraint guardrail_observation_once unique (measure, seen_key)
);

alter table quality_decision add column objected_at timestamp(6) with time zone;
alter table quality_decision add column repeated_at timestamp(6) with time zone;

alter table quality_decision add column settled_at timestamp(6) with time zone;

create index quality_decision_settled on quality_decision (settled_at);
create index guardrail_observation_by_time on guardrail_observation (measure, at);

-- What can be promised on cases that people have labelled, by model and class of topics.
create table quality_calibration (
    id            uuid                        not null primary key,
    made_at       timestamp(6) with time zone not null,
    model_version varchar(200)                not null,
    topic_class   varchar(50)                 not null,
    cases         integer                     not null,
    confidence    double precision            not null,
    weights       varchar(2000)               not null,
    thresholds    varchar(2000)               not null,
    coverage      double precision            not null,
    before_it     double precision            not null,
    status        varchar(20)                 not null,
    done_by       varchar(200)                not null
);

create index quality_calibration_of_model on quality_calibration (model_version, topic_class, made_at);

-- Whoever has locked the row adds to what the guardrail has seen.
create table guardrail_reader (
    id integer not null primary key
);

insert into guardrail_reader (id) values (1);
