//! From raw text: the program's own claims, merged, and what each stage loses.

use super::gold::{Happening, Stories, story};
use super::score::{Measure, score};
use anyhow::{Context, Result};
use dateline_events::eval::{CodedClaim, typed_pairs};
use dateline_events::merge::{Merger, Merging};
use dateline_events::record::Claim;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Claims of all reports with their happenings, as the reference scorer counts them: a gold claim that nobody found and a claim that is
/// paired with none stand alone.
struct Found {
    claims: Vec<Claim>,
    happening: BTreeMap<String, Happening>,
    missed: usize,
}

/// Prints B-cubed and pairwise measures of gold claims merged, of the program's claims joined as the gold has them, and of the program's
/// claims merged.
pub fn measure(files: &[PathBuf], stories: &Stories, tables: &Merging, model: &str) -> Result<()> {
    let found = found(files, model)?;
    let merged = |claims: &[Claim]| {
        let mut merger = Merger::new(tables);
        claims.iter().for_each(|claim| merger.add(claim));
        merger.settle();
        merger.events().map(|event| event.claims).collect::<Vec<_>>()
    };
    show("gold claims, merged", score(&merged(&stories.claims), &stories.happening));
    show("own claims, joined as the gold is", score(&as_gold(&found), &found.happening));
    show("own claims, merged", score(&merged(&found.claims), &found.happening));
    println!("{} claims found, {} of the gold missed", found.claims.len(), found.missed);
    Ok(())
}

/// The program's claims with the happenings that they are paired with.
pub fn stories(files: &[PathBuf], model: &str) -> Result<Stories> {
    let found = found(files, model)?;
    Ok(Stories { claims: found.claims, happening: found.happening })
}

fn found(files: &[PathBuf], model: &str) -> Result<Found> {
    let lines = lines(files)?;
    let reports: Vec<&Value> = lines.iter().map(|line| &line["report"]).collect();
    let said = crate::coded::claims_of(&reports, model)?;
    let mut found = Found { claims: Vec::new(), happening: BTreeMap::new(), missed: 0 };
    for line in &lines {
        let id = line["report"]["id"].as_str().unwrap_or_default();
        add(&mut found, id, line, said.get(id).map_or(&[][..], Vec::as_slice))?;
    }
    Ok(found)
}

fn lines(files: &[PathBuf]) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let line: Value = serde_json::from_str(line).with_context(|| file.display().to_string())?;
            let id = line["report"]["id"].as_str().unwrap_or_default();
            if super::gold::of_story(id) {
                found.push(line);
            }
        }
    }
    Ok(found)
}

fn add(found: &mut Found, report: &str, line: &Value, said: &[Value]) -> Result<()> {
    let claims = |values: &[Value]| {
        values.iter().map(|v| Ok(serde_json::from_value(v.clone())?)).collect::<Result<Vec<CodedClaim>>>()
    };
    let empty = Vec::new();
    let gold = line["claims"].as_array().unwrap_or(&empty);
    let pairs = typed_pairs(&claims(gold)?, &claims(said)?);
    for (n, claim) in said.iter().enumerate() {
        let claim: Claim = serde_json::from_value(claim.clone())?;
        let paired =
            pairs.iter().find(|(_, m)| *m == n).and_then(|(m, _)| gold[*m]["event"]["number"].as_u64());
        let happening = match paired {
            Some(number) => (story(report).to_owned(), u32::try_from(number)?),
            None => (format!("invented {}", claim.id), 0),
        };
        found.happening.insert(claim.id.clone(), happening);
        found.claims.push(claim);
    }
    for (n, claim) in gold.iter().enumerate().filter(|(n, _)| !pairs.iter().any(|(m, _)| m == n)) {
        let number = u32::try_from(claim["event"]["number"].as_u64().unwrap_or(0))?;
        found.happening.insert(format!("missed {report} {n}"), (story(report).to_owned(), number));
        found.missed += 1;
    }
    Ok(())
}

/// The claims that were found, in the groups of the gold.
fn as_gold(found: &Found) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<&Happening, Vec<String>> = BTreeMap::new();
    for claim in &found.claims {
        groups.entry(&found.happening[&claim.id]).or_default().push(claim.id.clone());
    }
    groups.into_values().collect()
}

fn show(name: &str, (cubed, pairwise): (Measure, Measure)) {
    let figures = |m: Measure| format!("P {:.3} R {:.3} F1 {:.3}", m.precision, m.recall, m.f1());
    println!("{name:35} B-cubed {}  pairwise {}", figures(cubed), figures(pairwise));
}
