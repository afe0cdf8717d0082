//! Words that open a stretch of time at one end: since, until, by, before, after.

use super::moment::Moment;
use super::partial::{Interval, Partial, add_days};
use crate::numbers::tokens::Token;
use dateline_text::span::Span;

/// What a preposition makes of the time that follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// From then up to the report.
    Since,
    /// From the report, or from nobody knows when, up to then.
    Until,
    /// Up to the day before.
    Before,
    /// From then on.
    After,
    /// As things stand then; of what is to come, from then on.
    AsOf,
}

/// The time that a bound stands before.
#[derive(Clone, Copy)]
pub(super) struct Bounded {
    /// Its days.
    pub whole: Interval,
    /// True where it is the end of something: "by the end of the year" means its last day.
    pub is_end: bool,
    /// True where it is the beginning of something: "since the beginning of the year" means from its first day on.
    pub is_start: bool,
    /// True for a date of the calendar that states no year.
    pub yearless: bool,
}

impl Bound {
    /// The last such word among `tokens`; what stands nearest to the time counts.
    pub fn among(tokens: &[Token]) -> Option<Self> {
        let word = |n: usize| tokens.get(n).map_or("", |t| t.low.as_str());
        (0..tokens.len()).rev().find_map(|n| match (word(n), word(n + 1)) {
            ("since" | "starting" | "beginning", _) | ("back", "to") => Some(Self::Since),
            ("from", _) => Some(Self::Since),
            ("until" | "till" | "by" | "through", _) | ("up", "to") | ("later", "than") => Some(Self::Until),
            ("as", "of") => Some(Self::AsOf),
            ("before", _) | ("prior", "to") | ("ahead", "of") => Some(Self::Before),
            ("after" | "following", _) => Some(Self::After),
            _ => None,
        })
    }

    /// The word just before a span of `sentence`, for words that came without their preposition.
    pub fn outside(tokens: &[Token], span: Span) -> Option<Self> {
        let before = tokens.iter().take_while(|t| t.span.end <= span.start).count();
        let light = |t: &Token| {
            t.is_any(&[
                "the", "early", "late", "mid", "-", "around", "about", "at", "on", "in", "evening", "of",
                "end",
            ])
        };
        let begin = tokens.get(..before)?.iter().rposition(|t| !light(t))?;
        match tokens.get(begin)?.low.as_str() {
            "since" => Some(Self::Since),
            "until" | "till" | "by" => Some(Self::Until),
            _ => None,
        }
    }

    /// The stretch that it makes of `bounded`.
    pub fn apply(self, bounded: Bounded, moment: &Moment) -> Option<(Interval, &'static str)> {
        let Bounded { whole, is_end, is_start, yearless } = bounded;
        let (begin, end) = (whole.begin()?, whole.end()?);
        let last_day = if is_end { Partial::day(end.last_day())? } else { end };
        match self {
            Self::Since => {
                let begin = if yearless { begun(begin, moment) } else { begin };
                let begin = if is_start { Partial::day(begin.first_day())? } else { begin };
                Some((Interval { first: Some(begin), last: up_to(begin, moment) }, "since then"))
            }
            Self::Until => Some((from_publication(last_day, moment), "until then")),
            Self::Before if is_end => Some((from_publication(last_day, moment), "until then")),
            Self::Before => {
                let last = match begin {
                    Partial::Day(date) => Partial::day(add_days(date, -1)?)?,
                    coarse => coarse,
                };
                Some((from_publication(last, moment), "before then"))
            }
            Self::After => Some((Interval { first: Some(end), last: None }, "after then")),
            Self::AsOf if moment.is_future() => {
                Some((Interval { first: Some(begin), last: None }, "from then on"))
            }
            Self::AsOf => Some((whole, "as things stood then")),
        }
    }
}

/// What has lasted since a month or day began before publication: "since March" in a report of January is of last year.
fn begun(begin: Partial, moment: &Moment) -> Partial {
    let ahead = moment.published.is_some_and(|p| p < begin.first_day()) && !moment.is_future();
    let first = begin.first_day();
    let earlier = first.year().checked_sub(1).and_then(|year| match begin {
        Partial::Day(_) => Partial::day_of(year, first.month(), first.day()),
        Partial::Month { .. } => Partial::month(year, first.month()),
        Partial::Year(_) => None,
    });
    earlier.filter(|_| ahead).unwrap_or(begin)
}

/// The day of the report, or the last day that it has told of, where that comes after `begin`.
fn up_to(begin: Partial, moment: &Moment) -> Option<Partial> {
    if let Some(published) = moment.published {
        return Partial::day(published).filter(|_| begin.first_day() <= published);
    }
    moment.anchor.and_then(Interval::end).filter(|told| begin.last_day() < told.last_day())
}

fn from_publication(last: Partial, moment: &Moment) -> Interval {
    let first = moment
        .published
        .filter(|p| *p <= last.last_day())
        .filter(|p| *p < last.first_day() || !last.is_day());
    Interval { first: first.and_then(Partial::day), last: Some(last) }
}
