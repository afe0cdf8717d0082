//! Atom (RFC 4287).

use super::entry::{Entry, Feed, Written};
use super::node::Node;
use url::Url;

/// Reads `<feed>`. Links are relative to `base` and to what the elements declare as theirs.
pub fn read(root: &Node, base: &Url) -> Feed {
    let base = base_of(root, base);
    let title = root.child("title").and_then(written).and_then(|t| t.line());
    let entries = root.all("entry").filter_map(|node| entry(node, &base).finish(title.as_deref())).collect();
    Feed { title, ttl: None, entries }
}

fn entry(node: &Node, base: &Url) -> Entry {
    let base = base_of(node, base);
    let text = |name: &str| node.child(name).and_then(written);
    let source = node.child("source").and_then(|source| source.child("title"));
    let mut entry = Entry {
        id: node.word("id").unwrap_or_default(),
        title: text("title").and_then(|t| t.line()),
        publisher: source.and_then(written).and_then(|t| t.line()),
        content: text("content"),
        summary: text("summary"),
        ..Entry::default()
    };
    let updated = node.word("updated");
    // Where an entry states only when it was changed, it has not been since it came out.
    entry.set_days(node.word("published").or_else(|| updated.clone()), updated);
    entry.set_url(link(node), &base);
    entry
}

/// The link to the page: one that says that it is HTML before others.
fn link(node: &Node) -> Option<&str> {
    let page = |link: &&Node| link.attribute("rel").is_none_or(|rel| rel.eq_ignore_ascii_case("alternate"));
    let html = |link: &&Node| link.attribute("type").is_none_or(|kind| kind.contains("html"));
    let links = || node.all("link").filter(page);
    let link = links().find(html).or_else(|| links().next()).and_then(|link| link.attribute("href"));
    link.or_else(|| node.child("content")?.attribute("src"))
}

/// A text by its type; none where it is of a kind that is no text.
fn written(node: &Node) -> Option<Written> {
    let kind = node.attribute("type").unwrap_or("text").to_ascii_lowercase();
    let nested = node.children().next().is_some();
    let written = match kind.as_str() {
        "xhtml" | "html" | "text/html" | "application/xhtml+xml" if nested => Written::Html(node.markup()),
        "html" | "text/html" | "xhtml" => Written::Html(node.text()),
        "text" if nested => Written::Html(node.markup()),
        "text" | "text/plain" => Written::Plain(node.text()),
        _ => return None,
    };
    let (Written::Html(text) | Written::Plain(text)) = &written;
    (!text.trim().is_empty()).then_some(written)
}

fn base_of(node: &Node, base: &Url) -> Url {
    node.attribute("xml:base").and_then(|own| base.join(own).ok()).unwrap_or_else(|| base.clone())
}
