-- Orders and payments of customers: the sample from which answers get facts about an account.
create table account_order (
    id           uuid           not null primary key,
    customer_key varchar(320)   not null,
    number       varchar(40)    not null,
    shop         varchar(200)   not null,
    currency     varchar(3)     not null,
    still_owed   numeric(12, 2) not null,
    next_amount  numeric(12, 2),
    due_date     date
);
create index account_order_of_customer on account_order (customer_key);

create table account_payment (
    id           uuid           not null primary key,
    customer_key varchar(320)   not null,
    order_number varchar(40)    not null,
    currency     varchar(3)     not null,
    amount       numeric(12, 2) not null,
    paid_on      date           not null
);
create index account_payment_of_customer on account_payment (customer_key);
