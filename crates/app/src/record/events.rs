//! Events, brought up to date with the claims that count.
//!
//! Derived in one transaction: whoever looks sees the events of before or those of now. Only what has changed is written, so that a live
//! record stays quiet; ids stay as `docs/merging.md` says.

use super::fault::Fault;
use super::insert::{Value, bind, insert};
use super::report::short_hash;
use super::{Record, row};
use dateline_events::merge::{Claimed, Merger, Merging, keep};
use dateline_events::record::Claim;
use dateline_events::record::event::EventRecord;
use sqlx::{AnyConnection, AssertSqlSafe, Row};
use std::collections::{BTreeSet, HashMap};

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
struct Telling {
    /// The report of each claim.
    report: HashMap<String, i64>,
    /// The publisher of each report.
    publisher: HashMap<i64, Option<String>>,
    copies: HashMap<i64, Copies>,
}

/// Makes the events anew where the claims have changed; none where they have not. `told` is told how many claims were read.
pub fn bring_up_to_date(
    record: &Record,
    tables: &Merging,
    mut told: impl FnMut(usize),
) -> Result<Option<Changes>, Fault> {
    record.wait(async {
        let mut tx = record.pool.begin_with(record.engine.begin()).await?;
        if let Some(lock) = record.engine.lock_events() {
            sqlx::query(lock).execute(&mut *tx).await?;
        }
        if !behind(&mut tx).await? {
            return Ok(None);
        }
        let mut merger = Merger::new(tables);
        let telling = read_claims(&mut tx, &mut merger, &mut told).await?;
        merger.settle();
        let changes = write(&mut tx, record, &merger, &telling).await?;
        write_series(&mut tx, &merger).await?;
        let mark = "update mark set value = (select value from mark where name = 'claims') where name = 'events'";
        sqlx::query(mark).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(Some(changes))
    })
    .map_err(|error: sqlx::Error| record.fault(&error))
}

/// True where claims have changed since the events were made.
pub(crate) async fn behind(from: &mut AnyConnection) -> Result<bool, sqlx::Error> {
    let query = "select (select value from mark where name = 'claims') - (select value from mark where name = 'events')";
    let behind: i64 = sqlx::query(query).fetch_one(from).await?.try_get(0)?;
    Ok(behind != 0)
}

async fn read_claims(
    from: &mut AnyConnection,
    merger: &mut Merger<'_>,
    told: &mut impl FnMut(usize),
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
        told(rows.len());
        if rows.is_empty() {
            break;
        }
    }
    // A copy tells what its original tells, in whatever version that stands.
    let query = "select r.id, c.publisher from report c join report o on o.id = c.copy_of join report r on r.article = o.article";
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
    merger: &Merger<'_>,
    telling: &Telling,
) -> Result<Changes, sqlx::Error> {
    let (claimed, mut known) = before(to).await?;
    let now: Vec<Claimed> = merger.events().map(|event| (event.id, event.claims)).collect();
    let kept = keep(&claimed, &now);
    drop((claimed, now));
    let mut changes = Changes::default();
    for mut event in merger.events() {
        if let Some(id) = kept.ids.get(&event.id) {
            event.id.clone_from(id);
        }
        let publishers = telling.count(&mut event);
        changes.events += 1;
        let text = serde_json::to_string(&event).unwrap_or_default();
        let hash = short_hash([text.as_bytes()]);
        match known.remove(&event.id) {
            Some((_, before)) if before == hash => continue,
            Some((id, _)) => {
                changes.altered += 1;
                remove(to, record, id).await?;
            }
            None => changes.new += 1,
        }
        add(to, record, &event, (&hash, text), (telling, &publishers)).await?;
    }
    for (id, _) in known.into_values() {
        changes.gone += 1;
        remove(to, record, id).await?;
    }
    for moved in kept.redirects {
        let follow = sqlx::query("update redirect set stands = $2 where stands = $1");
        follow.bind(moved.id.clone()).bind(moved.now.clone()).execute(&mut *to).await?;
        let query = "insert into redirect (name, stands) values ($1, $2) on conflict (name) do update set stands = excluded.stands";
        sqlx::query(query).bind(moved.id).bind(moved.now).execute(&mut *to).await?;
    }
    Ok(changes)
}

impl Telling {
    fn report(&self, claim: &str) -> i64 {
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

/// Takes an event out, with all that it is found by.
async fn remove(to: &mut AnyConnection, record: &Record, id: i64) -> Result<(), sqlx::Error> {
    let own = [
        "delete from event_claim where event = $1",
        "delete from facet where event = $1",
        "delete from event where id = $1",
    ];
    for query in record.engine.remove_beside().iter().chain(&own).copied() {
        sqlx::query(query).bind(id).execute(&mut *to).await?;
    }
    Ok(())
}

async fn add(
    to: &mut AnyConnection,
    record: &Record,
    event: &EventRecord,
    (hash, text): (&str, String),
    (telling, publishers): (&Telling, &BTreeSet<String>),
) -> Result<(), sqlx::Error> {
    let columns = row::COLUMNS;
    let marks: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let query =
        format!("insert into event ({}) values ({}) returning id", columns.join(","), marks.join(","));
    let values = row::columns(event, hash, text);
    let query = values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
    let id: i64 = query.fetch_one(&mut *to).await?.try_get(0)?;
    let sentences = sentences(to, &event.claims).await?;
    let words = row::searched(event, &sentences);
    let at = event.place.as_ref().and_then(|place| place.lat.zip(place.lon));
    sqlx::query(record.engine.add_event_words()).bind(id).bind(words).execute(&mut *to).await?;
    if let Some(((lat, lon), query)) = at.zip(record.engine.add_place()) {
        sqlx::query(query).bind(id).bind(lat).bind(lon).execute(&mut *to).await?;
    }
    let of_claim = |(age, claim): (i64, &String)| {
        vec![id.into(), telling.report(claim).into(), claim.as_str().into(), age.into()]
    };
    let claims: Vec<Vec<Value>> = (0..).zip(&event.claims).map(of_claim).collect();
    insert(to, "event_claim", &["event", "report", "claim", "age"], "", claims).await?;
    let day = row::day(event);
    let facets = row::facets(event, publishers).into_iter();
    let facets = facets
        .map(|(facet, value)| vec![facet.into(), value.into(), day.as_str().into(), id.into()])
        .collect();
    insert(to, "facet", &["facet", "value", "day", "event"], "", facets).await
}

/// The sentences that claims stand in.
async fn sentences(from: &mut AnyConnection, claims: &[String]) -> Result<Vec<String>, sqlx::Error> {
    let mut found = BTreeSet::new();
    for claim in claims.iter().take(200) {
        let query = sqlx::query("select record from claim where name = $1 and counts = 1 limit 1")
            .bind(claim.clone());
        let Some(row) = query.fetch_optional(&mut *from).await? else { continue };
        let claim: Result<Claim, _> = serde_json::from_str(&row.try_get::<String, _>(0)?);
        found.extend(claim.map(|claim| claim.evidence.text));
    }
    Ok(found.into_iter().collect())
}

async fn write_series(to: &mut AnyConnection, merger: &Merger<'_>) -> Result<(), sqlx::Error> {
    sqlx::query("delete from series").execute(&mut *to).await?;
    let row = |series: &dateline_events::record::series::TollSeries| {
        vec![series.id.as_str().into(), serde_json::to_string(series).unwrap_or_default().into()]
    };
    insert(
        to,
        "series",
        &["name", "record"],
        "on conflict do nothing",
        merger.series().iter().map(row).collect(),
    )
    .await
}
