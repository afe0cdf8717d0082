//! `dateline where`: what words for a place may mean, and what speaks for each of its places.

use super::answer::Format;
use crate::gazetteer::GazetteerArgs;
use crate::output::target::Target;
use crate::tally::SOME_FAILED;
use anyhow::{Context, Result, ensure};
use dateline_events::places::{Ranked, Ranking, rank};
use serde_json::json;
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
    let country = match &args.country {
        Some(words) => {
            let found = gazetteer.country_called(words);
            let country = found
                .with_context(|| format!("no country '{words}': its name, its adjective or its ISO code"))?;
            country.name.clone()
        }
        None => String::new(),
    };
    let near = args.near.as_deref().unwrap_or_default();
    ensure!(
        args.near.is_none() || !gazetteer.candidates(near).is_empty(),
        "no place '{near}' in the gazetteer: for --near give one that it knows"
    );
    let found = rank(&gazetteer, &args.words, &country, near);
    let mut target = Target::open(None)?;
    target.write(|out| match args.format {
        Format::Text => text(&found, args.most, out),
        Format::Jsonl => writeln!(out, "{}", as_json(&args.words, &found, args.most)),
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

fn as_json(words: &str, found: &Ranking, most: usize) -> serde_json::Value {
    let answer = found.answer.place.as_ref().map(|place| {
        json!({"name": place.name, "country": place.country, "admin1": place.admin1, "lat": place.lat, "lon": place.lon,
               "geonames_id": place.geonames_id, "precision": place.precision, "radius_km": place.radius_km})
    });
    let places: Vec<_> = found
        .places
        .iter()
        .take(most)
        .map(|ranked| {
            let place = &ranked.place;
            json!({"name": place.name, "country": place.country, "admin1": place.admin1, "lat": place.lat, "lon": place.lon,
                   "geonames_id": place.geonames_id, "precision": place.precision(), "score": ranked.score,
                   "merits": ranked.merits.iter().copied().collect::<std::collections::BTreeMap<_, _>>()})
        })
        .collect();
    json!({"words": words, "answer": answer, "rule": found.answer.why.rule, "note": found.answer.note,
           "candidates": found.places.len(), "places": places})
}
