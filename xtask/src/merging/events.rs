//! Gold events: ranges, every source's figures, grades.

use super::gold::{Happening, Stories, story};
use anyhow::{Context, Result};
use dateline_events::merge::{Merger, Merging};
use dateline_events::record::event::{EventCasualties, EventRecord};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// An event as a reader of its story wrote it down.
#[derive(Deserialize)]
struct GoldEvent {
    e: u32,
    #[serde(default)]
    grade: String,
    #[serde(default, rename = "K")]
    casualties: Vec<GoldCasualties>,
}

#[derive(Deserialize)]
struct GoldCasualties {
    kind: String,
    low: Option<u64>,
    high: Option<u64>,
    figures: Vec<(String, Option<u64>, Option<u64>, String)>,
}

/// How many of how many.
#[derive(Default, Clone, Copy)]
pub struct Share(usize, usize);

impl Share {
    fn count(&mut self, right: bool) {
        self.0 += usize::from(right);
        self.1 += 1;
    }

    fn show(&self, name: &str) {
        println!("{name}  {:.3} ({} of {})", self.0 as f64 / self.1.max(1) as f64, self.0, self.1);
    }
}

/// Holds the events of the gold claims, grouped as the gold has it, against gold events beside the stories.
pub fn measure(
    files: &[std::path::PathBuf],
    stories: &Stories,
    tables: &Merging,
    errors: bool,
) -> Result<f64> {
    let mut groups: BTreeMap<Happening, Vec<String>> = BTreeMap::new();
    for (claim, happening) in &stories.happening {
        groups.entry(happening.clone()).or_default().push(claim.clone());
    }
    let mut merger = Merger::new(tables);
    stories.claims.iter().for_each(|claim| merger.add(claim));
    let ids: Vec<Happening> = groups.keys().cloned().collect();
    let composed = merger.compose(&groups.into_values().collect::<Vec<_>>());
    let ours: BTreeMap<Happening, EventRecord> =
        ids.into_iter().zip(composed).filter_map(|(id, event)| Some((id, event?))).collect();
    let [mut ranges, mut figures, mut both, mut grades] = [Share::default(); 4];
    for file in files {
        for (of, gold) in gold_events(file)? {
            let event = ours.get(&(of.clone(), gold.e)).cloned().unwrap_or_default();
            grade(&mut grades, &of, &gold, &event, errors);
            for casualties in &gold.casualties {
                let found =
                    event.casualties.iter().find(|c| c.kind == casualties.kind).cloned().unwrap_or_default();
                let range = (found.low, found.high) == (casualties.low, casualties.high);
                let all = casualties.figures.iter().all(|figure| has(&found, figure));
                ranges.count(range);
                figures.count(all);
                both.count(range && all);
                if errors && !(range && all) {
                    println!(
                        "{of} {}: {} want {:?} {:?} {:?}\n  got {:?} {:?} {:?}",
                        gold.e,
                        casualties.kind,
                        casualties.low,
                        casualties.high,
                        casualties.figures,
                        found.low,
                        found.high,
                        found
                            .figures
                            .iter()
                            .map(|f| (&f.source, f.low, f.high, f.newest))
                            .collect::<Vec<_>>()
                    );
                }
            }
        }
    }
    if both.1 > 0 {
        let named = [(&ranges, "ranges"), (&figures, "every figure"), (&both, "both"), (&grades, "grades")];
        named.iter().for_each(|(share, name)| share.show(name));
    }
    Ok(both.0 as f64 / both.1.max(1) as f64)
}

fn grade(grades: &mut Share, of: &str, gold: &GoldEvent, event: &EventRecord, errors: bool) {
    let ours = if event.id.is_empty() { "denied" } else { &event.grade };
    grades.count(ours == gold.grade);
    if errors && ours != gold.grade {
        println!("{of} {}: grade {} not {ours}: {}", gold.e, gold.grade, event.summary);
    }
}

/// True where one source's figure is among ours.
fn has(
    found: &EventCasualties,
    (source, low, high, old): &(String, Option<u64>, Option<u64>, String),
) -> bool {
    let same = |name: &str| name.to_lowercase() == source.to_lowercase();
    found
        .figures
        .iter()
        .any(|f| (f.low, f.high) == (*low, *high) && same(&f.source) && f.newest == old.is_empty())
}

/// The gold events of a file of stories: beside `m01.jsonl` lies `m01.events.jsonl`.
fn gold_events(file: &Path) -> Result<Vec<(String, GoldEvent)>> {
    let beside = file.with_extension("events.jsonl");
    if !beside.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(&beside)?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let line = |line| {
        let event = serde_json::from_str(line).with_context(|| beside.display().to_string())?;
        Ok((story(&name).to_owned(), event))
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}
