//! `dateline retract`: a report that its publisher took back.

use super::ingest::up_to_date;
use super::record_args::RecordArgs;
use crate::record::events::Upkeep;
use crate::record::open::Purpose;
use crate::record::retract::Retracted;
use crate::screen::Screen;
use crate::tally::{FAILED, SOME_FAILED};
use anyhow::Result;
use dateline_shared::built_in;

const EXAMPLES: &str = "\
Examples:
  dateline retract wire-2012-1213-07 --why \"taken back by the agency on 15 December\"
  dateline find --reports market shelled            names of reports by their words

The report and its claims stay in the record; the claims count in no event any more. The log keeps who, when and why. Should the article
come again with another text, that is a new version, and counts. Copies that others published rest on it, and count no more either.
Exit codes: 0 done; 1 no report of some name; 2 of none, the record could not be written, or wrong usage.";

/// Take back reports that their publishers have taken back
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Names of reports, as claims and 'dateline find --reports' give them
    #[arg(required = true, value_name = "REPORT")]
    reports: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: String,
    /// Who says so
    #[arg(long, value_name = "NAME", env = "USER", default_value = "")]
    who: String,
    #[command(flatten)]
    record: RecordArgs,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    let record = args.record.open(Purpose::Look)?;
    let screen = Screen::new(quiet);
    let mut unknown = 0;
    for name in &args.reports {
        let done =
            record.wait(record.retract(name, &args.who, &args.why)).map_err(|error| record.fault(&error))?;
        match done {
            Retracted::Claims(n) => screen.message(&format!("{name}: {n} claims count no more")),
            Retracted::Copy => screen.message(&format!(
                "{name}: a copy; it counts no more among the reports of the original's events"
            )),
            Retracted::Nothing => screen.message(&format!("{name}: none of its claims counted")),
            Retracted::Unknown => {
                unknown += 1;
                screen.error(&format!(
                    "{name}: no report of that name; dateline find --reports WORDS gives names"
                ));
            }
        }
    }
    up_to_date(&record, &mut Upkeep::new(&built_in::merging()?), quiet)?;
    Ok(match unknown {
        0 => 0,
        n if n == args.reports.len() => FAILED,
        _ => SOME_FAILED,
    })
}
