//! When an event happened: words for a time become days, months or years.
//!
//! [`resolve`] counts from the day of publication and from what the report stated before, never from today: without
//! either, a relative time stays unresolved. [`find`] finds words for times in a sentence, and [`Anchors`] carries the
//! year and the last stated day through a report. Each form of words has its own file: [`calendar`] dates,
//! [`weekday`], [`stretch`] (last week), [`shift`] (two days later), [`ahead`] (in two weeks), [`deictic`] (today),
//! [`year`], [`holiday`], [`hijri_date`] (12 Rajab 1434), and what stands around them: [`bound`] (since), [`section`]
//! (early March), [`part`] (dawn).

mod ahead;
mod anchors;
mod around;
mod bound;
mod calendar;
mod calendar_words;
mod calendar_year;
mod combine;
mod deictic;
mod easter;
mod find;
mod form;
mod hijri;
mod hijri_date;
mod holiday;
mod link;
mod moment;
mod month_day;
mod names;
mod numeric;
mod pair;
mod part;
mod partial;
mod proper;
mod recurring;
mod resolve;
mod running;
mod section;
mod section_words;
mod shift;
mod stretch;
mod stretch_words;
mod tense;
mod thirds;
mod turn;
mod unit;
mod weekday;
mod which;
mod year;

#[cfg(test)]
mod tests;

/// The tables that times are read by.
pub(crate) const TABLES: [&str; 5] =
    [around::TABLE, holiday::TABLE, hijri_date::TABLE, month_day::TABLE, proper::TABLE];

pub use anchors::Anchors;
pub use find::find;
pub use moment::{Moment, Reading, Tense};
pub use partial::{Interval, NotADate, Partial};
pub use resolve::resolve;
