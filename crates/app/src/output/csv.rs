//! CSV: one claim a row; the columns are those of [`columns`](super::columns).

use super::{Coded, Layout, columns};
use crate::terminal::clean::clean;
use std::io::{self, Write};

/// The layout.
pub struct Csv {
    /// True where the rows go to a terminal.
    pub terminal: bool,
}

impl Layout for Csv {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(columns::COLUMNS.iter().map(|c| c.name)).map_err(written)?;
        rows.flush()
    }

    fn report(&mut self, coded: &Coded, out: &mut dyn Write) -> io::Result<()> {
        if coded.coding.claims.is_empty() {
            return Ok(());
        }
        let mut rows = csv::Writer::from_writer(out);
        for claim in &coded.coding.claims {
            let cells = columns::COLUMNS.iter().map(|c| (c.value)(claim));
            if self.terminal {
                rows.write_record(cells.map(|c| clean(&c).into_owned())).map_err(written)?;
            } else {
                rows.write_record(cells).map_err(written)?;
            }
        }
        rows.flush()
    }
}

/// The error of the stream itself, which tells a reader that has gone from a full disk.
fn written(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample;

    #[test]
    fn a_claim_is_a_row_under_named_columns() {
        let mut out = Vec::new();
        let mut layout = Csv { terminal: false };
        layout.begin(&mut out).unwrap();
        layout.report(&sample::coded(), &mut out).unwrap();
        let mut rows = csv::Reader::from_reader(out.as_slice());
        let names = rows.headers().unwrap().clone();
        let row = rows.records().next().unwrap().unwrap();
        let cell = |name: &str| row.get(names.iter().position(|n| n == name).unwrap()).unwrap();
        assert_eq!((cell("killed_low"), cell("killed_high")), ("16", ""));
        assert_eq!(cell("recipients"), "people in Qatana");
        assert_eq!(cell("type"), "ASSAULT");
        assert_eq!(cell("first_day"), "2024-03-07");
        assert_eq!(cell("sources"), "Harbour Agency");
    }
}
