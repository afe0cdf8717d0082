//! Inputs that are not read, or only with a doubt.

use super::Place;
use std::fs;

const BODY: &str = "Three people were hurt in the town.";

#[test]
fn each_bad_file_is_named_with_its_cure_and_the_others_go_on() {
    let place = Place::new();
    place
        .file("empty.txt", "")
        .file("blank.txt", " \n\n ")
        .file("head.txt", "id: a\ntitle: only a head\n")
        .file("nul.txt", b"ab\0cd")
        .file("late.txt", [b"word ".repeat(500), b"\0".to_vec()].concat())
        .file("a.pdf", b"%PDF-1.7\n%")
        .file("a.png", b"\x89PNG\r\n")
        .file("noise.txt", (1..=31_u8).cycle().take(900).collect::<Vec<_>>())
        .file("good.txt", BODY);
    let files = [
        "empty.txt",
        "blank.txt",
        "head.txt",
        "nul.txt",
        "late.txt",
        "a.pdf",
        "a.png",
        "noise.txt",
        "none.txt",
    ];
    let args: Vec<&str> = ["code", "good.txt"].into_iter().chain(files).collect();
    let ran = place.run(&args).ends(1).says("dateline: 1 report,", "9 inputs could not be read");
    for file in files {
        let line = ran.err.lines().find(|l| l.starts_with(&format!("dateline: {file}: "))).expect(file);
        assert!(line.contains("; "), "no cure: {line}");
    }
    ran.says("dateline: a.pdf: a PDF file that cannot be read", "; ")
        .says("dateline: nul.txt: binary", "NUL");
}

#[test]
fn a_malformed_line_is_named_by_its_number() {
    let place = Place::new();
    let good = format!("{{\"text\":\"{BODY}\"}}\n");
    place.file("a.jsonl", format!("{good}{{\"text\": oops}}\n{good}{{\"id\":1}}\n[]\n"));
    let ran = place.run(&["code", "a.jsonl"]).ends(1).says("dateline: 2 reports,", "3 inputs");
    ran.says("dateline: a.jsonl:2: malformed JSON", "column")
        .says("dateline: a.jsonl:4:", "\"text\"")
        .says("dateline: a.jsonl:5:", "");
}

#[test]
fn a_line_beyond_the_limit_is_refused_and_the_next_is_read() {
    let place = Place::new();
    let good = format!("{{\"text\":\"{BODY}\"}}\n");
    let long = format!("{{\"text\":\"{}\"}}\n", "word ".repeat(17 << 18));
    place.file("a.jsonl", format!("{good}{long}{good}"));
    place
        .run(&["code", "a.jsonl"])
        .ends(1)
        .says("dateline: a.jsonl:2: longer than 16 MB", ";")
        .says("dateline: 2 r", "");
}

#[test]
fn utf16_json_lines_are_named_once() {
    let place = Place::new();
    let bytes: Vec<u8> = "\u{feff}{\"text\":\"a\"}\n{}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ran = place
        .file("a.jsonl", bytes)
        .run(&["code", "a.jsonl"])
        .ends(2)
        .says("dateline: a.jsonl: UTF-16", "iconv");
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
}

#[test]
fn a_wrong_date_is_a_warning_with_its_line() {
    let place = Place::new();
    place.file("a.txt", format!("id: a\npublished: last week\n\n{BODY}"));
    place.file(
        "b.jsonl",
        format!("{{\"text\":\"{BODY}\"}}\n{{\"text\":\"{BODY}\",\"published\":\"07/03/2024\"}}\n"),
    );
    let ran = place.run(&["code", "a.txt", "b.jsonl", "--date", "2024-03-07", "--format", "table"]).ends(0);
    assert!(ran.out.contains("\na\n"), "a date of our own in its place: {}", ran.out);
    ran.says("dateline: a.txt:2: warning: 'last week'", "unknown")
        .says("dateline: b.jsonl:2: warning:", "07/03/2024");
}

#[test]
fn nothing_readable_is_two_and_so_is_wrong_usage() {
    let place = Place::new();
    fs::create_dir(place.path("bare")).unwrap();
    place.run(&["code", "bare"]).ends(2).says("dateline: bare: no readable files", ";");
    place.run_with(&["code", "-"], b"").ends(2).says("dateline: stdin: empty", ";");
    place.run(&["code"]).ends(2);
    place.run(&["code", "x", "--date", "soon"]).ends(2).says("error:", "2012-12-13");
    place.run(&["code", "x", "--jobs", "0"]).ends(2);
}

#[test]
fn hostile_names_and_words_do_not_reach_the_terminal() {
    let place = Place::new();
    place.file("a\u{1b}[31m.txt", format!("published: \u{1b}]0;x\u{7}\n\n{BODY}"));
    let ran = place.run(&["code", "a\u{1b}[31m.txt"]).ends(0);
    assert!(!ran.err.contains('\u{1b}') && ran.err.contains("warning"), "{:?}", ran.err);
}

#[cfg(unix)]
#[test]
fn links_and_special_files_are_skipped_with_a_line() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.file("in/a.txt", BODY).file("in/style.css", "p {}");
    symlink(place.path("in"), place.path("in/loop")).unwrap();
    symlink(place.path("in/self"), place.path("in/self")).unwrap();
    symlink("/dev/zero", place.path("in/zero.txt")).unwrap();
    let ran = place.run(&["code", "in"]).ends(0).says("dateline: in/loop: skipped:", "link");
    ran.says("dateline: in/self: skipped:", "link")
        .says("dateline: in/zero.txt: skipped:", "device")
        .says("dateline: in/style.css: skipped:", ".css");
    place.run(&["code", "/dev/zero"]).ends(2).says("dateline: /dev/zero:", "pipe it in");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.file("good.txt", BODY).file("shut.txt", BODY);
    fs::set_permissions(place.path("shut.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(place.path("shut.txt")).is_ok() {
        // The administrator may read everything.
        return;
    }
    place.run(&["code", "good.txt", "shut.txt"]).ends(1).says("dateline: shut.txt: no permission", ";");
}

#[test]
fn a_deep_page_is_refused_and_not_the_end() {
    let place = Place::new();
    place.file("deep.html", format!("<html>{}x", "<div>".repeat(100_000))).file("good.txt", BODY);
    place.file("bold.html", format!("<html>{}x", "<b>".repeat(1_500)));
    let ran = place.run(&["code", "deep.html", "bold.html", "good.txt"]).ends(1);
    ran.says("dateline: deep.html: the page nests", ";").says("dateline: bold.html: the page nests", ";");
}
