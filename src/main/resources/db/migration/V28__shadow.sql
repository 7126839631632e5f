-- What a model that does not answer would have decided on an inquiry, beside what was decided. Nothing of it is ever sent.
create table shadow_decision (
    model_version    varchar(200)                not null,
    conversation_key varchar(60)                 not null,
    tried_at         timestamp(6) with time zone not null,
    topic            varchar(200),
    topic_class      varchar(50)                 not null,
    may_be_answered  boolean                     not null,
    guaranteed_risk  double precision            not null,
    rests_on         varchar(100)                not null,
    figures          varchar(1000),
    would_answer     boolean                     not null,
    primary key (model_version, conversation_key)
);

create index shadow_decision_by_time on shadow_decision (tried_at);

-- The same beside what was decided and what people have said of it. What no one has called right counts as wrong, and a draft that was
-- wrong is wrong even about the right topic.
create view shadow_case as
select silent.model_version, silent.conversation_key, silent.tried_at, silent.topic, silent.topic_class, silent.may_be_answered,
    silent.guaranteed_risk, silent.figures, silent.would_answer,
    decision.inquiry_id, decision.model_version as beside_model, decision.topic as beside_topic,
    decision.would_answer as beside_would_answer, decision.label_right as beside_right,
    coalesce(decision.said_topic, review.topic) as said_topic,
    coalesce(decision.label_weight, 1.0) as label_weight, coalesce(decision.labelled_at, decision.said_at) as labelled_at,
    case when coalesce(decision.label_weight, 1.0) > 0 and (decision.label_right is not null or decision.said_topic is not null)
        then true else false end as labelled,
    case
        when silent.topic is null then false
        when silent.topic = decision.topic and decision.label_right is not null then decision.label_right
        when silent.topic = coalesce(decision.said_topic, review.topic) then true
        else false
    end as label_right
from shadow_decision silent
join quality_decision decision on decision.conversation_key = silent.conversation_key
left join audit_review review on review.conversation_key = silent.conversation_key and review.round = 1;
