-- What a person's answer was to a complaint: the final response or not. Written for both H2 2.x and PostgreSQL.
alter table inquiry_answer add column complaint_reply varchar(20);
