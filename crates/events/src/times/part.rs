//! Parts of the day and clock times: dawn, in the evening, 4:40 a.m., 14:00.

use crate::numbers::tokens::{Kind, Token};

/// Words for a part of the day, with the name in the record.
const PARTS: [(&str, &str); 18] = [
    ("dawn", "dawn"),
    ("daybreak", "dawn"),
    ("sunrise", "dawn"),
    ("morning", "morning"),
    ("mornings", "morning"),
    ("noon", "12:00"),
    ("midday", "12:00"),
    ("afternoon", "afternoon"),
    ("lunchtime", "afternoon"),
    ("evening", "evening"),
    ("dusk", "evening"),
    ("sunset", "evening"),
    ("nightfall", "evening"),
    ("night", "night"),
    ("midnight", "00:00"),
    ("nighttime", "night"),
    ("daytime", "day"),
    ("daylight", "day"),
];

/// The part or clock time that begins at `at`, and where it ends.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    if let Some(clock) = clock(tokens, at).or_else(|| military_clock(tokens, at)) {
        return Some(clock);
    }
    let the = usize::from(tokens.get(at)?.is("the"));
    let is = |n: usize, words: &[&str]| tokens.get(at + the + n).is_some_and(|t| t.is_any(words));
    // "the early hours", "the small hours".
    if is(0, &["early", "small", "wee", "predawn"]) && is(1, &["hours"]) {
        return Some(("night".to_owned(), at + the + 2));
    }
    if is(0, &["early", "late", "mid", "pre"]) {
        let dash = usize::from(is(1, &["-"]));
        let (part, next) = named(tokens, at + the + 1 + dash)?;
        return Some((part, next));
    }
    if the == 0 { named(tokens, at) } else { None }
}

fn named(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    let (_, part) = PARTS.iter().find(|(word, _)| token.is(word))?;
    let hours = usize::from(tokens.get(at + 1).is_some_and(|t| t.is_any(&["hours", "time"])));
    Some(((*part).to_owned(), at + 1 + hours))
}

/// "4:40 a.m.", "11 pm", "14:00", "6 o'clock in the morning", as `HH:MM`.
fn clock(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() <= 5)?;
    let (hour, minute, colon) = match token.low.split_once([':', '.']) {
        Some((h, m)) if m.len() == 2 => {
            (h.parse::<u8>().ok()?, m.parse::<u8>().ok()?, token.low.contains(':'))
        }
        Some(_) => return None,
        None => (token.low.parse::<u8>().ok()?, 0, false),
    };
    if tokens.get(at + 1).is_some_and(|t| t.is("o'clock")) {
        let (hour, next) = oclock(tokens, at + 2, hour)?;
        let next = next + zone(tokens, next);
        return (hour < 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}"), next));
    }
    let half = tokens.get(at + 1).and_then(half_of_day);
    let next = if half.is_some() { at + 2 } else { at + 1 };
    let hour = match half {
        Some(Half::Am) if hour == 12 => 0,
        Some(Half::Pm) if hour < 12 => hour + 12,
        Some(_) => hour,
        None if colon => hour,
        None => return None,
    };
    let next = next + zone(tokens, next);
    (hour < 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}"), next))
}

/// "1430 GMT": four digits count as a clock only with a zone behind them.
fn military_clock(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at).filter(|t| t.kind == Kind::Number && t.low.len() == 4)?;
    let (hour, minute) = token.low.split_at_checked(2)?;
    let digits = |text: &str| text.parse::<u8>().ok().filter(|_| text.chars().all(|c| c.is_ascii_digit()));
    let (hour, minute) = (digits(hour)?, digits(minute)?);
    let zone = zone(tokens, at + 1);
    (zone > 0 && hour < 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}"), at + 1 + zone))
}

/// The hour of "3 o'clock in the afternoon", where `at` is behind "o'clock", and where the words end. Without a word of the
/// day only what has one reading counts: 12 is noon, 13 and more are hours of the whole day; "3 o'clock" is of either half.
fn oclock(tokens: &[Token], at: usize, hour: u8) -> Option<(u8, usize)> {
    let is = |n: usize, words: &[&str]| tokens.get(n).is_some_and(|t| t.is_any(words));
    let joins = usize::from(is(at, &["in", "at", "on"]));
    let points = usize::from(is(at + joins, &["the", "that", "this"]));
    let told = named(tokens, at + joins + points);
    let Some((part, next)) = told.filter(|_| hour <= 12) else {
        return (hour == 0 || hour >= 12).then_some((hour, at));
    };
    let hour = match (&*part, hour) {
        ("00:00" | "night", 12) | ("dawn" | "morning", 12) => 0,
        ("afternoon" | "evening", 1..=11) | ("night", 6..=11) => hour + 12,
        _ => hour,
    };
    Some((hour, next))
}

enum Half {
    Am,
    Pm,
}

fn half_of_day(token: &Token) -> Option<Half> {
    match token.low.replace('.', "").as_str() {
        "am" => Some(Half::Am),
        "pm" => Some(Half::Pm),
        _ => None,
    }
}

/// "local time", "GMT", "Moscow time".
fn zone(tokens: &[Token], at: usize) -> usize {
    let is = |n: usize, words: &[&str]| tokens.get(at + n).is_some_and(|t| t.is_any(words));
    if is(0, &["gmt", "utc", "est", "edt", "cet", "msk"]) {
        return 1;
    }
    if is(1, &["time"]) && tokens.get(at).is_some_and(|t| t.kind == Kind::Word) { 2 } else { 0 }
}
