//! Where the sentences of one block of running text end.
//!
//! A stop ends a sentence unless what stands before it (an abbreviation, an initial, a list number), what stands after
//! it (a small letter, a word that continues) or what stands around it (brackets) says that the sentence goes on.

use crate::document::brackets::Brackets;
use crate::document::lines::{is_blank, trimmed};
use crate::document::stops::{Stop, next_stop};
use crate::document::vocabulary::{NotBefore, Vocabulary};
use crate::span::Span;

/// A sentence is no longer than this, in bytes. No sentence of news is; a text without stops would otherwise be one of any
/// length, and what reads a sentence as a whole would take time with its square.
pub(crate) const LONGEST: usize = 4_000;

/// The sentences of `block`, which has to lie on character boundaries of `text`; none is empty or begins or ends in
/// white space, and together they hold every other character of the block. None is longer than [`LONGEST`]: one that would
/// be is cut at the last blank before that, or, without one, between two characters.
pub(crate) fn sentences(text: &str, block: Span, vocabulary: &Vocabulary) -> Vec<Span> {
    let words = block.of(text);
    let mut brackets = Brackets::of(words);
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(stop) = next_stop(words, at) {
        at = stop.close;
        let context = Context { words, start, vocabulary };
        if !brackets.hold(start, stop.close) && context.ends(&stop) {
            found.push(Span::new(start, stop.close));
            start = stop.close;
        }
    }
    found.push(Span::new(start, words.len()));
    let placed =
        found.into_iter().map(|s| trimmed(text, Span::new(block.start + s.start, block.start + s.end)));
    placed.flat_map(|s| pieces(text, s)).collect()
}

/// `sentence`, which is trimmed, in pieces of at most [`LONGEST`] bytes; none where it is empty.
fn pieces(text: &str, sentence: Span) -> impl Iterator<Item = Span> + '_ {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        let piece = Span::new(rest.start, cut(text, rest));
        rest = trimmed(text, Span::new(piece.end, rest.end));
        Some(trimmed(text, piece)).filter(|s| !s.is_empty())
    })
}

/// Where the first piece of `rest` ends.
fn cut(text: &str, rest: Span) -> usize {
    if rest.len() <= LONGEST {
        return rest.end;
    }
    let limit = text.floor_char_boundary(rest.start + LONGEST);
    let blank = Span::new(rest.start, limit).of(text).rfind(is_blank);
    blank.filter(|at| *at > 0).map_or(limit, |at| rest.start + at)
}

/// What a stop is judged by.
struct Context<'a> {
    words: &'a str,
    start: usize,
    vocabulary: &'a Vocabulary,
}

impl Context<'_> {
    fn ends(&self, stop: &Stop) -> bool {
        let after = self.words.get(stop.next..).unwrap_or("");
        if after.is_empty() {
            return true;
        }
        let word = word_after(after);
        let before = word_before(self.words, self.start, stop.at);
        let Some(first) = word.chars().next() else { return stop.close < stop.next };
        if after.starts_with([',', ';', ':']) {
            return false;
        }
        if stop.close == stop.next {
            return self.is_glued(before, word);
        }
        if first.is_lowercase() {
            return stop.is_plain && is_small_name(word) && self.abbreviation(before).is_none();
        }
        match stop {
            Stop { is_question: true, is_quoted: true, .. } => !is_attribution(after),
            Stop { is_question: true, .. } => true,
            Stop { is_ellipsis: true, .. } => stop.is_quoted || self.ends_after_dots(stop, word),
            _ => self.ends_after_word(stop, before, word, after),
        }
    }

    /// Dots that trail off end a sentence; dots that leave something out stand by themselves.
    fn ends_after_dots(&self, stop: &Stop, word: &str) -> bool {
        let attached = self.words.get(..stop.at).is_some_and(|w| w.ends_with(char::is_alphanumeric));
        attached || self.vocabulary.opens(word)
    }

    fn ends_after_word(&self, stop: &Stop, before: &str, word: &str, after: &str) -> bool {
        if self.is_list_number(stop, before) {
            return false;
        }
        if is_clock(before) {
            return !after.starts_with('(') && !is_zone(word, after);
        }
        let digit = word.starts_with(|c: char| c.is_ascii_digit());
        match self.abbreviation(before) {
            None => true,
            Some(NotBefore::Anything) => false,
            Some(NotBefore::Digit) => !digit,
            Some(NotBefore::NoOpener) => !after.starts_with('(') && self.vocabulary.opens(word),
        }
    }

    /// What is known of the word before a stop; initials and letters with full stops between are known by their form.
    fn abbreviation(&self, before: &str) -> Option<NotBefore> {
        let mut parts = before.split(['.', '-']);
        let lettered = parts.all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
        let initials = lettered && before.starts_with(char::is_uppercase);
        self.vocabulary.abbreviation(before).or(initials.then_some(NotBefore::NoOpener))
    }

    /// "…the town.The army…": a space was lost between two sentences. Addresses and file names are left whole.
    fn is_glued(&self, before: &str, word: &str) -> bool {
        let is_capital = word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        let is_word = before.chars().count() >= 2 && before.chars().skip(1).all(char::is_lowercase);
        is_capital && is_word && (before.starts_with(char::is_lowercase) || self.vocabulary.opens(word))
    }

    /// "1. The port": a number that opens the sentence.
    fn is_list_number(&self, stop: &Stop, before: &str) -> bool {
        let head = self.words.get(self.start..stop.at).unwrap_or("");
        let opening = head.len() <= before.len() + 4 && head.trim_start() == before;
        opening && (1..=3).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Words longer than this are judged by their nearest part: no abbreviation is as long.
const LONGEST_WORD: usize = 40;

/// The word that ends at `at`, without opening marks; empty where something else stands there.
fn word_before(words: &str, start: usize, at: usize) -> &str {
    let head = words.get(start..at).unwrap_or("");
    let mut from = head.len().saturating_sub(LONGEST_WORD);
    while !head.is_char_boundary(from) {
        from += 1;
    }
    let near = head.get(from..).unwrap_or("");
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’' | '&' | '@' | '_');
    let word = near.rsplit(|c: char| !inside(c)).next().unwrap_or("");
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The word that `after` begins with, past opening marks; empty where no word follows soon.
fn word_after(after: &str) -> &str {
    let mut rest = after;
    for _ in 0..8 {
        match rest.chars().next() {
            Some(c) if !c.is_alphanumeric() => rest = &rest[c.len_utf8()..],
            _ => break,
        }
    }
    let end = rest
        .char_indices()
        .take(LONGEST_WORD)
        .find(|(_, c)| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')));
    let cut = || rest.char_indices().nth(LONGEST_WORD).map_or(rest.len(), |(at, _)| at);
    rest.get(..end.map_or_else(cut, |(at, _)| at)).unwrap_or("")
}

/// "al-Nusra", "ez-Zor": names that begin small.
fn is_small_name(word: &str) -> bool {
    let parts = word.split_once('-');
    parts.is_some_and(|(article, name)| article.len() <= 3 && name.starts_with(char::is_uppercase))
}

fn is_clock(before: &str) -> bool {
    ["a.m", "p.m", "A.M", "P.M"].contains(&before)
}

/// What goes on after "3 p.m.": a day, a month, a time zone.
fn is_zone(word: &str, after: &str) -> bool {
    let shouted = word.len() <= 4 && word.chars().all(char::is_uppercase) && word != "A" && word != "I";
    let timed = after.split_whitespace().skip(1).take(2).any(|w| w.to_lowercase().starts_with("time"));
    shouted || timed || crate::document::dates::is_day_or_month(word)
}

/// `"Is it war?" Karim asked`: the question's end is not the sentence's.
fn is_attribution(after: &str) -> bool {
    let words: Vec<&str> = after.split_whitespace().take(6).collect();
    let Some(verb) = words.iter().position(|w| is_speech(w)).filter(|at| (1..=4).contains(at)) else {
        return false;
    };
    let named = words.iter().take(verb).all(|w| w.starts_with(char::is_uppercase));
    let spoken = words.get(verb).copied().unwrap_or("");
    let asks = !matches!(bare(spoken), "said" | "says" | "told" | "wrote");
    let closed = spoken.ends_with(['.', ',', ';']);
    let circumstance = words.get(verb + 1).is_none_or(|w| {
        matches!(
            bare(w),
            "in" | "on" | "at" | "as" | "to" | "during" | "after" | "before" | "when" | "of" | "from"
        )
    });
    named && (asks || closed || circumstance)
}

fn is_speech(word: &str) -> bool {
    let verbs = [
        "said", "says", "told", "wrote", "asked", "asks", "wondered", "shouted", "cried", "chanted", "yelled",
    ];
    verbs.contains(&bare(word))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
