//! Events on their way into the record, many at a time.

use super::events::Telling;
use super::insert::{Columns, Value, insert, one_of};
use super::{Record, row};
use dateline_events::record::event::EventRecord;
use serde::Deserialize;
use sqlx::{AnyConnection, Row};
use std::collections::{BTreeSet, HashMap};

/// Events that are written together.
const EVENTS: usize = 512;

/// Claims of an event by whose sentences and statuses it is found.
const CLAIMS: usize = 200;

/// An event that is new, or told otherwise than before.
pub(super) struct New {
    pub event: EventRecord,
    pub publishers: BTreeSet<String>,
    pub hash: String,
    pub text: String,
}

/// Events that wait for being written, and those that they replace.
pub(super) struct Batch<'a> {
    record: &'a Record,
    telling: &'a Telling,
    /// The number that the next event gets.
    next: i64,
    pub new: Vec<New>,
    pub gone: Vec<i64>,
}

/// As much of a claim as is needed.
#[derive(Deserialize)]
struct Told {
    evidence: Sentence,
    status: String,
}

#[derive(Deserialize)]
struct Sentence {
    #[serde(default)]
    text: String,
}

impl<'a> Batch<'a> {
    /// Nothing yet.
    pub(super) async fn new(
        from: &mut AnyConnection,
        record: &'a Record,
        telling: &'a Telling,
    ) -> Result<Self, sqlx::Error> {
        // No number is given twice: whoever holds events by their numbers would take a new one for the old.
        let query = "select max(value) from (select value from mark where name = 'numbers' union all select coalesce(max(id), 0) from event) as known";
        let last: i64 = sqlx::query(query).fetch_one(from).await?.try_get(0)?;
        Ok(Self { record, telling, next: last + 1, new: Vec::new(), gone: Vec::new() })
    }

    /// Keeps which number was the last.
    pub(super) async fn end(self, to: &mut AnyConnection) -> Result<(), sqlx::Error> {
        let query = sqlx::query("update mark set value = $1 where name = 'numbers'").bind(self.next - 1);
        query.execute(to).await.map(drop)
    }

    /// Writes what waits, where it is enough.
    pub(super) async fn write_if_full(&mut self, to: &mut AnyConnection) -> Result<(), sqlx::Error> {
        if self.new.len() < EVENTS { Ok(()) } else { self.write(to).await }
    }

    /// Writes what waits.
    pub(super) async fn write(&mut self, to: &mut AnyConnection) -> Result<(), sqlx::Error> {
        self.remove(to).await?;
        let new = std::mem::take(&mut self.new);
        let told = told(to, &new).await?;
        let engine = self.record.engine;
        let mut rows: [Vec<Vec<Value>>; 6] = Default::default();
        for New { event, publishers, hash, text } in new {
            let id = self.next;
            self.next += 1;
            let mut columns = vec![id.into()];
            columns.extend(row::columns(&event, &hash));
            rows[0].push(columns);
            rows[5].push(vec![id.into(), text.into()]);
            let of: Vec<&Told> =
                event.claims.iter().take(CLAIMS).filter_map(|claim| told.get(claim)).collect();
            let sentences = of.iter().map(|told| told.evidence.text.as_str());
            rows[1].push(vec![id.into(), row::searched(&event, sentences).into()]);
            if let Some((lat, lon)) = event.place.as_ref().and_then(|place| place.lat.zip(place.lon)) {
                rows[2].push(vec![
                    id.into(),
                    Some(lat).into(),
                    Some(lat).into(),
                    Some(lon).into(),
                    Some(lon).into(),
                ]);
            }
            for (age, claim) in (0_i64..).zip(&event.claims) {
                let report = self.telling.report(claim);
                rows[3].push(vec![id.into(), report.into(), claim.as_str().into(), age.into()]);
            }
            let day = row::day(&event);
            let statuses: BTreeSet<&str> = of.iter().map(|told| told.status.as_str()).collect();
            let facets = row::facets(&event, &publishers, &statuses).into_iter();
            let facet = |(facet, value): (&str, String)| {
                vec![facet.into(), value.into(), day.as_str().into(), id.into()]
            };
            rows[4].extend(facets.map(facet));
        }
        let [events, words, places, claims, facets, records] = rows;
        insert(to, EVENT, events).await?;
        insert(to, Columns::new("event_record", &["event", "record"], ""), records).await?;
        insert(to, engine.event_words(), words).await?;
        if let Some(into) = engine.event_box() {
            insert(to, into, places).await?;
        }
        let into =
            Columns::new("event_claim", &["event", "report", "claim", "age"], "on conflict do nothing");
        insert(to, into, claims).await?;
        insert(to, Columns::new("facet", &["facet", "value", "day", "event"], ""), facets).await?;
        Ok(())
    }

    /// Takes out those that are gone, with all that they are found by.
    async fn remove(&mut self, to: &mut AnyConnection) -> Result<(), sqlx::Error> {
        let gone: Vec<Value> = std::mem::take(&mut self.gone).into_iter().map(Value::from).collect();
        let own = [
            "delete from event_claim where event in",
            "delete from facet where event in",
            "delete from event_record where event in",
            "delete from event where id in",
        ];
        for query in self.record.engine.remove_beside().iter().chain(&own).copied() {
            one_of(to, query, &gone, "").await?;
        }
        Ok(())
    }
}

const EVENT: Columns = Columns::new("event", row::COLUMNS, "");

/// What the claims of events tell, by the names of the claims.
async fn told(from: &mut AnyConnection, new: &[New]) -> Result<HashMap<String, Told>, sqlx::Error> {
    let claims = new.iter().flat_map(|new| new.event.claims.iter().take(CLAIMS));
    let claims: Vec<Value> = claims.map(|claim| claim.as_str().into()).collect();
    let mut found = HashMap::new();
    for row in one_of(from, "select name, record from claim where name in", &claims, "and counts = 1").await?
    {
        if let Ok(told) = serde_json::from_str::<Told>(&row.try_get::<String, _>(1)?) {
            found.insert(row.try_get(0)?, told);
        }
    }
    Ok(found)
}
