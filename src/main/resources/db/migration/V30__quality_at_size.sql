-- What the pages of quality add up they find in an index alone, however much there is beside it.
drop index guardrail_observation_by_time;
create index guardrail_observation_by_time on guardrail_observation (measure, at, amount);
create index guardrail_observation_of_topic on guardrail_observation (measure, topic, at, amount);

drop index audit_drawn;
create index audit_drawn on audit (drawn, answered_at, topic, is_right, second_is_right, dropped_at, chance);
drop index audit_rated_low;
create index audit_rated_low on audit (rated_low, answered_at, drawn, is_right);

-- Who waits for a person now is asked every minute.
create index inquiry_by_state on inquiry (state);

-- The newest first, and what was labelled since a calibration.
drop index learned_example_by_time;
create index learned_example_by_time on learned_example (said_at desc, id);
drop index quality_decision_labelled;
create index quality_decision_labelled on quality_decision (model_version, topic_class, labelled_at);
