-- V41__answers_by_whom
-- What one of the AI, people and people with held-out inquiries has answered is listed without reading all answers.
create index audit_by_whom on audit (answered_by, answered_at);
