//! Tolls over time: what one source says, and as of when.

use serde::{Deserialize, Serialize};

/// The sums of one source for one kind of harm.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TollSeries {
    /// Version of the shape; see [`super::VERSION`].
    pub v: u32,
    /// Stable: from the source, the kind and the country.
    pub id: String,
    /// Who says so; the publisher where reports speak in their own voice.
    pub source: String,
    /// Kind of the source.
    pub source_kind: Option<String>,
    /// killed, wounded, missing, captured, abducted, displaced or arrested.
    pub kind: String,
    /// ISO 3166 alpha-3 of where, or of those hurt; null where nothing tells.
    pub country: Option<String>,
    /// The oldest first.
    pub figures: Vec<TollFigure>,
}

/// One sum.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TollFigure {
    /// The first day that it counts from, where the words give one.
    pub since: Option<String>,
    /// The day up to which it counts; the day of publication where the words give none.
    pub as_of: Option<String>,
    /// Least number that the words allow.
    pub low: Option<u64>,
    /// Greatest; null where the words set none.
    pub high: Option<u64>,
    /// Whose: civilians, soldiers.
    pub whose: Option<String>,
    /// Id of the claim.
    pub claim: String,
}
