//! CSV and TSV: a header row, then one report a row, read row by row.

use super::columns::Columns;
use super::encoding;
use super::inputs::{Item, Take};
use super::kind::Kind;
use super::limits;
use super::many_lines::is_utf16;
use super::origin::Origin;
use super::problem::Fault;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

/// Reads a table. Rows count as a spreadsheet counts them: the header is row 1.
pub fn read(origin: &Origin, input: &mut dyn BufRead, take: Take<'_>) -> ControlFlow<()> {
    let first = match input.fill_buf() {
        Ok(first) if is_utf16(first) => return take(origin.no_reports(utf16())),
        Ok(first) => first.split(|b| *b == b'\n').next().unwrap_or_default().to_vec(),
        Err(error) => return take(origin.unreadable(&error)),
    };
    let left = Cell::new(limits::LINE);
    let bytes = Rationed { input, left: &left };
    let separator = separator(&first);
    let mut rows =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes);
    let mut row = ByteRecord::new();
    let columns = match header(&mut rows, &mut row) {
        Ok(columns) => columns,
        Err(fault) => return take(origin.no_reports(fault)),
    };
    for number in 2_u64.. {
        left.set(limits::LINE);
        match rows.read_byte_record(&mut row) {
            Ok(true) => take(report(origin, number, &columns, &row))?,
            Ok(false) => break,
            Err(error) => return take(origin.problem_at(number, broken(error))),
        }
    }
    ControlFlow::Continue(())
}

fn header<R: Read>(rows: &mut Reader<R>, row: &mut ByteRecord) -> Result<Columns, Fault> {
    rows.read_byte_record(row).map_err(broken)?;
    let names: Vec<String> = row.iter().map(words).collect();
    Columns::of(names.iter().map(String::as_str))
}

fn report(origin: &Origin, number: u64, columns: &Columns, row: &ByteRecord) -> Item {
    let text = row.get(columns.text()).unwrap_or_default().to_vec();
    let head = columns.head(|column| row.get(column).map(words));
    Item::Raw(origin.raw(number, Kind::Body, text, head))
}

/// A cell as text, in whatever encoding.
fn words(cell: &[u8]) -> String {
    encoding::decode(cell, None)
        .map_or_else(|_| String::from_utf8_lossy(cell).into_owned(), |decoded| decoded.text)
}

/// What parts the cells: of the three in use the one that the header row has most of.
fn separator(header: &[u8]) -> u8 {
    let count = |mark: u8| header.iter().filter(|b| **b == mark).count();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

fn broken(error: csv::Error) -> Fault {
    let said = match error.into_kind() {
        csv::ErrorKind::Io(error) => error.to_string(),
        _ => "no table of rows and columns".to_owned(),
    };
    Fault::new(said, "check that each quote is closed; the rows before it were read")
}

fn utf16() -> Fault {
    Fault::new(
        "UTF-16, but tables are read as UTF-8",
        "save it as 'CSV UTF-8', or convert it: iconv -f UTF-16 -t UTF-8 FILE",
    )
}

/// Ends where one row takes more than a report may: a quote that is never closed makes one row of all that follow.
struct Rationed<'a> {
    input: &'a mut dyn BufRead,
    left: &'a Cell<usize>,
}

impl Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        match self.left.get().checked_sub(read) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::other(format!("a row longer than {} MB", limits::LINE >> 20))),
        }
        Ok(read)
    }
}
