//! The program's claims on the corpus, as it prints them.

use super::corpus::Case;
use crate::shell::{self, root};
use anyhow::{Context, Result};
use dateline_events::record::Claim;
use serde_json::json;
use std::fmt::Write;

/// The texts as the program reads them, and what it prints; both below the project's root.
const TEXTS: &str = "target/event-place.jsonl";
const CLAIMS: &str = "target/event-place-claims.jsonl";

/// For each case the claim at its verb.
pub fn claims(cases: &[Case], model: &str) -> Result<Vec<Option<Claim>>> {
    let mut texts = String::new();
    for (n, case) in cases.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(texts, "{}", json!({"id": n.to_string(), "text": case.text}));
    }
    std::fs::write(root().join(TEXTS), texts).context(TEXTS)?;
    shell::run("cargo", &["build", "--release", "--locked", "--package", "dateline"])?;
    let asked = ["code", TEXTS, "--model", model, "--format", "jsonl", "--out", CLAIMS, "--quiet"];
    shell::run("target/release/dateline", &asked)?;
    let mut best: Vec<Option<Claim>> = vec![None; cases.len()];
    let printed = std::fs::read_to_string(root().join(CLAIMS)).context(CLAIMS)?;
    for (n, line) in printed.lines().enumerate() {
        let claim: Claim = serde_json::from_str(line).with_context(|| format!("{CLAIMS}:{}", n + 1))?;
        let number: usize = claim.report.id.parse().with_context(|| format!("{CLAIMS}:{}", n + 1))?;
        if let (Some(case), Some(best)) = (cases.get(number), best.get_mut(number)) {
            keep_better(best, claim, case);
        }
    }
    Ok(best)
}

/// Of several claims at one verb the most confident; of two alike the first.
fn keep_better(best: &mut Option<Claim>, claim: Claim, case: &Case) {
    let trigger = &claim.evidence.trigger;
    let at_verb = case.bytes(trigger.start, trigger.end).touches(case.verb);
    if at_verb && best.as_ref().is_none_or(|b| claim.confidence > b.confidence) {
        *best = Some(claim);
    }
}
