-- Which reports a change of the claims concerns, so that events are brought up to date by what has changed alone.
create table change (
    mark integer not null,
    report integer not null references report (id),
    primary key (mark, report)
) without rowid;

-- Events can be asked for by more than before: they are made anew the next time.
update mark set value = value + 1 where name = 'claims' and value > 0;
