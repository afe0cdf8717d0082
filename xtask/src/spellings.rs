//! Measures how well a place is found by a spelling that the gazetteer lacks: one spelling of each place is held back, the
//! others are packed.

use crate::data::gazetteer::{Sources, sources};
use crate::data::inputs;
use anyhow::{Result, ensure};
use dateline_events::gazetteer::fold::fold;
use dateline_events::gazetteer::pack::NewPlace;
use dateline_events::gazetteer::{Gazetteer, PlaceId};
use std::collections::HashSet;
use std::path::Path;

/// Candidates that count.
const CANDIDATES: usize = 5;
/// What must be found.
const AIM: f64 = 0.90;
/// A held-back name that differs from all others of its place in more of its letters than this, or in the number of its words, is
/// another name of the place, no spelling: Stalingrad and Volgograd, Majin and Majin Zhen.
const SPELLING: f64 = 0.4;
/// Every so many places one is asked for.
const STEP: usize = 7;

/// A spelling that the pack lacks.
struct Held {
    place: usize,
    words: String,
}

/// Holds back spellings, asks for them, and says how many are found among the first five candidates.
pub fn measure(shared: &Path) -> Result<()> {
    let sources = sources(&inputs(shared)?)?;
    let (places, held) = hold_back(&sources);
    let gazetteer = Gazetteer::from_bytes(sources.pack(&places)?)?;
    let romanised = gazetteer.romanised();
    let asked: Vec<&Held> = held.iter().step_by(STEP).collect();
    let mut shares = Vec::new();
    for (among, everywhere) in [("the country given", false), ("no country given", true)] {
        let found = |held: &&&Held| {
            let place = &places[held.place];
            let own = [place.country.as_str()];
            let countries = if everywhere { &romanised[..] } else { &own };
            candidates(&gazetteer, &held.words, countries)
                .into_iter()
                .take(CANDIDATES)
                .any(|id| gazetteer.place(id).is_some_and(|p| is(&p, place)))
        };
        let share = asked.iter().filter(found).count() as f64 / asked.len() as f64;
        println!("{} spellings held back, {among}: {share:.3} among {CANDIDATES} candidates", asked.len());
        shares.push(share);
    }
    ensure!(shares[0] >= AIM, "with the country given {AIM} is asked for");
    Ok(())
}

fn is(found: &dateline_events::gazetteer::Place, place: &NewPlace) -> bool {
    found.geonames_id == Some(u64::from(place.geonames_id)) && place.geonames_id > 0
}

/// Those that bear the name in one of the countries, then those whose names sound like it.
fn candidates(gazetteer: &Gazetteer, words: &str, countries: &[&str]) -> Vec<PlaceId> {
    let here = |id: &PlaceId| gazetteer.place(*id).is_some_and(|p| countries.contains(&p.country.as_str()));
    let mut all: Vec<PlaceId> = gazetteer.find(words).into_iter().filter(here).collect();
    all.extend(gazetteer.sounding_like(words, countries).into_iter().map(|s| s.id));
    let mut seen = HashSet::new();
    all.retain(|id| seen.insert(*id));
    all
}

/// Takes the last of the other names of each place that is a spelling of one of the rest, where the country's names are romanised.
fn hold_back(sources: &Sources) -> (Vec<NewPlace>, Vec<Held>) {
    let whole = Gazetteer::from_bytes(sources.pack(&[]).unwrap_or_default());
    let romanised: HashSet<String> =
        whole.map(|g| g.romanised().into_iter().map(String::from).collect()).unwrap_or_default();
    let mut places = sources.places.clone();
    let mut held = Vec::new();
    for (number, place) in places.iter_mut().enumerate() {
        if place.geonames_id == 0 || !romanised.contains(&place.country) {
            continue;
        }
        let Some(at) = (0..place.names.len()).rev().find(|at| is_spelling(place, *at)) else { continue };
        let words = place.names[at].clone();
        let key = fold(&words);
        place.names.retain(|name| fold(name) != key);
        held.push(Held { place: number, words });
    }
    (places, held)
}

/// True where the other name of that number is spelt otherwise than the rest, and much like one of them.
fn is_spelling(place: &NewPlace, at: usize) -> bool {
    let key = fold(&place.names[at]);
    let words = |key: &str| key.split(' ').count();
    let rest: Vec<String> = std::iter::once(&place.name)
        .chain(&place.names)
        .map(|name| fold(name))
        .filter(|k| *k != key)
        .collect();
    fold(&place.name) != key
        && rest.iter().any(|other| {
            let (a, b) = (other.replace(' ', ""), key.replace(' ', ""));
            words(other) == words(&key) && 1.0 - strsim::normalized_levenshtein(&a, &b) <= SPELLING
        })
}
