-- What of the product the feedback is about: an area of the form's list, none when there is nothing, null when it was not asked.
alter table inquiry_answer add column product_area varchar(50);

-- When the person wanted to see to it again, and what for.
alter table inquiry_answer add column follow_up_on date;
alter table inquiry_answer add column follow_up_note varchar(1000);
