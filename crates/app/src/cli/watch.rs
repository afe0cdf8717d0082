//! `dateline watch`: feeds into the record.

use super::ingest::up_to_date;
use super::jobs_args::JobsArgs;
use super::reading_args::ReadingArgs;
use super::record_args::RecordArgs;
use crate::feeds::feed_url::shown;
use crate::feeds::fetcher::Fetcher;
use crate::feeds::list::feeds_in;
use crate::feeds::options::Options;
use crate::ingest::{Job, Stop};
use crate::record::events::Upkeep;
use crate::record::fault::Fault;
use crate::record::open::Purpose;
use crate::screen::Screen;
use crate::tally::{FAILED, SOME_FAILED};
use crate::watch::{Round, Watch, now, sleep_until};
use anyhow::{Context, Result, anyhow, ensure};
use dateline_shared::built_in;
use std::time::Duration;

/// Seconds until a record that was away is tried again.
const AGAIN: u64 = 60;

const EXAMPLES: &str = "\
Examples:
  dateline watch https://news.example.org/rss.xml            until Ctrl-C, every 15 minutes
  dateline watch feeds.opml --pages --record live.db         also the pages that the entries lead to
  dateline watch feeds.txt --once                            one round, for a timer of the system's own

FEEDS are addresses of RSS, Atom or JSON Feed, or files of them: OPML, or an address a line. What is new goes into the record, as with
dateline ingest; a feed is asked no more often than it wishes, robots.txt is kept, and one server gets one request in two seconds.
Nothing else is fetched; the pages that entries lead to only with --pages, and none in the local network unless the feed is there.
Where the record is busy or its server away, what was not read is tried again a minute later.
Exit codes: 0 ended; with --once 1 where some feeds failed, 2 where all did; 2 also where the record could not be written.";

/// Read what is new in feeds into the record, again and again
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Addresses of feeds, or files with addresses (OPML, or one a line)
    #[arg(required = true, value_name = "FEEDS")]
    feeds: Vec<String>,
    #[command(flatten)]
    record: RecordArgs,
    #[command(flatten)]
    reading: ReadingArgs,
    /// Fetch the pages that entries lead to, and read those
    #[arg(long)]
    pages: bool,
    /// One round only
    #[arg(long)]
    once: bool,
    /// Ask each feed every so many minutes
    #[arg(long, value_name = "MINUTES", default_value_t = 15, value_parser = clap::value_parser!(u64).range(1..=10_080))]
    every: u64,
    #[command(flatten)]
    jobs: JobsArgs,
}

/// Runs the command.
pub fn run(args: Args, quiet: bool) -> Result<u8> {
    let feeds = feeds(&args.feeds)?;
    let record = args.record.open(Purpose::Write)?;
    let stop = Stop::listen(&record);
    let mut screen = Screen::new(quiet);
    let job = Job {
        coder: args.reading.stamped_coder()?,
        defaults: args.reading.defaults(),
        jobs: args.jobs.count(),
        command: format!("watch {}", args.feeds.iter().map(|feed| shown(feed)).collect::<Vec<_>>().join(" ")),
    };
    let fetcher = Fetcher::new(Options { every: Duration::from_secs(args.every * 60), ..Options::default() });
    let mut watch = Watch { record: &record, feeds, pages: args.pages, fetcher, job };
    let tables = built_in::merging()?;
    let mut upkeep = Upkeep::new(&tables);
    loop {
        let mut turn = || -> Result<Round> {
            let round = watch.round(&mut screen, &stop)?;
            round.read.iter().for_each(|tally| screen.message(tally));
            // Also what an earlier run left undone.
            up_to_date(&record, &mut upkeep, quiet)?;
            Ok(round)
        };
        let round = match turn() {
            Ok(round) => round,
            Err(error) if !args.once && may_pass(&error) => {
                screen.message(&format!("{error}; trying again in a minute"));
                Round { next: now() + AGAIN, ..Round::default() }
            }
            Err(error) => return Err(error),
        };
        if args.once && round.answered + round.failed == 0 {
            screen.message(&"no feed may be asked yet: each was asked lately");
        }
        if args.once || stop.is_asked() {
            return Ok(if args.once { exit_code(&round) } else { 0 });
        }
        sleep_until(round.next, &stop);
    }
}

/// True where the record is only away for a while: what was not read then is read later.
fn may_pass(error: &anyhow::Error) -> bool {
    error.downcast_ref::<Fault>().is_some_and(|fault| fault.may_pass)
}

fn exit_code(round: &Round) -> u8 {
    match (round.answered, round.failed) {
        (_, 0) => 0,
        (0, _) => FAILED,
        _ => SOME_FAILED,
    }
}

/// The feeds that were named, each once.
fn feeds(given: &[String]) -> Result<Vec<String>> {
    let mut all: Vec<String> = Vec::new();
    for name in given {
        if name.contains("://") {
            all.push(name.clone());
            continue;
        }
        let text = std::fs::read_to_string(name).with_context(|| {
            format!(
                "{name}: neither an address nor a file that can be read; give https://..., or a list of feeds"
            )
        })?;
        all.extend(feeds_in(&text).map_err(|fault| anyhow!("{name}: {}; {}", fault.what, fault.cure))?);
    }
    let mut seen = std::collections::HashSet::new();
    all.retain(|feed| seen.insert(feed.clone()));
    ensure!(!all.is_empty(), "no feeds to watch; see dateline watch --help");
    Ok(all)
}
