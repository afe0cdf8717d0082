//! `dateline who`: what words for a party mean, and why.

use super::answer::Format;
use crate::actors::{self, ActorsArgs};
use crate::output::target::Target;
use crate::reading::date;
use crate::tally::SOME_FAILED;
use crate::terminal::clean::{clean, escape_json};
use anyhow::Result;
use dateline_events::parties::{PartyReading, StateCodes};
use dateline_shared::built_in;
use dateline_shared::party;
use dateline_shared::place::country_called;
use jiff::civil::Date;
use std::io::{self, Write};

const EXAMPLES: &str = "\
Examples:
  dateline who \"State Department spokesman Mark Toner\" --date 2013-04-05
  dateline who \"the president of Egypt\" --date 2012-12-13
  dateline who \"rebel forces\" --country Syria
  dateline who \"the Kurdish-led SDF\" --format jsonl

The answer is what a report with nothing else in it would give: a report's other words may tell more.
Exit codes: 0 the party's country or name is known; 1 neither is; 2 wrong usage.";

/// Resolve words for a party: who it is, its country and sector, and the rule and table behind each
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Words for a party, as a report has them: names begin with capitals
    #[arg(value_parser = some_words)]
    words: String,
    /// Day of the report, as 2012-12-13: offices change hands
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    date: Option<Date>,
    /// The country that the report is about: name, adjective or ISO code
    #[arg(long)]
    country: Option<String>,
    #[command(flatten)]
    actors: ActorsArgs,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Refuses an argument without letters or digits.
fn some_words(words: &str) -> Result<String, String> {
    match words.chars().any(char::is_alphanumeric) {
        true => Ok(words.to_owned()),
        false => Err("no words: give those that a report has for the party".to_owned()),
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8> {
    let country = match &args.country {
        Some(words) => Some(country_called(&built_in::gazetteer()?, words)?),
        None => None,
    };
    let actors = args.actors.open()?;
    let found = party::resolve(&actors, &args.words, args.date, country);
    let codes = found.country.as_deref().and_then(|iso3| actors.state_codes(iso3, args.date));
    let mut target = Target::open(None)?;
    target.write(|out| match args.format {
        Format::Text => {
            text(&found, out)?;
            codes.as_ref().map_or(Ok(()), |codes| writeln!(out, "  {}", numbers(codes)))
        }
        Format::Jsonl => {
            writeln!(out, "{}", escape_json(&party::json(&args.words, &found, codes.as_ref()).to_string()))
        }
    })?;
    target.finish()?;
    let known = found.country.is_some() || found.id.is_some();
    Ok(if known { 0 } else { SOME_FAILED })
}

pub(super) fn text(found: &PartyReading, out: &mut dyn Write) -> io::Result<()> {
    let or = |value: &Option<String>, nothing: &str| value.clone().unwrap_or_else(|| nothing.to_owned());
    writeln!(out, "{}", clean(&or(&found.who, "no party")))?;
    let by = |why: &dateline_events::why::Why| match why.data {
        "" => why.rule.to_owned(),
        data => format!("{} ({})", why.rule, actors::file_of(data)),
    };
    writeln!(out, "  country {}: {}", or(&found.country, "-"), by(&found.why))?;
    writeln!(out, "  sector {}: {}", or(&found.sector, "-"), by(&found.sector_why))?;
    if let Some(rival) = &found.rival {
        writeln!(out, "  or {rival}: nothing tells the two apart")?;
    }
    found.id.as_ref().map_or(Ok(()), |id| writeln!(out, "  id {id}"))
}

/// "Correlates of War 652 (SYR), Gleditsch and Ward 652".
fn numbers(codes: &StateCodes) -> String {
    let cow = codes.cow.map(|n| format!("Correlates of War {n} ({})", codes.cow_abbrev));
    let gw = codes.gw.map(|n| format!("Gleditsch and Ward {n}"));
    cow.into_iter().chain(gw).collect::<Vec<_>>().join(", ")
}
