-- Each rating and change of a rating, the latest of which is in the inquiry; and when its customer was asked for one. Written for both H2
-- 2.x and PostgreSQL.
create table inquiry_rating (
    inquiry_id     uuid                        not null references inquiry (id),
    position       integer                     not null,
    rating_score   integer                     not null check (rating_score between 1 and 5),
    rating_comment varchar(2000),
    rated_at       timestamp(6) with time zone not null,
    primary key (inquiry_id, position)
);

insert into inquiry_rating (inquiry_id, position, rating_score, rating_comment, rated_at)
select id, 0, rating_score, rating_comment, rated_at from inquiry where rating_score is not null;

alter table inquiry add column rating_asked_at timestamp(6) with time zone;
