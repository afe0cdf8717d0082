//! A web page where a feed was expected: it often names the feeds of its site.

use crate::reading::form::Form;
use crate::reading::html_nesting;
use crate::reading::kind::Kind;
use crate::reading::problem::Fault;
use dom_query::Document;
use url::Url;

/// Kinds of document that a page's link may say a feed is.
const FEEDS: [&str; 4] =
    ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];
/// Most feeds that are named.
const NAMED: usize = 5;

/// Whether a document is a web page, by its beginning.
pub fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let bare = start.rsplit("?>").next().unwrap_or_default().trim_start();
    Form::of_content(bare.as_bytes()) == Form::One(Kind::Html)
}

/// Whether a document that is no XML is a page with something in front.
pub fn mentions_html(text: &str) -> bool {
    let start: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    start.contains("<html") && !["<rss", "<feed", "<rdf"].iter().any(|root| start.contains(root))
}

/// Says that it is a page, and which feeds it names.
pub fn fault(text: &str, base: &Url) -> Fault {
    let feeds = feeds(text, base);
    let cure = match feeds.as_slice() {
        [] => "look on the page for a link to its RSS or Atom feed".to_owned(),
        [one] => format!("give the feed that it names: {one}"),
        more => format!("give one of the feeds that it names: {}", more.join(" ")),
    };
    Fault::new("a web page, no feed", cure)
}

/// The feeds that the page links to.
fn feeds(text: &str, base: &Url) -> Vec<String> {
    if html_nesting::check_source(text).is_err() {
        return Vec::new();
    }
    let page = Document::from(text);
    let mut found = Vec::new();
    for link in page.select("link[href]").nodes() {
        let says = |name: &str| link.attr(name).unwrap_or_default().trim().to_ascii_lowercase();
        let alternate = says("rel").split_whitespace().any(|rel| rel == "alternate");
        if !alternate || !FEEDS.contains(&says("type").as_str()) {
            continue;
        }
        let url = link.attr("href").and_then(|href| base.join(href.trim()).ok()).map(String::from);
        if let Some(url) = url.filter(|url| !found.contains(url)) {
            found.push(url);
        }
        if found.len() == NAMED {
            break;
        }
    }
    found
}
