//! Values with how many events have them.

use crate::record::overview::tally::Counts;
use serde::Serialize;
use utoipa::ToSchema;

/// A value and how many events have it.
#[derive(Serialize, ToSchema)]
pub struct Count {
    value: String,
    events: usize,
}

/// Counts as they are answered, the most first.
pub fn counts(counts: Counts) -> Vec<Count> {
    counts.into_iter().map(|(value, events)| Count { value, events }).collect()
}
