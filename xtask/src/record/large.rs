//! A record of many claims, made of stories as `cargo xtask merging --scale` makes them, and how long its answers take.
//!
//! The claims come in by the program's own way, with a coder that knows them: all that is not coding is as in real use.

use super::{asking, at};
use crate::merging::gold::Stories;
use crate::merging::{self, scale};
use anyhow::{Result, anyhow};
use dateline::ingest::{Job, Stop, Tally};
use dateline::reading::inputs::Item;
use dateline::reading::kind::Kind;
use dateline::reading::{Defaults, Raw};
use dateline::record::Record;
use dateline::record::address::Address;
use dateline::record::events::{Step, Upkeep};
use dateline::record::open::Purpose;
use dateline::screen::Screen;
use dateline_events::coding::Coding;
use dateline_events::record::{Claim, Coder};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// Claims that are to be found, by the ids of their reports.
type Known = Arc<Mutex<HashMap<String, Vec<Claim>>>>;

/// Fills it where it is empty, and asks it.
pub fn measure(files: &[PathBuf], claims: usize, name: &str) -> Result<()> {
    let address = Address::parse(name).map_err(|error| anyhow!("{error}"))?;
    let record = Record::open(&address, Purpose::Write)?;
    let stories = merging::read(files)?;
    let copies = claims.div_ceil(stories.claims.len()) as u64;
    if record.wait(record.status())?.reports == 0 {
        let begun = Instant::now();
        let tally = fill(&record, &stories, (0..copies).collect())?;
        println!("filled: {tally} in {:.1} s", begun.elapsed().as_secs_f64());
    }
    let begun = Instant::now();
    let tables = dateline_shared::built_in::merging()?;
    let mut upkeep = Upkeep::new(&tables);
    let (mut read, mut first) = (0.0, None);
    let changes = upkeep.bring_up_to_date(&record, |step| match step {
        Step::Read(_) => read = begun.elapsed().as_secs_f64(),
        Step::Compared(_) => _ = first.get_or_insert_with(|| begun.elapsed().as_secs_f64()),
    })?;
    println!(
        "events: {changes:?} in {:.1} s: claims read after {read:.1}, events there after {:.1}",
        begun.elapsed().as_secs_f64(),
        first.unwrap_or(0.0)
    );
    // A number of copies that no run before this one has used.
    let used = copies + u64::try_from(record.wait(record.status())?.reports).unwrap_or(0);
    one_more(&record, &mut upkeep, (&stories, used))?;
    println!("memory: {} MB at most", scale::memory("/proc/self/status"));
    asking::ask(&record)
}

/// The reports of one more story at a time, as a live record gets them: how long its events take.
fn one_more(record: &Record, upkeep: &mut Upkeep<'_>, (stories, copies): (&Stories, u64)) -> Result<()> {
    // Nothing is held yet where the events were up to date.
    let begun = Instant::now();
    fill(record, stories, vec![copies])?;
    upkeep.bring_up_to_date(record, |_| ())?;
    println!("one round more of all stories: {:.1} s", begun.elapsed().as_secs_f64());
    let mut names: Vec<&str> =
        stories.claims.iter().map(|claim| merging::gold::story(&claim.report.id)).collect();
    names.dedup();
    let mut times = Vec::new();
    for (n, name) in (1..).zip(names.into_iter().take(40)) {
        let mut one = stories.clone();
        one.claims.retain(|claim| merging::gold::story(&claim.report.id) == name);
        fill(record, &one, vec![copies + n])?;
        let begun = Instant::now();
        upkeep.bring_up_to_date(record, |_| ())?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    println!("events after one story more: {:.1}, {:.1} ms", at(&times, 0.5), at(&times, 0.95));
    Ok(())
}

/// Reads copies of the stories into the record.
fn fill(record: &Record, stories: &Stories, copies: Vec<u64>) -> Result<Tally> {
    let known: Known = Known::default();
    let stories = stories.clone();
    let found = Arc::clone(&known);
    let code = move |report: &dateline_text::report::Report| {
        let claims =
            found.lock().unwrap_or_else(PoisonError::into_inner).remove(&report.id).unwrap_or_default();
        Coding { claims, ..Coding::default() }
    };
    let stamp = Coder { version: "0".into(), model: "made".into(), data: "made".into(), actors: None };
    let job = Job {
        coder: (Arc::new(code), stamp),
        defaults: Defaults::default(),
        jobs: 1,
        command: "made".into(),
    };
    let feed = move |take: dateline::reading::inputs::Take<'_>| {
        for copy in copies {
            let mut reports: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
            scale::each(&stories, copy, |claim| {
                reports.entry(claim.report.id.clone()).or_default().push(claim)
            });
            for (id, claims) in reports {
                let raw = raw(&id, &claims, copy);
                known.lock().unwrap_or_else(PoisonError::into_inner).insert(id, claims);
                if take(Item::Raw(raw)).is_break() {
                    return;
                }
            }
        }
    };
    dateline::ingest::run(record, feed, job, &mut Screen::new(true), &Stop::default())
}

/// A report of the sentences of its claims, each with the number of its copy, so that none is a copy of another.
fn raw(id: &str, claims: &[Claim], copy: u64) -> Raw {
    let text: Vec<String> =
        claims.iter().map(|claim| format!("{} Number {copy} it was.", claim.evidence.text)).collect();
    let head = claims.first().map(|claim| &claim.report);
    let line = serde_json::json!({
        "id": id, "text": text.join(" "), "publisher": head.and_then(|h| h.publisher.clone()),
        "published": head.and_then(|h| h.published.clone()), "title": head.and_then(|h| h.title.clone()),
    });
    Raw {
        line: Some(1),
        ..Raw::new("made.jsonl", Kind::JsonLines, line.to_string().into_bytes(), format!("{id}."))
    }
}
