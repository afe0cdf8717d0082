-- Timelines and maps are made from what a server holds in memory: nothing asks for months any more.
drop index event_by_month;
alter table event drop column month;
