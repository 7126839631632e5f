-- The topic that a person chose: its id, empty for none of them, null when not said. And why a draft was wrong, null unless it was.
alter table inquiry_answer add column topic varchar(200);
alter table inquiry_answer add column draft_flaw varchar(50);

update inquiry_answer set draft_verdict = 'USED' where draft_verdict = 'RIGHT';
update inquiry_answer set draft_verdict = 'EDITED' where draft_verdict = 'PARTLY';
