-- What else quality keeps of the cases in case_figures, made from them: decisions and what was said of them, audits, observations of the
-- guardrail, examples and gaps. For H2 and PostgreSQL. What has :first and :last is for the cases of those days, the rest for all.
insert into quality_decision (conversation_key, inquiry_id, tried_at, topic, topic_class, topic_automated, drafted, risk, guaranteed_risk,
    rests_on, figures, model_version, language, language_supported, distress, asked_for_person, several_requests, repeat_contacts,
    automation, answer_chance, decided_at, route, rule, would_answer, answered_at, said_at, said_topic, draft_verdict,
    label_right, label_weight, label_source, labelled_at, truth, truth_source, objected_at, repeated_at, settled_at, stated_risk, risk_in_parts)
select cast(inquiry_id as varchar(36)) || ':0', inquiry_id, received_at, nullif(topic, 'none'), topic_class, true, true, risk,
    least(1, risk * 1.5), 'handled cases',
    '-2.1972245773362196 1.3862943611198906 1.7917594692280550 -3.8918202981106265 0.8125 0.6875 0.4375 0.3125 0.0 0.0 0.0',
    model_version, 'en', true, false, false, false, 0, case when held_out then 'held-out' else 'open' end, 0.99,
    received_at + interval '1' second, route, rule, answered_by = 'AI' or held_out,
    case when answered_by = 'AI' then received_at + first_response * interval '1' second end,
    case when answered_by = 'PERSON' then received_at + first_response * interval '1' second end,
    case when answered_by = 'PERSON' and random() < 0.8 then case when random() < 0.15 then '' else topic end end,
    case when answered_by = 'PERSON' then case when random() < 0.5 then 'USED' else 'EDITED' end end,
    case when answered_by = 'PERSON' then random() > risk when audit_drawn is not null then not audited_wrong end,
    case when answered_by = 'PERSON' then 1 when audit_drawn is not null then 1 / audit_drawn end,
    case when answered_by = 'PERSON' then 'person' when audit_drawn is not null then 'audit' end,
    case when answered_by = 'PERSON' or audit_drawn is not null then received_at + (first_response + 86400) * interval '1' second end,
    label, case when label <> 'UNKNOWN' then 'verdict' end, case when answered_by = 'AI' then person_requested_at end,
    case when repeat_contact then resolved_at + interval '2' day end, received_at + first_response * interval '1' second,
    risk * 0.5, risk * 3
from case_figures where received_on between :first and :last;

insert into held_out (inquiry_id, conversation_key, topic, topic_class, risk, model_version, decided_at)
select inquiry_id, cast(inquiry_id as varchar(36)) || ':0', nullif(topic, 'none'), topic_class, risk, model_version, received_at
from case_figures where held_out and received_on between :first and :last;

-- Reviewers are three days behind.
insert into audit (conversation_key, inquiry_id, topic, topic_class, risk, model_version, decided_at, answered_at, chance, drawn,
    equal_chance, twice, person_answered, rated_low, requested_at, number, is_open, is_right)
select cast(inquiry_id as varchar(36)) || ':0', inquiry_id, nullif(topic, 'none'), topic_class, risk, model_version,
    received_at + interval '1' second, answered_at, 0.05, drawn, drawn, drawn and random() < 0.1, false, low,
    case when drawn or low then answered_at end, number, (drawn or low) and not reviewed,
    case when (drawn or low) and reviewed then coalesce(not audited_wrong, random() > 0.3) end
from (select known.*, received_at + first_response * interval '1' second as answered_at, audit_drawn is not null as drawn,
          coalesce(csat <= 2, false) as low, received_at < current_timestamp - interval '3' day as reviewed
      from case_figures known where answered_by = 'AI' and received_on between :first and :last) as answers;

-- Of people, too.
insert into audit (conversation_key, inquiry_id, topic, decided_at, answered_at, chance, drawn, equal_chance, twice, person_answered,
    rated_low, requested_at, number, is_open, is_right, answered_by, message_id, agent)
select cast(inquiry_id as varchar(36)) || ':1', inquiry_id, nullif(topic, 'none'), answered_at, answered_at,
    case when held_out then 1 else 0.02 end, drawn, drawn and not held_out, drawn and random() < 0.1, false, low,
    case when drawn or low then answered_at end, number, (drawn or low) and not reviewed,
    case when (drawn or low) and reviewed then coalesce(not audited_wrong, random() > 0.3) end,
    case when held_out then 'HELD_OUT' else 'PERSON' end, inquiry_id,
    case when drawn or low then 'agent ' || cast(floor(random() * 99) as integer) end
from (select known.*, received_at + first_response * interval '1' second as answered_at, audit_drawn is not null as drawn,
          coalesce(csat <= 2, false) as low, received_at < current_timestamp - interval '3' day as reviewed
      from case_figures known where answered_by = 'PERSON' and received_on between :first and :last) as answers;

insert into audit_review (conversation_key, round, reviewer, reviewed_at, is_right, polite, complete, person_needed, note, corrected)
select conversation_key, 1, 'reviewer ' || cast(floor(random() * 9) as integer), answered_at + interval '2' day, is_right, random() < 0.99,
    is_right or random() < 0.5, not is_right and random() < 0.3,
    case when not is_right then 'It answers another question than the one that was asked.' end, not is_right and random() < 0.5
from audit where is_right is not null and answered_at >= :first and answered_at < cast(:last as date) + interval '1' day;

insert into guardrail_observation (seen_key, measure, topic, by_ai, tolerance, amount, at, model_version)
select conversation_key, measure, topic, by_ai, 0.15, amount, at, model_version
from (select conversation_key, 'WRONG' as measure, audit.topic, true as by_ai, case when is_right then 0 else 1 end as amount,
          answered_at as at, audit.model_version
      from audit
      where answered_by = 'AI' and equal_chance and is_right is not null and answered_at >= :first and answered_at < cast(:last as date) + interval '1' day
      union all
      select conversation_key, 'OBJECTION', decision.topic, true, case when objected_at is null then 0 else 1 end, answered_at,
          decision.model_version
      from quality_decision decision
      where answered_at is not null and settled_at <= current_timestamp - interval '3' day
          and tried_at >= :first and tried_at < cast(:last as date) + interval '1' day
      union all
      select conversation_key, 'REPEAT', decision.topic, answered_at is not null, case when repeated_at is null then 1 else 0 end, settled_at,
          decision.model_version
      from quality_decision decision
      where would_answer and settled_at <= current_timestamp - interval '7' day
          and tried_at >= :first and tried_at < cast(:last as date) + interval '1' day
      union all
      select conversation_key, 'RATING', decision.topic, answered_at is not null, (csat - 1) / 4.0, settled_at, decision.model_version
      from quality_decision decision join case_figures known on known.inquiry_id = decision.inquiry_id
      where would_answer and csat is not null and tried_at >= :first and tried_at < cast(:last as date) + interval '1' day) as seen
order by at;

-- What people said customers asked, and what audits found wrong. A meaning has 384 numbers of four bytes.
insert into learned_example (id, text_hash, text, topic, is_topic, origin, inquiry_id, inquiry_number, conversation_key, said_at, chance,
    held_out, meaning)
select decision.inquiry_id, 'made of ' || known.number,
    'Good morning, I wrote last week about ' || known.topic || ' and nobody has come back to me yet. Can you please look at it again? It is case '
        || known.number || ' of mine, and I would like to know how long it takes.',
    coalesce(said_topic, decision.topic, ''), label_source = 'person', case when label_source = 'person' then 'AGENT' else 'AUDIT' end,
    decision.inquiry_id, known.number, conversation_key, labelled_at, least(1, 1 / label_weight), random() < 0.2,
    cast(repeat('x', 1536) as bytea)
from quality_decision decision join case_figures known on known.inquiry_id = decision.inquiry_id
where (said_topic is not null or label_source = 'audit' and not label_right)
    and tried_at >= :first and tried_at < cast(:last as date) + interval '1' day;

insert into unanswered_inquiry (inquiry_id, inquiry_number, asked, answer, minutes, answered_at)
select inquiry_id, number, 'Good morning, I wrote last week and nobody has come back to me yet. Can you please look at case ' || number || '?',
    repeat('We have looked at it and put it right, and here is what you can do if it happens again. ', 8), handling / 60.0,
    received_at + first_response * interval '1' second
from case_figures where reason = 'GATE: too-risky' and received_on between :first and :last;

update audit set second_is_right = case when random() < 0.9 then is_right else not is_right end where twice and is_right is not null;

insert into audit_review (conversation_key, round, reviewer, reviewed_at, is_right, polite, complete, person_needed, corrected)
select conversation_key, 2, 'second reviewer', answered_at + interval '3' day, second_is_right, true, second_is_right, false, false
from audit where second_is_right is not null;

insert into automation_state (kind, subject, mode, share, since, done_by, reason)
select kind, subject, 'OPEN', 1, since, 'Settings', 'As it was set up'
from (select 'ALL' as kind, '' as subject, min(received_at) as since from case_figures
      union all select 'TOPIC', topic, min(received_at) from case_figures where topic <> 'none' group by topic
      union all select 'MODEL', model_version, min(received_at) from case_figures group by model_version) as met;

-- Sixty gaps have been found among what people answered and the AI could not.
insert into knowledge_gap (id, state, title, found_at, changed_at, changed_by, reason, topic, published)
select inquiry_id, case when random() < 0.3 then 'FOUND' else 'APPROVED' end, 'A question that the knowledge has no answer to, as a customer has put it',
    received_at, received_at, 'Tandem', '', 'topic-01', true
from case_figures order by inquiry_id limit 60;

update unanswered_inquiry inquiry set gap_id =
    (select gap.id from (select id, row_number() over (order by id) - 1 as place from knowledge_gap) as gap
     where gap.place = mod(cast(substring(inquiry_number from 9) as integer), 60))
where random() < 0.05;

insert into quality_calibration (id, made_at, model_version, topic_class, cases, confidence, weights, thresholds, coverage, before_it, status, done_by)
select inquiry_id, received_at, model_version, topic_class, 20000, 0.95,
    '-0.5 1.1 0.2 0.3 0.4 0.1 0.2 0.3 0.4 0.1 0.2 0.3', '0.1 0.12 0.15 0.17 0.2 0.22 0.25 0.27 0.3', 0.65, 0.6, 'RETIRED', 'Tandem'
from case_figures order by received_at desc limit 120;
