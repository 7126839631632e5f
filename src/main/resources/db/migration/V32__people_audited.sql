-- Answers of people are audited as well. AI, PERSON, or HELD_OUT for a person's first answer to an inquiry that the AI would have answered.
alter table audit add column answered_by varchar(10) default 'AI' not null;
-- Of a person's answer only: which message it is, and who gave it, known once reviewers are asked.
alter table audit add column message_id uuid;
alter table audit add column agent varchar(200);
alter table audit alter column risk drop not null;
alter table audit alter column model_version drop not null;

create index audit_of_agent on audit (agent);
drop index audit_drawn;
create index audit_drawn on audit (drawn, answered_at, topic, is_right, second_is_right, dropped_at, chance, answered_by);
drop index audit_rated_low;
create index audit_rated_low on audit (rated_low, answered_at, drawn, is_right, answered_by);

create table audit_day_by (
    epoch_day   integer      not null,
    topic       varchar(200) not null,
    answered_by varchar(10)  default 'AI' not null,
    answers     bigint       not null,
    primary key (epoch_day, topic, answered_by)
);

insert into audit_day_by (epoch_day, topic, answers) select epoch_day, topic, answers from audit_day;
drop table audit_day;
alter table audit_day_by rename to audit_day;
