//! Times at a distance from another: two weeks ago, a day earlier, three days after the attack, the day before.

use super::moment::Moment;
use super::partial::{Interval, Partial, add_days};
use super::unit::{Unit, count};
use crate::numbers::tokens::{Kind, Token};
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
    /// On from the report: from now.
    FromNow,
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
    /// True for "before" and "after", which a time that it is counted from may follow.
    pub relative: bool,
    /// True where the words go on to name what it is counted from: "two days after the attack".
    named: bool,
    /// True for "the day", "the week", not for a number of them.
    definite: bool,
}

/// How many days stated before are tried: more than a news report has, few enough for any text.
const REACH: usize = 400;

impl Shift {
    /// The distance that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        if let Some(eve) = eve(tokens, at) {
            return Some(eve);
        }
        if let Some(half) = half_a_year(tokens, at) {
            return Some(half);
        }
        let definite = tokens.get(at)?.is("the");
        let article = definite || tokens.get(at)?.is_any(&["a", "an", "one"]);
        let (n, next) = match count(tokens, at) {
            (Some(n), next) => (Some(n), next),
            (None, _) if article => (Some(1), at + 1),
            (None, next) => (None, next),
        };
        let (unit, plural) = Unit::read(tokens, next).or_else(|| part_of_day(tokens.get(next)?))?;
        if n == Some(1) && plural {
            return None;
        }
        // "day before" lost its article on the way; "hours later" never had a number.
        let n = if n.is_none() && !plural { Some(1) } else { n };
        let is = |n: usize, word: &str| tokens.get(n).is_some_and(|t| t.is(word));
        let half = is(next + 1, "and") && is(next + 2, "a") && is(next + 3, "half");
        let (way, next) = way(tokens, if half { next + 4 } else { next + 1 })?;
        let word = tokens.get(next.checked_sub(1)?)?;
        let relative = word.is_any(&["before", "after", "following", "to"]);
        let named = relative && tokens.get(next).is_some_and(|t| t.kind != Kind::Mark);
        Some((Self { n, unit, half, way, relative, named, definite }, next))
    }

    /// The time that it means. `from` is what it is counted from, where the words name a time for that; `leads` is
    /// true at the head of a sentence, where "two days after" tells what happened then.
    pub fn place(
        self,
        moment: &Moment,
        from: Option<Interval>,
        leads: bool,
    ) -> Option<(Interval, &'static str)> {
        let end = |i: Interval| if self.way == Way::Earlier { i.begin() } else { i.end() };
        let told = if self.is_fine() { moment.anchor } else { moment.coarse_anchor() };
        let stated = from.and_then(end).or(told.and_then(Interval::end));
        let anchor =
            stated.map(|s| self.day_of(s)).filter(|_| stated.is_some_and(|s| s.is_day() || !self.is_fine()));
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
            // What "before the attack" and "before that" are counted from must have been told.
            Way::Earlier => {
                let report = moment.published.filter(|_| !self.named);
                Some((back(anchor.or(report))?, "so long before the day stated"))
            }
            Way::Later => Some((on(anchor)?, "so long after the day stated")),
            Way::FromNow => Some((on(moment.published)?, "so long after publication")),
            Way::After if from.is_some() || leads || self.named => {
                let earlier = moment.told.iter().rev().take(REACH).map(|day| on(Some(*day)));
                let after = std::iter::once(on(anchor)).chain(earlier).flatten().find(not_ahead);
                Some((after?, "so long after the event stated"))
            }
            // "the day after": it goes on with the story, whatever follows.
            Way::After if self.definite && anchor.is_some() => {
                Some((on(anchor)?, "so long after the day stated"))
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
        if self.half && unit == Unit::Week {
            let date = add_days(unit.shift(from, n)?, 4 * sign)?;
            return Some(Interval::at(Partial::day(date)?));
        }
        Some(Interval::at(unit.at_distance(from, n)?))
    }

    /// The day that it is counted from, where `stated` is a month or a year.
    fn day_of(self, stated: Partial) -> Date {
        if self.way == Way::Earlier { stated.first_day() } else { stated.last_day() }
    }
}

/// "half a year ago".
fn half_a_year(tokens: &[Token], at: usize) -> Option<(Shift, usize)> {
    let is = |n: usize, word: &str| tokens.get(at + n).is_some_and(|t| t.is(word));
    let words = usize::from(is(1, "a"));
    if !is(0, "half") || !is(words + 1, "year") {
        return None;
    }
    let (shift, next) = Shift::read(tokens, at + words + 1)?;
    Some((Shift { n: Some(6), unit: Unit::Month, definite: false, ..shift }, next))
}

/// "the eve of": the day before what follows.
fn eve(tokens: &[Token], at: usize) -> Option<(Shift, usize)> {
    let the = usize::from(tokens.get(at)?.is("the"));
    let is = |n: usize, word: &str| tokens.get(at + the + n).is_some_and(|t| t.is(word));
    let (unit, way) = (Unit::Day, Way::Earlier);
    let shift = Shift { n: Some(1), unit, half: false, way, relative: true, named: true, definite: false };
    (is(0, "eve") && is(1, "of")).then_some((shift, at + the + 2))
}

/// "the morning after", "the evening before".
fn part_of_day(token: &Token) -> Option<(Unit, bool)> {
    token.is_any(&["morning", "afternoon", "evening"]).then_some((Unit::Day, false))
}

/// "ago", "prior to", "from now", and where it ends. "The week before last" is another thing.
fn way(tokens: &[Token], at: usize) -> Option<(Way, usize)> {
    let token = tokens.get(at)?;
    let follows = |words: &[&str]| tokens.get(at + 1).is_some_and(|t| t.is_any(words));
    if token.is("from") && follows(&["now", "today"]) {
        return Some((Way::FromNow, at + 2));
    }
    let beyond = token.is("before") && follows(&["last"]) || token.is("after") && follows(&["next"]);
    let way = Way::read(token).filter(|_| !beyond)?;
    Some((way, at + 1 + usize::from(token.is("prior") && follows(&["to"]))))
}
