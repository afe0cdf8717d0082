//! What words for a time are counted from, and what comes of them.

use super::partial::{Interval, Partial};
use dateline_text::span::Span;
use jiff::civil::Date;

/// Whether the event lies before or after the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// It happened: "on Tuesday" is the last Tuesday.
    Past,
    /// It is to come: "on Tuesday" is the next Tuesday.
    Future,
    /// Not known; read as past, unless the sentence says "will".
    #[default]
    Unknown,
}

/// What is known where the words stand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moment<'a> {
    /// Day of publication; without it relative times stay unresolved unless an anchor serves.
    pub published: Option<Date>,
    /// Whether the event lies before or after.
    pub tense: Tense,
    /// Year of a bare "24 March" where no publication date is known: stated earlier in the report or in its title.
    pub year: Option<i16>,
    /// The year after `year`, where the report covers two years: months up to June belong to it.
    pub next_year: Option<i16>,
    /// Last day or stretch stated earlier in the report, for "the next day", "two days later".
    pub anchor: Option<Interval>,
    /// The last month or year stated, where it goes on from that day: "the following month" after "3 May ... in July".
    pub latest: Option<Interval>,
    /// A stretch with its year, stated just before: "8 July" after "July and August last year" lies in it.
    pub beside: Option<Interval>,
    /// All days stated earlier in the report, in the order of the text: "two days after the attack" is counted from the
    /// last of them that does not lead past publication.
    pub told: &'a [Date],
    /// The sentence that the words stand in.
    pub sentence: Option<&'a str>,
    /// Where in that sentence they stand, for a "since" just outside of them.
    pub span: Option<Span>,
}

impl Moment<'_> {
    /// The last day of the anchor, where it is known to the day.
    pub(super) fn anchor_day(&self) -> Option<Date> {
        match self.anchor?.end()? {
            Partial::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The anchor of what is counted in months and years.
    pub(super) fn coarse_anchor(&self) -> Option<Interval> {
        self.latest.or(self.anchor)
    }

    /// The day that a clock time or "the evening" belongs to.
    pub(super) fn this_day(&self) -> Option<Date> {
        self.anchor_day().or(self.published)
    }

    /// Days that a date without its year may lie after publication. What is past may lie a little ahead all the same: an
    /// agreement reached today names its day.
    pub(super) const fn days_ahead(&self) -> i32 {
        match self.tense {
            Tense::Past => 45,
            Tense::Future => 335,
            Tense::Unknown => 65,
        }
    }

    pub(super) fn is_future(&self) -> bool {
        self.tense == Tense::Future
    }
}

/// What words for a time mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// First day, month or year; `None` where the words leave it open ("until last week").
    pub first: Option<Partial>,
    /// Last day, month or year; `None` where it is open. Never before `first`.
    pub last: Option<Partial>,
    /// dawn, morning, afternoon, evening, night, or a clock time as `HH:MM`.
    pub part: Option<String>,
    /// A short name of the rule, the same from run to run.
    pub rule: &'static str,
}

impl Reading {
    /// The stretch without the part of the day.
    pub fn interval(&self) -> Interval {
        Interval { first: self.first, last: self.last }
    }
}
