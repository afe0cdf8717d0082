//! Inputs that are read.

use super::Place;

const BODY: &str =
    "Shells fell on the market of the town on Friday, and three people were hurt, a medic said.";

#[test]
fn every_kind_of_file_in_a_folder_is_read() {
    let place = Place::new();
    place
        .file("in/a.txt", format!("published: 2024-03-07\npublisher: Wire\n\n{BODY}"))
        .file("in/b.md", format!("---\ntitle: A town\n---\n# Heading\n\n{BODY}"))
        .file("in/deep/c.html", format!("<html><body><article><p>{BODY}</p></article></body></html>"))
        .file(
            "in/d.jsonl",
            format!("{{\"text\":\"{BODY}\"}}\n\n{{\"report\":{{\"text\":\"{BODY}\"}},\"claims\":[]}}\n"),
        )
        .file("in/.hidden", b"\0\0");
    place.run(&["code", "in"]).ends(0).says("dateline: 5 reports, ", " seconds");
}

#[test]
fn encodings_are_recognised() {
    let place = Place::new();
    let text = "The café in Büren was hit on Friday, a resident said.";
    let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
    };
    place
        .file("latin1.txt", latin1)
        .file("le.txt", utf16(u16::to_le_bytes))
        .file("be.txt", utf16(u16::to_be_bytes));
    let ran = place.run(&["code", "latin1.txt", "le.txt", "be.txt", "--format", "table"]).ends(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    let ids: Vec<_> = ran.out.lines().filter(|l| ["latin1", "le", "be"].contains(l)).collect();
    assert_eq!(ids, ["latin1", "le", "be"]);
}

#[test]
fn standard_input_is_read_as_what_it_is() {
    let place = Place::new();
    place.run_with(&["code", "-"], BODY.as_bytes()).ends(0).says("dateline: 1 report,", "");
    let lines = format!("{{\"text\":\"{BODY}\"}}\n").repeat(3);
    place.run_with(&["code", "-"], lines.as_bytes()).ends(0).says("dateline: 3 reports,", "");
}

#[test]
fn the_order_of_the_input_is_kept_by_any_number_of_threads() {
    let place = Place::new();
    let line = |n: u32| format!("{{\"id\":\"r{n}\",\"text\":\"{}\"}}\n", BODY.repeat((n % 7) as usize + 1));
    place.file("many.jsonl", (0..200).map(line).collect::<String>());
    let one = place.run(&["code", "many.jsonl", "--format", "table", "--jobs", "1"]).ends(0).out;
    let many = place.run(&["code", "many.jsonl", "--format", "table", "--jobs", "8"]).ends(0).out;
    assert_eq!(one, many);
    let ids: Vec<&str> = one.lines().filter(|l| l.starts_with('r') && !l.contains(' ')).collect();
    assert_eq!(ids, (0..200).map(|n| format!("r{n}")).collect::<Vec<_>>());
}

#[test]
fn what_the_user_says_fills_in_for_the_report() {
    let place = Place::new();
    place.file("a.txt", BODY).file("b.txt", format!("published: 2020-01-02\n\n{BODY}"));
    let args = ["code", "a.txt", "b.txt", "--date", "2024-03-07", "--publisher", "Wire", "--format", "table"];
    let out = place.run(&args).ends(0).out;
    assert!(out.contains("a | Wire | 2024-03-07") && out.contains("b | Wire | 2020-01-02"), "{out}");
}

#[test]
fn files_of_one_name_get_ids_of_their_own() {
    let place = Place::new();
    place.file("in/a/x.txt", BODY).file("in/b/x.txt", BODY);
    let ran = place.run(&["code", "in", "--format", "table"]).ends(0);
    assert!(ran.out.contains("\nx\n") && ran.out.contains("\nin/b/x.txt\n"), "{}", ran.out);
    place.file("ids.jsonl", "{\"id\":\"x\",\"text\":\"A.\"}\n{\"id\":\"x\",\"text\":\"B.\"}\n");
    place.run(&["code", "ids.jsonl"]).ends(0).says("dateline: ids.jsonl:2: warning:", "'x' was used before");
}

#[test]
fn explain_reads_as_code_does() {
    let place = Place::new();
    place.file("a.txt", format!("id: town-1\n\n{BODY}"));
    let ran = place.run(&["explain", "a.txt"]).ends(0);
    assert!(ran.out.starts_with("town-1\n"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'));
    place
        .run(&["explain", "a.txt", "--claim", "c_none"])
        .ends(1)
        .says("dateline: a.txt:", "no claim 'c_none'");
    place.run(&["explain", "missing.txt"]).ends(2).says("dateline: missing.txt:", "no such file");
}
