-- What customers who wait for a person were told last; gone when they wait no more. Written for both H2 2.x and PostgreSQL.
create table wait_told (
    conversation_key varchar(60)                 not null primary key,
    told_at          timestamp(6) with time zone not null,
    told_until       timestamp(6) with time zone not null,
    times            integer                     not null
);
