//! A file of JSON lines, line by line.

use super::header::Head;
use super::inputs::Take;
use super::jsonl;
use super::kind::Kind;
use super::limits;
use super::lines::{self, Next};
use super::origin::Origin;
use super::problem::Fault;
use std::io::BufRead;
use std::ops::ControlFlow;

/// Hands on the lines that hold something.
pub fn read(origin: &Origin, input: &mut dyn BufRead, take: Take<'_>) -> ControlFlow<()> {
    let mut bytes = Vec::new();
    let mut any = false;
    for number in 1_u64.. {
        match lines::next(input, &mut bytes) {
            Err(error) => return take(origin.unreadable(&error)),
            Ok(Next::End) => break,
            Ok(Next::TooLong) => {
                any = true;
                take(origin.problem_at(number, limits::line_too_long()))?;
            }
            Ok(Next::Line) if number == 1 && is_utf16(&bytes) => {
                return take(origin.problem(jsonl::not_utf8(&bytes)));
            }
            Ok(Next::Line) => {
                let mark = if number == 1 { b"\xef\xbb\xbf".as_slice() } else { b"" };
                let line = bytes.strip_prefix(mark).unwrap_or(&bytes).trim_ascii();
                if line.is_empty() {
                    continue;
                }
                any = true;
                let raw = origin.raw(number, Kind::JsonLines, line.to_vec(), Head::default());
                take(super::inputs::Item::Raw(raw))?;
            }
        }
    }
    if any {
        ControlFlow::Continue(())
    } else {
        take(origin.problem(Fault::new("empty", "give one report a line")))
    }
}

/// True for UTF-16 with its mark.
pub fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")
}
