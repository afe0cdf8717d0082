//! `dateline merge`: the events of claims that were coded before.

use crate::actors::ActorsArgs;
use crate::gazetteer::GazetteerArgs;
use crate::merging::output::{self, EventFormat};
use crate::merging::{self, Completion};
use crate::output::target::Target;
use crate::screen::Screen;
use crate::tally::FAILED;
use crate::terminal::{self, paint::Paint};
use anyhow::{Context, Result, ensure};
use dateline_events::merge::{Merged, Merger, keep};
use dateline_events::record::event::EventRecord;
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
    let before = args.before.as_deref().map(events).transpose()?;
    let tables = merging::tables()?;
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
    let claims = merger.len();
    let mut merged = merger.merge();
    let moved = before.map(|before| keep(&before, &mut merged.events)).unwrap_or_default();
    write(args.out.as_deref(), args.format, &merged)?;
    write_lines(args.series.as_deref(), &merged.series)?;
    write_lines(args.redirects.as_deref(), &moved)?;
    screen.message(&summary(claims, &merged));
    Ok(0)
}

/// What came of how many claims.
pub fn summary(claims: usize, merged: &Merged) -> String {
    let several = merged.events.iter().filter(|e| e.reports > 1).count();
    format!(
        "{claims} claims: {} events, {several} of them told by more than one report; {} series of sums over time",
        merged.events.len(),
        merged.series.len()
    )
}

/// Writes events to a file or to standard output.
pub fn write(out: Option<&Path>, format: Option<EventFormat>, merged: &Merged) -> Result<()> {
    let terminal = Target::is_terminal(out);
    let format = format.unwrap_or(if terminal { EventFormat::Text } else { EventFormat::Jsonl });
    let mut target = Target::open(out)?;
    target.write(|out| match format {
        EventFormat::Text => {
            output::text(&merged.events, terminal::columns(), Paint::for_target(terminal), out)
        }
        EventFormat::Jsonl => output::jsonl(&merged.events, terminal, out),
    })?;
    target.finish()
}

fn write_lines<T: serde::Serialize>(file: Option<&Path>, records: &[T]) -> Result<()> {
    let Some(file) = file else { return Ok(()) };
    let mut target = Target::open(Some(file))?;
    target.write(|out| output::jsonl(records, false, out))?;
    target.finish()
}

/// Events of a file.
fn events(path: &Path) -> Result<Vec<EventRecord>> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("{name}: cannot be read"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let event = |(n, line)| {
        let cure =
            || format!("{name}:{}: no event; give a file that dateline merge --out has written", n + 1);
        serde_json::from_str::<EventRecord>(line).with_context(cure)
    };
    let found = lines.map(event).collect::<Result<Vec<_>>>()?;
    ensure!(!found.is_empty(), "{name}: no events in it");
    Ok(found)
}
