//! Who wrote, reported, pictured or distributed a report.

use crate::document::dates::is_day_or_month;
use crate::document::vocabulary::{Vocabulary, Where};

/// "By Jane Doe", "By Jane Doe and John Roe in Beirut", "By Reuters".
pub(crate) fn is_byline(words: &str, vocabulary: &Vocabulary) -> bool {
    let mut rest = words.split_whitespace();
    if !rest.next().is_some_and(|w| w.eq_ignore_ascii_case("by")) {
        return false;
    }
    let names: Vec<&str> = rest.collect();
    let agency = vocabulary.is_agency(bare(&names.join(" ")));
    let person = names.len() >= 2 && names.iter().take(2).all(|w| is_capitalised(w));
    let running = names.first().is_some_and(|w| is_day_or_month(w) || vocabulary.trails(w));
    let closed = words.ends_with(['.', '?', '!', ',', ':', '"', '”']);
    names.len() <= 20
        && !running
        && !closed
        && (agency || person)
        && only_names(names.into_iter(), vocabulary)
}

/// "Jane Doe reported from Beirut, and John Roe from Amman."
pub(crate) fn is_reporter_line(words: &str, vocabulary: &Vocabulary) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    let is_verb = |w: &str| matches!(w, "reported" | "contributed" | "reporting");
    let verb = all.windows(2).position(|pair| matches!(pair, [verb, "from"] if is_verb(verb)));
    let Some((names, places)) = verb.and_then(|at| Some((all.get(..at)?, all.get(at + 2..)?))) else {
        return false;
    };
    let named = names.len() >= 2 && names.iter().take(2).all(|w| is_capitalised(w));
    named && only_names(names.iter().copied(), vocabulary) && only_names(places.iter().copied(), vocabulary)
}

/// "(Reuters)", "AP/AFP", "Source: Anadolu".
pub(crate) fn is_agency_alone(words: &str, vocabulary: &Vocabulary) -> bool {
    let label =
        ["Source:", "Sources:", "SOURCE:", "Via:"].into_iter().find_map(|label| words.strip_prefix(label));
    let mut names = label.unwrap_or(words).split(['/', ',', ';', '|', '&']).map(bare).peekable();
    names.peek().is_some() && names.all(|name| vocabulary.is_agency(name))
}

/// "A man walks through the old town, 3 June 2013 (Jane Doe/Reuters)": words without a stop, with a picture's credit.
pub(crate) fn ends_with_picture_credit(words: &str, vocabulary: &Vocabulary) -> bool {
    let Some(inside) = words.strip_suffix([')', ']']) else { return false };
    let Some((head, credit)) = inside.rsplit_once(['(', '[']) else { return false };
    let stopped = head.trim_end().ends_with(['.', '?', '!', '"', '”']);
    let agency = |part: &str| {
        let part = bare(part);
        vocabulary.is_agency(part) || vocabulary.is_agency(part.strip_suffix(" Photo").unwrap_or(part))
    };
    !stopped
        && credit.len() <= 60
        && head.split_whitespace().count() >= 3
        && credit.split(['/', ',', ':']).any(agency)
}

/// True where `words` are names, places and the few small words that stand among them in a credit.
pub(crate) fn only_names<'a>(words: impl Iterator<Item = &'a str>, vocabulary: &Vocabulary) -> bool {
    let mut named = false;
    for word in words {
        let plain = bare(word);
        if is_capitalised(word) {
            named = true;
        } else if !(plain.is_empty() || is_small_part(plain, word, vocabulary)) {
            return false;
        }
    }
    named
}

fn is_small_part(plain: &str, word: &str, vocabulary: &Vocabulary) -> bool {
    let article = plain.split_once('-').is_some_and(|(a, name)| a.len() <= 3 && is_capitalised(name));
    article
        || word.contains('@')
        || plain.chars().all(|c| c.is_ascii_digit())
        || vocabulary.lists(Where::Within, plain)
}

fn is_capitalised(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
