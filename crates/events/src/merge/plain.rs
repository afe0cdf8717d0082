//! Words that say nothing of what happened: "the", "said", "people".

use super::wording::{Stem, Stems, stem};
use crate::parties::fold::{fold, hash};
use crate::table::{Table, TableError};
use std::collections::HashSet;

/// The table of such words.
#[derive(Default)]
pub(crate) struct PlainWords(HashSet<u64>);

impl PlainWords {
    /// Reads a table with a column `word`.
    pub(crate) fn from_table(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let word = table.column("word")?;
        let words = table.rows.iter().filter_map(|(_, row)| row.get(word)).map(|word| hash(&fold(word)));
        Ok(Self(words.collect()))
    }

    /// True for the hash of a folded word that says nothing.
    pub(crate) fn holds(&self, word: u64) -> bool {
        self.0.contains(&word)
    }
}

/// Triggers that name a happening as a whole, and those that name what came of it, by their stems.
#[derive(Default)]
pub(crate) struct GeneralTriggers {
    attack: HashSet<Stem>,
    toll: HashSet<Stem>,
}

impl GeneralTriggers {
    /// Reads a table with the columns `word` and `sense` (attack, toll).
    pub(crate) fn from_table(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let (word, sense) = (table.column("word")?, table.column("sense")?);
        let mut found = Self::default();
        for (line, row) in &table.rows {
            let stem = stem(row.get(word).copied().unwrap_or(""));
            match row.get(sense).copied() {
                Some("attack") => found.attack.insert(stem),
                Some("toll") => found.toll.insert(stem),
                _ => {
                    return Err(TableError {
                        line: *line,
                        reason: "sense is neither attack nor toll".to_owned(),
                    });
                }
            };
        }
        Ok(found)
    }

    /// True for stems all of which name happenings as a whole.
    pub(crate) fn whole(&self, stems: &Stems) -> bool {
        !stems.0.is_empty() && stems.0.iter().all(|stem| self.attack.contains(stem))
    }

    /// True for stems all of which name what came of it.
    pub(crate) fn toll(&self, stems: &Stems) -> bool {
        !stems.0.is_empty() && stems.0.iter().all(|stem| self.toll.contains(stem))
    }
}
