//! Sections of a stretch: early March, mid-2014, late last week, the first week of October, later this year.

use super::form::Form;
use super::moment::Moment;
use super::partial::{Interval, Partial, add_days};
use super::unit::Unit;
use super::year::YearForm;
use crate::numbers::tokens::{Kind, Token};

/// Which section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// The first third.
    Early,
    /// The middle third.
    Mid,
    /// The last third.
    Late,
    /// The first days.
    Start,
    /// The last days.
    End,
    /// What lies before the report.
    Earlier,
    /// What lies after the report, or after the day stated.
    Later,
    /// So many days from the beginning.
    First(i8),
    /// The last week.
    LastWeek,
}

const WORDS: [(&str, Section); 12] = [
    ("early", Section::Early),
    ("mid", Section::Mid),
    ("middle", Section::Mid),
    ("late", Section::Late),
    ("beginning", Section::Start),
    ("start", Section::Start),
    ("end", Section::End),
    ("earlier", Section::Earlier),
    ("later", Section::Later),
    ("close", Section::End),
    ("opening", Section::Start),
    ("turn", Section::Start),
];

impl Section {
    /// True where it makes sense of `form`: early of a day says nothing of the date.
    pub fn fits(self, form: &Form) -> bool {
        match form {
            Form::Calendar(calendar) => calendar.days.is_none(),
            Form::Stretch(_) => true,
            Form::Year(year) => !matches!(year, YearForm::Years(..)),
            _ => false,
        }
    }

    /// The section of `whole`; `None` where it has none.
    pub fn of(self, whole: Interval, moment: &Moment) -> Option<Interval> {
        if whole.first == whole.last && whole.is_days() {
            return Some(whole);
        }
        match (self, whole.begin()?, whole.end()?) {
            (Self::Earlier, begin, end) => Some(earlier(begin, end, moment)),
            (Self::Later, begin, end) => Some(later(begin, end, moment)),
            (_, Partial::Month { year, month }, Partial::Month { month: same, .. }) if month == same => {
                self.of_month(year, month)
            }
            (_, Partial::Year(year), Partial::Year(last)) if year == last => self.of_year(year),
            (_, Partial::Year(first), Partial::Year(last)) => self.of_years(first, last),
            (_, begin, end) => self.of_days(begin, end, whole),
        }
    }

    fn of_month(self, year: i16, month: i8) -> Option<Interval> {
        let length = Partial::month(year, month)?.last_day().day();
        let (first, last) = match self {
            Self::Early | Self::Start => (1, 10),
            Self::Mid => (11, 20),
            Self::Late => (21, length),
            Self::End | Self::LastWeek => (length - 6, length),
            Self::First(days) => (1, days.min(length)),
            Self::Earlier | Self::Later => (1, length),
        };
        Interval::new(Partial::day_of(year, month, first)?, Partial::day_of(year, month, last)?)
    }

    fn of_year(self, year: i16) -> Option<Interval> {
        let (first, last) = match self {
            Self::Early => (1, 4),
            Self::Mid => (5, 8),
            Self::Late => (9, 12),
            Self::Start | Self::First(_) => (1, 1),
            Self::End | Self::LastWeek => (12, 12),
            Self::Earlier | Self::Later => (1, 12),
        };
        Interval::new(Partial::month(year, first)?, Partial::month(year, last)?)
    }

    fn of_years(self, first: i16, last: i16) -> Option<Interval> {
        let (a, b) = match self {
            Self::Early | Self::Start | Self::First(_) => (first, first.checked_add(3)?),
            Self::Mid => (first.checked_add(4)?, first.checked_add(6)?),
            _ => (last.checked_sub(3)?, last),
        };
        Interval::new(Partial::year(a)?, Partial::year(b.min(last))?)
    }

    /// Of a week, a weekend or days counted up to the report.
    fn of_days(self, begin: Partial, end: Partial, whole: Interval) -> Option<Interval> {
        let (first, last) = (begin.first_day(), end.last_day());
        match self {
            Self::Early | Self::Start => Interval::days(first, add_days(first, 2)?.min(last)),
            Self::Mid => Interval::days(add_days(first, 1)?.min(last), add_days(first, 3)?.min(last)),
            Self::Late | Self::End | Self::LastWeek => Interval::days(add_days(last, -3)?.max(first), last),
            Self::First(days) => Interval::days(first, add_days(first, i64::from(days) - 1)?.min(last)),
            Self::Earlier | Self::Later => Some(whole),
        }
    }
}

/// Up to the report, where that lies inside.
fn earlier(begin: Partial, end: Partial, moment: &Moment) -> Interval {
    let whole = Interval { first: Some(begin), last: Some(end) };
    let Some(today) = moment.published.filter(|p| *p >= begin.first_day() && *p < end.last_day()) else {
        return whole;
    };
    Interval::days(begin.first_day(), today).unwrap_or(whole)
}

/// From the day stated before, or from the report, where that lies inside.
fn later(begin: Partial, end: Partial, moment: &Moment) -> Interval {
    let whole = Interval { first: Some(begin), last: Some(end) };
    let inside = |d: &jiff::civil::Date| *d >= begin.first_day() && *d < end.last_day();
    let next = moment.anchor_day().filter(inside).and_then(|d| add_days(d, 1));
    // "this year" as read from the report ends with the report; what comes later runs to the year's end.
    let today = moment.published.filter(|p| Some(*p) == Some(end.last_day()));
    match (next, today) {
        (_, Some(today)) => rest_of(begin, today).unwrap_or(whole),
        (Some(next), None) => Interval::days(next, end.last_day()).unwrap_or(whole),
        _ => whole,
    }
}

fn rest_of(begin: Partial, today: jiff::civil::Date) -> Option<Interval> {
    let first = begin.first_day();
    let unit = match (first.month(), first.day()) {
        (1, 1) if today.month() > 1 || today.day() > 7 => Unit::Year,
        (_, 1) => Unit::Month,
        _ => Unit::Week,
    };
    Interval::days(today, unit.around(today)?.end()?.last_day())
}

/// The section that begins at `at`, and where it ends.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Section, usize)> {
    let at = at + usize::from(tokens.get(at)?.is("the"));
    if let Some(found) = days(tokens, at) {
        return Some(found);
    }
    let token = tokens.get(at)?;
    let (_, section) = WORDS.iter().find(|(word, _)| token.is(word))?;
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|t| t.is_dash() || t.is_any(&["of", "in", "on"])) {
        next += 1;
    }
    Some((*section, next))
}

/// "first week of", "first eight days of", "last week of", "final days of".
fn days(tokens: &[Token], at: usize) -> Option<(Section, usize)> {
    let end = tokens.get(at)?.is_any(&["last", "final", "closing"]);
    let begin = tokens.get(at)?.is_any(&["first", "opening"]);
    let second = tokens.get(at)?.is("second");
    let (count, next) = super::unit::count(tokens, at + 1);
    let token = tokens.get(next).filter(|t| t.kind == Kind::Word)?;
    let days = match token.low.as_str() {
        "week" => 7,
        "weeks" => 14,
        "half" if begin => 15,
        "days" => i8::try_from(count.unwrap_or(10)).ok()?.min(31),
        "half" if second => return of(tokens, next).map(|n| (Section::Late, n)),
        _ => return None,
    };
    let next = of(tokens, next)?;
    if begin {
        Some((Section::First(days), next))
    } else if end {
        Some((Section::LastWeek, next))
    } else {
        None
    }
}

fn of(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at + 1).is_some_and(|t| t.is("of")).then_some(at + 2)
}
