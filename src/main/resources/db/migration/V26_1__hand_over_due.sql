-- Whoever waits for us and is in no queue yet has a deadline for getting there, those who wait now among them.
insert into deadline (id, inquiry_id, conversation_key, kind, due_at)
select i.id, i.id, cast(i.id as varchar(36)) || ':' || i.episode, 'HAND_OVER', current_timestamp + interval '15' minute
from inquiry i
where i.state in ('RECEIVED', 'WITH_PERSON')
  and not exists (
      select 1 from inquiry_hand_over h
      where h.inquiry_id = i.id and h.conversation_key = cast(i.id as varchar(36)) || ':' || i.episode);
