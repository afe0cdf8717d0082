//! `cargo xtask score`: the program against the claims corpus, kept in `gold/scores.csv`.

mod measures;

use crate::shell::{self, output, root};
use anyhow::{Context, Result, bail};
use measures::MEASURES;
use serde_json::Value;
use std::fmt::Write;
use std::path::{Path, PathBuf};

const SCORES: &str = "gold/scores.csv";

/// Scores the whole split, its story reports (agency manner) and the rest; appends a row for each.
pub fn run(shared: &Path, split: &str, model: &str, dry: bool) -> Result<()> {
    let corpus = root().join(shared).join(format!("corpora/open/claims/{split}.jsonl"));
    let lines = std::fs::read_to_string(&corpus)
        .with_context(|| format!("no corpus at '{}': name its folder with --shared", corpus.display()))?;
    shell::run("cargo", &["build", "--release", "--locked", "--package", "dateline"])?;
    let mut rows = Vec::new();
    for (set, keep) in sets(&lines) {
        let part = part_file(split, set, &keep)?;
        let asked = ["eval", &part.to_string_lossy(), "--model", model, "--json"];
        let scored = output("target/release/dateline", &asked)?;
        let scored: Value = serde_json::from_str(&scored)?;
        println!("\n{model} model, {split}, {set}: {} reports", keep.len());
        print(&scored);
        rows.push(row([model, split, set], keep.len(), &scored)?);
    }
    if dry { Ok(()) } else { append(&rows) }
}

/// The sets that are reported apart. Stories of this project have ids like s05-a.
fn sets(lines: &str) -> [(&'static str, Vec<&str>); 3] {
    let is_story = |line: &&str| {
        let id = line.split("\"id\": \"").nth(1).unwrap_or_default().as_bytes();
        matches!(id, [b's', a, b, b'-', ..] if a.is_ascii_digit() && b.is_ascii_digit())
    };
    let all: Vec<&str> = lines.lines().filter(|l| !l.trim().is_empty()).collect();
    let (stories, rest) = all.iter().partition::<Vec<&str>, _>(|line| is_story(line));
    [("all", all), ("stories", stories), ("rest", rest)]
}

fn part_file(split: &str, set: &str, lines: &[&str]) -> Result<PathBuf> {
    let path = root().join(format!("target/score-{split}-{set}.jsonl"));
    std::fs::write(&path, lines.join("\n") + "\n")?;
    Ok(path)
}

fn print(scored: &Value) {
    for measure in MEASURES {
        let value = measure.of(scored).map_or("-".to_owned(), |x| format!("{x:.4}"));
        let interval = measure.interval(scored).map_or(String::new(), |(a, b)| format!("  [{a:.3}, {b:.3}]"));
        println!("  {:28} {value}{interval}", measure.name);
    }
}

fn row([size, split, set]: [&str; 3], reports: usize, scored: &Value) -> Result<String> {
    let manifest = std::fs::read_to_string(root().join(format!("data/models/{size}/manifest.json")))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let model = manifest["model_sha256"].as_str().unwrap_or_default().get(..12).unwrap_or_default();
    let day = output("date", &["+%Y-%m-%d"])?;
    let commit = output("git", &["rev-parse", "--short=10", "HEAD"])?;
    let mut text = format!("{day},{commit},{model},{size},{split},{set},{reports}");
    for measure in MEASURES {
        // Writing to a string cannot fail.
        let _ = write!(text, ",{}", measure.of(scored).map_or(String::new(), |x| format!("{x:.4}")));
    }
    let (low, high) = measures::HEADLINE.interval(scored).context("the scorer gave no intervals")?;
    let _ = write!(text, ",{low:.4},{high:.4}");
    Ok(text)
}

fn append(rows: &[String]) -> Result<()> {
    let path = root().join(SCORES);
    let names: Vec<&str> = MEASURES.iter().map(|m| m.name).collect();
    let head =
        format!("date,commit,model,size,split,set,reports,{},typed_low_95,typed_high_95", names.join(","));
    let before = std::fs::read_to_string(&path).unwrap_or_else(|_| format!("{head}\n"));
    if before.lines().next() != Some(&head) {
        bail!("the columns of {SCORES} have changed: write its old rows over to the new head first");
    }
    std::fs::write(&path, before + &rows.join("\n") + "\n").with_context(|| SCORES.to_owned())
}
