-- A person may hand a case back to the AI, once and not against the customer's wish for a person.
alter table inquiry_hand_over add column handed_back varchar(50);
alter table inquiry add column person_asked boolean default false not null;

update inquiry set person_asked = true
where complaint or exists (
    select 1 from inquiry_hand_over h
    where h.inquiry_id = inquiry.id and h.reason = 'CUSTOMER_ASKED');
