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
            let mut tx = record.pool.begin_with(record.engine.begin()).await?;
            if let Some(lock) = record.engine.lock_events() {
                sqlx::query(lock).execute(&mut *tx).await?;
            }
            // What others add from here on is not to be taken for merged, whether the claims that are read have it or not.
            let (claims, events) = marks(&mut tx).await?;
            if claims == events {
                return Ok(None);
            }
            // Whatever fails from here on leaves nothing held: the next time all is read.
            let (mut held, touched) = match self.held.take() {
                Some(mut held) => {
                    let settled = held.catch_up(&mut tx, &mut told).await?;
                    (held, Some(settled))
                }
                None => (Held::read(&mut tx, self.tables, &mut told).await?, None),
            };
            held.mark = claims;
            let changes = write::write(&mut tx, record, &held, touched.as_ref(), &mut told).await?;
            if touched.as_ref().is_none_or(Settled::sums) {
                held.series.write(&mut tx, &held.merger.series()).await?;
            }
            let mark = sqlx::query("update mark set value = $1 where name = 'events'").bind(claims);
            mark.execute(&mut *tx).await?;
            tx.commit().await?;
            self.held = Some(held);
            Ok(Some(changes))
        };
        record.wait(work).map_err(|error: sqlx::Error| record.fault(&error))
    }
}

impl<'t> Held<'t> {
    /// All claims.
    async fn read(
        from: &mut AnyConnection,
        tables: &'t Merging,
        told: &mut impl FnMut(Step),
    ) -> Result<Self, sqlx::Error> {
        let mut merger = Merger::new(tables);
        let telling = Telling::read(from, &mut merger, told).await?;
        merger.settle();
        Ok(Self { merger, telling, series: Written::default(), mark: 0 })
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

/// True where claims have changed since the events were made.
pub(crate) async fn behind(from: &mut AnyConnection) -> Result<bool, sqlx::Error> {
    let (claims, events) = marks(from).await?;
    Ok(claims != events)
}

/// How often the claims have changed, and at which of these changes the events were made.
pub(super) async fn marks(from: &mut AnyConnection) -> Result<(i64, i64), sqlx::Error> {
    let query = "select (select value from mark where name = 'claims'), (select value from mark where name = 'events')";
    let row = sqlx::query(query).fetch_one(from).await?;
    Ok((row.try_get(0)?, row.try_get(1)?))
}
