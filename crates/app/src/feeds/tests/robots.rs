//! The rules of sites.

use super::*;

fn site(robots: Reply) -> Server {
    Server::start(move |path, _| if path == "/robots.txt" { robots.clone() } else { Reply::new(200, RSS) })
}

fn asks(fetcher: &mut Fetcher, server: &Server, path: &str) -> Polled {
    fetcher.poll(&FeedState::new(format!("{}{path}", server.url)))
}

#[test]
fn rules_are_kept_and_read_once_an_hour() {
    let server =
        site(Reply::new(200, "User-agent: dateline\nDisallow: /no\nDisallow: /*?x\nCrawl-delay: 9\n"));
    let (mut fetcher, clock) = fetcher();
    assert!(matches!(asks(&mut fetcher, &server, "/yes").outcome, Outcome::Read(_)));
    assert!(failure(&asks(&mut fetcher, &server, "/no")).contains("robots.txt keeps programs from it"));
    assert!(failure(&asks(&mut fetcher, &server, "/yes?x")).contains("robots.txt"));
    assert_eq!((server.paths(), server.heads().len()), (vec!["/yes".to_owned()], 2));
    assert_eq!(clock.slept(), [9]);
    clock.pass(3600);
    asks(&mut fetcher, &server, "/yes");
    assert_eq!(server.heads().len(), 4);
}

#[test]
fn a_redirect_obeys_the_rules_too() {
    let server = Server::start(|path, _| match path {
        "/robots.txt" => Reply::new(200, "User-agent: *\nDisallow: /no\n"),
        _ => Reply::new(302, "").with("Location", "/no"),
    });
    let (mut fetcher, _) = fetcher();
    assert!(failure(&asks(&mut fetcher, &server, "/yes")).contains("robots.txt keeps"));
    assert_eq!(server.paths(), ["/yes"]);
}

#[test]
fn rules_that_cannot_be_read_make_it_wait() {
    for (status, waits) in [(500, true), (503, true), (429, true), (404, false), (403, false), (401, false)] {
        let server = site(Reply::new(status, ""));
        let (mut fetcher, _) = fetcher();
        let polled = asks(&mut fetcher, &server, "/feed");
        assert_eq!(server.paths().is_empty(), waits, "{status}");
        if waits {
            assert!(failure(&polled).contains("cannot be read"));
            assert!(polled.state.not_before >= BEGIN + 600);
            let again = asks(&mut fetcher, &server, "/other");
            assert!(failure(&again).contains("cannot be read"));
            assert_eq!(server.heads().len(), 1);
        }
    }
}

#[test]
fn of_a_long_file_the_beginning_counts() {
    let long = format!("User-agent: *\nDisallow: /no\n#{}\nDisallow: /yes", "x".repeat(600 << 10));
    let server = site(Reply::new(200, long));
    let (mut fetcher, _) = fetcher();
    assert!(failure(&asks(&mut fetcher, &server, "/no")).contains("robots.txt keeps"));
    assert!(matches!(asks(&mut fetcher, &server, "/yes").outcome, Outcome::Read(_)));
}
