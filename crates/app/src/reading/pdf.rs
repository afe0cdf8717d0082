//! PDF files, whose text a process of its own takes out: see [`apart`](super::apart).

use super::apart::Apart;
use super::problem::Fault;
use super::{Found, jsonl, limits};

/// Reads the running text. What a PDF file says of itself is mostly the name of a program, and is not read.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    limits::check_pdf(bytes)?;
    let mut apart = Apart::start(&["pdf"], bytes.to_vec())?;
    match apart.next() {
        Some(line) => jsonl::read(&line?),
        None => match apart.end() {
            Err(fault) => Err(fault),
            Ok(()) => Err(Fault::new("a PDF file without text", "give its text")),
        },
    }
}
