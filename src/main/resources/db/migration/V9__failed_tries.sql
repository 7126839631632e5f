-- Failed tries to sign in are counted by name and address, for names that nobody has too, and only in memory.
alter table staff_account drop column failed_tries;
alter table staff_account drop column locked_until;
