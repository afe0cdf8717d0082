//! The tables that merging reads.

use super::compose::Phrases;
use super::plain::{GeneralTriggers, PlainWords};
use super::verdict::Verdicts;
use crate::codebook::Codebook;
use crate::table::TableError;
use std::fmt;

/// The text of each table below `data/`.
#[derive(Clone, Copy, Debug, Default)]
pub struct MergingTables<'a> {
    /// `codebook/types.tsv`.
    pub types: &'a str,
    /// `merging/pairs.tsv`: weights learnt.
    pub pairs: &'a str,
    /// `merging/plain-words.tsv`: words that say nothing of what happened.
    pub plain_words: &'a str,
    /// `merging/general-triggers.tsv`: words that name an attack, or what came of it, whatever was done.
    pub general_triggers: &'a str,
    /// `merging/phrases.tsv`: what to call an event.
    pub phrases: &'a str,
}

impl<'a> MergingTables<'a> {
    /// The tables from their texts, in the order of [`Merging::PATHS`].
    pub fn from_texts(texts: &'a [String; Merging::PATHS.len()]) -> Self {
        let [types, pairs, plain_words, general_triggers, phrases] = texts.each_ref().map(String::as_str);
        Self { types, pairs, plain_words, general_triggers, phrases }
    }
}

/// A table that does not fit, by its path below `data/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergingError {
    /// Path below `data/`.
    pub file: &'static str,
    /// What is wrong there, and on which line.
    pub error: TableError,
}

impl fmt::Display for MergingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.error)
    }
}

impl std::error::Error for MergingError {}

/// What merging knows before any claim is read.
pub struct Merging {
    pub(crate) codebook: Codebook,
    pub(crate) verdicts: Verdicts,
    pub(crate) plain: PlainWords,
    pub(crate) general: GeneralTriggers,
    pub(crate) phrases: Phrases,
}

impl Merging {
    /// Paths below `data/` of the tables, in the order of the fields of [`MergingTables`].
    pub const PATHS: [&'static str; 5] = [
        crate::codebook::TYPES,
        super::verdict::PAIRS,
        "merging/plain-words.tsv",
        "merging/general-triggers.tsv",
        "merging/phrases.tsv",
    ];

    /// Reads the tables; an error names the file and the line that do not fit.
    pub fn from_tables(tables: &MergingTables<'_>) -> Result<Self, MergingError> {
        let [types, pairs, plain, general, phrases] = Self::PATHS;
        let failed = |file| move |error| MergingError { file, error };
        Ok(Self {
            codebook: Codebook::from_table(tables.types).map_err(failed(types))?,
            verdicts: Verdicts::read(tables.pairs).map_err(failed(pairs))?,
            plain: PlainWords::from_table(tables.plain_words).map_err(failed(plain))?,
            general: GeneralTriggers::from_table(tables.general_triggers).map_err(failed(general))?,
            phrases: Phrases::from_table(tables.phrases).map_err(failed(phrases))?,
        })
    }
}
