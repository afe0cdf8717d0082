//! What the program makes of `examples/reports`, kept in `gold/examples.txt` for a reader to review.
//!
//! `UPDATE=1 cargo test --release -p dateline --test examples` writes it anew.

use serde_json::Value;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn claims(jobs: &str) -> Vec<Value> {
    claims_of("accurate", jobs)
}

fn claims_of(model: &str, jobs: &str) -> Vec<Value> {
    let done = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["-q", "code", "--model", model, "--format", "jsonl", "--jobs", jobs, "examples/reports"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let text = String::from_utf8(done.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_examples_give_the_claims_that_were_reviewed() {
    let found = shown(&claims("2"));
    let path = root().join("gold/examples.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    let first = kept.lines().zip(found.lines()).position(|(a, b)| a != b);
    assert!(
        kept == found,
        "the examples give other claims, from line {}: read the difference with UPDATE=1 and git diff",
        first.map_or_else(|| kept.lines().count().min(found.lines().count()) + 1, |n| n + 1)
    );
}

#[test]
fn the_number_of_threads_changes_nothing() {
    assert_eq!(claims("1"), claims("3"));
}

#[test]
fn the_fast_model_reads_the_same_reports_and_says_that_it_was_the_one() {
    let (accurate, fast) = (claims("2"), claims_of("fast", "2"));
    let reports = |claims: &[Value]| {
        claims.iter().map(|c| c["report"]["id"].to_string()).collect::<std::collections::BTreeSet<_>>()
    };
    assert!(reports(&accurate).intersection(&reports(&fast)).count() * 10 > reports(&accurate).len() * 9);
    assert_ne!(accurate[0]["coder"]["model"], fast[0]["coder"]["model"]);
    assert!(fast.iter().all(|claim| claim["coder"]["model"] == fast[0]["coder"]["model"]));
}

#[test]
fn every_span_is_where_it_says() {
    for claim in claims("2").into_iter().chain(claims_of("fast", "2")) {
        let evidence = &claim["evidence"];
        let sentence: Vec<char> = evidence["text"].as_str().unwrap().chars().collect();
        let from = evidence["start"].as_u64().unwrap() as usize;
        let trigger = &evidence["trigger"];
        let (start, end) =
            (trigger["start"].as_u64().unwrap() as usize, trigger["end"].as_u64().unwrap() as usize);
        let words: String = sentence[start - from..end - from].iter().collect();
        assert_eq!(words, trigger["text"].as_str().unwrap());
    }
}

/// The claims under their sentences, one field a line.
fn shown(claims: &[Value]) -> String {
    let mut text = String::new();
    let (mut report, mut sentence) = (String::new(), None);
    for claim in claims {
        let head = &claim["report"];
        if string(&head["id"]) != report {
            report = string(&head["id"]);
            sentence = None;
            let _ = writeln!(
                text,
                "\n# {report}, {}, {}",
                string(&head["published"]),
                string(&head["publisher"])
            );
        }
        if sentence != Some(claim["evidence"]["sentence"].clone()) {
            sentence = Some(claim["evidence"]["sentence"].clone());
            let words = string(&claim["evidence"]["text"]);
            let words: Vec<&str> = words.split_whitespace().collect();
            let _ = writeln!(text, "\n[{}] {}", claim["evidence"]["sentence"], words.join(" "));
        }
        show_claim(&mut text, claim);
    }
    text
}

fn show_claim(text: &mut String, claim: &Value) {
    let event = &claim["event"];
    let modes: Vec<String> = event["modes"].as_array().unwrap().iter().map(string).collect();
    let flags =
        [(event["scope"] == "cumulative", ", cumulative"), (event["historical"] == true, ", historical")];
    let flags: String = flags.iter().filter(|(on, _)| *on).map(|(_, word)| *word).collect();
    let trigger = string(&claim["evidence"]["trigger"]["text"]);
    let slash = if modes.is_empty() { "" } else { "/" };
    let _ = writeln!(
        text,
        "  {}{slash}{}  {trigger}  ({}{flags})",
        string(&event["type"]),
        modes.join("+"),
        string(&claim["status"])
    );
    for (field, parts) in [
        ("actors", &["who", "country", "sector"][..]),
        ("recipients", &["who", "country", "sector"]),
        ("places", &["name", "precision"]),
        ("casualties", &["kind", "low", "high", "qualifier", "whose"]),
        ("counts", &["what", "low", "high"]),
        ("sources", &["who", "kind"]),
    ] {
        for item in claim[field].as_array().unwrap() {
            let parts: Vec<String> = parts.iter().map(|part| string(&item[part])).collect();
            let _ = writeln!(text, "    {field:10} {} = {}", string(&item["text"]), parts.join(" | "));
        }
    }
    let time = &claim["time"];
    if !time.is_null() {
        let (first, last) = (string(&time["first"]), string(&time["last"]));
        let _ = writeln!(
            text,
            "    {:10} {} = {first} to {last} ({})",
            "time",
            string(&time["text"]),
            string(&time["basis"])
        );
    }
    if !claim["denies"].is_null() {
        let _ = writeln!(text, "    {:10} {}", "denies", string(&claim["denies"]["what"]));
    }
}

fn string(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}
