//! How fast reports come into the record, and how fast a large one answers.

mod asking;
mod corpus;
mod large;
mod load;
mod reading;

use anyhow::Result;
use std::path::{Path, PathBuf};

/// Reads so many reports, made of open text, by each model.
pub fn reading(shared: &Path, reports: usize, record: Option<&str>) -> Result<()> {
    reading::measure(shared, reports, record)
}

/// Fills a record with so many claims, made of stories, where it is not there yet, and asks it.
pub fn large(files: &[PathBuf], claims: usize, record: &str) -> Result<()> {
    large::measure(files, claims, record)
}

/// Asks the server of a record so many times a second, for so many seconds.
pub fn load(record: &str, rate: u32, seconds: u32) -> Result<()> {
    load::measure(record, rate, seconds)
}

/// The value at a share of sorted times, in milliseconds.
fn at(times: &[f64], share: f64) -> f64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let n = (times.len() as f64 * share) as usize;
    times.get(n.min(times.len().saturating_sub(1))).copied().unwrap_or(0.0)
}
