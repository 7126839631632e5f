-- Where a customer wants to be called; gone as soon as there is an answer or the number turns out to be wrong.
create table inquiry_call (
    inquiry_id   uuid                        not null primary key references inquiry (id),
    phone_number varchar(20)                 not null,
    asked_at     timestamp(6) with time zone not null
);

-- Who of the staff has seen a customer's phone number, and when.
create table phone_number_shown (
    id         uuid                        not null primary key,
    inquiry_id uuid                        not null,
    task_key   bigint                      not null,
    agent      varchar(200)                not null,
    shown_at   timestamp(6) with time zone not null
);
create index phone_number_shown_by_task on phone_number_shown (task_key);
