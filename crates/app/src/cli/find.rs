//! `dateline find`: events of the record by words, place, time, type, party, source, grade.

use super::filter_args::FilterArgs;
use super::record_args::RecordArgs;
use crate::merging::output;
use crate::output::target::Target;
use crate::record::open::Purpose;
use crate::record::search::Hit;
use crate::screen::Screen;
use crate::terminal::{self, clean::clean, paint::Paint};
use anyhow::{Result, anyhow};
use dateline_events::record::event::EventRecord;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  dateline find --from 2022-04-01 --type ASSAULT --killed 10
  dateline find station missile --country UKR
  dateline find --area 33,34,36,37 --grade contested --format jsonl
  dateline find --reports rebels shelled            reports with these words, whether they make claims or not
  dateline find --party \"al-Nusra Front\" --source-kind state-media

All conditions must hold; values of one option, given more than once, are alternatives. The newest events come first.
Exit codes: 0 found; 1 nothing found; 2 no record, or wrong usage.";

/// Find events in the record
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    record: RecordArgs,
    #[command(flatten)]
    filter: FilterArgs,
    /// Find reports by their words instead of events
    #[arg(
        long,
        requires = "words",
        conflicts_with_all = ["from", "to", "area", "country", "kind", "mode", "party", "source", "source_kind", "status", "publisher", "grade", "killed", "format"]
    )]
    reports: bool,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50)]
    most: usize,
    /// Form of the output [default: text on a terminal, else jsonl]
    #[arg(long, value_enum)]
    format: Option<output::EventFormat>,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    let record = args.record.open(Purpose::Look)?;
    let failed = |error: sqlx::Error| record.fault(&error);
    if args.reports {
        let hits = record
            .wait(record.reports(&format!("{} ", args.filter.words.join(" ")), args.most))
            .map_err(failed)?;
        print_reports(&hits)?;
        return Ok(u8::from(hits.is_empty()));
    }
    let filter = args.filter.filter();
    let lines = record.wait(record.find(&filter, args.most)).map_err(failed)?;
    let terminal = Target::is_terminal(None);
    let format =
        args.format.unwrap_or(if terminal { output::EventFormat::Text } else { output::EventFormat::Jsonl });
    let (mut target, width, paint) = (Target::open(None)?, terminal::columns(), Paint::for_target(terminal));
    for line in &lines {
        let Some((_, text)) = record.wait(record.event(&line.id)).map_err(failed)? else { continue };
        let event: EventRecord =
            serde_json::from_str(&text).map_err(|error| anyhow!("event {}: {error}", line.id))?;
        target.write(|out| match format {
            output::EventFormat::Text => output::text(&event, width, paint, out),
            output::EventFormat::Jsonl => output::jsonl(&event, terminal, out),
        })?;
    }
    target.finish()?;
    let all = record.wait(record.count(&filter)).map_err(failed)?;
    Screen::new(quiet).message(&format!(
        "{all} event{}, {} shown",
        if all == 1 { "" } else { "s" },
        lines.len()
    ));
    Ok(u8::from(lines.is_empty()))
}

fn print_reports(hits: &[Hit]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    for Hit { name, version, published, publisher, title } in hits {
        let word = |text: &Option<String>| clean(text.as_deref().unwrap_or("-")).into_owned();
        let version = if *version > 1 { format!(" (version {version})") } else { String::new() };
        writeln!(out, "{}  {}  {}  {}{version}", word(published), word(publisher), clean(name), word(title))?;
    }
    Ok(())
}
