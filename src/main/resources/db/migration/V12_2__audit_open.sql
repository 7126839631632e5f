-- Whether reviewers are still asked.
alter table audit add column is_open boolean default false not null;

create index audit_open on audit (is_open, requested_at);
create index audit_review_by_time on audit_review (reviewed_at);
