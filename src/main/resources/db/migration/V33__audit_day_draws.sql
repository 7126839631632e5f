-- What audits say of the answers that were drawn, by day, topic and who answered, so that a year is added up from its days: how many were drawn, how many
-- of these are still to be reviewed and how many were, and the sums of their weights (1 / chance) and of the squares of these.
alter table audit_day add column drawn         bigint           default 0 not null;
alter table audit_day add column still_open    bigint           default 0 not null;
alter table audit_day add column audits        bigint           default 0 not null;
alter table audit_day add column weights       double precision default 0 not null;
alter table audit_day add column squares       double precision default 0 not null;
alter table audit_day add column wrong_weights double precision default 0 not null;
alter table audit_day add column wrong_squares double precision default 0 not null;

update audit_day set (drawn, still_open, audits, weights, squares, wrong_weights, wrong_squares) =
    (select count(*),
        count(case when is_right is null and dropped_at is null then 1 end),
        count(is_right),
        coalesce(sum(case when is_right is not null then 1 / chance end), 0),
        coalesce(sum(case when is_right is not null then 1 / (chance * chance) end), 0),
        coalesce(sum(case when not is_right then 1 / chance end), 0),
        coalesce(sum(case when not is_right then 1 / (chance * chance) end), 0)
     from audit
     where audit.drawn = true and coalesce(audit.topic, '') = audit_day.topic and audit.answered_by = audit_day.answered_by
        and audit.answered_at >= timestamp with time zone '1970-01-01 00:00:00+00' + audit_day.epoch_day * interval '1' day
        and audit.answered_at < timestamp with time zone '1970-01-01 00:00:00+00' + (audit_day.epoch_day + 1) * interval '1' day);
