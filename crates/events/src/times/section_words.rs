//! The words of a section: early, the end of, the first two weeks of, the second half of, so far.

use super::section::Section;
use super::unit::{Unit, count};
use super::weekday;
use crate::numbers::tokens::{Kind, Token};

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

const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// The section that begins at `at`, and where it ends.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Section, usize)> {
    let at = at + usize::from(tokens.get(at)?.is("the"));
    if let Some(found) = counted(tokens, at) {
        return Some(found);
    }
    let token = tokens.get(at)?;
    let is = |n: usize, word: &str| tokens.get(n).is_some_and(|t| t.is(word));
    if token.is("so") && is(at + 1, "far") {
        return Some((Section::Earlier, at + 2));
    }
    if let Some(found) = thirds(tokens, at) {
        return Some(found);
    }
    let (_, section) = WORDS.iter().find(|(word, _)| token.is(word))?;
    // "beginning in March" bounds what follows.
    let bounds = token.is_any(&["beginning", "start"]);
    let joins = |t: &Token| t.is("of") || !bounds && (t.is_dash() || t.is_any(&["in", "on"]));
    let mut next = at + 1;
    while tokens.get(next).is_some_and(joins) {
        next += 1;
    }
    Some((*section, next))
}

/// "early to mid", "mid-to-late".
fn thirds(tokens: &[Token], at: usize) -> Option<(Section, usize)> {
    let is = |n: usize, word: &str| tokens.get(n).is_some_and(|t| t.is(word));
    let dash = |n: usize| usize::from(is(n, "-"));
    let to = at + 1 + dash(at + 1);
    let second = to + 1 + dash(to + 1);
    if !is(to, "to") {
        return None;
    }
    let section = match (tokens.get(at)?.low.as_str(), tokens.get(second)?.low.as_str()) {
        ("early", "mid") => Section::EarlyToMid,
        ("mid", "late") => Section::MidToLate,
        _ => return None,
    };
    Some((section, second + 1 + dash(second + 1)))
}

/// "first week of", "first eight days of", "second quarter of", "first Friday of", "last week of", "week of".
fn counted(tokens: &[Token], at: usize) -> Option<(Section, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Word)?;
    if let Some(section) = around(tokens, at) {
        return of(tokens, at + 1).map(|next| (section, next));
    }
    let nth = ORDINALS.iter().position(|o| token.is(o)).and_then(|n| i64::try_from(n + 1).ok());
    let nth = nth.or_else(|| token.is("opening").then_some(1));
    let last = token.is_any(&["last", "final", "closing"]);
    if nth.is_none() && !last {
        return None;
    }
    if let Some((day, next)) = weekday::day_at(tokens, at + 1) {
        let next = next + usize::from(tokens.get(next).is_some_and(|t| t.is_any(&["of", "in"])));
        return Some((Section::Weekday(nth, day), next));
    }
    let (number, next) = count(tokens, at + 1);
    let behind = of(tokens, next + 1)?;
    if let Some(parts) = parts(tokens.get(next)?) {
        return part(nth.unwrap_or(parts), parts).map(|section| (section, behind));
    }
    let (unit, plural) = Unit::read(tokens, next)?;
    let section = match (nth, number, unit) {
        // "the first days of March": ten of them; "the last days": a week.
        (Some(1), None, Unit::Day) if plural => Section::First(10, unit),
        (None, None, Unit::Day) if plural => Section::Last(1, Unit::Week),
        (_, None, _) if plural => return None,
        (Some(1), n, Unit::Day | Unit::Week | Unit::Month) => Section::First(n.unwrap_or(1), unit),
        (None, n, Unit::Day | Unit::Week | Unit::Month) => Section::Last(n.unwrap_or(1), unit),
        (Some(nth), None, Unit::Day | Unit::Week | Unit::Month) => Section::Nth(nth, unit),
        _ => return None,
    };
    Some((section, behind))
}

/// "week of 5 March".
fn around(tokens: &[Token], at: usize) -> Option<Section> {
    match Unit::read(tokens, at)? {
        (unit @ (Unit::Week | Unit::Weekend), false) => Some(Section::Around(unit)),
        _ => None,
    }
}

/// Into how many parts the word cuts.
fn parts(token: &Token) -> Option<i64> {
    match token.low.as_str() {
        "half" => Some(2),
        "third" => Some(3),
        "quarter" => Some(4),
        _ => None,
    }
}

fn part(nth: i64, parts: i64) -> Option<Section> {
    (1..=parts).contains(&nth).then_some(Section::Part(nth, parts))
}

fn of(tokens: &[Token], at: usize) -> Option<usize> {
    tokens.get(at).is_some_and(|t| t.is("of")).then_some(at + 1)
}
