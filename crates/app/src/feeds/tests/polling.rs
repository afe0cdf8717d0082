//! Conditional requests, pauses, back-off, redirects.

use super::*;

#[test]
fn a_known_copy_is_not_sent_again() {
    let server = Server::start(|path, head| match path {
        "/robots.txt" => Reply::new(404, ""),
        _ if head.contains("if-none-match: \"v1\"") => Reply::new(304, ""),
        _ => {
            Reply::new(200, RSS).with("ETag", "\"v1\"").with("Last-Modified", "Thu, 13 Dec 2012 09:00:00 GMT")
        }
    });
    let (mut fetcher, clock) = fetcher();
    let first = fetcher.poll(&FeedState::new(format!("{}/feed", server.url)));
    let Outcome::Read(feed) = &first.outcome else { panic!("{first:?}") };
    assert_eq!(feed.entries.len(), 1);
    assert_eq!(first.state.etag.as_deref(), Some("\"v1\""));
    assert_eq!(fetcher.poll(&first.state).outcome, Outcome::Early);
    clock.pass(15 * 60);
    let second = fetcher.poll(&first.state);
    assert_eq!(second.outcome, Outcome::Same);
    assert_eq!(second.state.etag, first.state.etag);
    assert_eq!(second.state.not_before, BEGIN + 2 + 2 * 15 * 60);
    let head = server.heads().pop().unwrap();
    assert!(head.contains("if-modified-since: Thu, 13 Dec 2012 09:00:00 GMT"), "{head}");
    assert!(head.contains("user-agent: dateline/") && head.contains("accept-encoding: gzip"), "{head}");
}

#[test]
fn a_host_is_left_in_peace_between_requests() {
    let server = server(Reply::new(200, RSS));
    let (mut fetcher, clock) = fetcher();
    for name in ["a", "b", "c"] {
        fetcher.poll(&FeedState::new(format!("{}/{name}", server.url)));
    }
    // After robots.txt, and between the feeds.
    assert_eq!(clock.slept(), [2, 2, 2]);
}

#[test]
fn failures_are_told_and_the_waiting_grows() {
    let gone = poll(Reply::new(410, ""));
    assert!(failure(&gone).contains("gone for good"));
    assert_eq!(gone.state.failures, 1);
    assert!(failure(&poll(Reply::new(404, ""))).starts_with("not found (HTTP 404)"));
    let fault = poll(Reply::new(500, ""));
    assert_eq!(fault.state.not_before, BEGIN + 2 + 15 * 60);
    let often = FeedState { failures: 5, not_before: 0, ..fault.state };
    let server = server(Reply::new(500, ""));
    let (mut fetcher, _) = fetcher();
    let polled = fetcher.poll(&FeedState { url: server.url.clone(), ..often });
    assert_eq!(polled.state.not_before, BEGIN + 2 + 5 * 60 * 32);
}

#[test]
fn retry_after_holds_for_the_whole_host() {
    let server = server(Reply::new(429, "").with("Retry-After", "3600"));
    let (mut fetcher, _) = fetcher();
    let polled = fetcher.poll(&FeedState::new(format!("{}/a", server.url)));
    assert_eq!(polled.state.not_before, BEGIN + 2 + 3600);
    let other = fetcher.poll(&FeedState::new(format!("{}/b", server.url)));
    assert!(failure(&other).contains("asked to be left alone"));
    assert_eq!(server.paths(), ["/a"]);
}

#[test]
fn redirects_are_followed_and_moves_are_told() {
    let server = Server::start(|path, _| match path {
        "/old" => Reply::new(301, "").with("Location", "/middle"),
        "/middle" => Reply::new(308, "").with("Location", "feed#x"),
        "/today" => Reply::new(302, "").with("Location", "/feed"),
        "/round" => Reply::new(302, "").with("Location", "/round"),
        "/nowhere" => Reply::new(302, ""),
        "/feed" => Reply::new(200, RSS),
        _ => Reply::new(404, ""),
    });
    let (mut fetcher, _) = fetcher();
    let named = server.url.replace("http://", "http://me:word@");
    let mut poll = |path: &str| fetcher.poll(&FeedState::new(format!("{named}{path}")));
    let moved = poll("/old");
    assert_eq!(moved.moved, Some(format!("{}/feed", server.url)));
    let Outcome::Read(feed) = moved.outcome else { panic!() };
    assert_eq!(feed.entries[0].url, Some(format!("{}/a", server.url)));
    assert_eq!(poll("/today").moved, None);
    assert!(failure(&poll("/round")).contains("more than 5 redirects"));
    assert!(failure(&poll("/nowhere")).contains("leads nowhere"));
}

#[test]
fn https_is_no_plain_http() {
    let server = server(Reply::new(200, RSS));
    let polled = fetcher().0.poll(&FeedState::new(server.url.replace("http:", "https:")));
    assert!(failure(&polled).contains("robots.txt cannot be read"), "{polled:?}");
    // What reached it were the first bytes of TLS.
    assert!(server.heads().iter().all(|head| !head.starts_with("GET")));
}

#[test]
fn a_server_that_is_not_there() {
    let polled = fetcher().0.poll(&FeedState::new("http://127.0.0.1:9/feed"));
    assert!(failure(&polled).contains("robots.txt cannot be read"), "{polled:?}");
    assert_eq!(polled.state.failures, 1);
    for url in ["ftp://127.0.0.1/feed", "file:///etc/passwd", "http://", ""] {
        assert!(
            failure(&fetcher().0.poll(&FeedState::new(url))).contains("not an address of the web"),
            "{url}"
        );
    }
}
