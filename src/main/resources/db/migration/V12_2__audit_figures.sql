-- What estimates and lists are read from, so that they need neither joins nor all answers.
alter table audit add column is_open boolean default false not null;
alter table audit add column is_right boolean;
alter table audit add column second_is_right boolean;

create index audit_open on audit (is_open, requested_at);
create index audit_drawn on audit (drawn, answered_at);
create index audit_rated_low on audit (rated_low, answered_at);
create index audit_review_by_time on audit_review (reviewed_at);

update audit set is_right =
    (select review.is_right from audit_review review where review.conversation_key = audit.conversation_key and review.round = 1);
update audit set second_is_right =
    (select review.is_right from audit_review review where review.conversation_key = audit.conversation_key and review.round = 2);
update audit set is_open = requested_at is not null and dropped_at is null
    and (is_right is null or twice and second_is_right is null);

-- How many answers the AI gave, by the day of UTC, counted from 1 January 1970.
create table audit_day (
    epoch_day integer      not null,
    topic     varchar(200) not null,
    answers   bigint       not null,
    primary key (epoch_day, topic)
);

insert into audit_day (epoch_day, topic, answers)
select cast(floor(extract(epoch from answered_at) / 86400) as integer), coalesce(topic, ''), count(*)
from audit where answered_at is not null
group by cast(floor(extract(epoch from answered_at) / 86400) as integer), coalesce(topic, '');
