//! From the bytes of a feed to its entries, whichever of the formats it is in.

use super::entry::Feed;
use super::{atom, json_feed, no_feed, rss, xml};
use crate::reading::encoding;
use crate::reading::problem::Fault;
use url::Url;

/// Reads a feed that came from `base`. `charset` is the encoding that the server names.
pub fn read(bytes: &[u8], charset: Option<&str>, base: &Url) -> Result<Feed, Fault> {
    let declared = declared(bytes);
    let text = encoding::decode(bytes, declared.as_deref().or(charset))?.text;
    let text = text.trim_start();
    if text.starts_with('{') {
        return json_feed::read(text, base);
    }
    if no_feed::is_page(text) {
        return Err(no_feed::fault(text, base));
    }
    if !text.starts_with('<') {
        return Err(Fault::new(
            "neither XML nor JSON, so no feed",
            "give the address of an RSS, Atom or JSON feed",
        ));
    }
    let root = xml::parse(text)
        .map_err(|fault| if no_feed::mentions_html(text) { no_feed::fault(text, base) } else { fault })?;
    match root.name.rsplit(':').next() {
        Some("rss" | "RDF") => Ok(rss::read(&root, base)),
        Some("feed") => Ok(atom::read(&root, base)),
        Some("html") => Err(no_feed::fault(text, base)),
        _ => {
            let name: String = root.name.chars().take(40).collect();
            Err(Fault::new(
                format!("XML, but no feed: <{name}>"),
                "give the address of an RSS, Atom or JSON feed",
            ))
        }
    }
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(200))?).into_owned();
    let declaration = start.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some(value.strip_prefix(quote)?.split_once(quote)?.0.to_owned())
}
