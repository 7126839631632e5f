-- What the assistant would have done and what became of it: one row per conversation key that it tried.
create table quality_decision (
    conversation_key   varchar(60)                 not null primary key,
    inquiry_id         uuid                        not null,
    tried_at           timestamp(6) with time zone not null,
    topic              varchar(200),
    topic_class        varchar(50)                 not null,
    topic_automated    boolean                     not null,
    drafted            boolean                     not null,
    risk               double precision            not null,
    guaranteed_risk    double precision            not null,
    rests_on           varchar(100)                not null,
    figures            varchar(1000),
    model_version      varchar(200)                not null,
    language           varchar(35)                 not null,
    language_supported boolean                     not null,
    distress           boolean                     not null,
    asked_for_person   boolean                     not null,
    several_requests   boolean                     not null,
    repeat_contacts    integer                     not null,
    automation         varchar(20)                 not null,
    answer_chance      double precision            not null,
    decided_at         timestamp(6) with time zone,
    route              varchar(50),
    rule               varchar(500),
    would_answer       boolean                     not null default false,
    answered_at        timestamp(6) with time zone,
    said_at            timestamp(6) with time zone,
    said_topic         varchar(200),
    draft_verdict      varchar(50),
    label_right        boolean,
    label_weight       double precision,
    label_source       varchar(20),
    labelled_at        timestamp(6) with time zone,
    truth              varchar(10)                 not null default 'UNKNOWN',
    truth_source       varchar(50)
);

create index quality_decision_of_inquiry on quality_decision (inquiry_id, tried_at);
create index quality_decision_by_time on quality_decision (tried_at);
create index quality_decision_labelled on quality_decision (model_version, labelled_at);
