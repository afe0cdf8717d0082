//! The prefixes of an XML document: each may call a namespace what it likes.

use super::node::Node;

/// How a document's prefixes are commonly spelt; an empty one is that of the feed's own elements.
#[derive(Debug, Default)]
pub struct Names(Vec<(String, &'static str)>);

impl Names {
    /// As the root declares them.
    pub fn declared(root: &Node) -> Self {
        let own = root.name.split_once(':').map(|(prefix, _)| prefix);
        let known = root.attributes.iter().filter_map(|(key, uri)| {
            let prefix = key.strip_prefix("xmlns:")?;
            let common = common_prefix(uri.trim())?;
            // The root of a feed in Atom may have the prefix of Atom: then it is the feed's own.
            Some((prefix.to_owned(), if own == Some(prefix) { "" } else { common }))
        });
        Self(known.collect())
    }

    /// A name with the common prefix.
    pub fn common(&self, name: &str) -> String {
        let Some((prefix, local)) = name.split_once(':') else { return name.to_owned() };
        match self.0.iter().find(|(declared, _)| declared == prefix) {
            Some((_, "")) => local.to_owned(),
            Some((_, common)) => format!("{common}:{local}"),
            None => name.to_owned(),
        }
    }
}

fn common_prefix(uri: &str) -> Option<&'static str> {
    Some(match uri {
        "http://www.w3.org/2005/Atom" => "atom",
        "http://purl.org/rss/1.0/" => "",
        "http://purl.org/rss/1.0/modules/content/" => "content",
        "http://purl.org/dc/elements/1.1/" => "dc",
        _ => return None,
    })
}
