-- What was audited only because of a low rating stands for no other decisions. Written for both H2 2.x and PostgreSQL.
update quality_decision set label_weight = 0
where label_source = 'audit' and exists (
    select 1 from audit where audit.conversation_key = quality_decision.conversation_key and audit.drawn = false);
