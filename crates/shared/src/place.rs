//! What words for a place may mean.

use anyhow::{Context, Result, ensure};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::places::{Ranking, rank};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Every place that `words` may mean in a report on `country` (name, adjective or ISO code) that also names the place `near`.
///
/// An error says which of these two is not known.
pub fn resolve(
    gazetteer: &Gazetteer,
    words: &str,
    country: Option<&str>,
    near: Option<&str>,
) -> Result<Ranking> {
    let country = country.map(|words| country_called(gazetteer, words)).transpose()?.unwrap_or_default();
    let near = near.unwrap_or_default();
    ensure!(
        near.is_empty() || !gazetteer.candidates(near).is_empty(),
        "no place '{near}' in the gazetteer: it must be one that it knows to say what the words are near to"
    );
    Ok(rank(gazetteer, words, &country, near))
}

/// The name of a country by its name, adjective or ISO code.
pub fn country_called(gazetteer: &Gazetteer, words: &str) -> Result<String> {
    let found = gazetteer.country_called(words);
    let country =
        found.with_context(|| format!("no country '{words}': its name, its adjective or its ISO code"))?;
    Ok(country.name.clone())
}

/// The answer, the rule behind it, and the `most` likeliest places with what speaks for each.
pub fn json(words: &str, found: &Ranking, most: usize) -> Value {
    let answer = found.answer.place.as_ref().map(|place| {
        json!({"name": place.name, "country": place.country, "admin1": place.admin1, "lat": place.lat, "lon": place.lon,
               "geonames_id": place.geonames_id, "precision": place.precision, "radius_km": place.radius_km})
    });
    let ranked = found.places.iter().take(most).map(|ranked| {
        let place = &ranked.place;
        json!({"name": place.name, "country": place.country, "admin1": place.admin1, "lat": place.lat, "lon": place.lon,
               "geonames_id": place.geonames_id, "precision": place.precision(), "score": ranked.score,
               "merits": ranked.merits.iter().copied().collect::<BTreeMap<_, _>>()})
    });
    json!({"words": words, "answer": answer, "rule": found.answer.why.rule, "note": found.answer.note,
           "candidates": found.places.len(), "places": ranked.collect::<Vec<_>>()})
}
