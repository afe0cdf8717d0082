//! Times at a distance from another: two weeks ago, a day earlier, three days after the attack, the day before.

use super::moment::Moment;
use super::partial::{Interval, Partial};
use super::unit::{Unit, count};
use crate::numbers::tokens::Token;
use jiff::civil::Date;

/// Which way the distance runs, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Back from the report: ago.
    Ago,
    /// Back from the day stated before, or from the report: earlier, before.
    Earlier,
    /// On from the day stated before: later.
    Later,
    /// From or to an event: "after", "since". What it is counted from stands in what follows.
    After,
}

impl Way {
    /// The word after a measure of time.
    pub fn read(token: &Token) -> Option<Self> {
        Some(match token.low.as_str() {
            "ago" => Self::Ago,
            "earlier" | "before" | "prior" | "previously" | "beforehand" => Self::Earlier,
            "later" | "afterwards" | "afterward" | "hence" => Self::Later,
            "after" | "following" => Self::After,
            _ => return None,
        })
    }
}

/// A distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// How many; `None` for "hours later".
    n: Option<i64>,
    unit: Unit,
    /// Half a unit more.
    half: bool,
    /// Which way.
    pub way: Way,
    /// True where the words go on to name what it is counted from: "two days after the attack".
    pub named: bool,
}

/// How many days stated before are tried: more than a news report has, few enough for any text.
const REACH: usize = 400;

impl Shift {
    /// The distance that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let article = tokens.get(at)?.is_any(&["a", "an", "the", "one"]);
        let (n, next) = match count(tokens, at) {
            (Some(n), next) => (Some(n), next),
            (None, _) if article => (Some(1), at + 1),
            (None, next) => (None, next),
        };
        let (unit, plural) = Unit::read(tokens, next)?;
        if n == Some(1) && plural {
            return None;
        }
        // "day before" lost its article on the way; "hours later" never had a number.
        let n = if n.is_none() && !plural { Some(1) } else { n };
        let mut next = next + 1;
        let half = ["and", "a", "half"]
            .iter()
            .enumerate()
            .all(|(i, w)| tokens.get(next + i).is_some_and(|t| t.is(w)));
        if half {
            next += 3;
        }
        let way = Way::read(tokens.get(next)?)?;
        let to =
            usize::from(tokens.get(next)?.is("prior") && tokens.get(next + 1).is_some_and(|t| t.is("to")));
        let named = tokens.get(next + to + 1).is_some();
        Some((Self { n, unit, half, way, named }, next + to + 1))
    }

    /// The time that it means. `from` is what it is counted from, where the words name a time for that; `leads` is
    /// true at the head of a sentence, where "two days after" tells what happened then.
    pub fn place(
        self,
        moment: &Moment,
        from: Option<Interval>,
        leads: bool,
    ) -> Option<(Interval, &'static str)> {
        let stated = from.or(moment.anchor).and_then(Interval::end);
        let anchor =
            stated.map(Partial::last_day).filter(|_| stated.is_some_and(|s| s.is_day() || !self.is_fine()));
        if self.unit == Unit::Hour && self.n.is_none_or(|n| n < 24) {
            let day = anchor.or(moment.published)?;
            return Some((Interval::at(Partial::day(day)?), "hours around the day stated"));
        }
        let on = |from: Option<Date>| self.apply(from?, 1);
        let back = |from: Option<Date>| self.apply(from?, -1);
        let not_ahead = |i: &Interval| {
            moment.is_future()
                || moment.published.is_none_or(|p| i.begin().is_some_and(|b| b.first_day() <= p))
        };
        match self.way {
            Way::Ago => Some((back(moment.published)?, "so long before publication")),
            Way::Earlier => Some((back(anchor.or(moment.published))?, "so long before the day stated")),
            Way::Later => Some((on(anchor)?, "so long after the day stated")),
            Way::After if from.is_some() || leads || self.named => {
                let earlier = moment.told.iter().rev().take(REACH).map(|day| on(Some(*day)));
                let after = std::iter::once(on(anchor)).chain(earlier).flatten().find(not_ahead);
                Some((after?, "so long after the event stated"))
            }
            // "... on Friday, two weeks after bombs hit the city": the bombs are meant.
            Way::After => Some((back(moment.published)?, "so long before the report's event")),
        }
    }

    fn is_fine(self) -> bool {
        matches!(self.unit, Unit::Hour | Unit::Day | Unit::Week | Unit::Weekend | Unit::Fortnight)
    }

    /// `n` units on or back, so exact as the unit: days for weeks, a month for months.
    fn apply(self, from: Date, sign: i64) -> Option<Interval> {
        let n = self.n?.checked_mul(sign)?;
        let (n, unit) = match (self.half, self.unit) {
            (true, Unit::Year) => (n.checked_mul(12)?.checked_add(6 * sign)?, Unit::Month),
            _ => (n, self.unit),
        };
        let date = unit.shift(from, n)?;
        let date =
            if self.half && unit == Unit::Week { super::partial::add_days(date, 4 * sign)? } else { date };
        let exact = match unit {
            Unit::Month => Partial::month(date.year(), date.month())?,
            Unit::Year | Unit::Decade => Partial::year(date.year())?,
            _ => Partial::day(date)?,
        };
        Some(Interval::at(exact))
    }
}
