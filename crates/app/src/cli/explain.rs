//! `dateline explain`: where each field of a claim comes from.

use super::reading_args::ReadingArgs;
use crate::explain::{self, Look};
use crate::merging;
use crate::output::Coded;
use crate::output::table_cells::heading;
use crate::output::target::Target;
use crate::reading::inputs;
use crate::screen::Screen;
use crate::tally::{SOME_FAILED, Tally};
use crate::terminal::paint::{Colour, Paint};
use crate::{terminal, work};
use anyhow::Result;
use dateline_events::merge::Merger;
use dateline_shared::built_in;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  dateline explain report.txt
  dateline explain feed.jsonl --claim c_5f0c
  dateline explain - < report.txt
  dateline explain claims.jsonl --event e_5f0c     why claims are one event, and what kept the nearest other out";

/// Explain claims: the sentence with every span marked, then each field with its words, score or rule, and data
///
/// With --event, explain an event: why each of its claims is in it, and what kept the nearest other claim out.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// A file or folder of reports, or - for standard input; with --event a file of claims
    #[arg(value_name = "REPORT")]
    report: PathBuf,
    #[command(flatten)]
    reading: ReadingArgs,
    /// Only the claim with this id, or the claims whose ids begin so
    #[arg(long, value_name = "ID")]
    claim: Option<String>,
    /// The event with this id, the events whose ids begin so, or the event that the claim with this id is in, of the claims in REPORT
    #[arg(long, value_name = "ID", conflicts_with = "claim")]
    event: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    if let Some(id) = &args.event {
        return event(args, id, quiet);
    }
    let (code, defaults) = (args.reading.coder()?, args.reading.defaults());
    let look = Look { width: terminal::columns(), paint: Paint::for_target(Target::is_terminal(None)) };
    let (mut target, mut tally, screen) = (Target::open(None)?, Tally::start(), Screen::new(quiet));
    let (mut shown, mut failed) = (0, None);
    _ = inputs::walk(std::slice::from_ref(&args.report), &[], &mut |item| {
        let outcome = work::one(item, &defaults, &code);
        tally.count(&outcome);
        outcome.problems.iter().for_each(|problem| screen.problem(problem));
        let Some(coded) = &outcome.coded else { return ControlFlow::Continue(()) };
        match target.write(|out| report(coded, args.claim.as_deref(), look, &mut shown, out)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    target.finish()?;
    if let Some(id) = args.claim.as_ref().filter(|_| shown == 0 && tally.reports > 0) {
        let report = args.report.display();
        screen.error(&format!(
            "{report}: no claim '{id}' in it; for the ids: dateline code --format jsonl {report}"
        ));
        return Ok(SOME_FAILED);
    }
    Ok(tally.exit_code())
}

/// Explains the events of a file of claims whose ids begin with `id`.
fn event(args: &Args, id: &str, quiet: bool) -> Result<u8> {
    let tables = built_in::merging()?;
    let (mut merger, mut claims) = (Merger::new(&tables), BTreeMap::new());
    let mut completion = args.reading.completion();
    merging::read(&args.report, |mut claim, _| {
        completion.complete(&mut claim)?;
        merger.add(&claim);
        claims.insert(claim.id.clone(), claim);
        Ok(())
    })?;
    let found = merger.explain(id);
    if found.is_empty() {
        let file = args.report.display();
        let cure =
            format!("give an id that dateline merge {file} prints, or that of one of the event's claims");
        Screen::new(quiet).error(&format!("{file}: no event '{id}' in it; {cure}"));
        return Ok(SOME_FAILED);
    }
    let mut target = Target::open(None)?;
    let paint = Paint::for_target(Target::is_terminal(None));
    target.write(|out| {
        found.iter().try_for_each(|why| merging::write_why(why, &claims, terminal::columns(), paint, out))
    })?;
    target.finish()?;
    Ok(0)
}

/// Explains the claims of one report whose ids begin with `wanted`.
fn report(
    coded: &Coded,
    wanted: Option<&str>,
    look: Look,
    shown: &mut usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let claims = coded.coding.claims.iter().enumerate();
    let chosen: Vec<usize> =
        claims.filter(|(_, c)| wanted.is_none_or(|id| c.id.starts_with(id))).map(|(n, _)| n).collect();
    if wanted.is_some() && chosen.is_empty() {
        return Ok(());
    }
    *shown += chosen.len();
    writeln!(out, "{}\n", look.paint.colour(Colour::Dim, &heading(&coded.report)))?;
    if chosen.is_empty() {
        writeln!(out, "no claims\n")?;
    }
    for n in chosen {
        explain::write(coded, n, look, out)?;
        writeln!(out)?;
    }
    for note in coded.coding.notes.iter().filter(|_| wanted.is_none()) {
        writeln!(out, "note: {}", terminal::clean::clean(&note.text))?;
    }
    Ok(())
}
