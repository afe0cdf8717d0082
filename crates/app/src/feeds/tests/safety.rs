//! Hostile feeds: local addresses, bodies without end, pages for feeds.

use super::*;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::time::Instant;

/// Whether a feed on one local service can make the program ask another, by a redirect there.
fn reaches(url_of: impl Fn(&str) -> String, options: Options) -> (bool, String) {
    let inner = server(Reply::new(200, RSS));
    let target = url_of(&inner.url);
    let outer = server(Reply::new(302, "").with("Location", target));
    let polled = with(options).0.poll(&FeedState::new(format!("{}/feed", outer.url)));
    let told = if let Outcome::Failed(_) = polled.outcome { failure(&polled) } else { String::new() };
    (!inner.heads().is_empty(), told)
}

#[test]
fn a_redirect_into_the_local_network_is_refused() {
    let forms: [fn(&str) -> String; 4] = [
        |url| format!("{url}/feed"),
        // By the name server.
        |url| url.replace("127.0.0.1", "localhost"),
        |url| url.replace("127.0.0.1", "2130706433"),
        |url| url.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
    ];
    for form in forms {
        let (reached, told) = reaches(form, Options::default());
        assert!(!reached && told.contains("on this machine or the local network"), "{told}");
    }
    for url in
        ["http://169.254.169.254/latest/", "http://[fd00:ec2::254]/", "http://0.0.0.0:1/", "http://10.0.0.1/"]
    {
        assert!(reaches(|_| url.to_owned(), Options::default()).1.contains("local network"), "{url}");
    }
    assert!(
        reaches(|_| "file:///etc/passwd".to_owned(), Options::default())
            .1
            .contains("not an address of the web")
    );
    let allowed = Options { local: true, ..Options::default() };
    assert_eq!(reaches(|url| url.to_owned(), allowed), (true, String::new()));
}

#[test]
fn a_body_has_its_limit() {
    let big = format!("<rss>{}", " ".repeat(200_000));
    let small = Options { feed: 100_000, ..Options::default() };
    let server = server(Reply::new(200, big));
    let polled = with(small).0.poll(&FeedState::new(&server.url));
    assert!(failure(&polled).contains("larger than 100000 bytes"));
}

fn zipped(bytes: &[u8]) -> Reply {
    let mut zip = GzEncoder::new(Vec::new(), Compression::best());
    zip.write_all(bytes).unwrap();
    Reply::new(200, zip.finish().unwrap()).with("Content-Encoding", "gzip")
}

#[test]
fn a_bomb_of_gzip_does_not_go_off() {
    assert!(matches!(poll(zipped(RSS.as_bytes())).outcome, Outcome::Read(_)));
    let bomb = zipped(&vec![b' '; 60 << 20]);
    assert!(bomb.body.len() < 100_000);
    assert!(failure(&poll(bomb)).contains("larger than 10485760 bytes"));
    let broken = Reply::new(200, "\x1f\u{8}no gzip at all").with("Content-Encoding", "gzip");
    assert!(failure(&poll(broken)).contains("broke off"));
}

#[test]
fn a_slow_body_has_its_time() {
    let drip = Duration::from_millis(20);
    let slow = Server::start(move |path, _| match path {
        "/robots.txt" => Reply::new(404, ""),
        _ => Reply { drip, ..Reply::new(200, RSS) },
    });
    let (mut fetcher, _) = with(Options { total: Duration::from_millis(1_500), ..Options::default() });
    let begun = Instant::now();
    let polled = fetcher.poll(&FeedState::new(&slow.url));
    assert!(failure(&polled).contains("took too long"), "{polled:?}");
    assert!(begun.elapsed() < Duration::from_secs(6));
    assert_eq!(polled.state.not_before, BEGIN + 2 + 15 * 60);
}

#[test]
fn a_page_names_its_feeds() {
    let page = "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' href='/rss'>\
        <link rel='stylesheet' href='x.css'><link href='https://e.example/atom' type='application/atom+xml' rel='Alternate'>\
        </head><body><p>News</p></body></html>";
    let server = server(Reply::new(200, page));
    let told = failure(&fetcher().0.poll(&FeedState::new(format!("{}/news/", server.url))));
    assert!(told.starts_with("a web page, no feed"), "{told}");
    assert!(told.ends_with(&format!("{}/rss https://e.example/atom", server.url)), "{told}");
}
