//! Plain text, with or without header lines.

use super::problem::Fault;
use super::{Found, encoding, header};

/// Reads a text file; its body is what follows the header, without the empty space around it.
pub fn read(bytes: &[u8], charset: Option<&str>) -> Result<Found, Fault> {
    let decoded = encoding::decode(bytes, charset)?;
    let (head, body) = header::split(&decoded.text);
    let text = body.trim_end().trim_start_matches('\n').to_owned();
    Ok(Found { text, head, doubts: decoded.doubt.into_iter().collect() })
}

/// Reads a body alone: what looks like a header line is part of it.
pub fn read_body(bytes: &[u8], charset: Option<&str>) -> Result<Found, Fault> {
    let decoded = encoding::decode(bytes, charset)?;
    let (text, head) = (decoded.text.trim().to_owned(), header::Head::default());
    Ok(Found { text, head, doubts: decoded.doubt.into_iter().collect() })
}
