-- Seconds are counted on for ever while somebody is available, and idle time runs from the latest offer that is open or was accepted:
-- one that ends otherwise leaves nothing behind.
alter table pool_presence add column available_seconds bigint default 0 not null;
update pool_presence set available_seconds = idle_seconds;
alter table pool_presence drop column idle_seconds;
alter table pool_presence add column idle_from bigint default 0 not null;
alter table pool_open add column idle_from bigint default 0 not null;
