//! `dateline merge`: the events of claims that were coded before.

use crate::actors::ActorsArgs;
use crate::gazetteer::GazetteerArgs;
use crate::merging::output::{self, EventFormat};
use crate::merging::{self, Completion};
use crate::output::target::{Target, refuse_to_overwrite};
use crate::screen::Screen;
use crate::tally::FAILED;
use crate::terminal::{self, paint::Paint};
use anyhow::{Context, Result, ensure};
use dateline_events::merge::{Claimed, Merger, keep};
use dateline_events::record::event::EventRecord;
use dateline_shared::built_in;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  dateline merge claims.jsonl                                  events for people, on a terminal
  dateline code reports/ --format jsonl | dateline merge -     code and merge
  dateline merge claims.jsonl --out events.jsonl --series tolls.jsonl
  dateline merge new.jsonl old.jsonl --before events.jsonl --redirects moved.jsonl --out events.jsonl

Claims come as JSON lines, in any order and any number of files: a claim a line, or a report with its claims. The same claims give the
same events. Sums over time (\"40,000 have been killed\") are no events but series, one for each source.
Exit codes: 0 merged; 2 nothing to merge, a line that is no claim, or wrong usage: then no file is written.";

/// Merge claims: one event however many reports, with every source's word kept
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files of claims, or - for standard input
    #[arg(required = true, value_name = "CLAIMS")]
    claims: Vec<PathBuf>,
    /// Form of the output [default: text on a terminal, else jsonl]
    #[arg(long, value_enum)]
    format: Option<EventFormat>,
    /// Write the events to FILE, which appears once it is whole
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write sums over time to FILE: what each source says, and as of when
    #[arg(long, value_name = "FILE")]
    series: Option<PathBuf>,
    /// Events of an earlier run, whose ids are kept
    #[arg(long, value_name = "EVENTS")]
    before: Option<PathBuf>,
    /// Write to FILE which ids of --before went away, and what stands for them
    #[arg(long, value_name = "FILE", requires = "before")]
    redirects: Option<PathBuf>,
    #[command(flatten)]
    gazetteer: GazetteerArgs,
    #[command(flatten)]
    actors: ActorsArgs,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    let inputs: Vec<PathBuf> = args.claims.iter().chain(&args.before).cloned().collect();
    let written = [("--out", &args.out), ("--series", &args.series), ("--redirects", &args.redirects)];
    refuse_to_overwrite(&inputs, &written.map(|(option, path)| (option, path.as_deref())))?;
    let before = args.before.as_deref().map(events).transpose()?;
    let tables = built_in::merging()?;
    let (mut merger, mut screen) = (Merger::new(&tables), Screen::with_progress(quiet, &args.claims));
    let mut completion = Completion::new(&args.gazetteer, &args.actors);
    for path in &args.claims {
        merging::read(path, |mut claim, bytes| {
            completion.complete(&mut claim)?;
            merger.add(&claim);
            screen.advance(bytes as u64 + 1, || format!("{} claims", merger.len()));
            Ok(())
        })?;
    }
    screen.end();
    if merger.is_empty() {
        screen.error(&"no claims to merge; see dateline merge --help");
        return Ok(FAILED);
    }
    merger.settle();
    let claims = merger.len();
    let kept = before.map(|before| keep(&before, &merger.claimed(None), |_| false));
    let terminal = Target::is_terminal(args.out.as_deref());
    let format = args.format.unwrap_or(if terminal { EventFormat::Text } else { EventFormat::Jsonl });
    let ids = kept.as_ref().map(|kept| &kept.ids);
    let counts = write(Target::open(args.out.as_deref())?, format, terminal, &merger, ids)?;
    let series = merger.series();
    write_lines(args.series.as_deref(), &series)?;
    write_lines(args.redirects.as_deref(), &kept.unwrap_or_default().redirects)?;
    screen.message(&summary(claims, counts, series.len()));
    Ok(0)
}

/// Events, and those of them that more than one report tells of.
pub type Counts = (usize, usize);

/// What came of how many claims.
pub fn summary(claims: usize, (events, several): Counts, series: usize) -> String {
    let s = |n: usize| if n == 1 { "" } else { "s" };
    format!(
        "{claims} claim{}: {events} event{}, {several} of them told by more than one report; {series} series of sums over time",
        s(claims),
        s(events),
    )
}

/// Writes events to a target under the ids that they keep; `terminal`: it is one.
pub fn write(
    mut target: Target,
    format: EventFormat,
    terminal: bool,
    merger: &Merger<'_>,
    ids: Option<&BTreeMap<String, String>>,
) -> Result<Counts> {
    let (width, paint) = (terminal::columns(), Paint::for_target(terminal));
    let mut counts = (0, 0);
    for mut event in merger.events() {
        if let Some(id) = ids.and_then(|ids| ids.get(&event.id)) {
            event.id.clone_from(id);
        }
        counts = (counts.0 + 1, counts.1 + usize::from(event.reports > 1));
        target.write(|out| match format {
            EventFormat::Text => output::text(&event, width, paint, out),
            EventFormat::Jsonl => output::jsonl(&event, terminal, out),
        })?;
    }
    target.finish()?;
    Ok(counts)
}

fn write_lines<T: serde::Serialize>(file: Option<&Path>, records: &[T]) -> Result<()> {
    let Some(file) = file else { return Ok(()) };
    let mut target = Target::open(Some(file))?;
    target.write(|out| records.iter().try_for_each(|record| output::jsonl(record, false, out)))?;
    target.finish()
}

/// Events of a file.
fn events(path: &Path) -> Result<Vec<Claimed>> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("{name}: cannot be read"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let event = |(n, line)| {
        let cure =
            || format!("{name}:{}: no event; give a file that dateline merge --out has written", n + 1);
        let event = serde_json::from_str::<EventRecord>(line).with_context(cure)?;
        Ok((event.id, event.claims))
    };
    let found = lines.map(event).collect::<Result<Vec<_>>>()?;
    ensure!(!found.is_empty(), "{name}: no events in it");
    Ok(found)
}
