-- The record, first form. The same tables as in ../postgres/0001.sql; what differs is search by words and by place.

create table run (
    id integer primary key,
    command text not null,
    begun text not null,
    ended text,
    program text not null
);

-- Which program, model and data made claims.
create table coder (
    id integer primary key,
    version text not null,
    model text not null,
    data text not null,
    actors text not null,
    unique (version, model, data, actors)
);

-- Reports as published, every version of them. Never altered.
create table report (
    id integer primary key,
    article text not null,
    version integer not null,
    name text not null,
    hash text not null,
    body text not null,
    title text,
    publisher text,
    dateline text,
    published text,
    url text,
    copy_of integer references report (id),
    run integer not null references run (id),
    read_at text not null,
    unique (article, version)
);
create index report_by_name on report (name);
create index report_by_hash on report (hash);
create index report_by_day on report (published, id);
create index report_by_publisher on report (publisher, published);
create index report_by_copied on report (copy_of) where copy_of is not null;
create trigger report_is_kept before update on report
    begin select raise(abort, 'reports as published are never altered'); end;
create trigger report_is_not_deleted before delete on report
    begin select raise(abort, 'reports as published are never deleted'); end;

-- The smallest hashes of a report's sentences, by which near copies are found.
create table print (
    hash integer not null,
    report integer not null references report (id),
    primary key (hash, report)
) without rowid;

-- What a run read, and what became of it.
create table input (
    id integer primary key,
    origin text not null,
    part text not null,
    hash text not null,
    state text not null check (state in ('coded', 'copy', 'not-english', 'no-text', 'refused')),
    why text,
    report integer references report (id),
    run integer not null references run (id),
    read_at text not null
);
create index input_by_hash on input (hash);
create unique index input_once on input (origin, part, hash);
create index input_by_state on input (state, id);

-- A report read by a coder. The newest stands; the others stay.
create table coding (
    id integer primary key,
    report integer not null references report (id),
    coder integer not null references coder (id),
    stands integer not null,
    notes text not null,
    coded_at text not null
);
create index coding_by_report on coding (report, stands);
create index coding_by_coder on coding (coder, stands);

create table claim (
    id integer primary key,
    coding integer not null references coding (id),
    report integer not null references report (id),
    name text not null,
    kind text not null,
    status text not null,
    counts integer not null,
    record text not null
);
create index claim_by_name on claim (name);
create index claim_by_coding on claim (coding);
create index claim_by_report on claim (report);
create index claim_that_counts on claim (id) where counts = 1;
create trigger claim_is_kept before update of coding, report, name, kind, status, record on claim
    begin select raise(abort, 'claims are never altered'); end;
create trigger claim_is_not_deleted before delete on claim
    begin select raise(abort, 'claims are never deleted'); end;

-- What claims make together; derived, and made anew from the claims at any time.
create table event (
    id integer primary key,
    name text not null unique,
    kind text not null,
    grade text not null,
    month text not null,
    day text not null,
    first text,
    last text,
    country text,
    lat double precision,
    lon double precision,
    accuracy text,
    killed_low integer,
    killed_high integer,
    hurt_low integer,
    reports integer not null,
    publishers integer not null,
    independent integer not null,
    summary text not null,
    hash text not null
);
-- Lists, timelines and maps are answered by indexes alone: these hold what is asked for most.
create index event_by_day on event (day, id, kind, grade, country, killed_low);
create index event_by_month on event (month, kind, grade, country, killed_low);
create index event_by_kind on event (kind, day, id);
create index event_by_grade on event (grade, day, id);
create index event_by_country on event (country, day, id);
create index event_by_killed on event (killed_low, day, id);

-- Apart from what events are found by: that is read as a whole, this one by one.
create table event_record (
    event integer primary key references event (id) on delete cascade,
    record text not null
);

create table event_claim (
    event integer not null references event (id) on delete cascade,
    report integer not null,
    claim text not null,
    age integer not null,
    primary key (event, report, claim)
) without rowid;
create index event_claim_by_claim on event_claim (claim);
create index event_claim_by_report on event_claim (report);

-- What events can be asked for by: modes, parties, sources, publishers.
create table facet (
    facet text not null,
    value text not null,
    day text not null,
    event integer not null references event (id) on delete cascade,
    primary key (facet, value, day, event)
) without rowid;
create index facet_by_event on facet (event);

-- Ids of events that went away, and what stands for them.
create table redirect (name text primary key, stands text not null) without rowid;

create table series (name text primary key, record text not null) without rowid;

create virtual table event_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');
create virtual table report_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');
create virtual table event_box using rtree (id, south, north, west, east);

-- Feeds that are watched: what to ask their servers next (JSON), and which entries were read.
create table feed (url text primary key, state text not null) without rowid;
create table entry (
    feed text not null,
    hash text not null,
    read_at text not null,
    primary key (feed, hash)
) without rowid;

-- What people decided: who, when, why. Only ever added to.
create table decision (
    id integer primary key,
    at text not null,
    who text not null,
    what text not null,
    subject text not null,
    detail text not null,
    why text not null
);
create index decision_by_subject on decision (subject, id);
create trigger decision_is_kept before update on decision
    begin select raise(abort, 'the log is only added to'); end;
create trigger decision_is_not_deleted before delete on decision
    begin select raise(abort, 'the log is only added to'); end;

-- Counters: how often the claims that count have changed, and at which of these changes events were made.
create table mark (name text primary key, value integer not null) without rowid;
insert into mark (name, value) values ('claims', 0), ('events', 0);
