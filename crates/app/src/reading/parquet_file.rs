//! Parquet files, which a process of its own reads row by row: see [`apart`](super::apart).

use super::apart::Apart;
use super::header::Head;
use super::inputs::{Item, Take};
use super::kind::Kind;
use super::origin::Origin;
use super::problem::Fault;
use std::ffi::OsStr;
use std::ops::ControlFlow;

/// Hands on the rows, counted from 1.
pub fn read(origin: &Origin, take: Take<'_>) -> ControlFlow<()> {
    let mut apart =
        match Apart::start(&[OsStr::new("parquet"), OsStr::new("--"), origin.path.as_os_str()], Vec::new()) {
            Ok(apart) => apart,
            Err(fault) => return take(origin.problem(fault)),
        };
    for number in 1_u64.. {
        match apart.next() {
            Some(Ok(line)) => {
                take(Item::Raw(origin.raw(number, Kind::JsonLines, line, Head::default())))?;
            }
            // Before the first row it is the file that is wrong.
            Some(Err(fault)) if number == 1 => return take(origin.no_reports(fault)),
            Some(Err(fault)) => take(origin.problem_at(number, fault))?,
            None => break,
        }
    }
    match apart.end() {
        Ok(()) => ControlFlow::Continue(()),
        Err(fault) => take(origin.problem(fault)),
    }
}

/// Such a file has its table of contents at its end.
pub fn not_a_file() -> Fault {
    Fault::new("a Parquet file, packed or from a stream", "give the unpacked file by its name")
}
