-- When a rate card that is kept begins: from then on it stays as it is. Up to now only those that had begun were kept. Written for both H2 2.x
-- and PostgreSQL.
alter table pay_rate_card add column begins_at timestamp(6) with time zone;
update pay_rate_card set begins_at = kept_at;
alter table pay_rate_card alter column begins_at set not null;
