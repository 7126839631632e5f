-- Whether it is a complaint, because the customer says so or a person noticed.
alter table inquiry add column complaint boolean default false not null;
