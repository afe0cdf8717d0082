//! Days counted on end: "for a fourth day", "for the third straight day", with the day that is the last of them.

use super::moment::Moment;
use super::partial::{Interval, add_days};
use crate::numbers::tokens::Token;

const ORDINALS: [&str; 9] =
    ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// So many days on end, the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Running(i64);

impl Running {
    /// The words that begin at `at`, and where they end.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let is = |n: usize, words: &[&str]| tokens.get(n).is_some_and(|t| t.is_any(words));
        if !is(at, &["for"]) || !is(at + 1, &["a", "the"]) {
            return None;
        }
        let ordinal = tokens.get(at + 2).and_then(|t| ORDINALS.iter().position(|o| t.is(o)))?;
        let straight = usize::from(is(at + 3, &["straight", "consecutive", "successive", "running"]));
        let day = at + 3 + straight;
        if !is(day, &["day", "night"]) {
            return None;
        }
        let tail = if is(day + 1, &["running"]) { 1 } else { 3 * usize::from(is(day + 3, &["row"])) };
        Some((Self(i64::try_from(ordinal).ok()? + 2), day + 1 + tail))
    }

    /// The days up to the last, which is the report's where no other is named.
    pub fn place(self, moment: &Moment, last: Option<Interval>) -> Option<(Interval, &'static str)> {
        let last = last.and_then(Interval::end).map(super::partial::Partial::last_day).or(moment.published)?;
        Some((Interval::days(add_days(last, 1 - self.0)?, last)?, "days on end"))
    }
}
