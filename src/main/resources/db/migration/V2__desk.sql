-- A deadline that passed while a person had the case: once per hand-over and deadline.
create table escalation (
    id               uuid                     not null primary key,
    inquiry_id       uuid                     not null,
    conversation_key varchar(80)              not null,
    deadline         varchar(40)              not null,
    escalated_at     timestamp with time zone not null,
    constraint escalation_once unique (conversation_key, deadline)
);
create index escalation_of_inquiry on escalation (inquiry_id);
