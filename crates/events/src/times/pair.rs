//! How two times of the words make one stretch: from one to the other, both, one counted from the other.

use super::combine::{Placed, Text};
use super::deictic::Deictic;
use super::form::Form;
use super::link::{Link, link};
use super::partial::{Interval, Partial, add_days};
use super::turn;

impl Text<'_> {
    /// How two times that follow each other belong together.
    pub(super) fn link(&self, a: usize, b: usize) -> Link {
        link(self.form(a), self.form(b), self.between(a, b), self.is_between(a))
    }

    /// True after "between", where "and" parts the ends of a stretch.
    fn is_between(&self, n: usize) -> bool {
        let before = self.pieces.get(n).and_then(|p| self.tokens.get(..p.at)).unwrap_or(&[]);
        before.iter().any(|t| t.is("between"))
    }

    /// The last of the times that "and" or a comma joins to the first.
    pub(super) fn chain(&self, times: &[usize]) -> usize {
        let joined =
            times.windows(2).take_while(|w| matches!(w, [a, b] if self.link(*a, *b) == Link::Both)).count();
        times.get(joined).or(times.last()).copied().unwrap_or(0)
    }

    /// From one time to another; `None` where one of them has no place, `Some(None)` where they run backwards. Where the
    /// words only list both, the order says nothing.
    pub(super) fn over(&self, a: usize, b: usize, listed: bool) -> Option<Option<Placed>> {
        let (first, _) = self.place(a, None)?;
        let (last, rule) = self.place(b, None)?;
        let turned = || turn::forwards(self.form(a)?, self.form(b)?, first, last, self.moment);
        let swapped = || Interval::new(last.begin()?, first.end()?).filter(|_| listed);
        let whole = Interval::new(first.begin()?, last.end()?);
        Some(whole.or_else(turned).or_else(swapped).map(|interval| (interval, rule)))
    }

    /// "two days after Friday's attack", "the eve of 9 May", "overnight into Saturday".
    pub(super) fn counted_from(&self, times: &[usize]) -> Option<Placed> {
        let [a, b, ..] = *times else { return None };
        match self.form(a)? {
            Form::Shift(shift) if shift.relative => {}
            Form::Running(_) => {}
            Form::Deictic(night) if night.is_overnight() => return self.night_of(*night, times),
            _ => return None,
        }
        let (from, _) = self.place(b, None)?;
        self.place(a, Some(from))
    }

    /// "overnight on Sunday", "overnight into Monday", "overnight from Sunday to Monday".
    fn night_of(&self, night: Deictic, times: &[usize]) -> Option<Placed> {
        let [a, b, ..] = *times else { return None };
        if let Some(c) = times.get(2)
            && self.link(b, *c) == Link::Range
        {
            return self.over(b, *c, false)?;
        }
        let (day, _) = self.place(b, None)?;
        match self.between(a, b) {
            [] => night.night_of(day),
            [word] if word.is_any(&["on", "from"]) => night.night_of(day),
            [word] if word.is_any(&["to", "into"]) => {
                Some((night_before(day)?, "night before the day stated"))
            }
            _ => None,
        }
    }
}

/// The night that ends on a day.
pub(super) fn night_before(day: Interval) -> Option<Interval> {
    match day.begin()? {
        Partial::Day(day) => Interval::days(add_days(day, -1)?, day),
        _ => None,
    }
}
