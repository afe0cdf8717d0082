//! Measures merging on stories: gold claims joined to events.

mod events;
mod found;
pub(crate) mod gold;
mod plot;
pub(crate) mod scale;
mod score;

use anyhow::{Context, Result, ensure};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::merge::{Merger, Merging, MergingTables};
use gold::Stories;
use serde_json::json;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// What merging knows, of this checkout.
pub fn tables() -> Result<Merging> {
    let read = |path: &str| {
        let file = crate::shell::root().join("data").join(path);
        std::fs::read_to_string(&file).with_context(|| file.display().to_string())
    };
    let mut texts = Merging::PATHS.map(|_| String::new());
    for (text, path) in texts.iter_mut().zip(Merging::PATHS) {
        *text = read(path)?;
    }
    Ok(Merging::from_tables(&MergingTables::from_texts(&texts))?)
}

pub(crate) fn read(files: &[PathBuf]) -> Result<Stories> {
    let bytes = std::fs::read(crate::shell::root().join("data/gazetteer/gazetteer.bin"))?;
    let gazetteer = Gazetteer::from_bytes(bytes)?;
    gold::stories(files, &gazetteer, &crate::parties::actors()?)
}

/// Prints B-cubed and pairwise measures of the gold claims of `files`, merged; with `errors`, also which claims were joined wrongly and
/// which were not.
pub fn measure(files: &[PathBuf], errors: bool) -> Result<[f64; 3]> {
    let (tables, stories) = (tables()?, read(files)?);
    let mut merger = Merger::new(&tables);
    stories.claims.iter().for_each(|claim| merger.add(claim));
    let groups: Vec<Vec<String>> = {
        merger.settle();
        merger.events().map(|event| event.claims).collect()
    };
    let whole = score::score(&groups, &stories.happening);
    let (cubed, pairwise) = whole;
    println!("claims {}, events {}", stories.claims.len(), groups.len());
    for (name, m) in [("B-cubed", cubed), ("pairwise", pairwise)] {
        println!("{name:9} P {:.3} R {:.3} F1 {:.3}", m.precision, m.recall, m.f1());
    }
    let (groups_in, happening_in) = within(&groups, &stories);
    let (cubed, pairwise) = score::score(&groups_in, &happening_in);
    for (name, m) in [("of it within reports: B-cubed", cubed), ("pairwise", pairwise)] {
        println!("{name:9} P {:.3} R {:.3} F1 {:.3}", m.precision, m.recall, m.f1());
    }
    if errors {
        show(&groups, &stories);
    }
    let casualties = events::measure(files, &stories, &tables, errors)?;
    Ok([whole.0.f1(), whole.1.f1(), casualties])
}

/// Groups and happenings of each report by itself.
fn within(
    groups: &[Vec<String>],
    stories: &Stories,
) -> (Vec<Vec<String>>, std::collections::BTreeMap<String, gold::Happening>) {
    let report: std::collections::BTreeMap<&str, &str> =
        stories.claims.iter().map(|c| (c.id.as_str(), c.report.id.as_str())).collect();
    let mut parted = std::collections::BTreeMap::new();
    for (n, group) in groups.iter().enumerate() {
        for claim in group {
            parted.entry((n, report.get(claim.as_str()))).or_insert_with(Vec::new).push(claim.clone());
        }
    }
    let own = |(claim, (_, number)): (&String, &gold::Happening)| {
        (claim.clone(), (report.get(claim.as_str()).copied().unwrap_or("").to_owned(), *number))
    };
    (parted.into_values().collect(), stories.happening.iter().map(own).collect())
}

fn show(groups: &[Vec<String>], stories: &Stories) {
    let by_id = |id: &str| stories.claims.iter().find(|c| c.id == id);
    for group in groups {
        let mut golds: Vec<_> = group.iter().filter_map(|id| stories.happening.get(id)).collect();
        golds.sort();
        golds.dedup();
        let split =
            groups.iter().any(|g| g != group && g.iter().any(|id| golds.contains(&&stories.happening[id])));
        if golds.len() > 1 || split {
            println!("\n{}", if golds.len() > 1 { "JOINED" } else { "PART" });
            for claim in group.iter().filter_map(|id| by_id(id)) {
                println!("  {} {}", stories.happening[&claim.id].1, line(claim));
            }
        }
    }
}

fn line(claim: &dateline_events::record::Claim) -> String {
    let who = |parties: &[dateline_events::record::Party]| {
        parties.iter().filter_map(|p| p.who.clone()).collect::<Vec<_>>().join("; ")
    };
    let places: Vec<_> = claim
        .places
        .iter()
        .filter_map(|p| Some(format!("{} ({})", p.name.clone()?, p.precision.clone().unwrap_or_default())))
        .collect();
    let time = claim.time.as_ref().and_then(|t| t.first.clone()).unwrap_or_default();
    let figures: Vec<_> =
        claim.casualties.iter().map(|f| format!("{} {:?}", f.kind, f.low.unwrap_or(0))).collect();
    format!(
        "{} {}/{} {} [{}] {} -> {} @ {} {time} {} | {}",
        claim.id,
        claim.event.kind,
        claim.event.modes.join("+"),
        claim.status,
        claim.evidence.trigger.text,
        who(&claim.actors),
        who(&claim.recipients),
        places.join("; "),
        figures.join(", "),
        claim.evidence.text
    )
}

/// Prints the measures from raw text: with the program's own claims, and what each stage loses.
pub fn found(files: &[PathBuf], model: &str) -> Result<()> {
    found::measure(files, &read(files)?, &tables()?, model)
}

/// Prints how time and memory grow with the number of claims.
pub fn scale(files: &[PathBuf], sizes: &[usize], plot: Option<&Path>) -> Result<()> {
    let points = scale::measure(&read(files)?, &tables()?, sizes)?;
    plot.map_or(Ok(()), |file| {
        std::fs::write(file, plot::svg(&points)).with_context(|| file.display().to_string())
    })
}

/// B-cubed and pairwise F1 of the stories written after the code, and the share of their casualties that is right, below which a change
/// has made merging worse.
const FLOORS: [(&str, f64); 3] = [("B-cubed", 0.92), ("pairwise", 0.87), ("casualties", 0.90)];

/// Prints the measures of the stories of `gold/merge`; an error where those written after the code fall below the floors.
pub fn cases(errors: bool) -> Result<()> {
    let stories = |letter: char| -> Result<Vec<PathBuf>> {
        let found = std::fs::read_dir(crate::shell::root().join("gold/merge"))?;
        let mut found: Vec<PathBuf> = found.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        found.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(letter) && name.ends_with(".jsonl") && !name.ends_with(".events.jsonl")
        });
        found.sort();
        Ok(found)
    };
    println!("stories m (the weights learn from them)");
    measure(&stories('m')?, errors)?;
    println!("stories n (written after the code)");
    let reached = measure(&stories('n')?, errors)?;
    for ((name, floor), reached) in FLOORS.iter().zip(reached) {
        ensure!(
            reached >= *floor,
            "merging: {name} {reached:.3}, below {floor}: cargo xtask merging --errors says where"
        );
    }
    Ok(())
}

/// Writes every pair of the stories of `files` with its clues, and whether it is one event, for training/joining.py.
/// With a model, of the program's own claims in the place of the gold ones.
pub fn pairs(files: &[PathBuf], to: &Path, model: Option<&str>) -> Result<()> {
    let tables = tables()?;
    let stories = model.map_or_else(|| read(files), |model| found::stories(files, model))?;
    let mut merger = Merger::new(&tables);
    stories.claims.iter().for_each(|claim| merger.add(claim));
    let same = |a: &str, b: &str| stories.happening.get(a) == stories.happening.get(b);
    let file = std::fs::File::create(to).with_context(|| to.display().to_string())?;
    let mut out = BufWriter::new(file);
    for row in merger.pairs(&same) {
        let one = row.claims[0].first().zip(row.claims[1].first()).is_some_and(|(a, b)| same(a, b));
        let row = json!({"kind": row.kind, "same": one, "claims": row.claims, "clues": row.clues});
        writeln!(out, "{row}")?;
    }
    Ok(out.flush()?)
}
