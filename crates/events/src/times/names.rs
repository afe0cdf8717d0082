//! Tables of names of several words: which of them begins at a place.

use crate::numbers::tokens::Token;
use std::collections::HashMap;

/// Names, each with what it stands for, by their first word.
pub(super) struct Names<T>(HashMap<&'static str, Vec<(Vec<&'static str>, T)>>);

impl<T> Names<T> {
    /// Of names in small letters, whose words are parted by blanks.
    pub fn of(rows: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut names: HashMap<_, Vec<_>> = HashMap::new();
        for (name, what) in rows {
            let words: Vec<&str> = name.split(' ').collect();
            names.entry(words.first().copied().unwrap_or_default()).or_default().push((words, what));
        }
        Self(names)
    }

    /// What the longest name that begins at `at` stands for, and where it ends.
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(&T, usize)> {
        let fits = |words: &[&str]| {
            words.iter().enumerate().all(|(n, w)| tokens.get(at + n).is_some_and(|t| t.is(w)))
        };
        let names = self.0.get(tokens.get(at)?.low.as_str())?.iter();
        let (words, what) = names.filter(|(words, _)| fits(words)).max_by_key(|(words, _)| words.len())?;
        Some((what, at + words.len()))
    }
}
