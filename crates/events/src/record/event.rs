//! The event record: what several claims say of one happening, side by side.

use serde::{Deserialize, Serialize};

/// One happening, with all that is claimed of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventRecord {
    /// Version of the shape; see [`super::VERSION`].
    pub v: u32,
    /// Stable: that of the event of its oldest claim.
    pub id: String,
    /// Event type of PLOVER, or STATE.
    #[serde(rename = "type")]
    pub kind: String,
    /// Modes that its claims give, the most frequent first.
    pub modes: Vec<String>,
    /// single-source, corroborated, contested, denied or expected.
    pub grade: String,
    /// First day (ISO 8601) on which it can have happened; null where nothing tells.
    pub first: Option<String>,
    /// Last day.
    pub last: Option<String>,
    /// Where, as precisely as most claims say.
    pub place: Option<EventPlace>,
    /// Who did it, by whomever's word; the most often named first.
    pub actors: Vec<EventParty>,
    /// To whom.
    pub recipients: Vec<EventParty>,
    /// People hurt, by kind.
    pub casualties: Vec<EventCasualties>,
    /// What it was done with, in the words of the reports.
    pub instruments: Vec<String>,
    /// Who says something of it; the most talkative first.
    pub sources: Vec<EventSource>,
    /// Ids of its claims, the oldest first.
    pub claims: Vec<String>,
    /// Reports that tell of it.
    pub reports: usize,
    /// Publishers of these.
    pub publishers: usize,
    /// Sources that do not repeat each other.
    pub independent_sources: usize,
    /// How its grade came about, by the day of publication.
    pub history: Vec<EventGrade>,
    /// One line in plain English.
    pub summary: String,
}

/// Where an event happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventPlace {
    /// Most specific first: "Qatana, Rif Dimashq, Syria".
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// point, town, admin2, admin1, country or region.
    pub precision: Option<String>,
}

/// An actor or a recipient, and by whose word.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventParty {
    /// Its name in full.
    pub who: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Sector of PLOVER.
    pub sector: Option<String>,
    /// Stable id of a party in the actor base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Ids of the claims that name it.
    pub named_by: Vec<String>,
    /// Ids of the claims that deny that it did it.
    pub denied_by: Vec<String>,
}

/// People hurt in one way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventCasualties {
    /// killed, wounded, missing, captured, abducted, displaced or arrested.
    pub kind: String,
    /// Least of the newest figures.
    pub low: Option<u64>,
    /// Greatest of the newest figures; null where one of them sets no bound above the others.
    pub high: Option<u64>,
    /// Every source's figures, the oldest first.
    pub figures: Vec<EventFigure>,
}

/// One source's figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventFigure {
    /// Least number that the words allow.
    pub low: Option<u64>,
    /// Greatest; null where the words set none.
    pub high: Option<u64>,
    /// about, feared or vague, where the numbers do not tell how it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// The words of such a figure: "dozens"; none for a sum of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who says so; the publisher where a report speaks in its own voice.
    pub source: String,
    /// Kind of the source.
    pub kind: Option<String>,
    /// Id of the claim.
    pub claim: String,
    /// False where the same source gave another figure later.
    pub newest: bool,
}

/// Who says something of an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventSource {
    /// Its name in full; the publisher where a report speaks in its own voice.
    pub who: String,
    /// Kind of the source.
    pub kind: Option<String>,
    /// Ids of its claims.
    pub claims: Vec<String>,
}

/// A grade, and since when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventGrade {
    /// The day of publication from which it holds; null where the reports bear no date.
    pub since: Option<String>,
    /// The grade.
    pub grade: String,
    /// Id of the claim that brought it about.
    pub claim: String,
}

/// An id that went away, and the event that its claims are in now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Redirect {
    /// The id that went away.
    pub id: String,
    /// The id that stands for it.
    pub now: String,
}
