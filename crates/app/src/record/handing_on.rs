//! All events or claims that a filter lets through, bit by bit in the order of their numbers: memory stays flat, however many there are.

use super::Record;
use super::engine::Engine;
use super::find::Filter;
use super::insert::{Value, bind, one_of};
use super::show::{Head, head};
use super::wanted::Wanted;
use sqlx::{Any, AssertSqlSafe, Row, Transaction};
use std::collections::HashMap;

/// Events or claims that are read at a time.
const PAGE: i64 = 1_000;

/// An event with the heads of the reports that tell of it.
pub struct Event {
    /// Its number in the record.
    pub number: i64,
    /// Its record (JSON).
    pub record: String,
    /// The oldest first.
    pub reports: Vec<Head>,
}

/// A look at the record as it is when the first page is read: what others write meanwhile is not seen.
pub struct Reading {
    from: Transaction<'static, Any>,
    engine: Engine,
}

impl Record {
    /// Begins to read.
    pub async fn reading(&self) -> Result<Reading, sqlx::Error> {
        let from = match self.engine {
            Engine::Sqlite => self.pool.begin().await?,
            Engine::Postgres => {
                self.pool.begin_with("begin isolation level repeatable read read only").await?
            }
        };
        Ok(Reading { from, engine: self.engine })
    }
}

impl Reading {
    /// Ends it. To be waited for: a connection goes back to the others of the record only where these are served.
    pub async fn end(self) -> Result<(), sqlx::Error> {
        self.from.rollback().await
    }

    /// The next events behind a number; none at the end.
    pub async fn events_behind(&mut self, filter: &Filter, number: i64) -> Result<Vec<Event>, sqlx::Error> {
        let numbers = self.numbers_behind(filter, number).await?;
        let from = &mut *self.from;
        let numbers: Vec<Value> = numbers.into_iter().map(Value::from).collect();
        let query = "select distinct report.name, title, publisher, published, url, event_claim.event from event_claim \
            join report on report.id = event_claim.report where event_claim.event in";
        let mut reports: HashMap<i64, Vec<Head>> = HashMap::new();
        for row in one_of(from, query, &numbers, "").await? {
            reports.entry(row.try_get(5)?).or_default().push(head(&row)?);
        }
        let query = "select event, record from event_record where event in";
        let mut events = Vec::new();
        for row in one_of(from, query, &numbers, "").await? {
            let number: i64 = row.try_get(0)?;
            let mut heads = reports.remove(&number).unwrap_or_default();
            heads.sort_by(|a, b| {
                (a.published.is_none(), &a.published, &a.name).cmp(&(
                    b.published.is_none(),
                    &b.published,
                    &b.name,
                ))
            });
            events.push(Event { number, record: row.try_get(1)?, reports: heads });
        }
        events.sort_by_key(|event| event.number);
        Ok(events)
    }

    /// The claims of the next events behind a number, and the number of the last of these events; none at the end.
    pub async fn claims_of_events_behind(
        &mut self,
        filter: &Filter,
        number: i64,
    ) -> Result<Option<(i64, Vec<String>)>, sqlx::Error> {
        let numbers = self.numbers_behind(filter, number).await?;
        let Some(last) = numbers.last().copied() else { return Ok(None) };
        let numbers: Vec<Value> = numbers.into_iter().map(Value::from).collect();
        let query = "select claim.id, claim.record from event_claim join claim on claim.name = event_claim.claim \
            and claim.report = event_claim.report where event_claim.event in";
        let mut claims: Vec<(i64, String)> = Vec::new();
        for row in one_of(&mut self.from, query, &numbers, "and claim.counts = 1").await? {
            claims.push((row.try_get(0)?, row.try_get(1)?));
        }
        claims.sort_unstable();
        claims.dedup();
        Ok(Some((last, claims.into_iter().map(|(_, record)| record).collect())))
    }

    /// The numbers of the next events: what is joined to them is then found by these alone, in whatever way the filter is answered.
    async fn numbers_behind(&mut self, filter: &Filter, number: i64) -> Result<Vec<i64>, sqlx::Error> {
        let mut all = Wanted::of(self.engine, filter);
        all.behind(number);
        let limit = all.next(PAGE);
        let query = format!("select event.id {} order by event.id limit ${limit}", all.rest());
        let query = all.values.into_iter().fold(sqlx::query(AssertSqlSafe(query)), bind);
        query.fetch_all(&mut *self.from).await?.iter().map(|row| row.try_get(0)).collect()
    }

    /// The next claims that count, behind a number, with the numbers; none at the end.
    pub async fn claims_behind(&mut self, number: i64) -> Result<Vec<(i64, String)>, sqlx::Error> {
        let query = "select id, record from claim where counts = 1 and id > $1 order by id limit $2";
        let rows = sqlx::query(query).bind(number).bind(PAGE).fetch_all(&mut *self.from).await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
    }
}
