//! Words as they would read had no line break fallen into them.

use crate::document::lines::{is_blank, is_line_break};
use std::borrow::Cow;

/// `words` for look-ups: runs of white space are one space, marks without width and soft hyphens are gone, and a name
/// that was broken at its hyphen is whole again ("al-\nNusra" is "al-Nusra").
///
/// Offsets into the result do not count: spans always point into the text as published.
pub fn healed(words: &str) -> Cow<'_, str> {
    if is_whole(words) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        if is_gap(c) {
            let after = rest.trim_start_matches(is_gap);
            let gap = &rest[..rest.len() - after.len()];
            join(&mut out, gap, after);
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(out)
}

fn is_gap(c: char) -> bool {
    is_blank(c) || c == '\u{ad}'
}

/// True where healing would change nothing.
fn is_whole(words: &str) -> bool {
    let mut after_space = false;
    for c in words.chars() {
        let space = c == ' ';
        if (is_gap(c) && !space) || (space && after_space) {
            return false;
        }
        after_space = space;
    }
    true
}

/// Puts what `gap` stands for between `out` and `after`: a space, or nothing inside a word.
fn join(out: &mut String, gap: &str, after: &str) {
    let broken_line = gap.contains(is_line_break);
    let soft_hyphen = gap.contains('\u{ad}');
    let space = gap.contains(char::is_whitespace);
    let inside_word = (soft_hyphen && (broken_line || !space)) || (broken_line && hyphenated(out, after));
    if space && !inside_word {
        out.push(' ');
    }
}

/// True where a hyphen at the line break binds the words on its two sides into one.
fn hyphenated(before: &str, after: &str) -> bool {
    let letter_at = |text: &str, back: bool| {
        let mut chars = text.chars();
        if back { chars.next_back() } else { chars.next() }.is_some_and(char::is_alphanumeric)
    };
    match (
        before.strip_suffix(['-', '\u{2010}', '\u{2011}']),
        after.strip_prefix(['-', '\u{2010}', '\u{2011}']),
    ) {
        (Some(before), None) => letter_at(before, true) && letter_at(after, false) && !is_suspended(after),
        (None, Some(after)) => letter_at(before, true) && letter_at(after, false),
        _ => false,
    }
}

/// "short- and long-range": the hyphen holds a place open and binds nothing.
fn is_suspended(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    matches!(word, "and" | "or" | "to" | "but" | "nor")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_broken_at_a_line_end_is_whole_again() {
        assert_eq!(healed("the al-\nNusra Front"), "the al-Nusra Front");
        assert_eq!(healed("the al\n-Nusra Front"), "the al-Nusra Front");
        assert_eq!(healed("Deir\nez-Zor"), "Deir ez-Zor");
        assert_eq!(healed("Deir  \r\n  ez-\r\nZor"), "Deir ez-Zor");
        assert_eq!(healed("Jabhat\u{a0}al-Nusra"), "Jabhat al-Nusra");
    }

    #[test]
    fn hyphens_that_bind_nothing_keep_their_space() {
        assert_eq!(healed("short-\nand long-range"), "short- and long-range");
        assert_eq!(healed("the town -\nits people"), "the town - its people");
        assert_eq!(healed("gov\u{ad}\nernment and minis\u{ad}ter"), "government and minister");
        assert_eq!(healed("al- Nusra"), "al- Nusra");
    }

    #[test]
    fn whole_words_are_borrowed() {
        assert!(matches!(healed("the town of Qatana"), Cow::Borrowed(_)));
    }
}
