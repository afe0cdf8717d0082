//! From the world to reports: files, folders and standard input in, [`Report`]s out.
//!
//! Two halves. [`inputs`] walks what the user named, in order, unpacks it ([`packed`]), finds out what it is ([`form`]) and
//! hands on bounded pieces of bytes ([`Raw`]); it is the only half that touches files. [`read`] turns one piece into a
//! report: a pure function that worker threads run (for a PDF file in a process of its own: [`apart`]).

pub mod apart;
pub mod binary;
pub mod columns;
pub mod date;
pub mod encoding;
pub mod fields;
pub mod folder;
pub mod form;
pub mod header;
pub mod html;
pub mod html_head;
pub mod html_nesting;
pub mod http;
pub mod inputs;
pub mod json_ld;
pub mod jsonl;
pub mod kind;
pub mod language;
pub mod limits;
pub mod lines;
pub mod mail;
pub mod many_lines;
pub mod markdown;
pub mod mbox;
pub mod names;
pub mod origin;
pub mod packed;
pub mod parquet_file;
pub mod pdf;
pub mod plain;
pub mod problem;
pub mod table;
pub mod warc;
pub mod zstd;

use dateline_text::report::Report;
use header::Head;
use jiff::civil::Date;
use kind::Kind;
use problem::{Fault, Problem};

/// What the user says of reports that do not say it of themselves.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// Day of publication.
    pub published: Option<Date>,
    /// Publisher.
    pub publisher: Option<String>,
}

/// The bytes of one report, before decoding.
#[derive(Clone, Debug)]
pub struct Raw {
    /// The file as the user knows it.
    pub file: String,
    /// Which piece of a file of many reports it is, from 1: a line, a row, a record, a message.
    pub line: Option<u64>,
    /// How to read the bytes.
    pub kind: Kind,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The id that the report gets where it bears none.
    pub fallback_id: String,
    /// What the container says of the report. It fills in what the report does not say of itself.
    pub given: Head,
    /// The encoding that the container states.
    pub charset: Option<String>,
}

impl Raw {
    /// A report that nothing is known of but its bytes.
    pub fn new(file: &str, kind: Kind, bytes: Vec<u8>, fallback_id: String) -> Self {
        let file = file.to_owned();
        Self { file, line: None, kind, bytes, fallback_id, given: Head::default(), charset: None }
    }
}

/// What a reader found: the text, what the report says of itself, and what could not be read of that.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The body.
    pub text: String,
    /// Title, date and so on, as written.
    pub head: Head,
    /// What is doubtful but no reason to refuse the report.
    pub doubts: Vec<Fault>,
}

/// Reads one report. A doubtful part of it becomes a warning beside it.
pub fn read(raw: &Raw, defaults: &Defaults) -> Result<(Report, Vec<Problem>), Problem> {
    let refuse = |fault: Fault| Problem::error(&raw.file, fault.or_line(raw.line));
    let charset = raw.charset.as_deref();
    let found = match raw.kind {
        Kind::Plain => plain::read(&raw.bytes, charset),
        Kind::Body => plain::read_body(&raw.bytes, charset),
        Kind::Markdown => markdown::read(&raw.bytes),
        Kind::Html => html::read(&raw.bytes, charset),
        Kind::JsonLines => jsonl::read(&raw.bytes),
        Kind::Mail => mail::read(&raw.bytes),
        Kind::Pdf => pdf::read(&raw.bytes),
    };
    let given =
        |found: Found| Found { head: own_address(found.head, &raw.given).or(raw.given.clone()), ..found };
    let finished = found.map(given).and_then(|found| finish(found, &raw.fallback_id, defaults));
    let (report, doubts) = finished.map_err(refuse)?;
    let warn = |fault: Fault| Problem::warning(&raw.file, fault.or_line(raw.line));
    Ok((report, doubts.into_iter().map(warn).collect()))
}

/// A head without the address that it names where its container knows it from elsewhere: a page may name its own article, but no other
/// site's, and not the front page of its own. Else it would stand in the record as a new version of what stands there.
fn own_address(head: Head, given: &Head) -> Head {
    let parsed = |url: &Option<String>| url.as_deref().and_then(|url| url::Url::parse(url).ok());
    let Some(from) = parsed(&given.url) else { return head };
    let host = |url: &url::Url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned());
    let is_own = |own: &url::Url| host(own) == host(&from) && (own.path() != "/" || own.query().is_some());
    if parsed(&head.url).is_some_and(|own| is_own(&own)) { head } else { Head { url: None, ..head } }
}

/// Whose site an address is on, who publishes what stands there: "wire.example".
fn site(url: Option<&str>) -> Option<String> {
    let url = url::Url::parse(url?).ok()?;
    let host = url.host_str().filter(|_| matches!(url.scheme(), "http" | "https"))?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Fills in what the report leaves open and refuses what is no report.
fn finish(found: Found, id: &str, defaults: &Defaults) -> Result<(Report, Vec<Fault>), Fault> {
    let Found { text, head, mut doubts } = found;
    if text.trim().is_empty() {
        return Err(Fault::no_text("no text to read", "give a file that holds the body of a report"));
    }
    limits::check_text(&text)?;
    let mut own_date = None;
    if let Some(stated) = &head.published {
        match date::parse(&stated.value) {
            Ok(date) => own_date = Some(date),
            Err(fault) => doubts.push(Fault { line: stated.line, ..fault }),
        }
    }
    // A date that the report gets wrong stays unknown: another one in its place would move every event of it.
    let published = if head.published.is_some() { own_date } else { defaults.published };
    let report = Report {
        id: head.id.unwrap_or_else(|| id.to_owned()),
        text,
        title: head.title,
        publisher: head
            .publisher
            .or_else(|| defaults.publisher.clone())
            .or_else(|| site(head.url.as_deref())),
        dateline: head.dateline,
        published,
        url: head.url,
    };
    Ok((report, doubts))
}

#[cfg(test)]
mod tests;
