//! The record: everything that was read, coded, merged and decided, in one SQLite file or in a PostgreSQL database.
//!
//! Both hold the same tables and answer the same queries; what differs is in [`engine`] and in `schema/`. From here:
//!
//! - [`address`]: which database; [`open`]: opening it, and bringing its tables up to date; [`fault`]: what can go wrong, in words.
//! - [`input`]: what a run read, and what became of it; [`report`]: reports as published, their versions and copies;
//!   [`print`]: by what near copies are found; [`coding`]: the claims of a report, by coder.
//! - [`watched`]: feeds and what was read of them.
//! - [`events`]: what the claims make together, brought up to date, [`batch`] by batch; [`row`]: what of an event can be asked for.
//! - [`find`]: events by words, place, time, type, party, source, grade ([`wanted`] puts that into SQL); [`search`]: reports by words; [`status`]: counts.
//! - [`overview`]: all events in memory, for timelines, maps and counts. [`show`]: one event, one report, with all that belongs to it; [`voices`]: whose word the events of a list are;
//!   [`suggest`]: what can be asked for.
//! - [`handing_on`]: all events or claims, bit by bit.
//! - [`retract`]: reports that were taken back. [`backup`]: a copy of the whole while others write.
//!
//! Reports and claims are only ever added: the database itself refuses to alter them. Events are derived.

pub mod address;
pub mod backup;
mod batch;
pub mod coding;
pub mod engine;
pub mod events;
pub mod fault;
pub mod find;
pub mod handing_on;
pub mod input;
pub mod insert;
pub mod open;
pub mod overview;
pub mod print;
pub mod report;
pub mod retract;
pub mod row;
pub mod search;
pub mod show;
pub mod status;
pub mod suggest;
pub mod voices;
mod wanted;
pub mod watched;
mod words;

#[cfg(test)]
pub(crate) mod tests;

use address::Address;
use engine::Engine;
use sqlx::AnyPool;
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Handle, Runtime};

/// An open record.
#[derive(Clone)]
pub struct Record {
    pub(crate) pool: AnyPool,
    pub(crate) engine: Engine,
    pub(crate) address: Address,
    held: Arc<Held>,
}

/// What is closed when nobody holds the record any more.
struct Held {
    pool: AnyPool,
    runtime: Runtime,
}

/// How long connections may take to close.
const CLOSING: Duration = Duration::from_secs(10);

impl Drop for Held {
    /// The last connection to a SQLite file puts all that was written into the file itself, which can then be copied alone.
    fn drop(&mut self) {
        // A task of a runtime cannot wait; what was committed is kept beside the file until the next program closes it.
        if Handle::try_current().is_err() {
            self.runtime.block_on(close(&self.pool));
        }
    }
}

async fn close(pool: &AnyPool) {
    // Whoever does not give a connection back in time is cut off; nothing that was committed is lost.
    drop(tokio::time::timeout(CLOSING, pool.close()).await);
}

impl Record {
    /// Waits for what the database has to do. Not to be called by a task of the record's own runtime.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.held.runtime.block_on(work)
    }

    /// Closes it for all who hold it, as tasks do that go on until the program ends.
    pub async fn close(&self) {
        close(&self.pool).await;
    }

    /// Starts something that goes on beside the rest.
    pub(crate) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.held.runtime.spawn(work);
    }

    /// The files that it consists of, by their true names.
    pub fn files(&self) -> Vec<PathBuf> {
        let Address::File(file) = &self.address else { return Vec::new() };
        let with = |tail: &str| {
            let mut name = file.clone().into_os_string();
            name.push(tail);
            std::fs::canonicalize(PathBuf::from(name)).ok()
        };
        ["", "-wal", "-shm"].into_iter().filter_map(with).collect()
    }
}

/// Now, in UTC, to the second (ISO 8601).
pub(crate) fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
