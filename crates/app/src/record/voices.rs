//! Who says so, and who denies it, of the events of a list.

use super::Record;
use super::insert::{Value, one_of};
use dateline_events::record::event::EventRecord;
use sqlx::{AnyConnection, Row};
use std::collections::HashMap;

/// Whose word an event is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// Those who say that it happened; where nobody does, those who say that it may have or will. The most talkative first.
    pub saying: Vec<String>,
    /// Those who deny it or a part of it.
    pub denying: Vec<String>,
}

/// Claims by their status, where the claims of their event differ in it.
type Statuses = HashMap<String, String>;

impl Record {
    /// Whose word events are, by their numbers.
    pub async fn voices(&self, numbers: &[i64]) -> Result<HashMap<i64, Voices>, sqlx::Error> {
        let numbers: Vec<Value> = numbers.iter().map(|number| (*number).into()).collect();
        let mut from = self.pool.acquire().await?;
        let statuses = statuses(&mut from, &numbers).await?;
        let query = "select event, record from event_record where event in";
        let rows = one_of(&mut from, query, &numbers, "").await?;
        let mut found = HashMap::new();
        for row in &rows {
            if let Ok(event) = serde_json::from_str::<EventRecord>(row.try_get(1)?) {
                found.insert(row.try_get(0)?, Voices::of(event, &statuses));
            }
        }
        Ok(found)
    }
}

impl Voices {
    fn of(event: EventRecord, statuses: &Statuses) -> Self {
        let status = |claim: &String| statuses.get(claim).map(String::as_str);
        let is_certain = event.claims.iter().any(|claim| status(claim) == Some("occurred"));
        let says = |claim: &String| match status(claim) {
            Some("denied") => false,
            Some(status) => !is_certain || status == "occurred",
            None => true,
        };
        let mut voices = Self::default();
        for source in event.sources {
            if source.claims.iter().any(|claim| status(claim) == Some("denied")) {
                voices.denying.push(source.who.clone());
            }
            if source.claims.iter().any(says) {
                voices.saying.push(source.who);
            }
        }
        voices
    }
}

/// The statuses of the claims of those events whose claims differ in it. These are few, and known by what events can be asked for.
async fn statuses(from: &mut AnyConnection, numbers: &[Value]) -> Result<Statuses, sqlx::Error> {
    let query = "select event from facet where event in";
    // Kinds of facets are few: what is written about theirs keeps SQLite from going by these instead of by the events.
    let several = "and facet || '' = 'status' group by event having count(*) > 1";
    let mut mixed: Vec<Value> = Vec::new();
    for row in one_of(from, query, numbers, several).await? {
        mixed.push(row.try_get::<i64, _>(0)?.into());
    }
    let query = "select claim.name, claim.status from event_claim \
        join claim on claim.name = event_claim.claim and claim.report = event_claim.report where event_claim.event in";
    let rows = one_of(from, query, &mixed, "and claim.counts = 1").await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}
