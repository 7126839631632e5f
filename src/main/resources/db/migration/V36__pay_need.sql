-- What routing said that the answer in a stretch of a conversation needs, by which it is priced like offers of it, and whether it was given
-- on the phone. Written for both H2 2.x and PostgreSQL.
create table pay_need (
    conversation_key varchar(60)   not null primary key,
    skills           varchar(4000),
    language         varchar(40),
    by_phone         boolean       not null
);

-- The month that a correction concerns, which is not always the one in which it is booked.
alter table pay_entry add column period varchar(7);
