//! The public shapes of everything that leaves the program: the claim here, the event and the series of tolls beside it.
//!
//! Offsets count Unicode code points of the report's text, end exclusive. A field that is not known is null or empty,
//! never guessed. Documented for readers in `docs/record.md`.

pub mod event;
pub mod part;
pub mod series;

use serde::{Deserialize, Serialize};

/// Version of the shapes in this module.
pub const VERSION: u32 = 1;

/// One source's word, in one report, on one event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Version of the shape; see [`VERSION`].
    #[serde(default)]
    pub v: u32,
    /// Hash of what makes the claim itself: the same text coded twice gives the same id.
    #[serde(default)]
    pub id: String,
    /// The report that it stands in.
    pub report: ReportHead,
    /// The sentence and the trigger.
    pub evidence: Evidence,
    /// What happened.
    pub event: Event,
    /// What the source says of the event's reality: occurred, possible, future, hypothetical, denied.
    pub status: String,
    /// Who did it, or said it.
    #[serde(default)]
    pub actors: Vec<Party>,
    /// To whom.
    #[serde(default)]
    pub recipients: Vec<Party>,
    /// Where.
    #[serde(default)]
    pub places: Vec<Place>,
    /// When.
    #[serde(default)]
    pub time: Option<Time>,
    /// Figures of people hurt.
    #[serde(default)]
    pub casualties: Vec<Casualty>,
    /// Other figures that define the event.
    #[serde(default)]
    pub counts: Vec<Count>,
    /// What it was done with.
    #[serde(default)]
    pub instrument: Option<Words>,
    /// According to whom, nearest to the event first; empty where the report says so in its own voice.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The claim that this one denies.
    #[serde(default)]
    pub denies: Option<Denial>,
    /// Probability that trigger and type are right, 0 to 1.
    #[serde(default)]
    pub confidence: f32,
    /// Who coded it.
    #[serde(default)]
    pub coder: Coder,
}

/// What a claim repeats of its report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportHead {
    /// The report's id.
    pub id: String,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Its headline.
    #[serde(default)]
    pub title: Option<String>,
    /// Where it was written.
    #[serde(default)]
    pub dateline: Option<String>,
    /// ISO 8601 day of publication.
    #[serde(default)]
    pub published: Option<String>,
    /// Where it stands on the web.
    #[serde(default)]
    pub url: Option<String>,
}

/// Words of the report with their place in it, in code points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The words as published.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// The sentence that a claim rests on, and the word in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Number of the sentence in the report, from 0.
    pub sentence: usize,
    /// First code point of the sentence.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The sentence as published.
    #[serde(default)]
    pub text: String,
    /// The word or words that name the event.
    pub trigger: Words,
}

/// What happened, by the codebook.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Event type of PLOVER, or STATE.
    #[serde(rename = "type")]
    pub kind: String,
    /// Modes of that type, sorted.
    #[serde(default)]
    pub modes: Vec<String>,
    /// statement, verbal or material cooperation or conflict.
    #[serde(default)]
    pub quad: String,
    /// event, or cumulative for a sum over time.
    #[serde(default)]
    pub scope: String,
    /// True where the event is background, more than about a month old.
    #[serde(default)]
    pub historical: bool,
    /// Gold files only: joins the claims of one happening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
}

/// An actor or a recipient.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// A name that means the same outside the report.
    #[serde(default)]
    pub who: Option<String>,
    /// ISO 3166 alpha-3.
    #[serde(default)]
    pub country: Option<String>,
    /// Sector of PLOVER: GOV, MIL, REB, CVL ...
    #[serde(default)]
    pub sector: Option<String>,
    /// Stable id of a party in the actor base.
    #[serde(default)]
    pub id: Option<String>,
}

/// Where an event happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Resolved name, most specific first: "Qatana, Rif Dimashq, Syria".
    #[serde(default)]
    pub name: Option<String>,
    /// ISO 3166 alpha-3.
    #[serde(default)]
    pub country: Option<String>,
    /// First-order division.
    #[serde(default)]
    pub admin1: Option<String>,
    /// Degrees north.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Degrees east.
    #[serde(default)]
    pub lon: Option<f64>,
    /// Id in GeoNames.
    #[serde(default)]
    pub geonames_id: Option<u64>,
    /// point, town, admin2, admin1, country or region.
    #[serde(default)]
    pub precision: Option<String>,
    /// Radius in kilometres within which the event lies.
    #[serde(default)]
    pub radius_km: Option<f64>,
    /// How many places of that name were in the running.
    #[serde(default)]
    pub candidates: Option<usize>,
}

/// When an event happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Time {
    /// The words; null where `basis` is "published".
    #[serde(default)]
    pub text: Option<String>,
    /// First code point.
    #[serde(default)]
    pub start: Option<usize>,
    /// One past the last code point.
    #[serde(default)]
    pub end: Option<usize>,
    /// First day, or month or year where the words say no more (ISO 8601).
    #[serde(default)]
    pub first: Option<String>,
    /// Last day, month or year.
    #[serde(default)]
    pub last: Option<String>,
    /// dawn, morning, afternoon, evening, night, or a clock time.
    #[serde(default)]
    pub part: Option<String>,
    /// stated, inherited (from an earlier sentence) or published (the report's own date).
    #[serde(default)]
    pub basis: Option<String>,
}

/// A figure of people hurt.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Casualty {
    /// killed, wounded, missing, captured, abducted, displaced or arrested.
    pub kind: String,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Least number that the words allow.
    #[serde(default)]
    pub low: Option<u64>,
    /// Greatest; null where the words set none.
    #[serde(default)]
    pub high: Option<u64>,
    /// exact, at_least, at_most, about, feared or vague.
    #[serde(default)]
    pub qualifier: Option<String>,
    /// civilians, soldiers, people ...
    #[serde(default)]
    pub whose: Option<String>,
    /// Index of the figure that this one is part of.
    #[serde(default)]
    pub subset_of: Option<usize>,
}

/// Another figure that defines the event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted: missiles, bases captured.
    #[serde(default)]
    pub what: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Least number that the words allow.
    #[serde(default)]
    pub low: Option<u64>,
    /// Greatest; null where the words set none.
    #[serde(default)]
    pub high: Option<u64>,
    /// exact, at_least, at_most, about or vague.
    #[serde(default)]
    pub qualifier: Option<String>,
}

/// Who says so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// A name that means the same outside the report.
    #[serde(default)]
    pub who: Option<String>,
    /// government, military, police, rebel, party, state-media, news-agency ...
    #[serde(default)]
    pub kind: Option<String>,
    /// The words that introduce it: said, according to.
    #[serde(default)]
    pub cue: Option<String>,
}

/// What a denial is aimed at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Denial {
    /// Gold files: the bare id of the claim denied.
    Bare(String),
    /// The claim, and what of it is denied: event, actor or figure.
    Link {
        /// Id of the claim denied.
        claim: String,
        /// event, actor or figure.
        what: String,
    },
}

/// Which program, model and data made a claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Coder {
    /// Version of the program.
    #[serde(default)]
    pub version: String,
    /// Hash of the model.
    #[serde(default)]
    pub model: String,
    /// Hash of the data tables.
    #[serde(default)]
    pub data: String,
    /// Hash of the user's own actors, where there were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actors: Option<String>,
}
