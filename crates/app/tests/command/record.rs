//! `dateline ingest`, `watch`, `status`, `find`, `backup` and `restore` as their user runs them.

use super::Place;
use std::io::{Read, Write};
use std::net::TcpListener;

const REPORT: &str = "published: 2012-12-13\npublisher: Meridian Wire\n\nA car bomb killed at least 16 people in the town of Qatana on Thursday, police said.\n";
const FRENCH: &str = "Une voiture piégée a tué au moins seize personnes jeudi dans la ville, a déclaré la police. Les habitants ont quitté leurs maisons dans la nuit, et personne ne sait encore qui a commis cet attentat dans le centre.\n";

#[test]
fn every_input_ends_in_one_state_and_the_events_are_found() {
    let place = Place::new();
    place.file("in/a.txt", REPORT).file("in/b.txt", REPORT).file("in/c.txt", FRENCH).file("in/d.txt", " \n");
    place.file("in/e.jsonl", "{\"text\": 5}\n");
    let ran = place.run(&["ingest", "in", "--model", "fast"]).ends(1);
    assert!(ran.err.contains("e.jsonl:1: no string \"text\" in it"), "{}", ran.err);
    let status = place.run(&["status"]).ends(0).out;
    for line in
        ["  coded       1", "  copy        1", "  not English 1", "  no text     1", "  refused     1"]
    {
        assert!(status.contains(line), "{line} in {status}");
    }
    assert!(status.contains("not English: ") && status.contains("c.txt: French"), "{status}");
    place
        .run(&["ingest", "in", "--model", "fast"])
        .ends(0)
        .says("dateline: 0 reports coded", "5 known already");
    let found = place.run(&["find", "qatana", "--killed", "10", "--format", "jsonl"]).ends(0).out;
    assert_eq!(found.lines().count(), 1, "{found}");
    // What a program wrote lies in the one file when it has ended, and whoever copies that has it all.
    std::fs::copy(place.path("dateline.db"), place.path("moved.db")).unwrap();
    assert_eq!(place.run(&["find", "--format", "jsonl", "--record", "moved.db"]).ends(0).out, found);
    place.run(&["find", "--from", "2013-01-01"]).ends(1);
    place.run(&["backup", "copy.db"]).ends(0);
    place.run(&["backup", "copy.db"]).ends(2).says("dateline: copy.db: is there already", "never replaces");
    place
        .run(&["restore", "copy.db", "--record", "new.db"])
        .ends(0)
        .says("dateline: new.db has 1 reports", "1 events");
    assert_eq!(place.run(&["find", "--format", "jsonl", "--record", "new.db"]).ends(0).out, found);
}

#[test]
fn a_changed_file_is_a_new_version() {
    let place = Place::new();
    place.file("a.txt", REPORT).run(&["ingest", "a.txt", "--model", "fast"]).ends(0);
    place.file("a.txt", REPORT.replace("16", "19"));
    place
        .run(&["ingest", "a.txt", "--model", "fast"])
        .ends(0)
        .says("dateline: 1 report coded", "1 in a new version");
    let found = place.run(&["find", "--format", "jsonl"]).ends(0).out;
    let event: serde_json::Value = serde_json::from_str(found.lines().next().unwrap()).unwrap();
    assert_eq!((found.lines().count(), &event["casualties"][0]["low"]), (1, &serde_json::json!(19)));
    place.run(&["status"]).ends(0);
    place.run(&["recode", "--model", "fast"]).ends(0).says("dateline: 0 reports read again", "");
    place.run(&["recode"]).ends(0).says("dateline: 1 report read again", "claims the same");
}

#[test]
fn a_report_that_was_taken_back_counts_no_more_until_it_comes_anew() {
    let place = Place::new();
    place.file("a.txt", REPORT).file(
        "b.txt",
        "published: 2012-12-13\n\nRebels shelled the airport of Aleppo on Wednesday, residents said.\n",
    );
    place.run(&["ingest", "a.txt", "b.txt", "--model", "fast"]).ends(0);
    let events = || place.run(&["find", "--format", "jsonl"]).out.lines().count();
    let before = events();
    place
        .run(&["retract", "a", "--why", "the agency took it back"])
        .ends(0)
        .says("dateline: a: ", "claims count no more");
    assert_eq!(events(), before - 1);
    place
        .run(&["retract", "a", "--why", "again"])
        .ends(0)
        .says("dateline: a: none of its claims counted", "");
    place
        .run(&["retract", "a", "nosuch", "--why", "x"])
        .ends(1)
        .says("dateline: nosuch: no report of that name", "find --reports");
    place.run(&["retract", "nosuch", "--why", "x"]).ends(2);
    place
        .run(&["ingest", "a.txt", "--model", "fast"])
        .ends(0)
        .says("dateline: 0 reports coded", "1 known already");
    assert_eq!(events(), before - 1, "the same bytes bring it back no more");
    place.file("a.txt", REPORT.replace("16", "19")).run(&["ingest", "a.txt", "--model", "fast"]).ends(0);
    assert_eq!(events(), before, "a new version counts");
}

#[test]
fn what_is_no_record_is_said() {
    let place = Place::new();
    place
        .run(&["status"])
        .ends(2)
        .says("dateline: dateline.db: no record there", "make one with dateline ingest");
    place.file("notes.db", "some notes\n".repeat(200));
    place
        .run(&["find", "--record", "notes.db"])
        .ends(2)
        .says("dateline: notes.db: no record but some other file", "");
    place.run(&["find", "--record", "mysql://h/d"]).ends(2);
}

/// Answers `requests` requests, each with what `answer` gives for its path; returns the port.
fn serve(requests: usize, answer: impl Fn(&str) -> Option<String> + Send + 'static) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().take(requests) {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap();
            let text = String::from_utf8_lossy(&request[..length]).into_owned();
            let path = text.split(' ').nth(1).unwrap_or("/");
            let (code, body) = answer(path).map_or(("404 Not Found", String::new()), |body| ("200 OK", body));
            let head =
                format!("HTTP/1.1 {code}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
            stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        }
    });
    port
}

#[test]
fn what_is_new_in_a_feed_comes_in_once() {
    let rss = "<rss version=\"2.0\"><channel><title>Hill Wire</title><item><guid>a1</guid><title>Blast</title><pubDate>Thu, 13 Dec 2012 10:00:00 GMT</pubDate><description>A car bomb killed at least 16 people in the town of Qatana on Thursday, police said.</description></item></channel></rss>";
    let port = serve(2, move |path| (path == "/feed").then(|| rss.to_owned()));
    let place = Place::new();
    place.file("feeds.txt", format!("# ours\nhttp://127.0.0.1:{port}/feed\n"));
    place
        .run(&["watch", "feeds.txt", "--once", "--model", "fast"])
        .ends(0)
        .says("dateline: 1 report coded", "");
    let ran = place.run(&["watch", "feeds.txt", "--once", "--model", "fast"]).ends(0);
    assert!(ran.err.contains("no feed may be asked yet"), "{}", ran.err);
    let found = place.run(&["find", "--publisher", "hill wire", "--format", "jsonl"]).ends(0).out;
    assert_eq!(found.lines().count(), 1, "{found}");
    let port = serve(2, |path| (path == "/page").then(|| "<html><body>no feed</body></html>".to_owned()));
    place
        .run(&["watch", &format!("http://127.0.0.1:{port}/page"), "--once"])
        .ends(2)
        .says("dateline: http://", "a web page, no feed");
    place
        .run(&["watch", "missing.txt", "--once"])
        .ends(2)
        .says("dateline: missing.txt: neither an address nor a file", "");
}
