-- Inquiries that people answered and the AI could not, without personal data.
create table unanswered_inquiry (
    inquiry_id     uuid                        not null primary key,
    inquiry_number varchar(40)                 not null,
    asked          varchar(4000)               not null,
    answer         varchar(20000)              not null,
    minutes        double precision            not null,
    answered_at    timestamp(6) with time zone not null,
    gap_id         uuid
);

create index unanswered_inquiry_by_gap on unanswered_inquiry (gap_id);
create index unanswered_inquiry_by_time on unanswered_inquiry (answered_at);

-- What the knowledge lacks, and what became of the article that was proposed for it.
create table knowledge_gap (
    id         uuid                        not null primary key,
    state      varchar(20)                 not null,
    title      varchar(200)                not null,
    found_at   timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(200)                not null,
    reason     varchar(2000)               not null,
    topic      varchar(80),
    file       varchar(200000),
    published  boolean                     not null
);
