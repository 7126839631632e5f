-- What an attempt of the AI found out that helps a person, as JSON.
alter table inquiry_attempt add column findings varchar(200000);

-- For similar cases that people solved.
create index inquiry_attempt_by_topic on inquiry_attempt (topic);
