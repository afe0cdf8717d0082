//! How long it will be: in two weeks, in one to three months, in three days' time. Of what is past the same words say how
//! long it took.

use super::moment::Moment;
use super::partial::Interval;
use super::shift::Way;
use super::unit::{Unit, count};
use crate::numbers::tokens::Token;

/// The least and the most of a distance from the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ahead {
    least: i64,
    most: i64,
    unit: Unit,
}

impl Ahead {
    /// The words that begin at `at`, and where they end.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        if !tokens.get(at)?.is("in") {
            return None;
        }
        let is = |n: usize, words: &[&str]| tokens.get(n).is_some_and(|t| t.is_any(words));
        let (least, most, next) = counts(tokens, at + 1 + usize::from(is(at + 1, &["about", "around"])))?;
        let (unit, _) = Unit::read(tokens, next)?;
        // "in two weeks after the attack" is counted from the attack; "in two weeks of fighting" from nothing.
        if tokens.get(next + 1).and_then(Way::read).is_some() || is(next + 1, &["of"]) {
            return None;
        }
        let owned = usize::from(is(next + 1, &["'", "'s"]));
        let time = if is(next + 1 + owned, &["time"]) { owned + 1 } else { 0 };
        Some((Self { least, most, unit }, next + 1 + time))
    }

    /// The time that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let from = moment.published.filter(|_| moment.is_future())?;
        // Hours are of the report's day.
        let at = |n| self.unit.at_distance(from, if self.unit == Unit::Hour { n / 24 * 24 } else { n });
        let (first, last) = (at(self.least)?, at(self.most)?);
        Some((Interval::new(first, last)?, "so long after publication"))
    }
}

/// "two", "a", "one to three", "two or three", and where they end.
fn counts(tokens: &[Token], at: usize) -> Option<(i64, i64, usize)> {
    let (least, next) = match count(tokens, at) {
        (Some(n), next) => (n, next),
        (None, _) if tokens.get(at)?.is_any(&["a", "an"]) => (1, at + 1),
        (None, _) => return None,
    };
    let to = tokens.get(next)?.is_any(&["to", "or"]);
    // The dash of "2-3" has been read with the number.
    let dashed = tokens.get(next.checked_sub(1)?).is_some_and(Token::is_dash);
    match count(tokens, next + usize::from(to)) {
        (Some(most), next) if to || dashed => (least <= most).then_some((least, most, next)),
        _ => Some((least, least, next)),
    }
}
