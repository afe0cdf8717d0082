//! `dateline where`: what words for a place may mean, and what speaks for each of its places.

use super::answer::Format;
use crate::gazetteer::GazetteerArgs;
use crate::output::target::Target;
use crate::tally::SOME_FAILED;
use anyhow::Result;
use dateline_events::places::{Ranked, Ranking};
use dateline_shared::place;
use std::io::{self, Write};

const EXAMPLES: &str = "\
Examples:
  dateline where \"the town of Qatana in Damascus province\"
  dateline where Tripoli --country Lebanon
  dateline where Tripoli --near Misrata --format jsonl
  dateline where \"a village near Idlib\" --most 3

The answer is what a report with nothing else in it would give: without --country or --near little speaks for small towns.
Exit codes: 0 the answer is a place on the map; 1 it is not; 2 wrong usage.";

/// Resolve words for a place: the answer, then every place of that name with its score and what it is made of
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Words for a place, as a report has them, names in capitals
    words: String,
    /// The country that the report is about: name, adjective or ISO code
    #[arg(long)]
    country: Option<String>,
    /// Another place that the report names
    #[arg(long, value_name = "PLACE")]
    near: Option<String>,
    /// How many places to list
    #[arg(long, default_value_t = 5, value_name = "NUMBER")]
    most: usize,
    #[command(flatten)]
    gazetteer: GazetteerArgs,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8> {
    let gazetteer = args.gazetteer.open()?;
    let found = place::resolve(&gazetteer, &args.words, args.country.as_deref(), args.near.as_deref())?;
    let mut target = Target::open(None)?;
    target.write(|out| match args.format {
        Format::Text => text(&found, args.most, out),
        Format::Jsonl => writeln!(out, "{}", place::json(&args.words, &found, args.most)),
    })?;
    target.finish()?;
    let on_map = found.answer.place.as_ref().is_some_and(|place| place.lat.is_some());
    Ok(if on_map { 0 } else { SOME_FAILED })
}

fn text(found: &Ranking, most: usize, out: &mut dyn Write) -> io::Result<()> {
    let rule = found.answer.why.rule;
    match &found.answer.place {
        Some(place) => {
            let spot = match (place.lat, place.lon, place.radius_km, place.precision) {
                (Some(lat), Some(lon), Some(radius), Some(precision)) => {
                    format!("{lat:.3}, {lon:.3}, within {radius} km, {precision}")
                }
                _ => "not on the map".to_owned(),
            };
            writeln!(out, "{}\n  {spot}; {rule}", place.name)?;
        }
        None => writeln!(out, "no place\n  {rule}")?,
    }
    if let Some(note) = &found.answer.note {
        writeln!(out, "  {note}")?;
    }
    for ranked in found.places.iter().take(most) {
        writeln!(out, "{:6.1}  {}", ranked.score, line(ranked))?;
    }
    let more = found.places.len().saturating_sub(most);
    if more > 0 {
        writeln!(out, "        and {more} more: --most {}", found.places.len())?;
    }
    Ok(())
}

fn line(ranked: &Ranked) -> String {
    let place = &ranked.place;
    let parts = [place.name.as_str(), &place.admin1, &place.country].into_iter().filter(|p| !p.is_empty());
    let merits: Vec<String> =
        ranked.merits.iter().map(|(what, merit)| format!("{what} {merit:+.1}")).collect();
    let parts: Vec<&str> = parts.collect();
    format!(
        "{} ({}, {:.3}, {:.3}): {}",
        parts.join(", "),
        place.precision(),
        place.lat,
        place.lon,
        merits.join(", ")
    )
}
