//! Claims going out: a table for people, JSON lines and CSV for programs.

pub mod columns;
pub mod csv;
pub mod jsonl;
pub mod parquet;
pub mod table;
pub mod table_cells;
pub mod tabular;
pub mod target;

use clap::ValueEnum;
use dateline_events::coding::Coding;
use dateline_text::report::Report;
use std::io::{self, Write};
use std::path::Path;

/// A report and what was made of it.
#[derive(Clone, Debug, Default)]
pub struct Coded {
    /// The report.
    pub report: Report,
    /// Its claims and notes.
    pub coding: Coding,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading on a terminal.
    Table,
    /// One claim a line, as JSON.
    Jsonl,
    /// One claim a row.
    Csv,
    /// The same with types, for large archives.
    Parquet,
}

impl Format {
    /// What the user asked for, else what suits the file's name, else a table on a terminal and JSON lines elsewhere.
    pub fn choose(asked: Option<Format>, file: Option<&Path>, terminal: bool) -> Format {
        let named = || match file?.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Format::Csv),
            "parquet" => Some(Format::Parquet),
            _ => None,
        };
        let usual = if terminal && file.is_none() { Format::Table } else { Format::Jsonl };
        asked.or_else(named).unwrap_or(usual)
    }

    /// The layout of that form, for a terminal or for anything else.
    pub fn layout(self, terminal: bool) -> Box<dyn Layout> {
        match self {
            Format::Table => Box::new(table::Table::for_target(terminal)),
            Format::Jsonl => Box::new(jsonl::JsonLines { terminal }),
            Format::Csv => Box::new(csv::Csv { terminal }),
            Format::Parquet => Box::new(parquet::Parquet::default()),
        }
    }
}

/// Writes coded reports, one after the other.
pub trait Layout {
    /// What stands above the first report.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;
    /// One report.
    fn report(&mut self, coded: &Coded, out: &mut dyn Write) -> io::Result<()>;
    /// What stands below the last.
    fn end(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
pub mod sample;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_follows_the_wish_then_the_file_then_the_terminal() {
        let choose =
            |asked, file: Option<&str>, terminal| Format::choose(asked, file.map(Path::new), terminal);
        assert_eq!(choose(Some(Format::Table), Some("a.csv"), false), Format::Table);
        assert_eq!(choose(None, Some("a.CSV"), true), Format::Csv);
        assert_eq!(choose(None, Some("a.parquet"), false), Format::Parquet);
        assert_eq!(choose(None, Some("a.out"), true), Format::Jsonl);
        assert_eq!(choose(None, None, true), Format::Table);
        assert_eq!(choose(None, None, false), Format::Jsonl);
    }
}
