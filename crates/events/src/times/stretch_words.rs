//! The words of stretches: last week, the past two weeks, the week before last, within a month, year's end.

use super::stretch::Stretch;
use super::unit::{Unit, count};
use super::which::Which;
use crate::numbers::tokens::{Kind, Token};

impl Stretch {
    /// The stretch that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let the = usize::from(tokens.get(at)?.is("the"));
        let at = at + the;
        if let Some(found) = within(tokens, at) {
            return Some(found);
        }
        let inside = at.checked_sub(2).and_then(|n| tokens.get(n));
        let inside = inside.is_some_and(|t| t.is_any(&["during", "throughout", "in", "into"]));
        if the == 1 && inside && tokens.get(at)?.is("day") {
            return Some((Self::Named(Which::Same, Unit::Day), at + 1));
        }
        if tokens.get(at)?.is("weekend") && the == 1 {
            return Some((Self::Weekend, at + 1));
        }
        let which = Which::read(tokens, at);
        let Some((which, after)) = which else { return behind(tokens, at) };
        let (count, next) = count(tokens, after);
        let (unit, plural) = Unit::read(tokens, next).or_else(|| part_of_day(tokens, next, which))?;
        let up_to = (the == 1 || after > at + 1) && which == Which::Last && unit != Unit::Weekend;
        let stretch = count.is_some() || up_to;
        let form = match (count.unwrap_or(1), which) {
            (_, Which::Next) if plural && count.is_none() => Self::Open,
            // "last minute" is no time.
            (_, Which::Last) if unit == Unit::Hour && !stretch => return None,
            // "past years": how many nobody knows.
            _ if plural && count.is_none() => return None,
            (n, Which::Last | Which::Before) if stretch => Self::Trailing(n, unit, which),
            (n, Which::Next | Which::After) if stretch => Self::Coming(n, unit, which),
            _ if count.is_some() => return None,
            // "the next day" follows the one told of, "next week" the report's.
            (_, Which::Next) if unit == Unit::Day => Self::Named(Which::After, unit),
            (_, Which::This) if unit == Unit::Day => Self::Named(Which::Same, unit),
            _ => Self::Named(which, unit),
        };
        Some((form, next + 1))
    }

    /// "the month", "the year" after "the end of".
    pub fn read_bare(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let at = at + usize::from(tokens.get(at)?.is("the"));
        let (unit, plural) = Unit::read(tokens, at)?;
        let which = match unit {
            Unit::Day => Which::Same,
            Unit::Week | Unit::Month | Unit::Year => Which::This,
            _ => return None,
        };
        (!plural).then_some((Self::Named(which, unit), at + 1))
    }

    /// "year's end", "month-end": the end of it is meant.
    pub fn read_end(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let (stretch, next) = Self::read_bare(tokens, at).or_else(|| Self::read(tokens, at))?;
        let mark = usize::from(tokens.get(next)?.is_any(&["'s", "-"]));
        tokens.get(next + mark)?.is("end").then_some((stretch, next + mark + 1))
    }
}

/// "the next morning", "that evening": a day, by a part of it.
fn part_of_day(tokens: &[Token], at: usize, which: Which) -> Option<(Unit, bool)> {
    let counted = which.is_anchored() || which == Which::Next;
    let part = tokens.get(at)?.is_any(&["morning", "afternoon", "evening", "night"]);
    (counted && part).then_some((Unit::Day, false))
}

/// What follows a measure: "the week before last", "the weeks ahead", "the months to come", "year to date".
fn behind(tokens: &[Token], at: usize) -> Option<(Stretch, usize)> {
    let (unit, plural) = Unit::read(tokens, at)?;
    let word = |n: usize| tokens.get(at + n).map_or("", |t| t.low.as_str());
    let named = tokens.get(at + 3).is_some_and(|t| t.kind != Kind::Mark);
    let stretch = match (word(1), word(2)) {
        ("before", "last") if !plural && !named => Stretch::Beyond(-2, unit),
        ("after", "next") if !plural && !named => Stretch::Beyond(2, unit),
        ("to", "date") if !plural => Stretch::Named(Which::This, unit),
        ("to", "come") if plural => Stretch::Open,
        ("ahead", next) if plural && next != "of" => return Some((Stretch::Open, at + 2)),
        _ => return None,
    };
    Some((stretch, at + 3))
}

/// "within six months" of the report.
fn within(tokens: &[Token], at: usize) -> Option<(Stretch, usize)> {
    if !tokens.get(at)?.is("within") {
        return None;
    }
    let article = tokens.get(at + 1).is_some_and(|t| t.is_any(&["a", "an"]));
    let (n, next) = if article { (Some(1), at + 2) } else { count(tokens, at + 1) };
    let (unit, _) = Unit::read(tokens, next)?;
    match n {
        Some(n) => Some((Stretch::Coming(n, unit, Which::Next), next + 1)),
        None if unit == Unit::Hour => Some((Stretch::Named(Which::Same, Unit::Day), next + 1)),
        None => None,
    }
}
