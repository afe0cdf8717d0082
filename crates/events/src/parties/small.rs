//! The small words that shape a phrase, from `data/actors/words.tsv` and `force.tsv`.

use super::fold::hash;
use super::lexicon::Fast;

/// A set of classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    /// Ends the head of a phrase: "of", "who".
    pub(crate) const BOUNDARY: Self = Self(1);
    /// Stands before a place: "in".
    pub(crate) const LOCATIVE: Self = Self(1 << 1);
    /// Joins parties: "and".
    pub(crate) const AND: Self = Self(1 << 2);
    /// "the", "a".
    pub(crate) const ARTICLE: Self = Self(1 << 3);
    /// After a hyphen, says that the country before it is not the party's own: "-backed".
    pub(crate) const BACKED: Self = Self(1 << 4);
    /// Before a hyphen, the same: "pro-".
    pub(crate) const PRO: Self = Self(1 << 5);
    /// Refers to a person: "he".
    pub(crate) const PERSON: Self = Self(1 << 6);
    /// Refers to a thing or a body: "it".
    pub(crate) const THING: Self = Self(1 << 7);
    /// Refers to several: "they".
    pub(crate) const MANY: Self = Self(1 << 8);
    /// Refers to whoever speaks: "we".
    pub(crate) const SPEAKER: Self = Self(1 << 9);
    /// Stands before a name: "Mr".
    pub(crate) const HONORIFIC: Self = Self(1 << 10);
    /// Points back: "the", "this".
    pub(crate) const DEFINITE: Self = Self(1 << 11);
    /// "former".
    pub(crate) const FORMER: Self = Self(1 << 12);
    /// After a country's adjective, says that its forces are meant: "airstrikes".
    pub(crate) const FORCE_NOUN: Self = Self(1 << 13);
    /// After a country's name, the same: "shelled".
    pub(crate) const FORCE_VERB: Self = Self(1 << 14);

    /// A helping verb: "has".
    pub(crate) const HELPER: Self = Self(1 << 15);
    /// Written with a point that ends no sentence: "Gen.".
    pub(crate) const POINT: Self = Self(1 << 17);
    /// "Monday", "March": has a capital and is no part of a name.
    pub(crate) const CALENDAR: Self = Self(1 << 18);
    /// "by".
    pub(crate) const BY: Self = Self(1 << 16);

    /// True where the two share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The class of a name in the table.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "boundary" => Self::BOUNDARY,
            "locative" => Self::LOCATIVE,
            "and" => Self::AND,
            "article" => Self::ARTICLE,
            "backed" => Self::BACKED,
            "pro" => Self::PRO,
            "person" => Self::PERSON,
            "thing" => Self::THING,
            "many" => Self::MANY,
            "speaker" => Self::SPEAKER,
            "honorific" => Self::HONORIFIC,
            "definite" => Self::DEFINITE,
            "former" => Self::FORMER,
            "noun" => Self::FORCE_NOUN,
            "verb" => Self::FORCE_VERB,
            "helper" => Self::HELPER,
            "point" => Self::POINT,
            "by" => Self::BY,
            "calendar" => Self::CALENDAR,
            _ => return None,
        })
    }
}

/// Classes by word.
#[derive(Default)]
pub(crate) struct SmallWords(Fast<u64, Classes>);

impl SmallWords {
    /// Puts the folded `word` into a class as well.
    pub(crate) fn add(&mut self, word: &str, class: Classes) {
        let classes = self.0.entry(hash(word)).or_default();
        *classes = classes.with(class);
    }

    /// The classes of a word by its hash.
    pub(crate) fn of(&self, word: u64) -> Classes {
        self.0.get(&word).copied().unwrap_or_default()
    }
}
