//! Measures the days of the program's own claims: of the times whose words it finds, how many have the right days.

use crate::coded::claims_of;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// Codes the reports of the claims file `gold` and prints the share of right days: of claims of the same type whose triggers touch,
/// those where the words of both times touch.
pub fn measure(gold: &Path) -> Result<()> {
    let gold = std::fs::read_to_string(gold).with_context(|| format!("reading {}", gold.display()))?;
    let gold: Vec<Value> = gold.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let reports: Vec<&Value> = gold.iter().map(|line| &line["report"]).collect();
    let said = claims_of(&reports, "accurate")?;
    let (mut found, mut right) = (0, 0);
    for line in &gold {
        let said = line["report"]["id"].as_str().and_then(|id| said.get(id)).map_or(&[][..], Vec::as_slice);
        for claim in line["claims"].as_array().into_iter().flatten() {
            let (kind, trigger) = (&claim["event"]["type"], &claim["evidence"]["trigger"]);
            let same = |c: &&Value| c["event"]["type"] == *kind && touch(&c["evidence"]["trigger"], trigger);
            let Some(ours) = said.iter().find(same) else { continue };
            let (time, our_time) = (&claim["time"], &ours["time"]);
            if touch(time, our_time) {
                found += 1;
                right += u32::from(time["first"] == our_time["first"] && time["last"] == our_time["last"]);
            }
        }
    }
    let share = f64::from(right) / f64::from(found.max(1));
    println!("{found} times whose words the accurate model finds: days right in {share:.3}");
    Ok(())
}

/// True where two spans share a character; a time without words has none.
fn touch(a: &Value, b: &Value) -> bool {
    let span = |v: &Value| Some((v["start"].as_u64()?, v["end"].as_u64()?));
    span(a).zip(span(b)).is_some_and(|(a, b)| a.0 < b.1 && b.0 < a.1)
}
