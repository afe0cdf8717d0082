//! The address of a feed as the user wrote it. It may hold a password, which is nobody else's business.

use super::miss::{Again, Miss};
use url::Url;

/// Reads an address; without a scheme it is one of https.
pub fn parse(text: &str) -> Result<Url, Miss> {
    let text = text.trim();
    let url = if text.contains("://") { Url::parse(text) } else { Url::parse(&format!("https://{text}")) };
    url.map_err(|e| Miss::new(format!("not an address of the web: {e}"), "correct it", Again::Never))
}

/// The same address without name and password.
pub fn bare(mut url: Url) -> Url {
    // Both fail only for addresses that cannot hold a name.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url
}

/// How an address is shown, and kept with reports. The table of feeds keeps it whole: it is asked for by it.
pub fn shown(text: &str) -> String {
    parse(text).map_or_else(
        |_| text.to_owned(),
        |url| if has_name(&url) { bare(url).into() } else { text.to_owned() },
    )
}

fn has_name(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_passwords_are_not_shown() {
        assert_eq!(shown("https://me:word@wire.example/rss?x"), "https://wire.example/rss?x");
        assert_eq!(shown("wire.example"), "wire.example");
        assert_eq!(parse(" wire.example/rss ").unwrap().as_str(), "https://wire.example/rss");
        assert!(parse("https://").is_err());
    }
}
