-- People of the staff who have an account here. Written for both H2 2.x and PostgreSQL.

create table staff_account (
    name            varchar(60)                 not null primary key,
    version         integer                     not null,
    display_name    varchar(100)                not null,
    password_hash   varchar(200)                not null,
    password_set_at timestamp(6) with time zone not null,
    enabled         boolean                     not null,
    sample          boolean                     not null,
    failed_tries    integer                     not null,
    locked_until    timestamp(6) with time zone
);

create table staff_account_role (
    account varchar(60) not null references staff_account (name),
    role    varchar(30) not null,
    primary key (account, role)
);

create table staff_account_group (
    account    varchar(60) not null references staff_account (name),
    group_name varchar(60) not null,
    primary key (account, group_name)
);
