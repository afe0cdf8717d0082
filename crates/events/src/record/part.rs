//! What goes from step to step where claims are merged to events in parts, each of which sees some claims only
//! (`crates/events/src/merge/parts`).

use super::Claim;
use super::event::EventRecord;
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

/// What is looked at where a telling is weighed against another, and nothing else. Words stand as stems: numbers that mean the same to every
/// program of one version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its report's id.
    pub report: String,
    /// The day of publication, from 1970-01-01.
    pub published: Option<i32>,
    /// The words of its report's title.
    pub title: Vec<u32>,
    /// Which telling of its report: the number of its first claim there.
    pub number: u32,
    /// How many claims it has.
    pub claims: u32,
    /// True for the main one of those of one report and type.
    pub main: bool,
    /// Later tellings of the same report that some block holds near, by their numbers, with the log odds that both are one event.
    pub beside: Vec<(u32, i64)>,
    /// Its type.
    pub kind: String,
    /// Modes of that type.
    pub modes: Vec<String>,
    /// What its claims say of the event's reality.
    pub statuses: Vec<String>,
    /// True where all of its claims are background.
    pub historical: bool,
    /// First and last days, from 1970-01-01.
    pub days: Vec<(i32, i32)>,
    /// Places.
    pub spots: Vec<SheetSpot>,
    /// For each of its claims that names nothing larger than towns: these, by their numbers in `spots`.
    pub towns: Vec<Vec<usize>>,
    /// Who did it.
    pub actors: Vec<SheetParty>,
    /// To whom.
    pub recipients: Vec<SheetParty>,
    /// People hurt.
    pub figures: Vec<SheetFigure>,
    /// What it was done with.
    pub instruments: Vec<String>,
    /// Stems of the triggers.
    pub triggers: Vec<u32>,
    /// Stems of the sentences.
    pub words: Vec<u32>,
    /// Those of names and numbers.
    pub names: Vec<u32>,
}

/// A place of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetSpot {
    /// Its full name.
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// point, town, admin2, admin1, country or region.
    pub precision: Option<String>,
    /// Radius in kilometres.
    pub radius_km: f64,
}

/// A party of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetParty {
    /// Its id, or its folded name where it has none.
    pub key: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Sector of PLOVER.
    pub sector: Option<String>,
    /// Stems of its name.
    pub words: Vec<u32>,
}

/// A figure of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetFigure {
    /// killed, wounded ...
    pub kind: String,
    /// Least number.
    pub low: Option<u64>,
    /// Greatest.
    pub high: Option<u64>,
    /// civilians, soldiers, people ...
    pub whose: Option<String>,
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
