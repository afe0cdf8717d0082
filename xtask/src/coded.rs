//! What the program says of reports, for measures of its own claims.

use crate::shell::{self, root};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::HashMap;

/// The reports as the program reads them, and what it prints; both below the project's root.
const REPORTS: &str = "target/measured.jsonl";
const CLAIMS: &str = "target/measured-claims.jsonl";

/// The claims of `model` by report, from reports in the shape of JSON lines.
pub fn claims_of(reports: &[&Value], model: &str) -> Result<HashMap<String, Vec<Value>>> {
    let reports: String = reports.iter().map(|report| format!("{report}\n")).collect();
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
