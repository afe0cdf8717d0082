-- Which reports a change of the claims concerns, so that events are brought up to date by what has changed alone.
create table change (
    mark integer not null,
    report integer not null references report (id),
    primary key (mark, report)
) without rowid;

-- Events can be asked for by more than before: they are made anew the next time.
update mark set value = value + 1 where name = 'claims' and value > 0;

-- Counters: how often reports have come, and the highest number that an event ever had.
insert into mark (name, value) values ('reports', 0), ('numbers', 0);
create index redirect_by_stands on redirect (stands);
