//! Events, brought up to date with the claims that count.
//!
//! Derived in one transaction: whoever looks sees the events of before or those of now. Only what has changed is written, so that a live
//! record stays quiet; ids stay as `docs/merging.md` says. The first time all claims are read; whoever keeps the [`Upkeep`] pays only for
//! what has changed since ([`telling`] reads that, [`write`] compares and writes).

mod ids;
mod series;
mod telling;
mod write;

use super::Record;
use super::fault::Fault;
use dateline_events::merge::{Merger, Merging, Settled};
use series::Written;
use sqlx::{AnyConnection, Row};
use std::fmt;
pub(super) use telling::Telling;

/// What bringing events up to date did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Events now.
    pub events: i64,
    /// New ones.
    pub new: usize,
    /// Those that are told otherwise than before.
    pub altered: usize,
    /// Those that went away.
    pub gone: usize,
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

/// What keeps the events of a record up to date.
pub struct Upkeep<'t> {
    tables: &'t Merging,
    /// The claims as of the last time; none before the first, and after a fault.
    held: Option<Held<'t>>,
}

/// Claims on their way to events, as of a change of the claims.
struct Held<'t> {
    merger: Merger<'t>,
    telling: Telling,
    series: Written,
    mark: i64,
}

impl<'t> Upkeep<'t> {
    /// Nothing read yet.
    pub fn new(tables: &'t Merging) -> Self {
        Self { tables, held: None }
    }

    /// Brings the events up to date where the claims have changed; none where they have not. `told` is told how far that is.
    pub fn bring_up_to_date(
        &mut self,
        record: &Record,
        mut told: impl FnMut(Step),
    ) -> Result<Option<Changes>, Fault> {
        let work = async {
            let before = record.marks().await?;
            if before.claims == before.events {
                return Ok(None);
            }
            // Whatever fails from here on leaves nothing held: the next time all is read.
            let (mut held, is_new) = match self.held.take() {
                Some(held) => (held, false),
                None => (Held::read(record, self.tables, &mut told).await?, true),
            };
            let mut tx = record.pool.begin_with(record.engine.begin()).await?;
            if let Some(lock) = record.engine.lock_events() {
                sqlx::query(lock).execute(&mut *tx).await?;
            }
            // What others add from here on is not to be taken for merged, whether the claims that are read have it or not.
            let marks = marks(&mut tx).await?;
            // Events that another program has made since are not known here: all are held against what is there.
            let is_known = !is_new && marks.events == held.mark;
            let settled = held.catch_up(&mut tx, &mut told).await?;
            held.mark = marks.claims;
            let changes =
                write::write(&mut tx, record, &held, Some(&settled).filter(|_| is_known), &mut told).await?;
            if !is_known {
                held.series = Written::default();
            }
            if !is_known || settled.sums() {
                held.series.write(&mut tx, &held.merger.series()).await?;
            }
            let mark = sqlx::query("update mark set value = $1 where name = 'events'").bind(marks.claims);
            mark.execute(&mut *tx).await?;
            tx.commit().await?;
            self.held = Some(held);
            Ok(Some(changes))
        };
        record.wait(work).map_err(|error: sqlx::Error| record.fault(&error))
    }
}

impl<'t> Held<'t> {
    /// All claims, as of one state of the record; others may write meanwhile.
    async fn read(
        record: &Record,
        tables: &'t Merging,
        told: &mut impl FnMut(Step),
    ) -> Result<Self, sqlx::Error> {
        let mut tx = record.pool.begin_with(record.engine.begin_to_read()).await?;
        let mark = marks(&mut tx).await?.claims;
        let mut merger = Merger::new(tables);
        let telling = Telling::read(&mut tx, &mut merger, told).await?;
        tx.commit().await?;
        merger.settle();
        Ok(Self { merger, telling, series: Written::default(), mark })
    }

    /// What has changed since.
    async fn catch_up(
        &mut self,
        from: &mut AnyConnection,
        told: &mut impl FnMut(Step),
    ) -> Result<Settled, sqlx::Error> {
        self.telling.catch_up(from, &mut self.merger, self.mark).await?;
        told(Step::Read(self.merger.len()));
        Ok(self.merger.settle())
    }
}

/// Counters of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How often the claims that count have changed.
    pub claims: i64,
    /// At which of these changes the events were made.
    pub events: i64,
    /// How often reports have come, with claims or without.
    pub reports: i64,
}

impl Record {
    /// Counters of changes, as they stand.
    pub async fn marks(&self) -> Result<Marks, sqlx::Error> {
        marks(&mut *self.pool.acquire().await?).await
    }
}

pub(super) async fn marks(from: &mut AnyConnection) -> Result<Marks, sqlx::Error> {
    let mut marks = Marks::default();
    for row in sqlx::query("select name, value from mark").fetch_all(from).await? {
        let value = row.try_get(1)?;
        match row.try_get::<String, _>(0)?.as_str() {
            "claims" => marks.claims = value,
            "events" => marks.events = value,
            "reports" => marks.reports = value,
            _ => {}
        }
    }
    Ok(marks)
}
