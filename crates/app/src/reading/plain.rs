//! Plain text, with or without header lines.

use super::problem::Fault;
use super::{Found, encoding, header};

/// Reads a text file; its body is what follows the header, without the empty space around it.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    let decoded = encoding::decode(bytes, None)?;
    let (head, body) = header::split(&decoded.text);
    let text = body.trim_end().trim_start_matches('\n').to_owned();
    Ok(Found { text, head, doubts: decoded.doubt.into_iter().collect() })
}
