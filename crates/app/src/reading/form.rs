//! What form a file has: one report, or which container of many. By its first bytes where these are unmistakable, else by
//! its name, else by what its first line looks like.

use super::columns::Columns;
use super::kind::Kind;
use super::mbox;
use std::path::Path;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One report.
    One(Kind),
    /// A report a line, in JSON.
    JsonLines,
    /// A report a row, in CSV or TSV.
    Table,
    /// A web archive.
    Warc,
    /// A mailbox.
    Mbox,
    /// A Parquet file, a report a row.
    Parquet,
}

/// First lines that only an e-mail begins with.
const MAIL: [&str; 5] = ["return-path:", "received:", "delivered-to:", "message-id:", "mime-version:"];

impl Form {
    /// By first bytes that nothing else begins with.
    pub fn of_mark(first: &[u8]) -> Option<Form> {
        let marks: [(&[u8], Form); 3] =
            [(b"%PDF-", Form::One(Kind::Pdf)), (b"PAR1", Form::Parquet), (b"WARC/", Form::Warc)];
        marks.into_iter().find(|(mark, _)| first.starts_with(mark)).map(|(_, form)| form)
    }

    /// By the end of the file's name; none where it says nothing.
    pub fn of_name(path: &Path) -> Option<Form> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" | "text" => Some(Form::One(Kind::Plain)),
            "md" | "markdown" => Some(Form::One(Kind::Markdown)),
            "html" | "htm" | "xhtml" => Some(Form::One(Kind::Html)),
            "eml" => Some(Form::One(Kind::Mail)),
            "pdf" => Some(Form::One(Kind::Pdf)),
            "jsonl" | "ndjson" | "json" => Some(Form::JsonLines),
            "csv" | "tsv" => Some(Form::Table),
            "warc" => Some(Form::Warc),
            "mbox" => Some(Form::Mbox),
            "parquet" => Some(Form::Parquet),
            _ => None,
        }
    }

    /// By the first line.
    pub fn of_content(first: &[u8]) -> Form {
        let bare = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
        let starts = |mark: &str| {
            let head = bare.get(..mark.len());
            head.is_some_and(|h| h.eq_ignore_ascii_case(mark.as_bytes()))
        };
        if bare.starts_with(b"{\"") || bare.starts_with(b"{ \"") {
            Form::JsonLines
        } else if ["<!doctype html", "<html", "<head", "<body"].into_iter().any(starts) {
            Form::One(Kind::Html)
        } else if MAIL.into_iter().any(starts) {
            Form::One(Kind::Mail)
        } else if mbox::is_start(bare.trim_ascii_end()) {
            Form::Mbox
        } else if Columns::looks_like_a_header(bare) {
            Form::Table
        } else {
            Form::One(Kind::Plain)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_forms_by_name_and_by_content() {
        let named = |name| Form::of_name(Path::new(name));
        assert_eq!(named("a/B.HTM"), Some(Form::One(Kind::Html)));
        assert_eq!(named("README"), None);
        let content = |first: &str| Form::of_content(first.as_bytes());
        assert_eq!(content(" \n<!DOCTYPE HTML><p>"), Form::One(Kind::Html));
        assert_eq!(content("{\"id\":1}"), Form::JsonLines);
        assert_eq!(content("id,Headline,Body\n"), Form::Table);
        assert_eq!(content("From list@e.org Thu Dec 13 08:00:00 2012\n"), Form::Mbox);
        assert_eq!(content("Received: from a\n"), Form::One(Kind::Mail));
        for text in ["<3 killed", "From the village, shells fell at 10:30", "Text, and more text"] {
            assert_eq!(content(text), Form::One(Kind::Plain), "{text}");
        }
        assert_eq!(Form::of_mark(b"%PDF-1.4"), Some(Form::One(Kind::Pdf)));
    }
}
