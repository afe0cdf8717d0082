//! Lines of bounded length from a stream of any length.

use super::limits;
use std::io::{self, BufRead};

/// What the next line is.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// The line is in the buffer, without its end.
    Line,
    /// It was longer than allowed and has been passed over.
    TooLong,
    /// There is no further line.
    End,
}

/// Reads the next line of at most [`limits::LINE`] bytes into `line`.
pub fn next(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<Next> {
    next_within(input, line, limits::LINE)
}

/// The same for lines of at most `limit` bytes.
pub fn next_within(input: &mut dyn BufRead, line: &mut Vec<u8>, limit: usize) -> io::Result<Next> {
    line.clear();
    let (mut any, mut too_long) = (false, false);
    loop {
        let available = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            available => available?,
        };
        if available.is_empty() {
            break;
        }
        any = true;
        let end = available.iter().position(|b| *b == b'\n');
        let piece = available.get(..end.unwrap_or(available.len())).unwrap_or_default();
        too_long |= line.len() + piece.len() > limit;
        if too_long {
            *line = Vec::new();
        } else {
            line.extend_from_slice(piece);
        }
        let used = piece.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(match (any, too_long) {
        (false, _) => Next::End,
        (true, true) => Next::TooLong,
        (true, false) => Next::Line,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn a_long_line_is_passed_over_and_the_next_is_read() {
        let mut input = BufReader::with_capacity(3, &b"abc\n\nabcdefghij\nxy"[..]);
        let mut line = Vec::new();
        let mut seen = Vec::new();
        loop {
            match next_within(&mut input, &mut line, 5).unwrap() {
                Next::End => break,
                Next::Line => seen.push(String::from_utf8(line.clone()).unwrap()),
                Next::TooLong => seen.push("too long".to_owned()),
            }
        }
        assert_eq!(seen, ["abc", "", "too long", "xy"]);
    }
}
