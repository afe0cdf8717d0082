//! Mailboxes, message by message: each begins with a line "From ADDRESS DATE" after an empty line.

use super::header::Head;
use super::inputs::{Item, Take};
use super::kind::Kind;
use super::limits;
use super::lines::{self, Next};
use super::origin::Origin;
use super::problem::Fault;
use std::io::BufRead;
use std::ops::ControlFlow;

/// Reads a mailbox. Messages count from 1.
pub fn read(origin: &Origin, input: &mut dyn BufRead, take: Take<'_>) -> ControlFlow<()> {
    let mut message = Message { origin, number: 0, bytes: Vec::new(), too_large: false };
    let mut line = Vec::new();
    let mut after_empty = true;
    loop {
        match lines::next(input, &mut line) {
            Err(error) => {
                message.end(take)?;
                return take(origin.unreadable(&error));
            }
            Ok(Next::End) => break,
            Ok(Next::TooLong) => message.too_large = true,
            Ok(Next::Line) if after_empty && is_start(line.trim_ascii_end()) => message.end(take)?,
            Ok(Next::Line) => message.add(&line),
        }
        after_empty = line.trim_ascii().is_empty();
    }
    message.end(take)?;
    if message.number == 0 {
        return take(
            origin.no_reports(Fault::new("no message in it", "give a mailbox or a single .eml file")),
        );
    }
    ControlFlow::Continue(())
}

/// True for the line that a message begins with: "From", an address, and a day with its time and year.
pub fn is_start(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let Ok(rest) = std::str::from_utf8(rest) else { return false };
    let words: Vec<&str> = rest.split_whitespace().take(12).collect();
    let clock =
        words.iter().any(|w| w.split(':').count() >= 2 && w.starts_with(|c: char| c.is_ascii_digit()));
    let year = words.iter().any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    (5..=10).contains(&words.len()) && clock && year
}

/// The message that is being gathered.
struct Message<'o> {
    origin: &'o Origin,
    number: u64,
    bytes: Vec<u8>,
    too_large: bool,
}

impl Message<'_> {
    fn add(&mut self, line: &[u8]) {
        if (self.bytes.len() + line.len()) as u64 >= limits::FILE {
            self.too_large = true;
            self.bytes = Vec::new();
        }
        if !self.too_large {
            // Mailboxes quote a line of a message that would look like the beginning of one.
            let quoted = line.starts_with(b">") && line.trim_ascii_start().starts_with(b">From ");
            self.bytes.extend_from_slice(if quoted { line.get(1..).unwrap_or_default() } else { line });
            self.bytes.push(b'\n');
        }
    }

    /// Hands it on, and begins the next.
    fn end(&mut self, take: Take<'_>) -> ControlFlow<()> {
        let bytes = std::mem::take(&mut self.bytes);
        if std::mem::take(&mut self.too_large) {
            self.number += 1;
            return take(self.origin.problem_at(self.number, limits::file_too_large()));
        }
        if bytes.trim_ascii().is_empty() {
            return ControlFlow::Continue(());
        }
        self.number += 1;
        take(Item::Raw(self.origin.raw(self.number, Kind::Mail, bytes, Head::default())))
    }
}
