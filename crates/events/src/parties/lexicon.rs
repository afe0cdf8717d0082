//! Longest matches of many names in a run of words.
//!
//! A trie over word hashes in one map, so that a look-up costs one probe a word however many names there are.

use super::fold::hash;
use super::token::{Caps, Gap, Token};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already; mixing them once more is enough.
#[derive(Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|b| self.write_u64(u64::from(*b)));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(23) ^ n).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n));
    }
}

pub(crate) type Fast<K, V> = HashMap<K, V, BuildHasherDefault<Mixed>>;

/// What the text must look like for a name to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Any writing.
    Any,
    /// The word at this place of the name begins with a capital.
    Initial(u8),
    /// All words that the name has with capitals have them: a bit for each word but "the".
    Each(u16),
    /// The first word is in capitals throughout ("US", not "us").
    Upper,
    /// With a capital, behind "the", and before no other capital: "The Times", not "Times Square".
    Titled,
}

impl Case {
    /// All capitals that the name has, but that of an Arabic article.
    pub(crate) fn each(words: &[Token]) -> Self {
        let article = hash("al");
        let capital = |t: &Token| t.caps != Caps::Lower && t.word != article;
        let bits = words.iter().take(16).enumerate().filter(|(_, t)| capital(t));
        Self::Each(bits.fold(0, |mask, (n, _)| mask | 1 << n))
    }
}

/// One name of one entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Use {
    /// Number of the entry.
    pub entry: u32,
    /// The writing asked for.
    pub case: Case,
}

/// All names.
#[derive(Default)]
pub(crate) struct Lexicon {
    edges: Fast<(u32, u64), u32>,
    uses: Vec<Vec<Use>>,
}

/// A name found: words `from` up to `to`, and where its uses are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub from: usize,
    pub to: usize,
    node: u32,
}

impl Lexicon {
    /// Adds the name made of `words` (without "the").
    pub(crate) fn add(&mut self, words: &[Token], the: u64, use_: Use) {
        if self.uses.is_empty() {
            self.uses.push(Vec::new());
        }
        let mut node = 0u32;
        for token in words.iter().filter(|t| t.word != the) {
            let fresh = u32::try_from(self.uses.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, token.word)).or_insert(fresh);
            if node == fresh {
                self.uses.push(Vec::new());
            }
        }
        if let Some(uses) = self.uses.get_mut(node as usize).filter(|_| node > 0)
            && !uses.iter().any(|u| u.entry == use_.entry)
        {
            uses.push(use_);
        }
    }

    /// Gives entries further names: each of `also` all those of the entry that it stands under.
    pub(crate) fn share(&mut self, also: &HashMap<u32, Vec<u32>>) {
        for uses in self.uses.iter_mut().filter(|_| !also.is_empty()) {
            let fresh = uses.iter().flat_map(|u| {
                let others = also.get(&u.entry).into_iter().flatten();
                others.map(|entry| Use { entry: *entry, ..*u })
            });
            let fresh: Vec<Use> = fresh.filter(|f| !uses.iter().any(|u| u.entry == f.entry)).collect();
            uses.extend(fresh);
        }
    }

    /// The longest name that begins at word `from` and ends at or before word `limit`, written as it asks.
    pub(crate) fn longest(&self, words: &[Token], from: usize, limit: usize, the: u64) -> Option<Found> {
        let mut node = 0u32;
        let mut best = None;
        for (at, token) in words.iter().enumerate().take(limit).skip(from) {
            if at > from {
                if matches!(token.gap, Gap::Comma | Gap::Break) {
                    break;
                }
                if token.word == the {
                    continue;
                }
            }
            let Some(next) = self.edges.get(&(node, token.word)) else { break };
            node = *next;
            let found = Found { from, to: at + 1, node };
            if self.uses(&found, words).next().is_some() {
                best = Some(found);
            }
        }
        best
    }

    /// The entries that a found name may be, as far as its writing goes.
    pub(crate) fn uses<'a>(&'a self, found: &Found, words: &'a [Token]) -> impl Iterator<Item = u32> + 'a {
        let (from, to) = (found.from, found.to);
        let uses = self.uses.get(found.node as usize).map_or(&[][..], Vec::as_slice);
        uses.iter().filter(move |u| written(u.case, words, from, to)).map(|u| u.entry)
    }
}

fn written(case: Case, all: &[Token], from: usize, to: usize) -> bool {
    let words = all.get(from..to).unwrap_or(&[]);
    match case {
        Case::Any => true,
        Case::Initial(n) => words.get(usize::from(n)).is_none_or(|t| t.caps != Caps::Lower),
        Case::Each(mask) => {
            let the = hash("the");
            let mut known = words.iter().filter(|t| t.word != the).enumerate();
            known.all(|(n, t)| n > 15 || mask & (1 << n) == 0 || t.caps != Caps::Lower)
        }
        Case::Titled => {
            let article = from.checked_sub(1).and_then(|n| all.get(n)).is_some_and(|t| t.word == hash("the"));
            let goes_on = all.get(to).is_some_and(|t| t.gap == Gap::Space && t.caps != Caps::Lower);
            article && !goes_on && words.iter().all(|t| t.caps != Caps::Lower)
        }
        Case::Upper => words.first().is_some_and(|t| t.caps == Caps::Upper),
    }
}

/// The writing that a name asks for, from how the table writes it.
pub(crate) fn case_of(words: &[Token]) -> Case {
    match words {
        [one] if one.caps == Caps::Upper && one.end - one.start <= 4 => Case::Upper,
        _ => {
            // "al-Manar" and "Al-Manar" are one.
            let article = hash("al");
            let first =
                words.iter().position(|t| t.caps != Caps::Lower && (t.word != article || words.len() == 1));
            first.and_then(|n| u8::try_from(n).ok()).map_or(Case::Any, Case::Initial)
        }
    }
}
