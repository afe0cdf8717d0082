//! The words of a claim as merging compares them: stems of what a sentence says, and the names and numbers in it.

use super::plain::PlainWords;
use crate::parties::fold::{fold, hash};
use crate::parties::token::{Caps, tokens};

/// Letters of a word that count: "demonstrators" and "demonstration" are near enough.
const STEM: usize = 6;

/// Endings that are taken off, longest first.
const ENDINGS: [&str; 7] = ["ings", "ing", "ers", "ed", "er", "es", "s"];

/// A word's stem as a number.
pub(crate) type Stem = u32;

/// Stems, each once, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Stems(pub Box<[Stem]>);

impl Stems {
    /// The stems of any numbers of them.
    pub(crate) fn collect(stems: impl Iterator<Item = Stem>) -> Self {
        let mut all: Vec<Stem> = stems.collect();
        all.sort_unstable();
        all.dedup();
        Self(all.into())
    }

    /// How many both have.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }

    /// What they share, of all that the smaller has: 0 to 1; 0 where one has none.
    pub(crate) fn overlap(&self, other: &Self) -> f32 {
        share(self.shared(other), self.0.len().min(other.0.len()))
    }

    /// What they share, of all that either has: 0 to 1 (Jaccard).
    pub(crate) fn likeness(&self, other: &Self) -> f32 {
        let shared = self.shared(other);
        share(shared, self.0.len() + other.0.len() - shared)
    }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The words of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wording {
    /// All that say something.
    pub words: Stems,
    /// Names and numbers.
    pub names: Stems,
}

impl Wording {
    pub(crate) fn of(text: &str, plain: &PlainWords) -> Self {
        let (mut words, mut names) = (Vec::new(), Vec::new());
        for (n, token) in tokens(text).iter().enumerate() {
            let word = text.get(token.start..token.end).unwrap_or("");
            let number = word.starts_with(|c: char| c.is_ascii_digit());
            if plain.holds(token.word) || (word.chars().count() < 3 && !number) {
                continue;
            }
            let stem = stem(word);
            words.push(stem);
            if number || (n > 0 && token.caps != Caps::Lower) {
                names.push(stem);
            }
        }
        Self { words: Stems::collect(words.into_iter()), names: Stems::collect(names.into_iter()) }
    }
}

/// The number of a word's stem.
pub(super) fn stem(word: &str) -> Stem {
    let folded = fold(word);
    let end = ENDINGS.iter().find_map(|end| folded.strip_suffix(end).filter(|rest| rest.len() >= 3));
    let stem = end.unwrap_or(&folded);
    let cut = stem.char_indices().nth(STEM).map_or(stem.len(), |(at, _)| at);
    let hash = hash(stem.get(..cut).unwrap_or(stem));
    #[allow(clippy::cast_possible_truncation)]
    let low = (hash ^ (hash >> 32)) as u32;
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wording(text: &str) -> Wording {
        Wording::of(text, &PlainWords::from_table("word\nthe\nsaid\n").unwrap())
    }

    #[test]
    fn forms_of_a_word_are_one() {
        for (a, b) in [
            ("bombings", "bomb"),
            ("killed", "kill"),
            ("demonstrators", "demonstration"),
            ("shelled", "shelling"),
        ] {
            assert_eq!(wording(a).words, wording(b).words, "{a} {b}");
        }
        assert_ne!(wording("killed").words, wording("wounded").words);
    }

    #[test]
    fn shares() {
        let (a, b) =
            (wording("The blast killed 16 in Qatana"), wording("A blast killed 16 near Homs, Qatana said"));
        assert_eq!(a.words.shared(&b.words), 4);
        assert_eq!(a.names.0.len(), 2);
        assert!(a.words.overlap(&b.words) > a.words.likeness(&b.words));
        assert!(Stems::default().overlap(&a.words) < 0.01);
    }
}
