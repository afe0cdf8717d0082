//! PDF files, whose text a process of its own takes out: see [`apart`](super::apart).

use super::problem::Fault;
use super::{Found, apart, limits};

/// Reads the running text. What a PDF file says of itself is mostly the name of a program, and is not read.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    limits::check_pdf(bytes)?;
    apart::one("pdf", bytes)
}
