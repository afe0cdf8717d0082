use super::*;
use proptest::prelude::*;
use std::io::Read;
use std::ops::ControlFlow;

fn raw(kind: Kind, bytes: &[u8]) -> Raw {
    Raw::new("f", kind, bytes.to_vec(), "f".into())
}

fn defaults() -> Defaults {
    Defaults { published: Some(jiff::civil::date(2024, 3, 7)), publisher: Some("Wire".into()) }
}

#[test]
fn what_the_report_says_goes_before_what_the_user_says() {
    let own = "published: 2020-01-02T10:00:00Z\npublisher: Courier\n\nText.";
    let (report, warnings) = read(&raw(Kind::Plain, own.as_bytes()), &defaults()).unwrap();
    assert_eq!(report.published, Some(jiff::civil::date(2020, 1, 2)));
    assert_eq!(report.publisher.as_deref(), Some("Courier"));
    assert!(warnings.is_empty());
    let (report, _) = read(&raw(Kind::Plain, b"Text."), &defaults()).unwrap();
    assert_eq!((report.published, report.publisher), (defaults().published, defaults().publisher));
    assert_eq!((report.id.as_str(), report.text.as_str()), ("f", "Text."));
}

#[test]
fn what_the_container_says_stands_between_the_two() {
    let given = header::Head { publisher: Some("Feed".into()), url: Some("u".into()), ..Default::default() };
    let raw = Raw { given, ..raw(Kind::Plain, b"publisher: Courier\n\nText.") };
    let (report, _) = read(&raw, &defaults()).unwrap();
    assert_eq!((report.publisher.as_deref(), report.url.as_deref()), (Some("Courier"), Some("u")));
    let body = Raw { kind: Kind::Body, ..raw };
    let (report, _) = read(&body, &defaults()).unwrap();
    assert_eq!(report.text, "publisher: Courier\n\nText.");
    assert_eq!((report.publisher.as_deref(), report.published), (Some("Feed"), defaults().published));
}

#[test]
fn a_wrong_date_is_named_and_stays_unknown() {
    let (report, warnings) =
        read(&raw(Kind::Plain, b"id: a\npublished: soon\n\nText."), &defaults()).unwrap();
    assert_eq!(report.published, None);
    assert!(warnings[0].to_string().starts_with("f:2: warning: 'soon' is no date; "), "{}", warnings[0]);
}

#[test]
fn a_text_beyond_the_limit_is_refused() {
    let long = "word ".repeat(limits::TEXT / 5 + 1);
    let refused = read(&raw(Kind::Plain, long.as_bytes()), &defaults()).unwrap_err();
    assert!(refused.fault.what.contains("bytes"));
}

/// Bytes that look like something, so that the readers get past the door.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let part = prop::sample::select(vec![
        "<div>",
        "</div>",
        "<p>",
        "<table><tr>",
        "<script type='application/ld+json'>{\"@graph\":[",
        "</script>",
        "<!--",
        "<meta charset=utf-16>",
        "<time pubdate datetime=x>",
        "&#x110000;",
        "---\n",
        "id: a\n",
        "published: 2\n",
        "\n\n",
        "# ",
        "> ",
        "- ",
        "|a|\n|-|\n",
        "```\n",
        "![",
        "](",
        "{\"text\":\"",
        "\\ud800",
        "\"}",
        "{\"report\":",
        "\u{1b}[2J",
        "From: a <a@e.org>\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "\r\n--b\r\n",
        "\u{feff}",
        "é",
        "\r",
    ]);
    let text = part.prop_map(|s| s.as_bytes().to_vec());
    let noise = prop::collection::vec(any::<u8>(), 0..12);
    prop::collection::vec(prop_oneof![3 => text, 1 => noise], 0..40).prop_map(|parts| parts.concat())
}

fn hostile_container() -> impl Strategy<Value = Vec<u8>> {
    let part = prop::sample::select(vec![
        "WARC/1.0\r\n",
        "WARC-Type: response\r\n",
        "WARC-Type: conversion\r\n",
        "Content-Type: text/plain\r\n",
        "Content-Type: text/html\r\n",
        "Content-Length: 90\r\n",
        "Content-Length: 18446744073709551615\r\n",
        "\r\n\r\n",
        "HTTP/1.1 200 OK\r\n",
        "Transfer-Encoding: chunked\r\n",
        "ffffffffffffffff\r\n",
        "5\r\n",
        "Content-Encoding: gzip\r\n",
        "id,text\n",
        "\"",
        "a,b;c\td\n",
        "From a@e.org Thu Dec 13 08:00:00 2012\n",
        ">From x\n",
        "{\"text\":\"x\"}\n",
    ]);
    let text = part.prop_map(|s| s.as_bytes().to_vec());
    let noise = prop::collection::vec(any::<u8>(), 0..20);
    prop::collection::vec(prop_oneof![4 => text, 1 => noise], 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_bytes_go_through_every_reader(bytes in hostile()) {
        for kind in [Kind::Plain, Kind::Body, Kind::Markdown, Kind::Html, Kind::JsonLines, Kind::Mail] {
            if let Ok((report, _)) = read(&raw(kind, &bytes), &defaults()) {
                prop_assert!(!report.text.trim().is_empty());
            }
        }
    }

    #[test]
    fn any_bytes_go_through_every_container(bytes in hostile_container()) {
        let origin = origin::Origin { path: "f".into(), name: "f".into(), in_folder: false };
        for read in [warc::read, table::read, mbox::read, many_lines::read] {
            let mut last = 0;
            let _ = read(&origin, &mut bytes.as_slice(), &mut |item| {
                if let inputs::Item::Raw(raw) = item {
                    assert!(raw.line.unwrap() > last && raw.bytes.len() <= bytes.len() + 1);
                    last = raw.line.unwrap();
                }
                ControlFlow::Continue(())
            });
        }
        for mark in [b"\x1f\x8b\x08".as_slice(), b"\x28\xb5\x2f\xfd", b"\x50\x2a\x4d\x18"] {
            let packed = [mark, &bytes].concat();
            let open = packed::Packing::of(&packed).unwrap().open(packed.as_slice());
            let _ = open.take(1 << 24).read_to_end(&mut Vec::new());
        }
    }
}

#[test]
fn a_report_without_a_publisher_speaks_as_its_site() {
    let publisher = |fields: &str, default: Option<&str>| {
        let line = format!("{{{fields}\"text\": \"Shells fell on the market.\"}}");
        let defaults = Defaults { publisher: default.map(str::to_owned), ..Defaults::default() };
        read(&Raw::new("f", Kind::JsonLines, line.into_bytes(), "f".into()), &defaults).unwrap().0.publisher
    };
    let url = "\"url\": \"https://www.wire.example/a\", ";
    assert_eq!(publisher(url, None).as_deref(), Some("wire.example"));
    assert_eq!(publisher(url, Some("Wire")).as_deref(), Some("Wire"));
    assert_eq!(
        publisher(&format!("{url}\"publisher\": \"Courier\", "), Some("Wire")).as_deref(),
        Some("Courier")
    );
    assert_eq!(publisher("\"url\": \"file:///tmp/a\", ", None), None);
    assert_eq!(publisher("", None), None);
}

#[test]
fn a_page_names_no_other_site_s_address() {
    let line = "Shells fell on the market of the town on Friday, and three people were hurt, a medic said.";
    let address = |named: &str| {
        let page = format!(
            "<html><head><link rel='canonical' href='{named}'></head><body><article>{}</article></body></html>",
            format!("<p>{line}</p>").repeat(9)
        );
        let given = Head { url: Some("https://wire.example/a?from=feed".into()), ..Head::default() };
        let raw = Raw { given, ..Raw::new("f", Kind::Html, page.into_bytes(), "f".into()) };
        read(&raw, &Defaults::default()).unwrap().0.url.unwrap()
    };
    assert_eq!(address("https://www.wire.example/a"), "https://www.wire.example/a");
    for foreign in ["https://courier.example/b", "https://wire.example/", "javascript:x"] {
        assert_eq!(address(foreign), "https://wire.example/a?from=feed", "{foreign}");
    }
}
