//! `dateline ingest`: reports into the record.

use super::jobs_args::JobsArgs;
use super::reading_args::ReadingArgs;
use super::record_args::RecordArgs;
use crate::ingest::{Job, Stop, ingest};
use crate::record::Record;
use crate::record::events::{Changes, Upkeep};
use crate::record::open::Purpose;
use crate::screen::Screen;
use anyhow::Result;
use dateline_shared::built_in;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline ingest reports/                         into dateline.db, which is made if it is not there
  dateline ingest archive.jsonl --model fast --record archive.db
  cat feed.jsonl | dateline ingest -
  dateline ingest reports/ --record postgres://anna@db.example.org/record

Every piece of input ends as one of: coded, copy, not English, no text, refused (why): 'dateline status' counts them. The same input twice
changes nothing; a run that was stopped or killed goes on where it was when it is run again. Ctrl-C finishes what is under way.
An article that comes with another text (same address, else same id and publisher, else same file) is a new version: its claims stand
in the place of the old one's, and both stay in the record.
Exit codes: 0 all was read; 1 some was refused, the rest is in the record; 2 nothing else was, the record could not be written, or wrong
usage; 130 interrupted twice.";

/// Read reports into the record, code them and bring the events up to date
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files, folders (with all below them), or - for standard input
    #[arg(required = true, value_name = "SOURCE")]
    sources: Vec<PathBuf>,
    #[command(flatten)]
    record: RecordArgs,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    jobs: JobsArgs,
}

/// Runs the command.
pub fn run(args: Args, quiet: bool) -> Result<u8> {
    let record = args.record.open(Purpose::Write)?;
    let stop = Stop::listen(&record);
    let mut screen = Screen::with_progress(quiet, &args.sources);
    let sources: Vec<String> = args.sources.iter().map(|path| path.display().to_string()).collect();
    let job = Job {
        coder: args.reading.stamped_coder()?,
        defaults: args.reading.defaults(),
        jobs: args.jobs.count(),
        command: format!("ingest {}", sources.join(" ")),
    };
    let tally = ingest(&record, args.sources, job, &mut screen, &stop)?;
    screen.end();
    screen.message(&tally);
    if stop.is_asked() {
        screen.message(&"stopped before the end of the input; run the same again to go on");
    }
    up_to_date(&record, &mut Upkeep::new(&built_in::merging()?), quiet)?;
    Ok(tally.exit_code())
}

/// Brings the events up to date, and says what that did.
pub fn up_to_date(record: &Record, upkeep: &mut Upkeep<'_>, quiet: bool) -> Result<()> {
    let mut screen = Screen::counting(quiet);
    let changes = upkeep.bring_up_to_date(record, |step| screen.advance(1, || step.to_string()))?;
    screen.end();
    if let Some(Changes { events, new, altered, gone }) = changes {
        let s = if events == 1 { "" } else { "s" };
        screen.message(&format!("{events} event{s}: {new} new, {altered} altered, {gone} gone"));
    }
    Ok(())
}
