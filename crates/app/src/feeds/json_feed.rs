//! JSON Feed 1.0 and 1.1. A field of a wrong kind counts as absent.

use super::entry::{Entry, Feed, Written};
use crate::reading::limits::{ELEMENTS, has_more_parts};
use crate::reading::problem::Fault;
use serde::Deserialize;
use serde_json::Value;
use url::Url;

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Document {
    version: Value,
    title: Value,
    items: Vec<Item>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Item {
    id: Value,
    url: Value,
    external_url: Value,
    title: Value,
    content_html: Value,
    content_text: Value,
    summary: Value,
    date_published: Value,
    date_modified: Value,
}

/// Reads a document. Links are relative to `base`.
pub fn read(text: &str, base: &Url) -> Result<Feed, Fault> {
    if has_more_parts(text, ELEMENTS * 10) {
        return Err(Fault::new("its JSON has too many parts", "it is no news feed"));
    }
    let malformed =
        |e: serde_json::Error| Fault::new(format!("its JSON is malformed: {e}"), "tell its publisher");
    let document: Document = serde_json::from_str(text).map_err(malformed)?;
    if !document.version.as_str().is_some_and(|version| version.contains("jsonfeed.org")) {
        return Err(Fault::new("JSON, but no feed", "give the address of an RSS, Atom or JSON feed"));
    }
    let title = word(document.title).and_then(|title| Written::guess(title).line());
    let entries = document.items.into_iter().filter_map(|item| entry(item, base).finish(title.as_deref()));
    Ok(Feed { entries: entries.collect(), title, ttl: None })
}

fn entry(item: Item, base: &Url) -> Entry {
    let html = word(item.content_html).map(Written::Html);
    let mut entry = Entry {
        id: word(item.id).unwrap_or_default(),
        title: word(item.title).and_then(|title| Written::guess(title).line()),
        content: html.or_else(|| word(item.content_text).map(Written::Plain)),
        summary: word(item.summary).map(Written::Plain),
        ..Entry::default()
    };
    entry.set_days(word(item.date_published), word(item.date_modified));
    entry.set_url(word(item.url).or_else(|| word(item.external_url)).as_deref(), base);
    entry
}

fn word(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text).filter(|text| !text.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
