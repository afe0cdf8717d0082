//! Events, brought up to date with the claims that count.
//!
//! Derived in one transaction: whoever looks sees the events of before or those of now. Only what has changed is written, so that a live
//! record stays quiet; ids stay as `docs/merging.md` says.

use super::Record;
use super::batch::{Batch, New};
use super::fault::Fault;
use super::insert::{Columns, insert};
use super::report::short_hash;
use dateline_events::merge::{Claimed, Merger, Merging, keep};
use dateline_events::record::Claim;
use dateline_events::record::event::{EventRecord, Redirect};
use sqlx::{AnyConnection, Row};
use std::collections::{BTreeSet, HashMap};
use std::fmt;

/// Claims read at a time.
const PAGE: i64 = 2_000;

/// What bringing events up to date did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Events now.
    pub events: usize,
    /// New ones.
    pub new: usize,
    /// Those that are told otherwise than before.
    pub altered: usize,
    /// Those that went away.
    pub gone: usize,
}

/// Copies of a report: how many, and who published them.
#[derive(Default)]
struct Copies {
    count: usize,
    publishers: BTreeSet<String>,
}

/// Where the claims stand, and who published what.
#[derive(Default)]
pub(super) struct Telling {
    /// The report of each claim.
    report: HashMap<String, i64>,
    /// The publisher of each report.
    publisher: HashMap<i64, Option<String>>,
    copies: HashMap<i64, Copies>,
}

/// How far the work is.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// So many claims were read.
    Read(usize),
    /// So many events were looked at.
    Compared(usize),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(claims) => write!(f, "bringing the events up to date: {claims} claims read"),
            Self::Compared(events) => write!(f, "bringing the events up to date: {events} events"),
        }
    }
}

/// Makes the events anew where the claims have changed; none where they have not. `told` is told how far that is.
pub fn bring_up_to_date(
    record: &Record,
    tables: &Merging,
    mut told: impl FnMut(Step),
) -> Result<Option<Changes>, Fault> {
    record
        .wait(async {
            let mut tx = record.pool.begin_with(record.engine.begin()).await?;
            if let Some(lock) = record.engine.lock_events() {
                sqlx::query(lock).execute(&mut *tx).await?;
            }
            // What others add from here on is not to be taken for merged, whether the claims that are read have it or not.
            let (claims, events) = marks(&mut tx).await?;
            if claims == events {
                return Ok(None);
            }
            let mut merger = Merger::new(tables);
            let telling = read_claims(&mut tx, &mut merger, &mut told).await?;
            merger.settle();
            let changes = write(&mut tx, record, (&merger, &telling), &mut told).await?;
            write_series(&mut tx, &merger).await?;
            let mark = sqlx::query("update mark set value = $1 where name = 'events'").bind(claims);
            mark.execute(&mut *tx).await?;
            tx.commit().await?;
            Ok(Some(changes))
        })
        .map_err(|error: sqlx::Error| record.fault(&error))
}

/// True where claims have changed since the events were made.
pub(crate) async fn behind(from: &mut AnyConnection) -> Result<bool, sqlx::Error> {
    let (claims, events) = marks(from).await?;
    Ok(claims != events)
}

/// How often the claims have changed, and at which of these changes the events were made.
async fn marks(from: &mut AnyConnection) -> Result<(i64, i64), sqlx::Error> {
    let query = "select (select value from mark where name = 'claims'), (select value from mark where name = 'events')";
    let row = sqlx::query(query).fetch_one(from).await?;
    Ok((row.try_get(0)?, row.try_get(1)?))
}

async fn read_claims(
    from: &mut AnyConnection,
    merger: &mut Merger<'_>,
    told: &mut impl FnMut(Step),
) -> Result<Telling, sqlx::Error> {
    let (mut telling, mut last) = (Telling::default(), 0_i64);
    loop {
        let query = "select id, report, record from claim where counts = 1 and id > $1 order by id limit $2";
        let rows = sqlx::query(query).bind(last).bind(PAGE).fetch_all(&mut *from).await?;
        for row in &rows {
            last = row.try_get(0)?;
            let report: i64 = row.try_get(1)?;
            let Ok(claim) = serde_json::from_str::<Claim>(&row.try_get::<String, _>(2)?) else { continue };
            merger.add(&claim);
            telling.report.insert(claim.id, report);
            telling.publisher.entry(report).or_insert(claim.report.publisher);
        }
        told(Step::Read(merger.len()));
        if rows.is_empty() {
            break;
        }
    }
    // A copy tells what its original tells, in whatever version that stands.
    let query = "select r.id, c.publisher from report c join report o on o.id = c.copy_of \
        join report r on r.article = o.article where c.copy_of is not null";
    for row in sqlx::query(query).fetch_all(from).await? {
        let copies = telling.copies.entry(row.try_get(0)?).or_default();
        copies.count += 1;
        copies.publishers.extend(row.try_get::<Option<String>, _>(1)?);
    }
    Ok(telling)
}

/// The events as they were: by name their number and hash.
async fn before(
    from: &mut AnyConnection,
) -> Result<(Vec<Claimed>, HashMap<String, (i64, String)>), sqlx::Error> {
    let mut known = HashMap::new();
    let mut names = HashMap::new();
    for row in sqlx::query("select id, name, hash from event order by id").fetch_all(&mut *from).await? {
        let (id, name): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
        names.insert(id, name.clone());
        known.insert(name, (id, row.try_get(2)?));
    }
    let mut claimed: Vec<Claimed> = Vec::new();
    for row in sqlx::query("select event, claim from event_claim order by event, age").fetch_all(from).await?
    {
        let Some(name) = names.get(&row.try_get::<i64, _>(0)?) else { continue };
        let claim: String = row.try_get(1)?;
        match claimed.last_mut().filter(|(last, _)| last == name) {
            Some((_, claims)) => claims.push(claim),
            None => claimed.push((name.clone(), vec![claim])),
        }
    }
    Ok((claimed, known))
}

async fn write(
    to: &mut AnyConnection,
    record: &Record,
    (merger, telling): (&Merger<'_>, &Telling),
    told: &mut impl FnMut(Step),
) -> Result<Changes, sqlx::Error> {
    let (claimed, mut known) = before(to).await?;
    let now: Vec<Claimed> = merger.events().map(|event| (event.id, event.claims)).collect();
    let kept = keep(&claimed, &now);
    drop((claimed, now));
    let mut changes = Changes::default();
    let mut batch = Batch::new(to, record, telling).await?;
    for mut event in merger.events() {
        if let Some(id) = kept.ids.get(&event.id) {
            event.id.clone_from(id);
        }
        let publishers = telling.count(&mut event);
        changes.events += 1;
        told(Step::Compared(changes.events));
        let text = serde_json::to_string(&event).unwrap_or_default();
        let hash = short_hash([text.as_bytes()]);
        let before = known.remove(&event.id);
        match &before {
            Some((_, before)) if *before == hash => continue,
            Some(_) => changes.altered += 1,
            None => changes.new += 1,
        }
        batch.gone.extend(before.map(|(id, _)| id));
        batch.new.push(New { event, publishers, hash, text });
        batch.write_if_full(to).await?;
    }
    changes.gone = known.len();
    batch.gone.extend(known.into_values().map(|(id, _)| id));
    batch.write(to).await?;
    for moved in kept.redirects {
        redirect(to, moved).await?;
    }
    Ok(changes)
}

/// Keeps where an id went, also for the ids that led to it before.
async fn redirect(to: &mut AnyConnection, moved: Redirect) -> Result<(), sqlx::Error> {
    let follow = sqlx::query("update redirect set stands = $2 where stands = $1");
    follow.bind(moved.id.clone()).bind(moved.now.clone()).execute(&mut *to).await?;
    let query = "insert into redirect (name, stands) values ($1, $2) on conflict (name) do update set stands = excluded.stands";
    sqlx::query(query).bind(moved.id).bind(moved.now).execute(to).await.map(drop)
}

impl Telling {
    /// The report that a claim stands in.
    pub(super) fn report(&self, claim: &str) -> i64 {
        self.report.get(claim).copied().unwrap_or(0)
    }

    /// Counts the copies of an event's reports; returns its publishers.
    fn count(&self, event: &mut EventRecord) -> BTreeSet<String> {
        let reports: BTreeSet<i64> = event.claims.iter().map(|claim| self.report(claim)).collect();
        let mut publishers: BTreeSet<String> =
            reports.iter().filter_map(|report| self.publisher.get(report)?.clone()).collect();
        let before = publishers.len();
        for copies in reports.iter().filter_map(|report| self.copies.get(report)) {
            event.reports += copies.count;
            publishers.extend(copies.publishers.iter().cloned());
        }
        event.publishers += publishers.len() - before;
        publishers
    }
}

async fn write_series(to: &mut AnyConnection, merger: &Merger<'_>) -> Result<(), sqlx::Error> {
    sqlx::query("delete from series").execute(&mut *to).await?;
    let row = |series: &dateline_events::record::series::TollSeries| {
        vec![series.id.as_str().into(), serde_json::to_string(series).unwrap_or_default().into()]
    };
    let into = Columns::new("series", &["name", "record"], "on conflict do nothing");
    insert(to, into, merger.series().iter().map(row).collect()).await.map(drop)
}
