//! Measures the parties of the program's own claims: of claims that are the gold's, whether the parties whose words it found are the
//! same parties.

use super::named::Named;
use crate::coded::claims_of;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Codes the reports of `files` and prints, of claims of the same type whose triggers touch, the share of parties with shared words
/// that are the same by the program's ids for both names, and else by the names.
pub fn measure(files: &[PathBuf], model: &str) -> Result<()> {
    let actors = super::actors()?;
    let (mut same, mut all, mut known) = (0u32, 0u32, 0u32);
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let gold: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        let reports: Vec<&Value> = gold.iter().map(|line| &line["report"]).collect();
        let said = claims_of(&reports, model)?;
        for line in &gold {
            let ours =
                line["report"]["id"].as_str().and_then(|id| said.get(id)).map_or(&[][..], Vec::as_slice);
            let day = line["report"]["published"].as_str().and_then(|d| d.parse().ok());
            let name = |p: &Value| Named::new(&actors, p["who"].as_str(), p["country"].as_str(), day);
            for (gold, ours) in pairs(line, ours) {
                all += 1;
                known += u32::from(ours["id"].is_string());
                same += u32::from(name(gold).is(&name(ours)));
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
    let said = claims_of(&reports.iter().collect::<Vec<_>>(), model)?;
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
