-- By which calendar (a market's hours and time zone) a case was handed to people; not known of those from before.
alter table inquiry_hand_over add column calendar varchar(60);
