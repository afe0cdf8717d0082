//! Data tables: tab-separated text with a head that says where the rows are from.
//!
//! ```text
//! # source: ISO 3166-1, general knowledge
//! # licence: CC0
//! # date: 2026-11
//! iso3<TAB>name<TAB>demonym
//! SYR<TAB>Syria<TAB>Syrian
//! ```
//! Lines that begin with `#` before the column line are the head; empty lines are skipped. Every row has as many cells
//! as there are columns.

use std::fmt;

/// A parsed table that borrows its text.
#[derive(Clone, Debug, Default)]
pub struct Table<'a> {
    /// `key`, `value` of the head's lines.
    pub head: Vec<(&'a str, &'a str)>,
    /// Names of the columns.
    pub columns: Vec<&'a str>,
    /// The rows, each with its line number in the file, from 1.
    pub rows: Vec<(usize, Vec<&'a str>)>,
}

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub reason: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for TableError {}

impl<'a> Table<'a> {
    /// Parses `text`; an error names the first line that does not fit.
    pub fn parse(text: &'a str) -> Result<Self, TableError> {
        let mut table = Table::default();
        for (number, line) in text.lines().enumerate().map(|(n, l)| (n + 1, l)) {
            if line.trim().is_empty() {
                continue;
            }
            if table.columns.is_empty() {
                match line.strip_prefix('#') {
                    Some(head) => table.head.push(split_head(head)),
                    None => table.columns = line.split('\t').collect(),
                }
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            if cells.len() != table.columns.len() {
                let reason = format!("{} cells, but {} columns", cells.len(), table.columns.len());
                return Err(TableError { line: number, reason });
            }
            table.rows.push((number, cells));
        }
        Ok(table)
    }

    /// Where the column `name` stands; an error names the column that the table lacks.
    pub fn column(&self, name: &str) -> Result<usize, TableError> {
        let missing = || TableError { line: 1, reason: format!("no column '{name}'") };
        self.columns.iter().position(|c| *c == name).ok_or_else(missing)
    }
}

fn split_head(line: &str) -> (&str, &str) {
    let (key, value) = line.split_once(':').unwrap_or((line, ""));
    (key.trim(), value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_head_columns_and_rows() {
        let table = Table::parse("# source: x\n# licence: CC0\na\tb\n1\t2\n\n3\t\n").unwrap();
        assert_eq!(table.head, [("source", "x"), ("licence", "CC0")]);
        assert_eq!(table.column("b"), Ok(1));
        assert_eq!(table.rows, [(4, vec!["1", "2"]), (6, vec!["3", ""])]);
    }

    #[test]
    fn names_the_line_that_does_not_fit() {
        assert_eq!(Table::parse("a\tb\n1\n").unwrap_err().line, 2);
    }
}
