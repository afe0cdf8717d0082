//! `dateline eval` on the cases of `gold/eval`, and on what goes wrong.

#[path = "../src/cli/eval.rs"]
mod eval;

use clap::Parser;
use dateline_events::record::{Claim, Denial, Event, Evidence, Party, ReportHead, Words};
use dateline_text::report::Report;
use std::path::PathBuf;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    args: eval::Args,
}

fn case(name: &str) -> String {
    format!("{}/../../gold/eval/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn run_with(line: &[&str], code: impl Fn(&Report) -> Vec<Claim> + Sync) -> Result<String, String> {
    let line = Line::parse_from([&["eval"], line].concat());
    let mut out = Vec::new();
    eval::run(&line.args, code, &mut out).map_err(|e| format!("{e:#}"))?;
    Ok(String::from_utf8(out).unwrap())
}

fn run(line: &[&str]) -> Result<String, String> {
    run_with(line, |_| panic!("nothing is to be coded"))
}

/// A file of its own for each test, in the folder that cargo keeps for that.
fn file(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn prints_what_the_reference_prints() {
    let (gold, predicted) = (case("gold.jsonl"), case("predicted.jsonl"));
    let tables = run(&[&gold, &predicted, "--bootstrap", "200"]).unwrap();
    assert_eq!(tables, std::fs::read_to_string(case("expected.txt")).unwrap());
    let json = run(&[&gold, &predicted, "--bootstrap", "200", "--json"]).unwrap();
    assert_eq!(json, std::fs::read_to_string(case("expected.json")).unwrap());
}

#[test]
fn scores_groups_of_reports_apart() {
    let (gold, predicted) = (case("gold.jsonl"), case("predicted.jsonl"));
    let json = run(&[&gold, &predicted, "--by", "corpus", "--bootstrap", "0", "--json"]).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let whole = &json["end_to_end"]["typed"];
    let (courier, wire) = (&json["by"]["corpus"]["courier"], &json["by"]["corpus"]["wire"]);
    assert_eq!((&courier["reports"], &wire["reports"]), (&5.into(), &4.into()));
    let gold_of = |part: &serde_json::Value| part["end_to_end"]["typed"]["gold"].as_u64().unwrap();
    assert_eq!(gold_of(courier) + gold_of(wire), whole["gold"].as_u64().unwrap());
    let tables = run(&[&gold, &predicted, "--by", "corpus", "--bootstrap", "0"]).unwrap();
    assert!(tables.contains("\ncorpus: wire (4 reports)\nend_to_end "), "{tables}");
    let fault = run(&[&gold, &predicted, "--by", "colour"]).unwrap_err();
    assert!(fault.contains("'colour'") && fault.contains("corpus, "), "{fault}");
}

#[test]
fn codes_the_reports_where_no_predictions_are_given() {
    let code = |report: &Report| match report.text.find("clashed") {
        None => Vec::new(),
        Some(start) => vec![clash(report, report.text[..start].chars().count())],
    };
    let json = run_with(&[&case("gold.jsonl"), "--bootstrap", "0", "--json"], code).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["end_to_end"]["typed"]["predicted"], 1);
    assert_eq!(json["end_to_end"]["typed"]["p"], 1.0);
    assert_eq!(json["end_to_end"]["actors"]["p"], 1.0);
    assert_eq!(json["end_to_end"]["denies"]["predicted"], 1);
}

fn clash(report: &Report, start: usize) -> Claim {
    assert_eq!(report.published, "2031-05-08".parse().ok());
    let words = |start, text: &str| Words { text: text.into(), start, end: start + text.chars().count() };
    Claim {
        report: ReportHead { id: report.id.clone(), ..ReportHead::default() },
        evidence: Evidence { end: 92, trigger: words(start, "clashed"), ..Evidence::default() },
        event: Event { kind: "ASSAULT".into(), ..Event::default() },
        actors: vec![Party { words: words(0, "Militias"), ..Party::default() }],
        denies: Some(Denial::Link { claim: "c_0".into(), what: "event".into() }),
        ..Claim::default()
    }
}

#[test]
fn errors_name_file_line_and_cure() {
    let gold = case("gold.jsonl");
    let bad = file("bad.jsonl", "{\"report\":{\"id\":\"a\"},\"claims\":[]}\n{\"report\":{}}\n");
    let fault = run(&[&gold, &bad]).unwrap_err();
    assert!(fault.contains("bad.jsonl, line 2: ") && fault.contains("mend or remove it"), "{fault}");
    let empty = file("empty.jsonl", "\n");
    assert!(run(&[&empty, &gold]).unwrap_err().contains("nothing to score"));
    assert!(run(&[&gold, "no-such-file"]).unwrap_err().contains("cannot read no-such-file"));
    let bare = file("bare.jsonl", "{\"report\":{\"id\":\"a\"},\"claims\":[]}\n");
    assert!(run(&[&bare]).unwrap_err().contains("report a has no text"));
    let undated = file(
        "undated.jsonl",
        "{\"report\":{\"id\":\"a\",\"text\":\"x\",\"published\":\"May\"},\"claims\":[]}\n",
    );
    assert!(run(&[&undated]).unwrap_err().contains("published 'May'"));
    assert!(run(&[&undated, &gold]).is_ok());
}
