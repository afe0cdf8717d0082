//! Who or what a figure counts.

use super::cardinal::cardinal;
use super::hedge;
use super::lexicon::NOUNS;
use super::quantity::quantity;
use super::range::range;
use super::share::share;
use super::tokens::{Kind, Token, tokens};

/// Words that stand between a number and its noun and say nothing of who is counted.
const LIGHT: [&str; 14] = [
    "of",
    "the",
    "other",
    "others",
    "more",
    "further",
    "additional",
    "its",
    "his",
    "their",
    "her",
    "our",
    "at",
    "least",
];
/// Words that end a noun phrase.
const STOPS: [&str; 19] = [
    "in",
    "from",
    "by",
    "who",
    "whom",
    "that",
    "which",
    "were",
    "was",
    "have",
    "had",
    "including",
    "with",
    "on",
    "for",
    "during",
    "among",
    "as",
    "or",
];

/// The people that `words` count, under the name of `data/numbers/people.tsv` where that has one: "soldiers" for "12
/// government troops". `None` where the words name nobody ("at least 16", "two of them").
pub fn whose(words: &str) -> Option<String> {
    let all = tokens(words);
    let phrase = noun_phrase(&all);
    let known =
        phrase.iter().rev().find_map(|t| NOUNS.get(t.low.as_str()).map(|(_, whose)| (*whose).to_owned()));
    let other = || all.iter().any(|t| t.is_any(&["others", "dead"])).then(|| "people".to_owned());
    known.or_else(other).or_else(|| phrase.last().map(|t| written(words, t)))
}

/// What `words` count, as a noun phrase without its number: "ballistic missiles". `None` where they name nothing.
pub fn what(words: &str) -> Option<String> {
    let all = tokens(words);
    let phrase = noun_phrase(&all);
    let (first, last) = (phrase.first()?, phrase.last()?);
    let text = words.get(first.span.start..last.span.end)?;
    let one_word = phrase.len() == 1;
    Some(if one_word { written(words, first) } else { text.split_whitespace().collect::<Vec<_>>().join(" ") })
}

/// A name keeps its capital, another noun at the beginning of a sentence does not.
fn written(words: &str, token: &Token) -> String {
    let of_a_people = ["ans", "is", "ese"].iter().any(|end| token.low.ends_with(end));
    if token.span.start == 0 && !of_a_people { token.low.clone() } else { token.span.of(words).to_owned() }
}

/// The words of the noun phrase after the number, light words at its beginning left out.
fn noun_phrase(all: &[Token]) -> &[Token] {
    let begin = after_number(all);
    let light = |t: &Token| t.kind != Kind::Word || t.is_any(&LIGHT) || t.is_any(&["a", "an", "another"]);
    let rest = all.get(begin..).unwrap_or(&[]);
    let skipped = rest.iter().position(|t| !light(t)).unwrap_or(rest.len());
    let rest = rest.get(skipped..).unwrap_or(&[]);
    let rest = match rest.first() {
        // "eight of them policemen": the noun follows.
        Some(t) if t.is_any(&["them", "whom", "these", "those"]) => rest.get(1..).unwrap_or(&[]),
        _ => rest,
    };
    let ends = |(n, t): (usize, &Token)| {
        t.is_any(&STOPS) || n > 0 && (t.is("of") || t.kind == Kind::Mark && !t.is_dash())
    };
    let end = rest.iter().enumerate().position(ends).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(&[])
}

fn after_number(all: &[Token]) -> usize {
    let mut at = 0;
    while at < all.len() {
        if let Some((_, next)) = hedge::before(all, at) {
            at = next;
            continue;
        }
        let parted = share(all, at).map(|(_, next)| next);
        let next = parted.or_else(|| range(all, at).map(|r| r.2));
        let next = next.or_else(|| quantity(all, at).map(|q| q.1)).or_else(|| cardinal(all, at).map(|c| c.1));
        match next {
            Some(next) => return hedge::after(all, next).map_or(next, |(_, next)| next),
            None => at += 1,
        }
    }
    0
}
