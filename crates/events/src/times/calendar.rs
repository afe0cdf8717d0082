//! Dates of the calendar: 13 December 2012, Dec. 13, 2012-12-13, 3-5 May, March last year.

use super::calendar_year::YearHint;
use super::moment::Moment;
use super::numeric;
use super::partial::{Interval, Partial};
use super::which::Which;
use crate::numbers::tokens::{Kind, Token};

/// A day, days of one month, or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Calendar {
    /// First and last day of the month; `None` for the whole month.
    pub days: Option<(i8, i8)>,
    /// 1 to 12; `None` for "the 13th".
    pub month: Option<i8>,
    /// Its year.
    pub year: YearHint,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month named at `at`, with the dot of its abbreviation, and where it ends.
pub(super) fn month_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let low = tokens.get(at)?.low.as_str();
    let short = low.strip_suffix('.').unwrap_or(low);
    let fits = |name: &&str| {
        **name == *short
            || short.len() == 3 && name.starts_with(short)
            || short == "sept" && name.starts_with(short)
    };
    let month = MONTHS.iter().position(fits)?;
    // "may" and "march" are verbs as well.
    let number = |n: usize| tokens.get(n).is_some_and(|t| t.kind == Kind::Number);
    let named = tokens.get(at)?.capital || number(at + 1) || at.checked_sub(1).is_some_and(number);
    if ["may", "mar", "march"].contains(&short) && !named {
        return None;
    }
    let dotted = short.len() <= 4 && tokens.get(at + 1).is_some_and(|t| t.is(".") && t.glued);
    Some((i8::try_from(month + 1).ok()?, at + 1 + usize::from(dotted)))
}

/// A day of the month in digits, with its "th", and where it ends.
fn day_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() <= 2)?;
    let day: i8 = token.low.parse().ok().filter(|d| (1..=31).contains(d))?;
    let ordinal = is_ordinal(tokens, at + 1);
    Some((day, at + 1 + usize::from(ordinal)))
}

fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.glued && t.is_any(&["st", "nd", "rd", "th"]))
}

/// A year in four digits.
pub(super) fn year_at(tokens: &[Token], at: usize) -> Option<i16> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() == 4)?;
    token.low.parse().ok().filter(|y| (1900..=2100).contains(y))
}

impl Calendar {
    /// The date that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        if let Some((date, next)) = numeric::read(tokens, at) {
            let days = Some((date.day(), date.day()));
            return Some((
                Self { days, month: Some(date.month()), year: YearHint::Stated(date.year()) },
                next,
            ));
        }
        let the = usize::from(tokens.get(at)?.is("the"));
        let (mut form, next) = day_first(tokens, at + the)
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

    /// The stretch that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let Some(month) = self.month else { return self.place_ordinal(moment) };
        let day = self.days.map(|(first, _)| first);
        let year = self.year.of(month, day, moment)?;
        let interval = match self.days {
            None => Interval::at(Partial::month(year, month)?),
            Some((first, last)) => {
                Interval::new(Partial::day_of(year, month, first)?, Partial::day_of(year, month, last)?)?
            }
        };
        Some((interval, self.rule(moment)))
    }

    fn rule(self, moment: &Moment) -> &'static str {
        match self.year {
            YearHint::Stated(_) => "date as stated",
            YearHint::Which(_) | YearHint::Nearest(_) => "date in a year named from the report",
            YearHint::None if moment.published.is_some() => "date next to publication",
            YearHint::None => "date in the year stated earlier",
        }
    }

    /// "the 13th": in the anchor's month, or the last 13th before the report.
    fn place_ordinal(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        let (day, _) = self.days?;
        let base = moment.this_day()?;
        let in_month = |months| {
            super::partial::add_months(base, months).and_then(|d| Partial::day_of(d.year(), d.month(), day))
        };
        let here = in_month(0)?;
        let point = if here.first_day() > base && !moment.is_future() { in_month(-1)? } else { here };
        Some((Interval::at(point), "day of the month"))
    }
}

/// "13 December", "3-5 May", "22 and 24 March", "3rd of November".
fn day_first(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let (first, mut next) = day_at(tokens, at)?;
    let mut last = first;
    let joins = ["-", "and", "to", "or", "until", "till", "through", ",", "/"];
    while tokens.get(next).is_some_and(|t| t.is_any(&joins)) {
        let Some((day, after)) = day_at(tokens, next + 1) else { break };
        (last, next) = (day, after);
    }
    if tokens.get(next).is_some_and(|t| t.is("of")) {
        next += 1;
    }
    let (month, next) = month_at(tokens, next)?;
    let (year, next) = stated_year(tokens, next);
    (first <= last).then_some((Calendar { days: Some((first, last)), month: Some(month), year }, next))
}

/// "December 13, 2012", "April 9th and 10th", "March 2012", "last October", "last August 21".
fn month_first(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let which = Which::read(tokens, at).filter(|w| !w.is_anchored());
    let at = at + usize::from(which.is_some());
    let (month, next) = month_at(tokens, at)?;
    let hint = which.map_or(YearHint::None, YearHint::Nearest);
    let Some((first, mut next)) = day_at(tokens, next) else {
        let (year, next) = stated_year(tokens, next);
        let year = if year == YearHint::None { hint } else { year };
        return Some((Calendar { days: None, month: Some(month), year }, next));
    };
    let mut last = first;
    if tokens.get(next).is_some_and(|t| t.is_any(&["-", "and", "to", "through"]))
        && let Some((day, after)) = day_at(tokens, next + 1)
        && day > first
        && month_at(tokens, after).is_none()
    {
        (last, next) = (day, after);
    }
    let (year, next) = stated_year(tokens, next);
    let year = if year == YearHint::None { hint } else { year };
    Some((Calendar { days: Some((first, last)), month: Some(month), year }, next))
}

/// "the 13th", where no month follows.
fn ordinal_alone(tokens: &[Token], at: usize) -> Option<(Calendar, usize)> {
    let (day, next) = day_at(tokens, at)?;
    let follows =
        tokens.get(next).is_some_and(|t| t.kind == Kind::Word && !t.is_any(&["of", "and", "in", "at"]));
    let century = tokens.get(next).is_some_and(Token::is_dash);
    let alone = is_ordinal(tokens, at + 1) && !follows && !century;
    alone.then_some((Calendar { days: Some((day, day)), month: None, year: YearHint::None }, next))
}

/// " 2012", ", 2012" or nothing.
fn stated_year(tokens: &[Token], at: usize) -> (YearHint, usize) {
    let comma = usize::from(tokens.get(at).is_some_and(|t| t.is_any(&[",", "of"])));
    match year_at(tokens, at + comma) {
        Some(year) => (YearHint::Stated(year), at + comma + 1),
        None => (YearHint::None, at),
    }
}

/// "last year", "of that year", "the same year".
fn year_hint(tokens: &[Token], at: usize) -> Option<(YearHint, usize)> {
    let light = tokens.iter().skip(at).take(2).take_while(|t| t.is_any(&["of", "the", ","])).count();
    let at = at + light;
    let which = Which::read(tokens, at)?;
    tokens.get(at + 1)?.is("year").then_some((YearHint::Which(which), at + 2))
}
