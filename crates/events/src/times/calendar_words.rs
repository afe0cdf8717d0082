//! The words of a date: 13 December 2012, December 13, 3-5 May, 2012-12-13, the 13th.

use super::calendar::Calendar;
use super::calendar_year::YearHint;
use super::month_day::{day_at, day_of, is_day, is_ordinal, month_at, slashed_days, year_at};
use super::numeric;
use super::which::Which;
use crate::numbers::tokens::{Kind, Token};

/// The date that begins at `at`, and where it ends.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    if let Some(found) = numeric::read(tokens, at) {
        return Some(found);
    }
    let the = usize::from(tokens.get(at)?.is("the"));
    let (mut form, next) = day_first(tokens, at + the)
        .or_else(|| spelled(tokens, at + the))
        .or_else(|| month_first(tokens, at))
        .or_else(|| if the == 1 { ordinal_alone(tokens, at + 1) } else { None })?;
    if form.year == YearHint::None
        && let Some((hint, next)) = year_hint(tokens, next)
    {
        form.year = hint;
        return Some((form, next));
    }
    Some((form, next))
}

/// "13 December", "3-5 May", "3/4 May", "22 and 24 March", "3rd of November", "13-Nov".
fn day_first(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let (days, next) = slashed_days(tokens, at).or_else(|| days_at(tokens, at))?;
    let of = tokens.get(next).is_some_and(|t| t.is("of") || t.is_dash() && t.glued);
    let (month, next) = month_at(tokens, next + usize::from(of))?;
    // "killed 45 March 3": a number that no month has a day of belongs to the month only where it has no other.
    let other = || day_at(tokens, next).is_some_and(|(day, _)| is_day(day));
    if !is_day(days.0) && other() {
        return None;
    }
    let (year, next) = stated_year(tokens, next);
    Some((Calendar { days: Some(days), month: Some(month), year }, next))
}

/// "the seventh of December", "the 7th day of December".
fn spelled(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let (day, next) = day_of(tokens, at)?;
    let (month, next) = month_at(tokens, next)?;
    let (year, next) = stated_year(tokens, next);
    Some((Calendar { days: Some((day, day)), month: Some(month), year }, next))
}

/// "3", "3-5", "5, 6 and 7". What runs backwards after a dash or "to" is read, and has no place; in a list it is no list
/// of days: "16 dead, 3 March".
fn days_at(tokens: &[Token], at: usize) -> Option<((i8, i8), usize)> {
    let (first, mut next) = day_at(tokens, at)?;
    let mut last = first;
    let joins = ["-", "and", "to", "or", "until", "till", "through", ",", "/"];
    while let Some(join) = tokens.get(next).filter(|t| t.is_any(&joins)) {
        let Some((day, after)) = day_at(tokens, next + 1) else { break };
        let between = at.checked_sub(1).and_then(|n| tokens.get(n)).is_some_and(|t| t.is("between"));
        if day < last && join.is_any(&["and", "or", ",", "/"]) && !between {
            return None;
        }
        (last, next) = (day, after);
    }
    Some(((first, last), next))
}

/// "December 13, 2012", "April 9th and 10th", "May 5, 6 and 7", "March 2012", "last October", "last August 21".
fn month_first(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let which = Which::read(tokens, at).filter(|(w, _)| !w.is_anchored());
    let (month, next) = month_at(tokens, which.map_or(at, |(_, next)| next))?;
    let hint = which.map_or(YearHint::None, |(which, _)| YearHint::Nearest(which));
    let (days, next) = match day_after(tokens, next) {
        Some((first, after)) => {
            let (last, after) = last_day(tokens, after, first);
            (Some((first, last)), after)
        }
        None => (None, next),
    };
    let (year, next) = stated_year(tokens, next);
    let year = if year == YearHint::None { hint } else { year };
    Some((Calendar { days, month: Some(month), year }, next))
}

/// The day behind a month; a number that no month has a day of only where the words end with it: "March 32", but not
/// "in March 40 people".
fn day_after(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let (day, next) = day_at(tokens, at)?;
    let ends = tokens.get(next).is_none_or(|t| t.kind == Kind::Mark) || year_at(tokens, next).is_some();
    (is_day(day) || ends).then_some((day, next))
}

/// The last of the days that begin with `first`, and where they end; `at` is behind the first.
fn last_day(tokens: &[Token], at: usize, first: i8) -> (i8, usize) {
    let (mut last, mut next) = (first, at);
    let mut sure = (last, next);
    while let Some(join) = tokens.get(next).filter(|t| t.is_any(&["-", "and", "to", "through", ","])) {
        let Some((day, after)) = day_at(tokens, next + 1) else { break };
        let backwards = day <= last && !(join.is_dash() && join.glued);
        if backwards || month_at(tokens, after).is_some() {
            break;
        }
        (last, next) = (day, after);
        // A comma joins days only where an "and" ends their list: not in "on May 5, 6 people".
        if !join.is(",") {
            sure = (last, next);
        }
    }
    sure
}

/// "the 13th", where no month follows.
fn ordinal_alone(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let (day, next) = day_at(tokens, at).filter(|(day, _)| is_day(*day))?;
    let follows =
        tokens.get(next).is_some_and(|t| t.kind == Kind::Word && !t.is_any(&["of", "and", "in", "at"]));
    let century = tokens.get(next).is_some_and(Token::is_dash);
    let alone = is_ordinal(tokens, at + 1) && !follows && !century;
    alone.then_some((Calendar { days: Some((day, day)), month: None, year: YearHint::None }, next))
}

/// " 2012", ", 2012", "-2012" or nothing.
pub(super) fn stated_year(tokens: &[Token], at: usize) -> (YearHint, usize) {
    let joined = |t: &Token| t.is_any(&[",", "of"]) || t.is_dash() && t.glued;
    let comma = usize::from(tokens.get(at).is_some_and(joined));
    match year_at(tokens, at + comma) {
        Some(year) => (YearHint::Stated(year), at + comma + 1),
        None => (YearHint::None, at),
    }
}

/// "last year", "of that year", "the same year".
pub(super) fn year_hint(tokens: &[Token], at: usize) -> Option<(YearHint, usize)> {
    let light = tokens.iter().skip(at).take(2).take_while(|t| t.is_any(&["of", "the", ","])).count();
    let (which, next) = Which::read(tokens, at + light)?;
    tokens.get(next)?.is("year").then_some((YearHint::Which(which), next + 1))
}
