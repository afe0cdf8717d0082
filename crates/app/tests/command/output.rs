//! Where the output goes, and in which form.

use super::{Place, program};
use std::fs;
use std::io::{BufRead, BufReader, Write};

const BODY: &str = "Three people were hurt in the town.";

#[test]
fn csv_has_its_columns_even_without_claims() {
    let place = Place::new();
    place.file("a.txt", "Nothing of note.");
    let ran = place.run(&["code", "a.txt", "--format", "csv"]).ends(0);
    assert!(
        ran.out.starts_with("claim_id,report_id,publisher,title,published,url,type,modes,"),
        "{}",
        ran.out
    );
    let help = place.run(&["code", "--help"]).ends(0).out;
    for column in ran.out.lines().next().unwrap().split(',') {
        assert!(help.contains(&format!("  {column} ")), "the manual lacks {column}");
    }
}

#[test]
fn a_pipe_gets_json_lines() {
    let place = Place::new();
    let out = place.file("a.txt", BODY).run(&["code", "a.txt"]).ends(0).out;
    assert!(out.lines().all(|l| l.starts_with("{\"v\":1,\"id\":")), "{out}");
}

#[test]
fn a_file_appears_whole_or_not_at_all() {
    let place = Place::new();
    place.file("a.txt", BODY).file("claims.csv", "earlier");
    place.run(&["code", "none.txt", "--out", "claims.csv"]).ends(2);
    assert_eq!(fs::read_to_string(place.path("claims.csv")).unwrap(), "earlier");
    place.run(&["code", "none.txt", "a.txt", "--out", "claims.csv"]).ends(1);
    assert!(fs::read_to_string(place.path("claims.csv")).unwrap().starts_with("claim_id,"));
    let names: Vec<_> = fs::read_dir(place.path(".")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn an_output_is_never_an_input() {
    let place = Place::new();
    place.file("in/a.txt", BODY);
    place.run(&["code", "in/a.txt", "--out", "in/a.txt"]).ends(2).says("dateline: --out in/a.txt:", "input");
    assert_eq!(fs::read_to_string(place.path("in/a.txt")).unwrap(), BODY);
    place.file("in/claims.jsonl", "{}");
    place
        .run(&["code", "in", "--out", "in/claims.jsonl"])
        .ends(0)
        .says("dateline: in/claims.jsonl: skipped:", "writes");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_names_the_file() {
    let place = Place::new();
    place.file("a.txt", BODY);
    let args = ["code", "a.txt", "--format", "csv", "--out", "/dev/full"];
    place.run(&args).ends(2).says("dateline: /dev/full: cannot be written", "space");
    place
        .run(&["code", "a.txt", "--out", "no/such/folder.csv"])
        .ends(2)
        .says("dateline: no/such/folder.csv:", "written");
}

#[test]
fn a_reader_that_leaves_early_ends_the_run_quietly() {
    let place = Place::new();
    place.file("many.jsonl", format!("{{\"text\":\"{BODY}\"}}\n").repeat(20_000));
    let mut child =
        program(place.folder.path(), ["code", "many.jsonl", "--format", "table"]).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn a_slow_stream_is_answered_line_by_line() {
    let place = Place::new();
    let mut child = program(place.folder.path(), ["code", "-", "--format", "table"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    for id in ["one", "two"] {
        writeln!(input, "{{\"id\":\"{id}\",\"text\":\"{BODY}\"}}").unwrap();
        input.flush().unwrap();
        // Blocks for ever where the program waits for more before it answers.
        assert!(lines.any(|line| line == id));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn quiet_runs_show_errors_only() {
    let place = Place::new();
    place.file("a.txt", format!("published: x\n\n{BODY}"));
    assert_eq!(place.run(&["-q", "code", "a.txt"]).ends(0).err, "");
    let ran = place.run(&["code", "-q", "a.txt", "none.txt"]).ends(1);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn version_help_and_completions() {
    let place = Place::new();
    assert!(place.run(&["--version"]).ends(0).out.starts_with("dateline 0."));
    assert!(place.run(&["--help"]).ends(0).out.contains("Examples:"));
    assert!(place.run(&["completions", "bash"]).ends(0).out.contains("_dateline"));
    place.run(&[]).ends(2);
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_run_quietly() {
    let place = Place::new();
    place.file("a.txt", "Rebels shelled the town of Qatana and killed 16 people.\n".repeat(400));
    for format in ["jsonl", "csv", "table"] {
        let mut child = program(&place.path("."), ["code", "a.txt", "--format", format]).spawn().unwrap();
        drop(child.stdin.take());
        // The other end of the pipe closes before the first claim comes.
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success() && !said.contains("Broken pipe"), "{format}: {said}");
    }
}
