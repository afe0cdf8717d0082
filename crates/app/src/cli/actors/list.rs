//! `dateline actors list`: which actors are known.

use crate::actors::{ActorsArgs, file_of, with_own};
use crate::cli::answer::Format;
use crate::output::target::Target;
use crate::tally::SOME_FAILED;
use crate::terminal::clean::{clean, escape_json};
use anyhow::{Result, ensure};
use clap::ValueEnum;
use dateline_events::parties::Actors;
use dateline_events::parties::user::{Listed, OWN_FILE};
use dateline_shared::built_in;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{self, Write};

const EXAMPLES: &str = "\
Examples:
  dateline actors list
  dateline actors list islamic front --country SYR
  dateline actors list --own --format jsonl

An actor is listed where its name, another name or its id holds the words, whatever their case and accents. Without words and
filters you see how many actors each table has, and your own.
Exit codes: 0 something is listed; 1 nothing fits; 2 wrong usage, or a file with errors.";

/// List actors: those whose names hold the words, with all that is known of them
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Words of a name
    words: Vec<String>,
    /// Only actors of this country, ISO 3166 alpha-3
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Only actors of this sort
    #[arg(long, value_enum)]
    sort: Option<Sort>,
    /// Only the actors of the program
    #[arg(long, conflicts_with = "own")]
    built_in: bool,
    /// Only your own
    #[arg(long)]
    own: bool,
    #[command(flatten)]
    actors: ActorsArgs,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sort {
    Group,
    Body,
    Person,
    Role,
    Country,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8> {
    let actors = with_own(built_in::actors_to_be_listed()?, args.actors.file().as_deref())?;
    let words = actors.slug(&args.words.join(" "));
    ensure!(
        args.words.is_empty() || !words.is_empty(),
        "the words hold nothing to look for: give a part of a name"
    );
    if let Some(code) = &args.country {
        ensure!(actors.knows_country(code), "no country '{code}': three letters of ISO 3166, such as SYR");
    }
    let all = actors.listed();
    let bare =
        words.is_empty() && args.country.is_none() && args.sort.is_none() && !args.own && !args.built_in;
    let fits = |row: &&Listed<'_>| if bare { row.line.is_some() } else { args.fits(row, &actors, &words) };
    let rows: Vec<&Listed<'_>> = all.iter().filter(fits).collect();
    let mut target = Target::open(None)?;
    target.write(|out| match args.format {
        Format::Text => {
            if bare {
                counts(&all, out)?;
            }
            rows.iter().try_for_each(|row| text(row, out))
        }
        Format::Jsonl => {
            rows.iter().try_for_each(|row| writeln!(out, "{}", escape_json(&as_json(row).to_string())))
        }
    })?;
    target.finish()?;
    Ok(if rows.is_empty() && !bare { SOME_FAILED } else { 0 })
}

impl Args {
    fn fits(&self, row: &Listed<'_>, actors: &Actors, words: &str) -> bool {
        let own = row.line.is_some();
        let sort = self.sort.and_then(|s| s.to_possible_value());
        (!self.own || own)
            && (!self.built_in || !own)
            && sort.is_none_or(|s| s.get_name() == row.sort)
            && self.country.as_ref().is_none_or(|c| row.country.is_some_and(|code| code == c))
            && (words.is_empty() || row.holds(actors, words))
    }
}

fn counts(all: &[Listed<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut tables: BTreeMap<&str, usize> = BTreeMap::new();
    all.iter().for_each(|row| *tables.entry(row.table).or_default() += 1);
    // The user's own last, right above them.
    let own = tables.remove(OWN_FILE);
    let mut line = |table: &str, count: usize| writeln!(out, "{count:7}  {}", file_of(table));
    tables.into_iter().try_for_each(|(table, count)| line(table, count))?;
    line(OWN_FILE, own.unwrap_or(0))
}

fn text(row: &Listed<'_>, out: &mut dyn Write) -> io::Result<()> {
    let or = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let from = |day: Option<jiff::civil::Date>| day.map_or_else(|| "..".to_owned(), |d| d.to_string());
    let time = match (row.from, row.to) {
        (None, None) => String::new(),
        (first, last) => format!(", {} to {}", from(first), from(last)),
    };
    let office = row.office.map(|office| format!(", {office}")).unwrap_or_default();
    let place = row.line.map(|line| format!(":{line}")).unwrap_or_default();
    writeln!(out, "{}", clean(row.name))?;
    let (country, sector) = (or(row.country.unwrap_or("")), or(row.sector));
    let facts = format!("{}  {} {country} {sector}{office}{time}", or(row.id), row.sort);
    writeln!(out, "  {}  {}{place}", clean(&facts), file_of(row.table))?;
    let others: Vec<&str> = row.names.iter().map(String::as_str).filter(|name| *name != row.name).collect();
    if others.is_empty() { Ok(()) } else { writeln!(out, "  also {}", clean(&others.join("; "))) }
}

fn as_json(row: &Listed<'_>) -> serde_json::Value {
    let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    json!({"name": row.name, "id": some(row.id), "sort": row.sort, "country": row.country, "sector": some(row.sector),
           "kind": some(row.kind), "office": row.office, "from": row.from.map(|d| d.to_string()),
           "to": row.to.map(|d| d.to_string()), "names": row.names, "table": row.table, "line": row.line})
}
