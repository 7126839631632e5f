-- What happened, as quality heard it: each row of case_figures can be made again from it.
create table case_event (
    event_id   uuid                        not null primary key,
    inquiry_id uuid                        not null,
    happened_at timestamp(6) with time zone not null,
    type       varchar(100)                not null,
    event      varchar(4000)               not null
);

create index case_event_of_inquiry on case_event (inquiry_id);

-- Those of them that case_figures does not show yet.
create table case_event_uncounted (
    event_id   uuid not null primary key,
    inquiry_id uuid not null
);

create index case_event_uncounted_of_inquiry on case_event_uncounted (inquiry_id);

-- One row per inquiry. Times are in seconds, costs in hundredths of the currency's unit.
create table case_figures (
    inquiry_id          uuid                        not null primary key,
    number              varchar(40)                 not null,
    received_at         timestamp(6) with time zone not null,
    received_on         date                        not null,
    topic               varchar(200)                not null,
    topic_class         varchar(50),
    route               varchar(50),
    rule                varchar(500),
    risk                double precision,
    model_version       varchar(200),
    answered_by         varchar(10)                 not null,
    held_out            boolean                     not null,
    automated           boolean                     not null,
    first_response      bigint,
    resolved_at         timestamp(6) with time zone,
    resolution          bigint,
    settled             boolean                     not null,
    settles_at          timestamp(6) with time zone,
    reopened            boolean                     not null,
    repeat_contact      boolean                     not null,
    came_back           boolean                     not null,
    asked               boolean                     not null,
    csat                integer,
    person_requested_at timestamp(6) with time zone,
    person_answered_at  timestamp(6) with time zone,
    person_wait         bigint,
    reason              varchar(600),
    agent               varchar(200),
    handling            bigint                      not null,
    label               varchar(10)                 not null,
    audited_wrong       boolean,
    audit_drawn         double precision,
    ai_cost             numeric(12, 3)              not null,
    human_cost          numeric(12, 3)              not null
);

create index case_figures_by_time on case_figures (received_at desc, inquiry_id desc);
create index case_figures_by_day on case_figures (received_on);
create index case_figures_by_topic on case_figures (topic, received_at desc, inquiry_id desc);
create index case_figures_by_reason on case_figures (reason, received_at desc, inquiry_id desc);
create index case_figures_by_csat on case_figures (csat, received_at desc, inquiry_id desc);
create index case_figures_by_label on case_figures (label, received_at desc, inquiry_id desc);
create index case_figures_by_repeat on case_figures (repeat_contact, received_at desc, inquiry_id desc);
create index case_figures_by_reopening on case_figures (reopened, received_at desc, inquiry_id desc);
create index case_figures_by_return on case_figures (came_back, received_at desc, inquiry_id desc);
create index case_figures_by_hold_out on case_figures (held_out, received_at desc, inquiry_id desc);
create index case_figures_by_audit on case_figures (audited_wrong, received_at desc, inquiry_id desc);
create index case_figures_to_settle on case_figures (settles_at);

-- Whoever has locked the row counts; from then on older inquiries were counted up to that one.
create table case_counter (
    id             integer not null primary key,
    counts         bigint  not null,
    older_than     timestamp(6) with time zone,
    older_counted  uuid,
    older_done     boolean not null
);

insert into case_counter (id, counts, older_done) values (1, 0, false);

-- Days whose sums are to be made again.
create table case_day_stale (
    received_on date not null primary key
);

-- Sums of a day, of a topic or of all ('*'). Costs are those of settled cases.
create table case_day (
    received_on   date           not null,
    topic         varchar(200)   not null,
    answered_by   varchar(10)    not null,
    held_out      boolean        not null,
    cases         bigint         not null,
    automated     bigint         not null,
    settled       bigint         not null,
    resolved      bigint         not null,
    came_back     bigint         not null,
    reopened      bigint         not null,
    repeated      bigint         not null,
    asked         bigint         not null,
    rated         bigint         not null,
    satisfied     bigint         not null,
    unsatisfied   bigint         not null,
    requested     bigint         not null,
    reached       bigint         not null,
    labelled_right bigint        not null,
    labelled_wrong bigint        not null,
    audited       bigint         not null,
    audited_wrong bigint         not null,
    csat_sum      bigint         not null,
    ai_cost       numeric(16, 3) not null,
    human_cost    numeric(16, 3) not null,
    audit_weights       double precision not null,
    audit_squares       double precision not null,
    audit_wrong_weights double precision not null,
    audit_wrong_squares double precision not null,
    primary key (topic, received_on, answered_by, held_out)
);

create index case_day_by_day on case_day (received_on);

-- How long things took, as histograms (HdrHistogram, compressed, in Base64).
create table case_day_times (
    received_on    date           not null,
    topic          varchar(200)   not null,
    answered_by    varchar(10)    not null,
    held_out       boolean        not null,
    first_response varchar(20000) not null,
    resolution     varchar(20000) not null,
    person_wait    varchar(20000) not null,
    primary key (topic, received_on, answered_by, held_out)
);

create index case_day_times_by_day on case_day_times (received_on);

-- Why inquiries went to people.
create table case_day_reason (
    received_on date         not null,
    topic       varchar(200) not null,
    reason      varchar(600) not null,
    cases       bigint       not null,
    primary key (topic, received_on, reason)
);

create index case_day_reason_by_day on case_day_reason (received_on);

-- What the risks were that the model named, in steps of a twentieth, and what is known of the answers.
create table case_day_risk (
    received_on   date             not null,
    topic         varchar(200)     not null,
    model_version varchar(200)     not null,
    step          integer          not null,
    cases         bigint           not null,
    risk_sum      double precision not null,
    labelled      bigint           not null,
    labelled_risk double precision not null,
    wrong         bigint           not null,
    primary key (topic, received_on, model_version, step)
);

create index case_day_risk_by_day on case_day_risk (received_on);
