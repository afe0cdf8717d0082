//! Words kept once, each by its number: a million claims name the same few thousand parties, places and sources.

use std::collections::HashMap;

/// The number of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Name(u32);

/// All words by number.
#[derive(Default)]
pub(crate) struct Names {
    numbers: HashMap<Box<str>, Name>,
    words: Vec<Box<str>>,
}

impl Names {
    /// The number of a word, a new one where it is new.
    pub(crate) fn number(&mut self, word: &str) -> Name {
        if let Some(name) = self.numbers.get(word) {
            return *name;
        }
        // More than four thousand million names do not fit into memory.
        let name = Name(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.words.push(word.into());
        self.numbers.insert(word.into(), name);
        name
    }

    /// The number of a word that has one.
    pub(crate) fn known(&self, word: &str) -> Option<Name> {
        self.numbers.get(word).copied()
    }

    /// The word of a number.
    pub(crate) fn word(&self, name: Name) -> &str {
        self.words.get(name.0 as usize).map_or("", |word| word)
    }
}
