//! `dateline code`: the claims of reports.

use super::jobs_args::JobsArgs;
use super::reading_args::ReadingArgs;
use crate::merging::output::EventFormat;
use crate::output::target::{Target, refuse_to_overwrite};
use crate::output::{Format, Layout, columns};
use crate::pipeline::{self, Next};
use crate::reading::inputs;
use crate::reading::problem::Problem;
use crate::screen::Screen;
use crate::seen::Seen;
use crate::tally::{FAILED, Tally};
use crate::terminal;
use crate::work::{self, Outcome};
use anyhow::{Result, ensure};
use dateline_events::merge::{Merger, Merging};
use dateline_shared::built_in;
use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline code report.txt --date 2012-12-13
  dateline code reports/ --format csv --out claims.csv
  cat feed.jsonl | dateline code - | head
  dateline code archive/ --model fast --out claims.parquet
  dateline code reports/ --out claims.jsonl --events events.jsonl

Inputs: plain text (.txt), Markdown (.md), web pages (.html), PDF with text (.pdf), e-mails (.eml, .mbox), web archives (.warc),
JSON lines (.jsonl), tables (.csv, .tsv, .parquet), all but .parquet also packed (.gz, .zst); other names by their content.
Text and Markdown may begin with lines 'key: value' (id, published, publisher, title, dateline, url) and an empty line.
JSON lines have the same fields and \"text\"; so have tables as columns, or title as headline, text as body, publisher as source.
A message FILE:7: is about line, row, record or message 7 of the file.";

/// Code reports: print the claims in them
#[derive(clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = long_help())]
pub struct Args {
    /// Files, folders (with all below them), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingArgs,
    /// Form of the output [default: table on a terminal, csv for a .csv file, parquet for a .parquet file, else jsonl]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write to FILE, which appears once it is whole
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Merge the claims and write the events to FILE, as JSON lines
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    #[command(flatten)]
    jobs: JobsArgs,
    /// Print notes, on what could not be resolved, to standard error
    #[arg(long)]
    notes: bool,
}

fn long_help() -> String {
    let width = columns::COLUMNS.iter().map(|c| c.name.len()).max().unwrap_or(0);
    let column = |c: &columns::Column| format!("  {:width$}  {}", c.name, c.meaning);
    let columns: Vec<String> = columns::COLUMNS.iter().map(column).collect();
    format!(
        "{EXAMPLES}\n\nColumns of csv and parquet (several values in one cell are joined by \"; \"):\n{}",
        columns.join("\n")
    )
}

/// Runs the command.
pub fn run(args: Args, quiet: bool) -> Result<u8> {
    let written = [("--out", args.out.as_deref()), ("--events", args.events.as_deref())];
    refuse_to_overwrite(&args.paths, &written)?;
    let tables = built_in::merging()?;
    let mut run = Run::begin(&args, &tables, quiet)?;
    let (code, defaults) = (args.reading.coder()?, args.reading.defaults());
    let written = [&args.out, &args.events].into_iter().flatten();
    let except: Vec<PathBuf> = written.filter_map(|out| fs::canonicalize(out).ok()).collect();
    let jobs = args.jobs.count();
    let paths = args.paths;
    pipeline::run(
        jobs,
        move |send| _ = inputs::walk(&paths, &except, send),
        move |item| work::one(item, &defaults, &code),
        |next| match next {
            Next::Waiting => run.idle(),
            Next::Ready(outcome) => run.take(outcome),
        },
    )?;
    run.end()
}

/// A run under way.
struct Run<'t> {
    target: Target,
    terminal: bool,
    layout: Box<dyn Layout>,
    screen: Screen,
    tally: Tally,
    seen: Seen,
    notes: bool,
    /// Claims on their way to events, and where these go.
    events: Option<(Merger<'t>, Target)>,
}

impl<'t> Run<'t> {
    fn begin(args: &Args, tables: &'t Merging, quiet: bool) -> Result<Self> {
        let out = args.out.as_deref();
        let terminal = Target::is_terminal(out);
        let format = Format::choose(args.format, out, terminal);
        ensure!(out.is_some() || format != Format::Parquet, "parquet is no text: name a file with --out");
        let mut layout = format.layout(terminal);
        let mut target = Target::open(out)?;
        let events = args.events.as_deref().map(|file| Target::open(Some(file))).transpose()?;
        let events = events.map(|target| (Merger::new(tables), target));
        target.write(|out| layout.begin(out))?;
        // On a terminal the claims that appear are the progress.
        let screen = if terminal { Screen::new(quiet) } else { Screen::with_progress(quiet, &args.paths) };
        Ok(Self {
            target,
            terminal,
            layout,
            screen,
            tally: Tally::start(),
            seen: Seen::default(),
            notes: args.notes,
            events,
        })
    }

    fn take(&mut self, outcome: Outcome) -> Result<ControlFlow<()>> {
        self.tally.count(&outcome);
        if self.terminal && !outcome.problems.is_empty() {
            // On one screen, messages stand between the reports that they stand between in the input.
            self.target.flush()?;
        }
        for problem in &outcome.problems {
            self.screen.problem(problem);
        }
        if let Some(coded) = &outcome.coded {
            if let Some(fault) = self.seen.take(&coded.report.id) {
                self.screen.problem(&Problem::warning(&outcome.from.0, fault.or_line(outcome.from.1)));
            }
            self.target.write(|out| self.layout.report(coded, out))?;
            if let Some((merger, _)) = &mut self.events {
                coded.coding.claims.iter().for_each(|claim| merger.add(claim));
            }
            for note in coded.coding.notes.iter().filter(|_| self.notes) {
                self.screen.message(&format!(
                    "{}: note: {}",
                    coded.report.id,
                    terminal::clean::clean(&note.text)
                ));
            }
        }
        let tally = &self.tally;
        self.screen.advance(outcome.bytes, || format!("{} reports, {} claims", tally.reports, tally.claims));
        Ok(ControlFlow::Continue(()))
    }

    /// While the next report is being coded, whoever reads the pipe gets what there is.
    fn idle(&mut self) -> Result<ControlFlow<()>> {
        self.target.flush()?;
        Ok(ControlFlow::Continue(()))
    }

    fn end(mut self) -> Result<u8> {
        let code = self.tally.exit_code();
        self.screen.end();
        if code == FAILED {
            self.screen.error(&"nothing could be read; see dateline code --help");
            return Ok(code);
        }
        self.target.write(|out| self.layout.end(out))?;
        self.target.finish()?;
        self.screen.message(&self.tally);
        if let Some((mut merger, target)) = self.events {
            merger.settle();
            let counts = super::merge::write(target, EventFormat::Jsonl, false, &merger, None)?;
            self.screen.message(&super::merge::summary(merger.len(), counts, merger.series().len()));
        }
        Ok(code)
    }
}
