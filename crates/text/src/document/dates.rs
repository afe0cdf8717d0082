//! Lines that are nothing but a date or a time stamp.

use crate::document::vocabulary::{Vocabulary, Where};

/// The months of the year.
pub const MONTHS: [&str; 12] = [
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
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// True for a month, in full or cut short ("Sept.").
pub(crate) fn is_month(word: &str) -> bool {
    is_cut_of(word, &MONTHS)
}

/// True for a day of the week or a month, in full or cut short.
pub(crate) fn is_day_or_month(word: &str) -> bool {
    is_month(word) || is_cut_of(word, &DAYS)
}

fn is_cut_of(word: &str, names: &[&str]) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.len() < 3 || word.len() > 9 || !word.starts_with(char::is_alphabetic) {
        return false;
    }
    let lower = word.to_lowercase();
    names.iter().any(|name| *name == lower || (lower.len() <= 4 && name.starts_with(&lower)))
}

/// True where `line` is a bare date or time stamp: "Tuesday, March 3, 2015", "Updated 10:32 GMT".
pub(crate) fn is_stamp(line: &str, vocabulary: &Vocabulary) -> bool {
    let (mut digits, mut named, mut count) = (false, false, 0);
    for word in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')')) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            continue;
        }
        count += 1;
        if is_number(bare) {
            digits = true;
            named |= bare.bytes().filter(|b| matches!(b, b':' | b'-' | b'/')).count() > 0;
        } else if is_day_or_month(bare) || vocabulary.lists(Where::Stamp, &bare.to_lowercase()) {
            named = true;
        } else {
            return false;
        }
    }
    digits && named && count <= 16
}

/// "21", "21st", "2017", "3:29pm", "2012-12-13", "13/12/2012".
fn is_number(bare: &str) -> bool {
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '/' | '.'));
    bare.starts_with(|c: char| c.is_ascii_digit())
        && matches!(
            rest.to_lowercase().as_str(),
            "" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "a.m" | "p.m" | "h"
        )
}
