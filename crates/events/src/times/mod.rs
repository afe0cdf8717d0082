//! When an event happened: words for a time become days, months or years.
//!
//! [`resolve`] counts from the day of publication and from what the report stated before, never from today: without
//! either, a relative time stays unresolved. [`find`] finds words for times in a sentence, and [`Anchors`] carries the
//! year and the last stated day through a report. Each form of words has its own file: [`calendar`] dates,
//! [`weekday`], [`stretch`] (last week), [`shift`] (two days later), [`deictic`] (today), [`year`], [`holiday`], and
//! what stands around them: [`bound`] (since), [`section`] (early March), [`part`] (dawn).

mod anchors;
pub(crate) mod around;
mod bound;
mod calendar;
mod calendar_year;
mod combine;
mod deictic;
mod find;
mod form;
mod holiday;
mod link;
mod moment;
mod numeric;
mod part;
mod partial;
mod resolve;
mod running;
mod section;
mod shift;
mod stretch;
mod tense;
mod unit;
mod weekday;
mod which;
mod year;

#[cfg(test)]
mod tests;

pub use anchors::Anchors;
pub use find::find;
pub use moment::{Moment, Reading, Tense};
pub use partial::{Interval, NotADate, Partial};
pub use resolve::resolve;
