//! What a web page says of itself: JSON-LD first, then OpenGraph and other meta elements, then `time` elements.
//!
//! Where several state the day of publication, it is the first that can be read.

use super::header::{Head, Stated};
use super::{date, json_ld};
use dom_query::Document;

const TITLES: [&str; 3] = ["og:title", "twitter:title", "dc.title"];
const SITES: [&str; 4] = ["og:site_name", "dc.publisher", "publisher", "application-name"];
const DATES: [&str; 20] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "date",
];
/// `time` elements that stand for the article itself; any other may belong to a list of other articles.
const TIMES: &str = "time[pubdate], time[itemprop=datePublished], [itemprop=datePublished], time.published, time.entry-date, \
    article header time, .byline time, h1 + time, h1 + p time, h1 + div time";

/// Reads the head of a page. What it does not state stays unknown.
pub fn read(page: &Document) -> Head {
    let mut head = Head::default();
    let mut dates = Vec::new();
    for script in page.select("script[type='application/ld+json']").iter() {
        let mut stated = json_ld::read(&script.text());
        dates.extend(stated.published.take());
        head = head.or(stated);
    }
    let metas = metas(page);
    let all = |names: &[&'static str]| -> Vec<&str> {
        let of = |name: &&'static str| metas.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
        names.iter().filter_map(of).collect()
    };
    for (field, names) in [("title", &TITLES[..]), ("publisher", &SITES), ("url", &["og:url"])] {
        if let Some(value) = all(names).first() {
            head.set(field, value, None);
        }
    }
    if let Some(link) = page.select_single("link[rel=canonical]").attr("href") {
        head.set("url", &link, None);
    }
    dates.extend(all(&DATES).into_iter().map(|value| Stated { value: value.to_owned(), line: None }));
    dates.extend(time_element(page));
    let readable = dates.iter().position(|stated| date::parse(&stated.value).is_ok());
    head.published = dates.into_iter().nth(readable.unwrap_or(0));
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
    let stated = element.attr("datetime").or_else(|| element.attr("content"));
    // "two days ago" says nothing; in an attribute it would be a mistake worth a line.
    let shown = || Some(element.text()).filter(|words| date::parse(words).is_ok());
    let stated = stated.or_else(shown)?;
    Some(Stated { value: stated.trim().to_owned(), line: None }).filter(|s| !s.value.is_empty())
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
        let written = "<h1>Shells</h1><p>By the desk, <time>2 January 2024</time></p>";
        assert_eq!(time(written).as_deref(), Some("2 January 2024"));
        assert_eq!(time("<h1>Shells</h1><time>two days ago</time>"), None);
    }

    #[test]
    fn the_first_day_that_can_be_read_is_taken() {
        let html = "<meta name=pubdate content='Tue, 02 Jan 2024 08:00:00 GMT'><meta name=date content=2020-01-01>\
            <meta property=article:published_time content='two days ago'>";
        assert_eq!(read(&Document::from(html)).published.unwrap().value, "Tue, 02 Jan 2024 08:00:00 GMT");
        let none = read(&Document::from("<meta name=date content='two days ago'>"));
        assert_eq!(none.published.unwrap().value, "two days ago");
    }
}
