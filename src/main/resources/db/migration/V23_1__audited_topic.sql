-- What the inquiry was about, where the answer was wrong: empty for none of the topics, null if not said.
alter table audit_review add column topic varchar(200);
