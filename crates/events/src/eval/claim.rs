//! A claim as the scorer reads it: the fields that are measured, every one of them optional.
//!
//! Gold and predictions come from people and from other programs, so that a missing field, a null and an empty list all
//! count as "not known" here, where [`crate::record::Claim`] insists on the full shape.

use super::lenient::{filled, whole};
use super::measure::Measure;
use crate::record;
use serde::Deserialize;

/// The measured fields of one claim.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct CodedClaim {
    /// What denials point at.
    pub id: Option<String>,
    evidence: Option<Evidence>,
    event: Option<Event>,
    /// What the source says of the event's reality.
    pub status: Option<String>,
    #[serde(deserialize_with = "filled")]
    actors: Vec<Item>,
    #[serde(deserialize_with = "filled")]
    recipients: Vec<Item>,
    #[serde(deserialize_with = "filled")]
    places: Vec<Item>,
    #[serde(deserialize_with = "filled")]
    sources: Vec<Item>,
    #[serde(deserialize_with = "filled")]
    casualties: Vec<Item>,
    #[serde(deserialize_with = "filled")]
    counts: Vec<Item>,
    time: Option<Time>,
    denies: Option<Denial>,
    /// How sure the coder is of trigger and type, 0 to 1.
    pub confidence: Option<f64>,
}

/// The sentence of a claim and its trigger.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Evidence {
    #[serde(flatten)]
    sentence: Stretch,
    trigger: Option<Stretch>,
}

/// Code points from `start` up to `end`; unknown where either is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Stretch {
    #[serde(deserialize_with = "whole")]
    pub(super) start: Option<i64>,
    #[serde(deserialize_with = "whole")]
    pub(super) end: Option<i64>,
}

/// The measured part of what happened.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Event {
    #[serde(rename = "type")]
    kind: Option<String>,
    modes: Option<Vec<String>>,
    scope: Option<String>,
    historical: Option<bool>,
}

/// A party, place, source or figure: whatever of its fields is measured.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Item {
    #[serde(flatten)]
    pub(super) words: Stretch,
    pub(super) text: Option<String>,
    pub(super) who: Option<String>,
    pub(super) name: Option<String>,
    pub(super) country: Option<String>,
    pub(super) sector: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Time {
    first: Option<String>,
    last: Option<String>,
    basis: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Denial {
    Bare(String),
    Link {
        #[serde(default)]
        claim: Option<String>,
    },
}

impl CodedClaim {
    /// Event type, where it is known.
    pub fn kind(&self) -> Option<&str> {
        self.event.as_ref()?.kind.as_deref()
    }

    pub(super) fn trigger(&self) -> Option<Stretch> {
        self.evidence.as_ref()?.trigger
    }

    pub(super) fn sentence(&self) -> Option<Stretch> {
        self.evidence.as_ref().map(|e| e.sentence)
    }

    /// First and last day of a time that the report states: one that rests on the date of publication alone is none.
    pub(super) fn stated_time(&self) -> Option<(&str, Option<&str>)> {
        let time = self.time.as_ref()?;
        let first = time.first.as_deref().filter(|f| !f.is_empty())?;
        (time.basis.as_deref() != Some("published")).then_some((first, time.last.as_deref()))
    }

    /// Id of the claim that this one denies.
    pub(super) fn denied(&self) -> Option<&str> {
        match self.denies.as_ref()? {
            Denial::Bare(id) => Some(id),
            Denial::Link { claim } => claim.as_deref(),
        }
    }

    pub(super) fn modes(&self) -> Vec<&str> {
        let modes = self.event.as_ref().and_then(|e| e.modes.as_deref()).unwrap_or_default();
        let mut modes: Vec<&str> = modes.iter().map(String::as_str).collect();
        modes.sort_unstable();
        modes
    }

    pub(super) fn scope(&self) -> &str {
        let scope = self.event.as_ref().and_then(|e| e.scope.as_deref());
        scope.filter(|s| !s.is_empty()).unwrap_or("event")
    }

    pub(super) fn historical(&self) -> bool {
        self.event.as_ref().and_then(|e| e.historical).unwrap_or(false)
    }

    /// The items that `measure` counts; none for a measure of the claim as a whole.
    pub(super) fn items(&self, measure: Measure) -> &[Item] {
        match measure {
            Measure::Actors => &self.actors,
            Measure::Recipients => &self.recipients,
            Measure::Places => &self.places,
            Measure::Sources => &self.sources,
            Measure::Casualties => &self.casualties,
            Measure::Counts => &self.counts,
            Measure::Trigger | Measure::Typed | Measure::Time | Measure::Denies => &[],
        }
    }
}

/// Through the written form, so that a claim scores the same whether it comes from memory or from a file.
impl TryFrom<&record::Claim> for CodedClaim {
    type Error = serde_json::Error;

    fn try_from(claim: &record::Claim) -> Result<Self, serde_json::Error> {
        serde_json::from_value(serde_json::to_value(claim)?)
    }
}
