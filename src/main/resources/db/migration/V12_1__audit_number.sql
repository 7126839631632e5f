-- The number of the case, once reviewers are asked.
alter table audit add column number varchar(40);
