-- When and why an example was taken out of what is learned.
alter table learned_example add column removed_at timestamp(6) with time zone;
alter table learned_example add column removed_because varchar(2000);
