//! `dateline status`: what the record holds, and what was left out of it.

use super::record_args::RecordArgs;
use crate::record::input::State;
use crate::record::open::Purpose;
use crate::record::status::{Left, Status};
use crate::terminal::clean::clean;
use anyhow::Result;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  dateline status
  dateline status --record archive.db --left 100     also the newest 100 inputs of each kind that were left out, and why";

/// Count what the record holds, and what was refused
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    record: RecordArgs,
    /// How many inputs that were refused, or set aside, to name of each kind
    #[arg(long, value_name = "N", default_value_t = 10)]
    left: usize,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8> {
    let record = args.record.open(Purpose::Look)?;
    let failed = |error: sqlx::Error| record.fault(&error);
    let status = record.wait(record.status()).map_err(failed)?;
    let states = [State::Refused, State::NoText, State::NotEnglish];
    let left = record.wait(record.left(&states, args.left)).map_err(failed)?;
    print(&args.record.address().to_string(), &status, &left, &mut std::io::stdout().lock())?;
    Ok(0)
}

fn print(name: &str, status: &Status, left: &[Left], out: &mut impl Write) -> Result<()> {
    writeln!(out, "record        {}", clean(name))?;
    if let (Some(first), Some(last)) = &status.days {
        writeln!(out, "published     {} to {}", clean(first), clean(last))?;
    }
    if let Some(run) = &status.last_run {
        writeln!(out, "last run      {}", clean(run))?;
    }
    let of = |state: State| status.inputs.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n);
    writeln!(out, "inputs        {}", status.inputs.iter().map(|(_, n)| n).sum::<i64>())?;
    for state in State::ALL {
        writeln!(out, "  {:12}{}", state.title(), of(state))?;
    }
    writeln!(
        out,
        "articles      {} in {} versions, {} of them copies",
        status.articles, status.reports, status.copies
    )?;
    writeln!(out, "claims        {}, and {} that newer ones replaced", status.claims, status.replaced)?;
    writeln!(
        out,
        "events        {}, {} of them told by more than one report",
        status.events, status.told_by_several
    )?;
    for (grade, count) in &status.grades {
        writeln!(out, "  {:16}{count}", clean(grade))?;
    }
    if status.behind {
        writeln!(
            out,
            "the events are older than the claims: the next 'dateline ingest' brings them up to date"
        )?;
    }
    for (version, model, data, actors, count) in &status.coders {
        let own = if actors.is_empty() { String::new() } else { format!(", actors of your own {actors}") };
        writeln!(out, "coded by      dateline {version}, model {model}, data {data}{own}: {count} reports")?;
    }
    for Left { origin, part, state, why } in left {
        let part = if part.is_empty() { String::new() } else { format!(":{part}") };
        writeln!(out, "{}: {}{}: {}", state.title(), clean(origin), clean(&part), clean(why))?;
    }
    Ok(())
}
