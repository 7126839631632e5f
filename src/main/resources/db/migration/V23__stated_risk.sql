-- How risky the calibration in use held an answer, and that in parts of the greatest risk that it answers; null without one.
alter table quality_decision add column stated_risk double precision;
alter table quality_decision add column risk_in_parts double precision;

-- Behind the other figures stands how alike an inquiry is to labelled ones. To those before that nothing was remembered.
update quality_decision set figures = figures || ' 0.0 0.0 0.0' where figures is not null;

create index quality_decision_answered on quality_decision (answered_at, topic);

-- Whose stated risk it was.
alter table guardrail_observation add column model_version varchar(200);

-- What the text means: numbers of four bytes each. Whoever changes what meanings are found with empties it.
alter table learned_example add column meaning bytea;
