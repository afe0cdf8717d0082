//! Stories: reports with gold claims whose event number is the same for the same happening throughout a story.

use anyhow::{Context, Result};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::merge::complete;
use dateline_events::parties::Actors;
use dateline_events::record::Claim;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Deserialize)]
struct Line {
    report: Report,
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Report {
    id: String,
    text: String,
    title: Option<String>,
    publisher: Option<String>,
    dateline: Option<String>,
    published: Option<String>,
    url: Option<String>,
}

/// A happening: its story and its number there.
pub type Happening = (String, u32);

/// Claims with their happenings, by the ids of the claims.
#[derive(Clone, Default)]
pub struct Stories {
    pub claims: Vec<Claim>,
    pub happening: BTreeMap<String, Happening>,
}

/// The story of a report: its id up to the first hyphen.
pub fn story(report: &str) -> &str {
    report.split('-').next().unwrap_or(report)
}

/// True for a report of a story: "s01-a", "m01-1".
pub fn of_story(report: &str) -> bool {
    let named = story(report);
    named.len() <= 4 && named.len() < report.len() && named.ends_with(|c: char| c.is_ascii_digit())
}

/// The stories of the files; reports of other kinds (without event numbers) are left out.
pub fn stories(files: &[PathBuf], gazetteer: &Gazetteer, actors: &Actors) -> Result<Stories> {
    let mut stories = Stories::default();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let line: Line =
                serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), n + 1))?;
            add(&mut stories, line, gazetteer, actors);
        }
    }
    Ok(stories)
}

fn add(stories: &mut Stories, line: Line, gazetteer: &Gazetteer, actors: &Actors) {
    let report = &line.report;
    let told = line.claims.iter().all(|claim| claim.event.number.is_some());
    let named = story(&report.id);
    if !told || !of_story(&report.id) {
        return;
    }
    for mut claim in line.claims {
        let head = &mut claim.report;
        (head.id, head.title, head.publisher) =
            (report.id.clone(), report.title.clone(), report.publisher.clone());
        (head.dateline, head.published, head.url) =
            (report.dateline.clone(), report.published.clone(), report.url.clone());
        let evidence = &mut claim.evidence;
        evidence.text = report
            .text
            .chars()
            .skip(evidence.start)
            .take(evidence.end.saturating_sub(evidence.start))
            .collect();
        complete(&mut claim, gazetteer, actors);
        let number = claim.event.number.unwrap_or(0);
        stories.happening.insert(claim.id.clone(), (named.to_owned(), number));
        stories.claims.push(claim);
    }
}
