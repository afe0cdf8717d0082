//! Web archives (WARC), record by record: pages as servers sent them, and texts.
//!
//! The day of capture is not read: it says when somebody fetched a page, not when it was published.

use super::Raw;
use super::fields::Fields;
use super::header::Head;
use super::http::Answer;
use super::inputs::{Item, Take};
use super::kind::Kind;
use super::limits;
use super::lines::{self, Next};
use super::origin::Origin;
use super::problem::Fault;
use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

/// Reads an archive. Records count from 1, those too that are passed over. After a bad record it goes on at the next.
pub fn read(origin: &Origin, input: &mut dyn BufRead, take: Take<'_>) -> ControlFlow<()> {
    let mut lost = false;
    let mut number = 0;
    loop {
        let fields = match next_head(input, lost) {
            Ok(Step::End) => return ControlFlow::Continue(()),
            Ok(Step::Head(fields)) => fields,
            Ok(Step::NoHead) => {
                number += 1;
                lost = true;
                take(origin.problem_at(number, no_record()))?;
                continue;
            }
            Err(error) => return take(origin.unreadable(&error)),
        };
        number += 1;
        lost = false;
        match record(origin, number, &fields, input) {
            Ok(Some(raw)) => take(Item::Raw(raw))?,
            Ok(None) => {}
            Err(Bad::Record(fault)) => take(origin.problem_at(number, fault))?,
            Err(Bad::Length) => {
                lost = true;
                take(origin.problem_at(number, no_record()))?;
            }
            Err(Bad::Input(error)) => return take(origin.unreadable(&error)),
        }
    }
}

/// What stands where a record should begin.
enum Step {
    Head(Fields),
    NoHead,
    End,
}

/// Reads the head of the next record; where the reader is `lost`, everything up to it is passed over.
fn next_head(input: &mut dyn BufRead, lost: bool) -> io::Result<Step> {
    let mut line = Vec::new();
    loop {
        match lines::next_within(input, &mut line, limits::HEAD)? {
            Next::End => return Ok(Step::End),
            Next::Line if line.starts_with(b"WARC/") => break,
            Next::Line if line.trim_ascii().is_empty() => {}
            Next::Line | Next::TooLong if lost => {}
            Next::Line | Next::TooLong => return Ok(Step::NoHead),
        }
    }
    let mut head = Vec::new();
    loop {
        match lines::next_within(input, &mut line, limits::HEAD)? {
            Next::Line if line.trim_ascii().is_empty() => return Ok(Step::Head(Fields::of(&head))),
            Next::Line if head.len() + line.len() < limits::HEAD => {
                head.extend_from_slice(&line);
                head.push(b'\n');
            }
            Next::Line | Next::TooLong | Next::End => return Ok(Step::NoHead),
        }
    }
}

/// Why a record gives no report.
enum Bad {
    /// It is bad itself; the next begins where it should.
    Record(Fault),
    /// Where it ends is unknown.
    Length,
    /// Nothing more can be read.
    Input(io::Error),
}

/// The report that a record holds; none where it is of another use.
fn record(
    origin: &Origin,
    number: u64,
    fields: &Fields,
    input: &mut dyn BufRead,
) -> Result<Option<Raw>, Bad> {
    let length: u64 = fields.get("content-length").and_then(|l| l.parse().ok()).ok_or(Bad::Length)?;
    let mut block = input.take(length);
    let wanted = matches!(fields.get("warc-type"), Some("response" | "resource" | "conversion"));
    if !wanted || length > limits::FILE {
        io::copy(&mut block, &mut io::sink()).map_err(Bad::Input)?;
        return if wanted { Err(Bad::Record(limits::file_too_large())) } else { Ok(None) };
    }
    let mut bytes = Vec::new();
    block.read_to_end(&mut bytes).map_err(Bad::Input)?;
    if (bytes.len() as u64) < length {
        return Err(Bad::Record(Fault::new("the archive ends within this record", "get the file anew")));
    }
    let Some((kind, bytes, charset)) = payload(fields, bytes).map_err(Bad::Record)? else { return Ok(None) };
    let url = fields.get("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
    let given = Head { url, ..Head::default() };
    Ok(Some(Raw { charset, ..origin.raw(number, kind, bytes, given) }))
}

type Payload = (Kind, Vec<u8>, Option<String>);

/// The page or text of a record; none for pictures, pages that were not found, and the like.
fn payload(fields: &Fields, block: Vec<u8>) -> Result<Option<Payload>, Fault> {
    if fields.get("warc-type") != Some("response") {
        return Ok(kind(fields).map(|kind| (kind, block, fields.charset())));
    }
    if !fields.media_type().is_empty() && fields.media_type() != "application/http" {
        return Ok(None);
    }
    let answer = Answer::of(&block)?;
    match kind(&answer.fields).filter(|_| answer.status == 200) {
        Some(kind) => {
            let charset = answer.fields.charset();
            Ok(Some((kind, answer.body()?, charset)))
        }
        None => Ok(None),
    }
}

fn kind(fields: &Fields) -> Option<Kind> {
    match fields.media_type().as_str() {
        "text/html" | "application/xhtml+xml" => Some(Kind::Html),
        "text/plain" => Some(Kind::Body),
        _ => None,
    }
}

fn no_record() -> Fault {
    Fault::new("no record of a web archive where one should be", "the reader went on at the next it found")
}
