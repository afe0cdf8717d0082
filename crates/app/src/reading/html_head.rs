//! What a web page says of itself: JSON-LD first, then OpenGraph and other meta elements, then `time` elements.
//!
//! JSON-LD is read here and not by the readability crate, which passes over `@graph`, the form that many sites use.

use super::header::{Head, Stated};
use dom_query::Document;
use serde_json::Value;

const TITLES: [&str; 3] = ["og:title", "twitter:title", "dc.title"];
const SITES: [&str; 4] = ["og:site_name", "dc.publisher", "publisher", "application-name"];
const DATES: [&str; 12] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "date",
];
/// `time` elements that stand for the article itself; any other may belong to a list of other articles.
const TIMES: &str =
    "time[pubdate], time[itemprop=datePublished], [itemprop=datePublished], article header time[datetime]";

/// Reads the head of a page. What it does not state stays unknown.
pub fn read(page: &Document) -> Head {
    let mut head = Head::default();
    for script in page.select("script[type='application/ld+json']").iter() {
        if let Some(article) = serde_json::from_str(&script.text()).ok().as_ref().and_then(article) {
            take_article(&mut head, article);
        }
    }
    let metas = metas(page);
    let mut fill = |field: &str, names: &[&str]| {
        if let Some(value) = names.iter().find_map(|n| metas.iter().find(|(name, _)| name == n)) {
            head.set(field, &value.1, None);
        }
    };
    fill("title", &TITLES);
    fill("publisher", &SITES);
    fill("published", &DATES);
    fill("url", &["og:url"]);
    if let Some(link) = page.select_single("link[rel=canonical]").attr("href") {
        head.set("url", &link, None);
    }
    if head.published.is_none() {
        head.published = time_element(page);
    }
    head
}

/// `(name, content)` of the meta elements, names in lower case.
fn metas(page: &Document) -> Vec<(String, String)> {
    let select = page.select("meta[content]");
    let pair = |meta: &dom_query::NodeRef<'_>| {
        let name = meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"))?;
        Some((name.trim().to_ascii_lowercase(), meta.attr("content")?.trim().to_owned()))
    };
    select.nodes().iter().filter_map(pair).filter(|(_, content)| !content.is_empty()).collect()
}

fn time_element(page: &Document) -> Option<Stated> {
    let element = page.select_single(TIMES);
    let value = element.attr("datetime").or_else(|| element.attr("content"))?;
    Some(Stated { value: value.trim().to_owned(), line: None }).filter(|s| !s.value.is_empty())
}

/// The first object that is an article, in lists and below `@graph`.
fn article(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article),
        Value::Object(fields) if is_article(fields.get("@type")) => Some(value),
        Value::Object(fields) => fields.get("@graph").and_then(article),
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

fn take_article(head: &mut Head, article: &Value) {
    let text = |paths: &[&str]| paths.iter().find_map(|p| article.pointer(p)).and_then(Value::as_str);
    let fields: [(&str, &[&str]); 4] = [
        ("title", &["/headline", "/name"]),
        ("publisher", &["/publisher/name", "/publisher/0/name"]),
        ("published", &["/datePublished", "/dateCreated"]),
        ("url", &["/mainEntityOfPage/@id", "/url"]),
    ];
    for (field, paths) in fields {
        if let Some(value) = text(paths) {
            head.set(field, value, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_ld_goes_before_meta_elements() {
        let html = r#"<head><meta property="og:title" content="Other"><meta property="og:site_name" content="Wire">
            <link rel="canonical" href="https://e.org/a"><script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],
            "headline":"Shells hit town","datePublished":"2024-01-02T08:00:00Z"}]}</script></head>"#;
        let head = read(&Document::from(html));
        assert_eq!(head.title.as_deref(), Some("Shells hit town"));
        assert_eq!(head.publisher.as_deref(), Some("Wire"));
        assert_eq!(head.url.as_deref(), Some("https://e.org/a"));
        assert_eq!(head.published.unwrap().value, "2024-01-02T08:00:00Z");
    }

    #[test]
    fn takes_only_the_article_s_own_time() {
        let time = |html: &str| read(&Document::from(html)).published.map(|p| p.value);
        assert_eq!(time("<aside><time datetime='2020-01-01'>x</time></aside>"), None);
        let own = "<article><header><time datetime='2024-01-02'>x</time></header></article>";
        assert_eq!(time(own).as_deref(), Some("2024-01-02"));
    }
}
