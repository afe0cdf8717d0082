//! What goes from step to step where claims are merged to events in parts, each of which sees some claims only
//! (`crates/events/src/merge/parts`).

use super::event::EventRecord;
use super::{Claim, ReportHead};
use serde::{Deserialize, Serialize};

/// What one report tells of one happening, with what the other steps need of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TellingRow {
    /// Where it stands among all tellings, which sort by the letters of this: day of publication, report, first claim; 48 hexadecimal
    /// digits. No two tellings have the same.
    pub order: String,
    /// The blocks that it stands in, each once: it can only be one with others of the same blocks. The same in every program.
    pub keys: Vec<i64>,
    /// Its report's id.
    pub report: String,
    /// Ids of its claims, in the order of the report.
    pub claims: Vec<String>,
    /// How many claims its report has, each counted once.
    pub told: usize,
    /// What weighing looks at.
    pub sheet: Sheet,
}

/// What is looked at where a telling is weighed against another, and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its report, as all claims of it together have it.
    pub head: ReportHead,
    /// Which telling of its report: the number of its first claim there.
    pub number: u32,
    /// True for the main one of those of one report and type.
    pub main: bool,
    /// For each of its claims: how many of the same type stand before it in the report, sums over time left out.
    pub nth: Vec<u32>,
    /// Its claims, without the fields that weighing does not look at.
    pub claims: Vec<Claim>,
}

/// Two tellings, by numbers that the caller gave them, and how likely they are one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tie {
    /// One telling.
    pub a: i64,
    /// The other.
    pub b: i64,
    /// Log odds that they are one event, in thousandths.
    pub odds: i64,
}

/// A telling on its way into an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The number that the caller gave it.
    pub telling: i64,
    /// The set of tellings in which it was found: one set's events are made of its members alone.
    pub set: i64,
    /// Its report's id.
    pub report: String,
    /// Ids of its claims.
    pub claims: Vec<String>,
    /// How many claims its report has, each counted once.
    pub told: usize,
}

/// An event with its place among all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// That of the first of its tellings: events sort by the letters of this.
    pub order: String,
    /// The event.
    pub event: EventRecord,
}

/// A sum over time, with the source whose series it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sum {
    /// Who says so.
    pub source: String,
    /// The claim, its report as all claims of it together have it.
    pub claim: Claim,
}
