//! How much each word of a party's own says that it belongs to no one country: `data/actors/pointing-words.tsv`.

use crate::parties::choice::weights::{cell, weight_of};
use crate::parties::fold::hash;
use crate::parties::lexicon::Fast;
use crate::table::{Table, TableError};

/// Weights by word.
#[derive(Default)]
pub(crate) struct Words(Fast<u64, f32>);

impl Words {
    /// Reads the table.
    pub(crate) fn read(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let (word, weight) = (table.column("word")?, table.column("weight")?);
        let mut words = Self::default();
        for (line, row) in &table.rows {
            words.0.insert(hash(cell(row, word)), weight_of(*line, row, weight)?);
        }
        Ok(words)
    }

    /// What words say together; each counts once.
    pub(super) fn sum(&self, words: impl Iterator<Item = u64>) -> f32 {
        let mut seen = Vec::new();
        let fresh = words.filter(|w| {
            let fresh = !seen.contains(w);
            seen.push(*w);
            fresh
        });
        fresh.filter_map(|w| self.0.get(&w)).sum()
    }
}
