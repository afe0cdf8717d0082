//! JSON lines: one report a line.
//!
//! `{"id", "text", "title", "published", "publisher", "dateline", "url"}`, all but `text` optional, or the same fields
//! below `"report"`, as in files of claims. Other fields are passed over.

use super::Found;
use super::header::{Head, Stated};
use super::problem::Fault;
use serde::Deserialize;
use serde_json::Value;

/// A line of either shape.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Line {
    report: Option<Box<Line>>,
    id: Value,
    text: Option<Value>,
    title: Value,
    published: Value,
    publisher: Value,
    dateline: Value,
    url: Value,
}

/// Reads one line.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_utf8(bytes))?;
    let mut line: Line = serde_json::from_str(text).map_err(|e| malformed(&e))?;
    let fields = match line.report.take() {
        Some(report) => *report,
        None => line,
    };
    let Some(Value::String(text)) = fields.text else {
        return Err(Fault::new(
            "no string \"text\" in it",
            "give each report as {\"id\": ..., \"text\": ...}",
        ));
    };
    let mut doubts = Vec::new();
    let mut word = |name: &str, value: Value| match value {
        Value::Null => None,
        Value::String(s) => Some(s).filter(|s| !s.trim().is_empty()),
        Value::Number(n) => Some(n.to_string()),
        _ => {
            doubts.push(Fault::new(format!("\"{name}\" is no string"), "it counts as unknown"));
            None
        }
    };
    let head = Head {
        id: word("id", fields.id),
        title: word("title", fields.title),
        publisher: word("publisher", fields.publisher),
        dateline: word("dateline", fields.dateline),
        url: word("url", fields.url),
        published: word("published", fields.published).map(|value| Stated { value, line: None }),
    };
    Ok(Found { text, head, doubts })
}

fn malformed(error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    let what = format!("malformed JSON at column {}: {what}", error.column());
    Fault::new(what, "give one JSON object a line")
}

/// Refuses what is not UTF-8; says so where it is UTF-16.
pub fn not_utf8(bytes: &[u8]) -> Fault {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Fault::new("UTF-16, but JSON lines are UTF-8", "convert it: iconv -f UTF-16 -t UTF-8 FILE");
    }
    Fault::new("not UTF-8, as JSON lines must be", "convert it, for instance with iconv -t UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_shapes() {
        let bare = read(br#"{"id":7,"text":"A.","published":"2024-01-02","extra":[1]}"#).unwrap();
        assert_eq!((bare.head.id.as_deref(), bare.text.as_str()), (Some("7"), "A."));
        let nested =
            read(br#"{"report":{"id":"x","text":"A.","title":null},"claims":[{"id":"c"}]}"#).unwrap();
        assert_eq!(nested.head.id.as_deref(), Some("x"));
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(read(b"{\"text\": \"a").unwrap_err().what.contains("column 11"));
        assert!(read(b"[1]").is_err());
        assert!(read(br#"{"text":5}"#).unwrap_err().what.contains("text"));
        assert!(read(b"{\"text\":\"\xe9\"}").unwrap_err().what.contains("UTF-8"));
        assert_eq!(read(br#"{"text":"a","title":[]}"#).unwrap().doubts.len(), 1);
    }
}
