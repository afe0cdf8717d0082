//! Measures the parties of the program's own claims: of claims that are the gold's, whether the parties whose words it found are the
//! same parties.

use super::tally::folded;
use crate::shell::{self, root};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The reports as the program reads them, and what it prints; both below the project's root.
const REPORTS: &str = "target/parties.jsonl";
const CLAIMS: &str = "target/parties-claims.jsonl";

/// Codes the reports of `files` and prints, of claims of the same type whose triggers touch, the share of parties with shared words
/// that are the same by the program's ids for both names, and else by the names.
pub fn measure(files: &[PathBuf], model: &str) -> Result<()> {
    let actors = super::actors()?;
    let (mut same, mut all, mut known) = (0u32, 0u32, 0u32);
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let gold: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        let said = code(&gold, model)?;
        for line in &gold {
            let ours =
                line["report"]["id"].as_str().and_then(|id| said.get(id)).map_or(&[][..], Vec::as_slice);
            let day = line["report"]["published"].as_str().and_then(|d| d.parse().ok());
            let id = |p: &Value| actors.identify(p["who"].as_str()?, p["country"].as_str(), day);
            for (gold, ours) in pairs(line, ours) {
                all += 1;
                known += u32::from(ours["id"].is_string());
                same += u32::from(match (id(gold), id(ours)) {
                    (Some(a), Some(b)) => a == b,
                    _ => {
                        folded(gold["who"].as_str().unwrap_or(""))
                            == folded(ours["who"].as_str().unwrap_or(""))
                    }
                });
            }
        }
    }
    let share = |n: u32| f64::from(n) / f64::from(all.max(1));
    println!(
        "{all} parties of both: the same party in {:.3}; with an id of ours {:.3}",
        share(same),
        share(known)
    );
    Ok(())
}

/// Codes the reports of `file` (JSON lines) and prints how many of the parties that it finds the tables know.
pub fn coverage(file: &Path, model: &str) -> Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let reports: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let said = code(&reports.iter().map(|r| json!({"report": r})).collect::<Vec<_>>(), model)?;
    let claims = said.values().flatten();
    let parties: Vec<&Value> = claims
        .flat_map(|c| ["actors", "recipients"].map(|side| c[side].as_array()))
        .flatten()
        .flatten()
        .collect();
    let share = |has: &dyn Fn(&Value) -> bool| {
        parties.iter().filter(|p| has(p)).count() as f64 / parties.len().max(1) as f64
    };
    println!(
        "{} reports, {} parties: with an id {:.3}, with a country {:.3}, with either {:.3}",
        reports.len(),
        parties.len(),
        share(&|p| p["id"].is_string()),
        share(&|p| p["country"].is_string()),
        share(&|p| p["id"].is_string() || p["country"].is_string())
    );
    Ok(())
}

/// Parties of the same side of claims of the same event whose words overlap by half.
fn pairs<'v>(line: &'v Value, ours: &'v [Value]) -> Vec<(&'v Value, &'v Value)> {
    let mut found = Vec::new();
    for claim in line["claims"].as_array().into_iter().flatten() {
        let (kind, trigger) = (&claim["event"]["type"], &claim["evidence"]["trigger"]);
        let event =
            |c: &&Value| c["event"]["type"] == *kind && overlap(&c["evidence"]["trigger"], trigger) > 0.0;
        let Some(ours) = ours.iter().find(event) else { continue };
        for side in ["actors", "recipients"] {
            for gold in claim[side].as_array().into_iter().flatten() {
                let mut all = ours[side].as_array().into_iter().flatten();
                found.extend(all.find(|p| overlap(p, gold) >= 0.5).map(|p| (gold, p)));
            }
        }
    }
    found.retain(|(gold, _)| gold["who"].is_string());
    found
}

/// The shared characters of two spans over those of both.
fn overlap(a: &Value, b: &Value) -> f64 {
    let span = |v: &Value| Some((v["start"].as_f64()?, v["end"].as_f64()?));
    let Some((a, b)) = span(a).zip(span(b)) else { return 0.0 };
    let shared = (a.1.min(b.1) - a.0.max(b.0)).max(0.0);
    shared / (a.1.max(b.1) - a.0.min(b.0)).max(1.0)
}

/// The program's claims by report.
fn code(gold: &[Value], model: &str) -> Result<HashMap<String, Vec<Value>>> {
    let reports: String = gold.iter().map(|line| format!("{}\n", line["report"])).collect();
    std::fs::write(root().join(REPORTS), reports).context(REPORTS)?;
    shell::run("cargo", &["build", "--release", "--locked", "--package", "dateline"])?;
    let asked = ["code", REPORTS, "--model", model, "--format", "jsonl", "--out", CLAIMS, "--quiet"];
    shell::run("target/release/dateline", &asked)?;
    let mut said: HashMap<String, Vec<Value>> = HashMap::new();
    for line in std::fs::read_to_string(root().join(CLAIMS)).context(CLAIMS)?.lines() {
        let claim: Value = serde_json::from_str(line).context(CLAIMS)?;
        let id = claim["report"]["id"].as_str().unwrap_or_default().to_owned();
        said.entry(id).or_default().push(claim);
    }
    Ok(said)
}
