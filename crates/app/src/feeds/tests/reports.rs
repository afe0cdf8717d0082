//! Reports of entries, with and without the pages that they lead to.

use super::*;
use crate::feeds::entry::Entry;
use crate::feeds::miss::Again;
use crate::feeds::report::Body;
use crate::reading::html;

fn page() -> Vec<u8> {
    let line = "Shells fell on the market of the town on Friday, and three people were hurt, a medic said.";
    format!(
        "<html><body><nav>Home</nav><article>{}</article></body></html>",
        format!("<p>{line}</p>").repeat(9)
    )
    .into()
}

fn entry(server: &Server) -> (String, Entry, Fetcher) {
    let (mut fetcher, _) = fetcher();
    let url = format!("{}/feed", server.url);
    let Outcome::Read(feed) = fetcher.poll(&FeedState::new(&url)).outcome else { panic!() };
    (url, feed.entries[0].clone(), fetcher)
}

fn site(page: Reply) -> Server {
    Server::start(move |path, _| match path {
        "/robots.txt" => Reply::new(404, ""),
        "/feed" => Reply::new(200, RSS),
        _ => page.clone(),
    })
}

#[test]
fn a_report_is_what_the_feed_has() {
    let server = site(Reply::new(404, ""));
    let (url, entry, mut fetcher) = entry(&server);
    let report = fetcher.report(&url, &entry, false).unwrap();
    assert_eq!(report.body, Body::Text("Three people were hurt, a medic said.".into()));
    assert_eq!(report.head.id, Some(format!("{url}#7")));
    assert_eq!(report.head.publisher.as_deref(), Some("Meridian Wire"));
    assert_eq!(report.head.published.unwrap().value, "2012-12-13");
    assert_eq!(report.head.url, Some(format!("{}/a", server.url)));
    assert_eq!(server.paths(), ["/feed"]);
    assert!(Entry::default().report("u").is_err());
}

#[test]
fn a_password_goes_to_the_feed_s_host_only() {
    let server = site(Reply::new(200, page()));
    let url = format!("{}/feed", server.url.replace("http://", "http://me:word@"));
    let (mut fetcher, _) = fetcher();
    let Outcome::Read(feed) = fetcher.poll(&FeedState::new(&url)).outcome else { panic!() };
    assert!(server.heads().pop().unwrap().contains("authorization: Basic bWU6d29yZA=="));
    let report = fetcher.report(&url, &feed.entries[0], true).unwrap();
    assert!(!format!("{report:?}").contains("word"));
    assert!(!server.heads().pop().unwrap().contains("authorization"));
}

#[test]
fn a_page_goes_before_the_feed_s_own_text() {
    let server = site(Reply::new(200, page()).with("Content-Type", "text/html"));
    let (url, entry, mut fetcher) = entry(&server);
    let report = fetcher.report(&url, &entry, true).unwrap();
    assert_eq!(report.body, Body::Page { bytes: page(), charset: None });
    assert_eq!((report.head.title.as_deref(), report.doubts.len()), (Some("Shells fall"), 0));
}

#[test]
fn the_encoding_that_the_server_names_holds() {
    let mut latin = page();
    let at = latin.windows(4).position(|w| w == b"town").unwrap();
    latin[at] = 0xcf;
    let server = site(Reply::new(200, latin).with("Content-Type", "text/html; charset=\"windows-1251\""));
    let (url, entry, mut fetcher) = entry(&server);
    let Body::Page { bytes, charset } = fetcher.report(&url, &entry, true).unwrap().body else { panic!() };
    assert!(html::read(&bytes, charset.as_deref()).unwrap().text.contains("Пown"));
}

#[test]
fn a_page_that_will_never_be_had_is_replaced() {
    let pdf = Reply::new(200, "%PDF").with("Content-Type", "application/pdf");
    let away = Reply::new(302, "").with("Location", "http://192.168.0.1/admin");
    for reply in [Reply::new(404, ""), pdf, away, Reply::new(200, "<html><body></body></html>")] {
        let server = site(reply);
        let (url, entry, mut fetcher) = entry(&server);
        let report = fetcher.report(&url, &entry, true).unwrap();
        assert!(matches!(report.body, Body::Text(_)));
        assert!(report.doubts[0].what.starts_with("its page was not read: "), "{:?}", report.doubts);
    }
}

#[test]
fn a_page_that_may_be_had_later_is_waited_for() {
    let server = site(Reply::new(503, "").with("Retry-After", "7"));
    let (url, entry, mut fetcher) = entry(&server);
    assert_eq!(fetcher.report(&url, &entry, true).unwrap_err().again, Again::After(Duration::from_secs(7)));
}
