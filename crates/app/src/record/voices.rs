//! Who says so, and who denies it, of the events of a list.

use super::Record;
use super::insert::{Value, one_of};
use dateline_events::record::event::EventRecord;
use sqlx::{AnyConnection, Row};
use std::collections::{HashMap, HashSet};

/// Whose word an event is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// Those who say that it happened, may have or will; the most talkative first.
    pub saying: Vec<String>,
    /// Those who deny it or a part of it.
    pub denying: Vec<String>,
}

impl Record {
    /// Whose word events are, by their numbers.
    pub async fn voices(&self, numbers: &[i64]) -> Result<HashMap<i64, Voices>, sqlx::Error> {
        let numbers: Vec<Value> = numbers.iter().map(|number| (*number).into()).collect();
        let mut from = self.pool.acquire().await?;
        let denials = denials(&mut from, &numbers).await?;
        let query = "select event, record from event_record where event in";
        let rows = one_of(&mut from, query, &numbers, "").await?;
        let mut found = HashMap::new();
        for row in &rows {
            if let Ok(event) = serde_json::from_str::<EventRecord>(row.try_get(1)?) {
                found.insert(row.try_get(0)?, Voices::of(event, &denials));
            }
        }
        Ok(found)
    }
}

impl Voices {
    fn of(event: EventRecord, denials: &HashSet<String>) -> Self {
        let mut voices = Self::default();
        for source in event.sources {
            let denies = source.claims.iter().filter(|claim| denials.contains(*claim)).count();
            if denies > 0 {
                voices.denying.push(source.who.clone());
            }
            if denies < source.claims.len() {
                voices.saying.push(source.who);
            }
        }
        voices
    }
}

/// The claims of some events that deny them or a part of them. Few events have any, and those are known by what they can be asked for.
async fn denials(from: &mut AnyConnection, numbers: &[Value]) -> Result<HashSet<String>, sqlx::Error> {
    let query = "select event from facet where event in";
    // The names of facets are few: what is written about theirs keeps SQLite from going by these instead of by the events.
    let denied =
        one_of(from, query, numbers, "and facet || '' = 'status' and value || '' = 'denied'").await?;
    let mut contested: Vec<Value> = Vec::new();
    for row in &denied {
        contested.push(row.try_get::<i64, _>(0)?.into());
    }
    let query = "select claim.name from event_claim \
        join claim on claim.name = event_claim.claim and claim.report = event_claim.report where event_claim.event in";
    let rows = one_of(from, query, &contested, "and claim.status = 'denied' and claim.counts = 1").await?;
    rows.iter().map(|row| row.try_get(0)).collect()
}
