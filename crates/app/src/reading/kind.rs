//! What kind of input a file is: by its name, else by its first bytes.

use std::path::Path;

/// How to read an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text with optional header lines.
    Plain,
    /// Markdown with optional front matter.
    Markdown,
    /// A web page.
    Html,
    /// JSON lines, one report each.
    JsonLines,
}

impl Kind {
    /// By the end of the file's name; none where it says nothing.
    pub fn of_name(path: &Path) -> Option<Kind> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" | "text" => Some(Kind::Plain),
            "md" | "markdown" => Some(Kind::Markdown),
            "html" | "htm" | "xhtml" => Some(Kind::Html),
            "jsonl" | "ndjson" | "json" => Some(Kind::JsonLines),
            _ => None,
        }
    }

    /// By the first bytes of the content.
    pub fn of_content(first: &[u8]) -> Kind {
        let bare = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
        let starts = |mark: &str| {
            let head = bare.get(..mark.len());
            head.is_some_and(|h| h.eq_ignore_ascii_case(mark.as_bytes()))
        };
        if bare.starts_with(b"{\"") || bare.starts_with(b"{ \"") {
            Kind::JsonLines
        } else if ["<!doctype html", "<html", "<head", "<body"].into_iter().any(starts) {
            Kind::Html
        } else {
            Kind::Plain
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_kinds_by_name_and_by_content() {
        assert_eq!(Kind::of_name(Path::new("a/B.HTM")), Some(Kind::Html));
        assert_eq!(Kind::of_name(Path::new("README")), None);
        assert_eq!(Kind::of_content(b" \n<!DOCTYPE HTML><p>"), Kind::Html);
        assert_eq!(Kind::of_content(b"{\"id\":1}"), Kind::JsonLines);
        assert_eq!(Kind::of_content(b"<3 killed"), Kind::Plain);
    }
}
