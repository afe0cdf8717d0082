//! The words around a report that are no part of it, told by what they say.
//!
//! Precision first: a sentence that is taken for furniture makes no claims. Only short stretches are looked at, and
//! only phrases of the table and the narrow forms of [`crate::document::credits`] and [`crate::document::dates`] count.

use crate::document::credits::{is_agency_alone, is_byline, is_reporter_line, only_names};
use crate::document::dates::is_stamp;
use crate::document::kind::Kind;
use crate::document::vocabulary::{Vocabulary, Where, first_word};
use crate::healing::healed;

/// Furniture is no longer than this, in bytes; what is longer is furniture only where it has no letter and no digit.
pub(crate) const LONGEST: usize = 320;

/// What `words` (a line, a block or a sentence) are, where they are no running text.
pub(crate) fn kind_of(words: &str, vocabulary: &Vocabulary) -> Option<Kind> {
    if words.len() > LONGEST {
        return (!words.contains(char::is_alphanumeric)).then_some(Kind::Clutter);
    }
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    if bare.is_empty() || is_note_mark(words) {
        return Some(Kind::Clutter);
    }
    let bare = healed(bare);
    let lower = bare.to_lowercase();
    phrase_kind(&bare, &lower, vocabulary).or_else(|| form_kind(&bare, vocabulary))
}

/// "Related", "See also" on a line of their own: titles of other items follow.
pub(crate) fn opens_teasers(words: &str, vocabulary: &Vocabulary) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let lower = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let phrases = vocabulary.phrases(first_word(&lower)).iter();
    phrases
        .filter(|(_, place, kind)| *place == Where::Whole && *kind == Kind::Teaser)
        .any(|(phrase, ..)| *phrase == lower)
}

/// "[3]", "[1][2]": marks of notes that stand on a line of their own.
fn is_note_mark(words: &str) -> bool {
    words.starts_with('[') && words.chars().all(|c| c.is_ascii_digit() || matches!(c, '[' | ']'))
}

/// What a phrase of the table makes of it.
fn phrase_kind(bare: &str, lower: &str, vocabulary: &Vocabulary) -> Option<Kind> {
    let phrases = vocabulary.phrases(first_word(lower)).iter();
    let started = phrases
        .filter(|(phrase, place, _)| fits(bare, lower, phrase, *place, vocabulary))
        .map(|found| found.2);
    let anywhere = vocabulary.anywhere().iter().filter(|(phrase, _)| lower.contains(phrase.as_str()));
    started.chain(anywhere.map(|(_, kind)| *kind)).find(|kind| *kind != Kind::Body)
}

fn fits(bare: &str, lower: &str, phrase: &str, place: Where, vocabulary: &Vocabulary) -> bool {
    let Some(rest) = lower.strip_prefix(phrase) else { return false };
    let inside_word = phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    let nothing_else = !rest.contains(char::is_alphanumeric);
    !inside_word
        && match place {
            Where::Start => true,
            Where::Whole => nothing_else,
            Where::Label => nothing_else || rest.trim_start().starts_with(':'),
            Where::Names => {
                let names = bare.split_whitespace().skip(phrase.split_whitespace().count());
                only_names(names, vocabulary)
            }
            _ => false,
        }
}

/// What its form makes of it.
fn form_kind(bare: &str, vocabulary: &Vocabulary) -> Option<Kind> {
    if is_byline(bare, vocabulary) {
        Some(Kind::Byline)
    } else if is_reporter_line(bare, vocabulary) || is_agency_alone(bare, vocabulary) {
        Some(Kind::Credit)
    } else if is_stamp(bare, vocabulary) {
        Some(Kind::Date)
    } else {
        None
    }
}
