//! What the JSON-LD of a page says of its article.
//!
//! Read here and not by the readability crate, which passes over `@graph`, the form that many sites use.

use super::header::Head;
use super::limits::{ELEMENTS, has_more_parts};
use serde_json::Value;

/// Reads one script; an empty head where it is of something else.
pub fn read(script: &str) -> Head {
    let mut head = Head::default();
    let Some(whole) = parse(script) else { return head };
    let Some(article) = article(&whole) else { return head };
    let text = |paths: &[&str]| paths.iter().find_map(|path| article.pointer(path)?.as_str());
    let fields: [(&str, &[&str]); 4] = [
        ("title", &["/headline", "/name"]),
        ("publisher", &["/publisher/name", "/publisher/0/name", "/publisher", "/sourceOrganization/name"]),
        ("published", &["/datePublished", "/dateCreated"]),
        ("url", &["/mainEntityOfPage/@id", "/mainEntityOfPage", "/url"]),
    ];
    for (field, paths) in fields {
        if let Some(value) = text(paths) {
            head.set(field, value, None);
        }
    }
    // In a graph the publisher often stands beside the article, which only names its id.
    if head.publisher.is_none()
        && let Some(id) = text(&["/publisher/@id", "/publisher/0/@id"])
    {
        head.publisher = named(&whole, id).map(str::to_owned);
    }
    head
}

/// The script as JSON. Many have line ends inside of strings, and old ones stand in a comment.
fn parse(script: &str) -> Option<Value> {
    let bare = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
    let bare = bare.trim_end_matches("-->").trim_end_matches("//]]>").trim_end().trim_end_matches(';');
    if has_more_parts(bare, ELEMENTS) {
        return None;
    }
    serde_json::from_str(bare)
        .or_else(|_| serde_json::from_str(&bare.replace(|c: char| c.is_control(), " ")))
        .ok()
}

/// The first object that is an article, in lists, below `@graph`, or as what a page is mainly about.
fn article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article),
        Value::Object(fields) if is_article(fields.get("@type")) => Some(value),
        Value::Object(fields) => ["@graph", "mainEntity"].iter().find_map(|key| article(fields.get(*key)?)),
        _ => None,
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => kind.ends_with("Article") || kind.ends_with("BlogPosting"),
        Some(Value::Array(kinds)) => kinds.iter().any(|k| is_article(Some(k))),
        _ => false,
    }
}

/// The name of the object with that id.
fn named<'v>(value: &'v Value, id: &str) -> Option<&'v str> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| named(item, id)),
        Value::Object(fields) if fields.get("@id").and_then(Value::as_str) == Some(id) => {
            fields.get("name").and_then(Value::as_str)
        }
        Value::Object(fields) => named(fields.get("@graph")?, id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_article_wherever_it_stands() {
        let article = r#"{"@type":["Thing","https://schema.org/NewsArticle"],"headline":"Shells"}"#;
        let page = format!(r#"[{{"@type":"WebPage","mainEntity":{article}}}]"#);
        for script in [article, &format!("[{article}]"), &format!(r#"{{"@graph":[{article}]}}"#), &page] {
            assert_eq!(read(script).title.as_deref(), Some("Shells"), "{script}");
        }
        assert_eq!(read(r#"{"@type":"WebSite","name":"x"}"#), Head::default());
    }

    #[test]
    fn a_publisher_is_found_by_its_id_and_by_name_alone() {
        let graph =
            r##"{"@graph":[{"@type":"Article","publisher":{"@id":"#o"}},{"@id":"#o","name":"Wire"}]}"##;
        assert_eq!(read(graph).publisher.as_deref(), Some("Wire"));
        let bare = r#"{"@type":"Article","publisher":"Courier","mainEntityOfPage":"https://e.org/a"}"#;
        assert_eq!(read(bare).publisher.as_deref(), Some("Courier"));
        assert_eq!(read(bare).url.as_deref(), Some("https://e.org/a"));
    }

    #[test]
    fn line_ends_in_strings_and_comments_around_are_no_harm() {
        let script = "<!--\n{\"@type\":\"Article\",\"headline\":\"Shells\nhit\"};\n-->";
        assert_eq!(read(script).title.as_deref(), Some("Shells hit"));
        assert_eq!(read("{"), Head::default());
    }
}
