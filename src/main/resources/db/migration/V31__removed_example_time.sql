-- What was removed before the time of it was kept was removed after it was said; the page looks for the latest.
update learned_example set removed_at = said_at where removed_by is not null and removed_at is null;
create index learned_example_removed on learned_example (removed_at);
