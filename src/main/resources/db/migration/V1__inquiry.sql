-- The case file. Written for both H2 2.x and PostgreSQL.

create table inquiry (
    id               uuid                        not null primary key,
    version          integer                     not null,
    number           varchar(40)                 not null,
    state            varchar(30)                 not null,
    closed           boolean                     not null,
    episode          integer                     not null,
    customer_name    varchar(200)                not null,
    customer_email   varchar(320)                not null,
    contact_key      varchar(320)                not null,
    language         varchar(35),
    received_at      timestamp(6) with time zone not null,
    idempotency_key  varchar(200),
    content_hash     varchar(64),
    verdict          boolean,
    rating_score     integer check (rating_score between 1 and 5),
    rating_comment   varchar(2000),
    rated_at         timestamp(6) with time zone,
    repeat_contacts  integer                     not null,
    outcome          varchar(30),
    constraint inquiry_number_unique unique (number),
    constraint inquiry_request_once unique (idempotency_key)
);

create index inquiry_by_contact on inquiry (contact_key, received_at);

-- The step key is what makes sure that nothing is said twice.
create table inquiry_message (
    inquiry_id  uuid                        not null references inquiry (id),
    position    integer                     not null,
    message_id  uuid                        not null,
    step_key    varchar(300)                not null,
    author      varchar(20)                 not null,
    text        varchar(100000)             not null,
    said_at     timestamp(6) with time zone not null,
    sources     varchar(20000),
    primary key (inquiry_id, position),
    constraint inquiry_message_said_once unique (inquiry_id, step_key)
);

create table inquiry_attempt (
    inquiry_id                uuid                        not null references inquiry (id),
    position                  integer                     not null,
    conversation_key          varchar(60)                 not null,
    customer_messages         integer                     not null,
    topic                     varchar(200),
    topic_title               varchar(500),
    topic_class               varchar(50),
    risk                      double precision            not null,
    draft                     varchar(100000),
    sources                   varchar(20000),
    language                  varchar(35)                 not null,
    language_supported        boolean                     not null,
    distress                  boolean                     not null,
    customer_asked_for_person boolean                     not null,
    model_version             varchar(200)                not null,
    evidence                  varchar(1000000)            not null,
    made_at                   timestamp(6) with time zone not null,
    primary key (inquiry_id, position),
    constraint inquiry_attempt_once unique (inquiry_id, conversation_key)
);

create table inquiry_decision (
    inquiry_id       uuid                        not null references inquiry (id),
    position         integer                     not null,
    conversation_key varchar(60)                 not null,
    route            varchar(50)                 not null,
    reason           varchar(2000)               not null,
    matched_rule     varchar(500)                not null,
    decision_version varchar(200)                not null,
    gate_inputs      varchar(100000)             not null,
    decided_at       timestamp(6) with time zone not null,
    primary key (inquiry_id, position),
    constraint inquiry_decision_once unique (inquiry_id, conversation_key)
);

create table inquiry_hand_over (
    inquiry_id         uuid                        not null references inquiry (id),
    position           integer                     not null,
    conversation_key   varchar(60)                 not null,
    reason             varchar(50)                 not null,
    queue              varchar(200)                not null,
    first_response_due timestamp(6) with time zone not null,
    resolution_due     timestamp(6) with time zone not null,
    agent              varchar(200),
    handed_over_at     timestamp(6) with time zone not null,
    primary key (inquiry_id, position),
    constraint inquiry_hand_over_once unique (inquiry_id, conversation_key)
);

create table inquiry_answer (
    inquiry_id       uuid                        not null references inquiry (id),
    position         integer                     not null,
    conversation_key varchar(60)                 not null,
    message_id       uuid                        not null,
    resolution_code  varchar(200)                not null,
    draft_verdict    varchar(50)                 not null,
    product_feedback varchar(100000)             not null,
    answered_at      timestamp(6) with time zone not null,
    primary key (inquiry_id, position),
    constraint inquiry_answer_once unique (inquiry_id, conversation_key)
);

-- Spring Modulith's register of events that still have to reach a listener: the outbox.
create table event_publication (
    id               uuid                        not null primary key,
    listener_id      varchar(512)                not null,
    event_type       varchar(512)                not null,
    serialized_event varchar(4000)               not null,
    publication_date timestamp(6) with time zone not null,
    completion_date  timestamp(6) with time zone
);

create index event_publication_by_event on event_publication (serialized_event);
create index event_publication_by_completion on event_publication (completion_date);
