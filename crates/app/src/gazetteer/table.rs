//! Tables of populated places with a header: CSV, or the same with semicolons or tabs.

use super::import::Taking;
use anyhow::{Context, Result, bail};
use csv::{ByteRecord, ReaderBuilder};
use dateline_events::gazetteer::country::Country;
use dateline_events::gazetteer::import::Importer;
use encoding_rs::WINDOWS_1252;
use std::io::BufRead;

/// Takes all rows of `input`; `country` is that of all, where the user says so.
pub fn take(
    input: &mut dyn BufRead,
    country: Option<&Country>,
    importer: &mut Importer,
    taking: &mut Taking,
) -> Result<()> {
    let delimiter = delimiter(input.fill_buf().with_context(|| taking.failed())?);
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(input);
    let mut record = ByteRecord::new();
    if !reader.read_byte_record(&mut record).with_context(|| taking.failed())? {
        bail!("{}: it is empty", taking.file());
    }
    let cells = cells(&record);
    let header = importer.header(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    let header = header.map_err(|what| {
        let forms = "a GeoNames dump, its alternateNamesV2.txt, or a table with columns such as name, latitude, longitude";
        anyhow::anyhow!("{}:1: {what}; give {forms}", taking.file())
    })?;
    loop {
        let before = reader.position().byte();
        let more = reader.read_byte_record(&mut record);
        taking.at(record.position().map(csv::Position::line));
        let length = reader.position().byte().saturating_sub(before);
        match more {
            Ok(false) => return Ok(()),
            Ok(true) => {
                let cells = self::cells(&record);
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                taking.count(importer.table_row(&header, &cells, country).map(Some), length);
            }
            Err(error) => return Err(error).with_context(|| taking.failed()),
        }
    }
}

/// The cells as text: UTF-8, or what spreadsheets write where they do not.
fn cells(record: &ByteRecord) -> Vec<String> {
    let text = |cell: &[u8]| match std::str::from_utf8(cell) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(cell).0.into_owned(),
    };
    let mut cells: Vec<String> = record.iter().map(text).collect();
    if let Some(first) = cells.first_mut() {
        *first = first.trim_start_matches('\u{feff}').to_owned();
    }
    cells
}

/// What stands most often in the first line.
fn delimiter(start: &[u8]) -> u8 {
    let line = start.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| line.iter().filter(|b| *b == delimiter).count();
    let all = *b",;\t";
    all.into_iter().rev().max_by_key(count).unwrap_or(b',')
}
