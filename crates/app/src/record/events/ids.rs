//! Which ids events had, and which no event may get.

use crate::record::insert::{Value, one_of};
use dateline_events::merge::{Claimed, next_id};
use dateline_events::record::event::Redirect;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Events as they were.
#[derive(Default)]
pub(super) struct Before {
    /// Their ids with those of their claims.
    pub claimed: Vec<Claimed>,
    /// By id their number and the hash of their record.
    pub known: HashMap<String, (i64, String)>,
    /// Ids that other events have, or that lead to other events.
    pub elsewhere: HashSet<String>,
}

impl Before {
    /// All events.
    pub(super) async fn all(from: &mut AnyConnection) -> Result<Self, sqlx::Error> {
        let events = sqlx::query("select id, name, hash from event").fetch_all(&mut *from).await?;
        let claims = sqlx::query("select event, claim, age from event_claim order by event, age")
            .fetch_all(&mut *from)
            .await?;
        let moved = sqlx::query("select name from redirect").fetch_all(from).await?;
        Self::of(&events, &claims, names(&moved)?)
    }

    /// Those that some of these claims were in; `now` are the events that these make now.
    pub(super) async fn with_claims(
        from: &mut AnyConnection,
        gone: impl Iterator<Item = &str>,
        now: &[Claimed],
    ) -> Result<Self, sqlx::Error> {
        let mut moved: Vec<Value> = gone.map(Value::from).collect();
        moved.extend(now.iter().flat_map(|(_, claims)| claims).map(|claim| claim.as_str().into()));
        let mut numbers: Vec<i64> = Vec::new();
        for row in one_of(from, "select distinct event from event_claim where claim in", &moved, "").await? {
            numbers.push(row.try_get(0)?);
        }
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<Value> = numbers.into_iter().map(Value::from).collect();
        let events = one_of(from, "select id, name, hash from event where id in", &numbers, "").await?;
        let claims = one_of(
            from,
            "select event, claim, age from event_claim where event in",
            &numbers,
            "order by event, age",
        )
        .await?;
        Self::of(&events, &claims, taken(from, now).await?)
    }

    fn of(events: &[AnyRow], claims: &[AnyRow], elsewhere: HashSet<String>) -> Result<Self, sqlx::Error> {
        let (mut before, mut names) = (Self { elsewhere, ..Self::default() }, BTreeMap::new());
        for row in events {
            let (id, name): (i64, String) = (row.try_get(0)?, row.try_get(1)?);
            before.elsewhere.remove(&name);
            names.insert(id, (name.clone(), Vec::new()));
            before.known.insert(name, (id, row.try_get(2)?));
        }
        for row in claims {
            if let Some((_, claims)) = names.get_mut(&row.try_get::<i64, _>(0)?) {
                claims.push(row.try_get(1)?);
            }
        }
        before.claimed = names.into_values().collect();
        Ok(before)
    }
}

/// Those of the ids that new events would get which some event has, or which lead to one; and of those that they would get then.
async fn taken(from: &mut AnyConnection, now: &[Claimed]) -> Result<HashSet<String>, sqlx::Error> {
    let mut all = HashSet::new();
    let mut wished: Vec<String> = now.iter().map(|(id, _)| id.clone()).collect();
    while !wished.is_empty() {
        let values: Vec<Value> = wished.iter().map(|id| id.as_str().into()).collect();
        let mut found = names(&one_of(from, "select name from event where name in", &values, "").await?)?;
        found.extend(names(&one_of(from, "select name from redirect where name in", &values, "").await?)?);
        wished = found.iter().map(|id| next_id(id)).collect();
        all.extend(found);
    }
    Ok(all)
}

fn names(rows: &[AnyRow]) -> Result<HashSet<String>, sqlx::Error> {
    rows.iter().map(|row| row.try_get(0)).collect()
}

/// Keeps where an id went, also for the ids that led to it before.
pub(super) async fn redirect(to: &mut AnyConnection, moved: Redirect) -> Result<(), sqlx::Error> {
    let follow = sqlx::query("update redirect set stands = $2 where stands = $1");
    follow.bind(moved.id.clone()).bind(moved.now.clone()).execute(&mut *to).await?;
    let query = "insert into redirect (name, stands) values ($1, $2) on conflict (name) do update set stands = excluded.stands";
    sqlx::query(query).bind(moved.id).bind(moved.now).execute(to).await.map(drop)
}
