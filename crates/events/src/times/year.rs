//! Years, decades and seasons: 2012, 1990-91, the 1980s, the spring of 2001.

use super::moment::Moment;
use super::month_day::year_at;
use super::partial::{Interval, Partial, YEARS};
use super::which::Which;
use crate::numbers::tokens::{Kind, Token};

/// A year, a stretch of years or a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearForm {
    /// 2012.
    Year(i16),
    /// 1990-91.
    Years(i16, i16),
    /// The decade that begins with this year.
    Decade(i16),
    /// Number of the season from spring, and its year.
    Season(Season, Option<i16>, Option<Which>),
}

/// A quarter of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February; its year is the one that it ends in.
    Winter,
}

const TENS: [&str; 8] =
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

impl YearForm {
    /// The year, decade or season that begins at `at`, and where it ends.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let at = at + usize::from(tokens.get(at)?.is("the"));
        season(tokens, at).or_else(|| decade(tokens, at)).or_else(|| years(tokens, at))
    }

    /// The stretch that it means.
    pub fn place(self, moment: &Moment) -> Option<(Interval, &'static str)> {
        match self {
            Self::Year(year) => Some((Interval::at(Partial::year(year)?), "year as stated")),
            Self::Years(first, last) => {
                Some((Interval::new(Partial::year(first)?, Partial::year(last)?)?, "years as stated"))
            }
            Self::Decade(first) => Some((
                Interval::new(Partial::year(first)?, Partial::year(first.checked_add(9)?)?)?,
                "decade as stated",
            )),
            Self::Season(season, year, which) => Some((season.of(year, which, moment)?, "season")),
        }
    }
}

impl Season {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "spring" => Self::Spring,
            "summer" => Self::Summer,
            "autumn" | "fall" => Self::Autumn,
            "winter" => Self::Winter,
            _ => return None,
        })
    }

    fn of(self, year: Option<i16>, which: Option<Which>, moment: &Moment) -> Option<Interval> {
        let months = |year: i16| match self {
            Self::Spring => Interval::new(Partial::month(year, 3)?, Partial::month(year, 5)?),
            Self::Summer => Interval::new(Partial::month(year, 6)?, Partial::month(year, 8)?),
            Self::Autumn => Interval::new(Partial::month(year, 9)?, Partial::month(year, 11)?),
            Self::Winter => {
                Interval::new(Partial::month(year.checked_sub(1)?, 12)?, Partial::month(year, 2)?)
            }
        };
        if let Some(year) = year {
            return months(year);
        }
        let Some(published) = moment.published else { return months(moment.year?) };
        let is_over = |i: &Interval| i.end().is_some_and(|e| e.last_day() < published);
        let has_begun = |i: &Interval| i.begin().is_some_and(|b| b.first_day() <= published);
        let year = published.year();
        // Winter is named after the year it ends in, so that next year's may be under way, and the next one is that after.
        let mut near = (year.saturating_sub(1)..=year.saturating_add(2)).filter_map(months);
        match which {
            Some(Which::Next) => near.find(|i| !has_begun(i)),
            Some(Which::Last) => near.rfind(is_over),
            _ if moment.is_future() => near.find(|i| !is_over(i)),
            _ => near.rfind(has_begun),
        }
    }
}

fn season(tokens: &[Token], at: usize) -> Option<(YearForm, usize)> {
    let (which, at) = Which::read(tokens, at).map_or((None, at), |(which, next)| (Some(which), next));
    let season = Season::named(&tokens.get(at)?.low)?;
    // "The fall of Aleppo" is no autumn.
    let falls = tokens.get(at)?.is("fall") && tokens.get(at + 1).is_some_and(|t| t.is("of"));
    let of = usize::from(tokens.get(at + 1).is_some_and(|t| t.is_any(&["of", ","])));
    let (year, next) = match years(tokens, at + 1 + of) {
        Some((YearForm::Year(year), next)) => (Some(year), next),
        // A winter lies in two years.
        Some((YearForm::Years(first, last), next)) if season == Season::Winter && last == first + 1 => {
            (Some(last), next)
        }
        _ => (None, at + 1),
    };
    // "spring" and "fall" are verbs as well: a year, "the" or "last" must tell.
    let before = at.checked_sub(1).and_then(|n| tokens.get(n));
    let the = before.is_some_and(|t| t.is_any(&["the", "in", "early", "mid", "-", "late"]));
    let told = which.is_some() || year.is_some() || the;
    (told && (!falls || year.is_some())).then_some((YearForm::Season(season, year, which), next))
}

/// "the 1980s", "the 60's", "the nineteen-eighties".
fn decade(tokens: &[Token], at: usize) -> Option<(YearForm, usize)> {
    let token = tokens.get(at)?;
    let many = |n: usize| tokens.get(n).is_some_and(|t| t.glued && t.is_any(&["s", "'s"]));
    if token.kind == Kind::Number && many(at + 1) {
        let year: i16 = token.low.parse().ok().filter(|y| y % 10 == 0)?;
        let year =
            if (20..100).contains(&year) && token.low.len() == 2 { year.checked_add(1900)? } else { year };
        return (1900..=2090).contains(&year).then_some((YearForm::Decade(year), at + 2));
    }
    let nineteen = usize::from(token.is("nineteen"));
    let dash = usize::from(nineteen == 1 && tokens.get(at + 1).is_some_and(Token::is_dash));
    let word = tokens.get(at + nineteen + dash)?;
    let tens = TENS.iter().position(|t| word.is(t))?;
    let year = 1920_i16.checked_add(i16::try_from(tens).ok()?.checked_mul(10)?)?;
    Some((YearForm::Decade(year), at + nineteen + dash + 1))
}

fn years(tokens: &[Token], at: usize) -> Option<(YearForm, usize)> {
    if let Some(years) = slashed(tokens.get(at)?) {
        return Some((years, at + 1));
    }
    let first = year_at(tokens, at)?;
    let dashed = tokens.get(at + 1).is_some_and(|t| t.is_dash() || t.is("/"));
    let Some(token) = tokens.get(at + 2).filter(|t| dashed && t.glued && t.kind == Kind::Number) else {
        return Some((YearForm::Year(first), at + 1));
    };
    if ![2, 4].contains(&token.low.len()) {
        return Some((YearForm::Year(first), at + 1));
    }
    let second = second_year(first, &token.low)?;
    Some((YearForm::Years(first, second), at + 3))
}

/// The second of two years, in four digits or in the last two; `None` where it does not follow.
fn second_year(first: i16, digits: &str) -> Option<i16> {
    let number: i16 = digits.parse().ok()?;
    let year = match digits.len() {
        2 => first.checked_sub(first.rem_euclid(100))?.checked_add(number)?,
        4 => number,
        _ => return None,
    };
    (first < year).then_some(year)
}

/// "2011/12".
fn slashed(token: &Token) -> Option<YearForm> {
    let (first, second) = token.low.split_once('/').filter(|(first, _)| first.len() == 4)?;
    let first = first.parse().ok().filter(|y| YEARS.contains(y))?;
    Some(YearForm::Years(first, second_year(first, second)?))
}
