-- What leads did with tasks is deleted when it is old enough. Written for both H2 2.x and PostgreSQL.
create index steering_record_by_time on steering_record (steered_at);
create index pool_review_of_offer on pool_review (offer);
