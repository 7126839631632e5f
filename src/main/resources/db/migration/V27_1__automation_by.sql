-- People's names have no capitals, so that nobody can be taken for the guardrail.
update automation_state set done_by = 'Guardrail' where done_by = 'guardrail';
update automation_change set done_by = 'Guardrail' where done_by = 'guardrail';
update automation_state set done_by = 'Settings' where done_by = 'settings';
update automation_change set done_by = 'Settings' where done_by = 'settings';
