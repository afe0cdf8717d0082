//! Files of lines with tabs: GeoNames' dumps and its table of alternate names.

use super::import::{Sort, Taking};
use crate::reading::lines::{self, Next};
use anyhow::{Context, Result};
use dateline_events::gazetteer::import::{Importer, Taken};
use std::io::BufRead;

/// Takes all lines of `input`.
pub fn take(input: &mut dyn BufRead, sort: Sort, importer: &mut Importer, taking: &mut Taking) -> Result<()> {
    let mut line = Vec::new();
    loop {
        let next = lines::next(input, &mut line).with_context(|| taking.failed())?;
        let length = line.len() as u64 + 1;
        let taken = match next {
            Next::End => return Ok(()),
            Next::TooLong => Err("the line is too long for a place".to_owned()),
            Next::Line => match std::str::from_utf8(&line) {
                Ok(text) => one(text.trim_end_matches('\r'), sort, importer),
                Err(_) => Err("the line is not UTF-8".to_owned()),
            },
        };
        taking.count(taken, length);
    }
}

/// Nothing for an empty line or a remark.
fn one(line: &str, sort: Sort, importer: &mut Importer) -> Result<Option<Taken>, String> {
    if line.trim().is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let taken = if sort == Sort::Dump { importer.dump_line(line) } else { importer.alternate_line(line) };
    taken.map(Some)
}
