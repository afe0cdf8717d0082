//! How much each clue counts, for each kind of question.

use super::clues::Clues;
use crate::table::{Table, TableError};
use std::collections::HashMap;

/// Weights by clue and kind of question.
#[derive(Default)]
pub(crate) struct Weights(Vec<Vec<f32>>);

impl Weights {
    /// Reads a table: a row for each of the `clues`, a column for each of the `kinds`. Clues that it lacks count nothing.
    pub(crate) fn read(text: &str, clues: &[String], kinds: &[&str]) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let clue = table.column("clue")?;
        let columns: Vec<usize> = kinds.iter().map(|kind| table.column(kind)).collect::<Result<_, _>>()?;
        let numbers: HashMap<&str, usize> =
            clues.iter().enumerate().map(|(n, name)| (name.as_str(), n)).collect();
        let mut weights = Self(vec![vec![0.0; kinds.len()]; clues.len()]);
        for (line, row) in &table.rows {
            let name = cell(row, clue);
            let number = numbers.get(name).and_then(|n| weights.0.get_mut(*n));
            let place =
                number.ok_or_else(|| TableError { line: *line, reason: format!("no clue '{name}'") })?;
            for (weight, column) in place.iter_mut().zip(&columns) {
                *weight = weight_of(*line, row, *column)?;
            }
        }
        Ok(weights)
    }

    /// The sum of the weights of a candidate's clues for questions of a kind.
    pub(crate) fn score(&self, kind: usize, clues: &Clues) -> f32 {
        clues.iter().filter_map(|n| self.0.get(n)?.get(kind)).sum()
    }
}

/// A cell of a row, empty where it lacks it.
pub(crate) fn cell<'a>(row: &[&'a str], column: usize) -> &'a str {
    row.get(column).copied().unwrap_or("")
}

/// A cell that holds a weight.
pub(crate) fn weight_of(line: usize, row: &[&str], column: usize) -> Result<f32, TableError> {
    let cell = cell(row, column);
    cell.parse().map_err(|_| TableError { line, reason: format!("'{cell}' is no weight") })
}
