//! Other names that a report gives somebody itself: "the Bangsa Dawn Front (BDF)", "Khalil Darwaza, who uses the nom de guerre Abu
//! Yazan".

use super::small::Classes;
use super::token::Caps;
use super::view::View;
use std::collections::HashMap;

/// Other names with the words that they stand for.
#[derive(Default)]
pub(crate) struct Aliases(HashMap<Vec<u64>, (usize, usize)>);

/// Most words of a name.
const LONGEST: usize = 9;

/// How many words before the other name the name is looked for.
const REACH: usize = 20;

/// Words that another name follows.
const MARKERS: [&str; 12] = [
    "known as",
    "nom de guerre",
    "uses the name",
    "using the name",
    "used the name",
    "calls himself",
    "calls itself",
    "calls herself",
    "call themselves",
    "nicknamed",
    "the alias",
    "the pseudonym",
];

/// Small words inside a name.
const JOINING: [&str; 8] = ["of", "for", "the", "and", "in", "de", "al", "on"];

/// True where the letters of the abbreviation at word `at` stand, in their order, in the words from `from` on, the first of them first.
fn spells(view: &View<'_>, from: usize, at: usize) -> bool {
    let fold = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (name, short) = (fold(view.text(from, at)), fold(view.text(at, at + 1)));
    let mut rest = name.iter();
    name.first() == short.first() && short.iter().all(|c| rest.any(|n| n == c))
}

impl Aliases {
    /// Gathers them from the whole report.
    pub(crate) fn of(view: &View<'_>) -> Self {
        let mut aliases = Self::default();
        for at in 1..view.words.len() {
            aliases.abbreviation(view, at);
            aliases.other_name(view, at);
        }
        aliases
    }

    /// The words for which words `from` up to `to` stand, articles before them aside.
    pub(crate) fn full(&self, view: &View<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
        if self.0.is_empty() {
            return None;
        }
        let first = (from..to).find(|at| !view.small(*at).any(Classes::ARTICLE.with(Classes::HONORIFIC)))?;
        let words: Vec<u64> = view.words.get(first..to)?.iter().map(|t| t.word).collect();
        self.0.get(&words).copied()
    }

    /// "(BDF)" behind words whose capitals are these letters.
    fn abbreviation(&mut self, view: &View<'_>, at: usize) {
        let Some(token) = view.words.get(at).filter(|t| t.caps == Caps::Upper) else { return };
        let between = view.gap_text(at);
        let known = view.between(at, at + 1).iter().any(|m| m.from == at && m.entry.named());
        if token.end - token.start < 2 || between.trim() != "(" || known {
            return;
        }
        let low = at.saturating_sub(LONGEST);
        let inside = |n: usize| view.capital(n) || JOINING.contains(&view.text(n, n + 1));
        let from = (low..at).rev().take_while(|n| inside(*n) && (*n + 1 == at || view.joined(*n + 1))).last();
        let from = from.and_then(|from| (from..at).find(|n| view.capital(*n) && spells(view, *n, at)));
        let known =
            from.is_some_and(|from| view.between(from, at).iter().any(|m| m.from == from && m.to == at));
        if let Some(from) = from.filter(|from| at - from > 1 && !known) {
            self.0.entry(vec![token.word]).or_insert((from, at));
        }
    }

    /// "known as Abu Yazan" behind a name.
    fn other_name(&mut self, view: &View<'_>, at: usize) {
        if at < 1 || !view.capital(at) || view.capital(at - 1) {
            return;
        }
        let marked = MARKERS.iter().any(|marker| {
            let words = marker.split(' ').count();
            at >= words && view.text(at - words, at).eq_ignore_ascii_case(marker)
        });
        if !marked {
            return;
        }
        let end = (at + 1..at + 5).find(|n| !view.joined(*n) || !view.capital(*n)).unwrap_or(at + 5);
        let from = view.sentence(at).0.max(at.saturating_sub(REACH));
        if let (Some(full), Some(words)) = (view.last_name(from, at), view.words.get(at..end)) {
            self.0.entry(words.iter().map(|t| t.word).collect()).or_insert(full);
        }
    }
}
