//! RSS 0.9 to 2.0.

use super::entry::{Entry, Feed, Written};
use super::node::Node;
use url::Url;

/// Reads `<rss>` or `<rdf:RDF>`. Links are relative to `base`.
pub fn read(root: &Node, base: &Url) -> Feed {
    let channel = root.child("channel").unwrap_or(root);
    let title = channel.child("title").and_then(written).and_then(|t| t.line());
    // Items stand beside the channel in RSS 1.0, and inside it in the others.
    let items = channel.all("item").chain(root.all("item").filter(|_| !std::ptr::eq(root, channel)));
    let entries = items.filter_map(|item| entry(item, base).finish(title.as_deref())).collect();
    Feed { ttl: channel.word("ttl").and_then(|ttl| ttl.parse().ok()), title, entries }
}

fn entry(item: &Node, base: &Url) -> Entry {
    let text = |name: &str| item.child(name).and_then(written);
    let guid = item.child("guid");
    let mut entry = Entry {
        id: item.word("guid").or_else(|| item.attribute("rdf:about").map(str::to_owned)).unwrap_or_default(),
        title: text("title").and_then(|t| t.line()),
        publisher: ["source", "dc:publisher"].into_iter().find_map(|name| text(name)?.line()),
        content: text("content:encoded"),
        summary: text("description"),
        ..Entry::default()
    };
    let first = |names: &[&str]| names.iter().find_map(|name| item.word(name));
    entry.set_days(first(&["pubDate", "dc:date"]), first(&["atom:updated", "updated"]));
    let permanent = guid.is_some_and(|g| g.attribute("isPermaLink").is_none_or(|a| a != "false"));
    let guid_link = item.word("guid").filter(|guid| permanent && guid.starts_with("http"));
    let atom_link = || item.child("atom:link")?.attribute("href").map(str::to_owned);
    let misplaced = || item.child("link")?.attribute("href").map(str::to_owned);
    let link = item.word("link").or_else(misplaced).or_else(atom_link).or(guid_link);
    entry.set_url(link.as_deref(), base);
    entry
}

/// Text that may be HTML: RSS does not say. Some feeds hold it as elements.
fn written(node: &Node) -> Option<Written> {
    let written = match node.children().next() {
        Some(_) => Written::Html(node.markup()),
        None => Written::guess(node.text()),
    };
    let (Written::Html(text) | Written::Plain(text)) = &written;
    (!text.trim().is_empty()).then_some(written)
}
