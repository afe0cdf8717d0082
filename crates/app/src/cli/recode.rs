//! `dateline recode`: claims of an older coder, made anew by this one.

use super::ingest::up_to_date;
use super::jobs_args::JobsArgs;
use super::reading_args::CoderArgs;
use super::record_args::RecordArgs;
use crate::ingest::Stop;
use crate::recode::recode;
use crate::record::events::Upkeep;
use crate::record::open::Purpose;
use crate::screen::Screen;
use anyhow::Result;
use dateline_shared::built_in;

const EXAMPLES: &str = "\
Examples:
  dateline recode                          all reports whose claims another model, or other tables, made
  dateline recode --model fast --most 1000 --record archive.db

Old claims stay in the record and count no more. Reports as published are read again, nothing is fetched. It can be stopped (Ctrl-C) or
killed at any time: the next run goes on. Others may read the record meanwhile.
Exit codes: 0 done; 2 the record could not be written, or wrong usage.";

/// Bring the claims of older coders to this one, and show what changed
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    record: RecordArgs,
    #[command(flatten)]
    coder: CoderArgs,
    /// Reports at most
    #[arg(long, value_name = "N")]
    most: Option<u64>,
    #[command(flatten)]
    jobs: JobsArgs,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    let record = args.record.open(Purpose::Look)?;
    let stop = Stop::listen(&record);
    let jobs = args.jobs.count();
    let mut screen = Screen::counting(quiet);
    let done = recode(&record, args.coder.load_stamped()?, (jobs, args.most), &mut screen, &stop)?;
    screen.end();
    screen.message(&done);
    up_to_date(&record, &mut Upkeep::new(&built_in::merging()?), quiet)?;
    Ok(0)
}
