-- Requests of customers with a key of their own, so that a repetition is recognised; what they said is only a hash.
create table inquiry_request (
    inquiry_id   uuid         not null references inquiry (id),
    request_key  varchar(230) not null,
    content_hash varchar(64)  not null,
    primary key (inquiry_id, request_key)
);
