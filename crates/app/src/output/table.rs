//! The table for people: columns on a wide terminal, a block for each claim on a narrow one.
//!
//! Widths follow the terminal and not the content, so that reports can be shown one by one as they are coded.

use super::table_cells::{Cells, cells, heading};
use super::{Coded, Layout};
use crate::terminal::clean::clean;
use crate::terminal::paint::{Colour, Paint};
use crate::terminal::wrap::{pad, wrap};
use crate::terminal::{self};
use std::io::{self, Write};

/// Names of the columns.
const NAMES: Cells<&str> = ["when", "where", "type", "who -> whom", "casualties", "according to", "status"];
/// Below this width a claim is a block.
const NARROW: usize = 110;
const GAP: usize = 2;

/// The layout.
pub struct Table {
    width: usize,
    paint: Paint,
}

impl Table {
    /// A table as wide as the terminal, in colour where what it is written to is one.
    pub fn for_target(terminal: bool) -> Self {
        Self { width: terminal::columns(), paint: Paint::for_target(terminal) }
    }

    #[cfg(test)]
    fn of_width(width: usize) -> Self {
        Self { width, paint: Paint::off() }
    }

    /// Width of each column: days, types and statuses need what they need, the others share the rest.
    fn widths(&self) -> Cells<usize> {
        // A day in brackets, the longest mode, the longest status.
        let (when, kind, status) = (12, 13, 12);
        let rest = self.width.saturating_sub(when + kind + status + GAP * (NAMES.len() - 1));
        let share = |percent: usize| rest * percent / 100;
        [when, share(23), kind, share(36), share(19), share(22), status]
    }

    fn row(&self, row: &Cells<String>, out: &mut dyn Write) -> io::Result<()> {
        let widths = self.widths();
        let columns: Vec<Vec<String>> =
            row.iter().zip(widths).map(|(text, width)| wrap(text, width)).collect();
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        for n in 0..height {
            let cell =
                |(lines, width): (&Vec<String>, usize)| pad(lines.get(n).map_or("", String::as_str), width);
            let line: Vec<String> = columns.iter().zip(widths).map(cell).collect();
            writeln!(out, "{}", line.join(&" ".repeat(GAP)).trim_end())?;
        }
        Ok(())
    }

    fn block(&self, row: &Cells<String>, out: &mut dyn Write) -> io::Result<()> {
        let [when, place, kind, who, casualties, source, status] = row;
        let head: Vec<&str> =
            [when, kind, status].into_iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
        writeln!(out, "{}", self.paint.bold(&head.join("  ")))?;
        let parts = [("where", place), ("who", who), ("casualties", casualties), ("according to", source)];
        for (name, value) in parts {
            for (n, line) in wrap(value, self.width.saturating_sub(16)).iter().enumerate() {
                let name = if n == 0 { name } else { "" };
                writeln!(out, "  {}{line}", self.paint.colour(Colour::Dim, &pad(name, 14)))?;
            }
        }
        Ok(())
    }
}

impl Layout for Table {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.width < NARROW {
            return Ok(());
        }
        let names: Vec<String> =
            NAMES.iter().zip(self.widths()).map(|(name, width)| pad(name, width)).collect();
        writeln!(out, "{}", self.paint.bold(names.join(&" ".repeat(GAP)).trim_end()))
    }

    fn report(&mut self, coded: &Coded, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n{}", self.paint.colour(Colour::Dim, &heading(&coded.report)))?;
        if coded.coding.claims.is_empty() {
            writeln!(out, "no claims")?;
        }
        for claim in &coded.coding.claims {
            let row = cells(claim, &coded.report);
            if self.width < NARROW { self.block(&row, out)? } else { self.row(&row, out)? }
        }
        for note in &coded.coding.notes {
            for line in wrap(&format!("note: {}", clean(&note.text)), self.width) {
                writeln!(out, "{}", self.paint.colour(Colour::Dim, &line))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;
    use unicode_width::UnicodeWidthStr;

    fn shown(width: usize) -> String {
        let mut out = Vec::new();
        let mut table = Table::of_width(width);
        table.begin(&mut out).unwrap();
        table.report(&sample::coded(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn fits_any_terminal() {
        for width in [60, 80, 110, 200] {
            let text = shown(width);
            assert!(text.lines().all(|l| l.width() <= width), "{width}:\n{text}");
            assert!(text.contains("Harbour") && text.contains("2024-03-07") && text.contains("note:"));
        }
    }

    #[test]
    fn a_wide_terminal_gets_columns() {
        let text = shown(150);
        let row = text.lines().find(|l| l.starts_with("2024-03-07")).unwrap();
        assert!(
            row.contains("Qatana, Syria")
                && row.contains("-> people in Qatana")
                && row.contains("16+ killed")
        );
        assert!(row.ends_with("occurred"), "{row}");
    }

    #[test]
    fn hostile_words_lose_their_escape_sequences() {
        let mut coded = sample::coded();
        coded.report.title = Some("a\u{1b}]0;x\u{7}".into());
        coded.coding.claims[0].places[0].name = Some("\u{9b}31mQatana".into());
        let mut out = Vec::new();
        Table::of_width(150).report(&coded, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
    }
}
