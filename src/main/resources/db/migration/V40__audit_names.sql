-- V40__audit_names
-- Who gave and who reviewed an answer is forgotten when it is old enough; what was found stays counted. Written for both H2 2.x and PostgreSQL.
alter table audit_review alter column reviewer drop not null;

-- Nothing that is counted of an inquiry needs the name of who answered it.
delete from case_event_uncounted where event_id in (select event_id from case_event where type = 'AgentKnown');
delete from case_event where type = 'AgentKnown';
alter table case_figures drop column agent;
