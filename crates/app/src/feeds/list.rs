//! A user's list of feeds: OPML as feed readers export it, or one address a line.

use super::node::Node;
use super::xml;
use crate::reading::problem::Fault;

/// The addresses in a list, in its order, each once. Lines that begin with `#` are comments, and so is what follows a
/// space and `#`.
pub fn feeds_in(text: &str) -> Result<Vec<String>, Fault> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut found = Vec::new();
    if text.starts_with('<') {
        let root = xml::parse(text)?;
        if root.name != "opml" {
            return Err(Fault::new("XML, but no OPML", "give a list in OPML, or one address a line"));
        }
        outlines(&root, &mut found);
    } else {
        let lines = text.lines().map(|line| line.split(" #").next().unwrap_or_default().trim());
        found.extend(lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned));
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|url| seen.insert(url.clone()));
    Ok(found)
}

fn outlines(node: &Node, found: &mut Vec<String>) {
    for inside in node.children() {
        let url = ["xmlUrl", "xmlurl", "xmlURL"].into_iter().find_map(|name| inside.attribute(name));
        found.extend(url.filter(|url| !url.is_empty()).map(str::to_owned));
        outlines(inside, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_and_opml() {
        let lines = "\u{feff}# mine\nhttps://a.example/feed#x # Wire\n\n  b.example/rss  \r\nb.example/rss\n";
        assert_eq!(feeds_in(lines).unwrap(), ["https://a.example/feed#x", "b.example/rss"]);
        let opml = "<?xml version='1.0'?><opml version='2.0'><head><title>x</title></head><body><outline text='All'>\
            <outline type='rss' xmlUrl='https://a.example/feed?a=1&amp;b=2'/></outline><outline text='none'/></body></opml>";
        assert_eq!(feeds_in(opml).unwrap(), ["https://a.example/feed?a=1&b=2"]);
        assert!(feeds_in("<rss/>").is_err());
        assert!(feeds_in("<opml>").is_err());
    }
}
