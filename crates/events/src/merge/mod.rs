//! One event however many reports: claims joined to events, with nothing averaged away.
//!
//! What a report tells of one happening is taken together first ([`telling`]), then tellings of different reports are held against
//! each other where they share a block of place and time, or of party and time ([`blocks`]). Clues speak for and against a pair
//! ([`clues`]), weights that were learnt count them ([`verdict`]), some things keep two apart whatever else speaks for them
//! ([`apart`]), and groups grow from the likeliest pair on ([`cluster`]).
//!
//! The outcome depends on the set of claims alone: not on their order, nor on how often one is added.

mod apart;
mod blocks;
mod clues;
mod cluster;
mod complete;
mod compose;
mod days;
mod explain;
mod graph;
mod merger;
mod names;
mod of_report;
mod of_reports;
mod pairs;
pub mod parts;
mod plain;
mod reports;
mod series;
mod sketch;
mod spot;
mod tables;
mod telling;
#[cfg(test)]
mod tests;
mod verdict;
mod wording;

pub use complete::complete;
pub use compose::ids::{Claimed, Kept, keep, next_id};
pub use compose::range_in_words;
pub use explain::{EventWhy, Link, Member, Outsider};
pub use merger::{Merger, Settled};
pub use pairs::PairRow;
pub use tables::{Merging, MergingError, MergingTables};
