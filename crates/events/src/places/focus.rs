//! Which countries a report is about.

use super::gazetteer::Gazetteer;
use super::kind::Kind;
use super::landmark::Landmark;
use super::token::tokens;
use std::collections::HashMap;

/// Weight of a name in the headline or the dateline, against one in the text.
const HEAD: f64 = 3.0;
/// Weight of a demonym, against the country's name.
const DEMONYM: f64 = 0.7;
/// Weight of a town that no other country has.
const TOWN: f64 = 0.5;

/// How much of a report's words speak for each country.
#[derive(Clone, Debug, Default)]
pub(super) struct Focus {
    weights: HashMap<String, f64>,
    greatest: f64,
}

impl Focus {
    /// Counts countries, their demonyms and their unmistakable towns.
    pub fn of(gazetteer: &Gazetteer, texts: &[(&str, bool)], landmarks: &[Landmark]) -> Self {
        let mut focus = Focus::default();
        for landmark in landmarks {
            let weight = if landmark.in_text { 1.0 } else { HEAD };
            if let Some((country, share)) = country_of(gazetteer, landmark) {
                focus.add(&country, weight * share);
            }
        }
        for (text, in_text) in texts {
            let weight = if *in_text { DEMONYM } else { DEMONYM * HEAD };
            for token in tokens(text).iter().filter(|t| t.capital) {
                if let Some(country) = gazetteer.country_of_demonym(token.text) {
                    focus.add(&country.iso2, weight);
                }
            }
        }
        focus
    }

    fn add(&mut self, country: &str, weight: f64) {
        let sum = self.weights.entry(country.to_string()).or_default();
        *sum += weight;
        self.greatest = self.greatest.max(*sum);
    }

    /// 0 where nothing speaks for the country, 1 for the country that most speaks for.
    pub fn share(&self, country: &str) -> f64 {
        let weight = self.weights.get(country).copied().unwrap_or(0.0);
        if self.greatest > 0.0 { weight / self.greatest } else { 0.0 }
    }

    /// The country that most speaks for; of two alike, the first in the alphabet.
    pub fn first(&self) -> Option<&str> {
        let better = |a: &(&String, &f64), b: &(&String, &f64)| a.1.total_cmp(b.1).then(b.0.cmp(a.0));
        self.weights.iter().max_by(better).map(|(country, _)| country.as_str())
    }
}

/// The country that a name speaks for, and how clearly.
fn country_of(gazetteer: &Gazetteer, landmark: &Landmark) -> Option<(String, f64)> {
    let places: Vec<_> = landmark.places.iter().filter_map(|id| gazetteer.place(*id)).collect();
    let most = |country: Option<&str>| {
        let others = places.iter().filter(|p| country.is_none_or(|c| p.country != c));
        others.map(|p| p.population).max().unwrap_or(0)
    };
    if let Some(country) = places.iter().find(|p| p.kind == Kind::Country) {
        return Some((country.country.clone(), 1.0));
    }
    if let Some(capital) = places.iter().find(|p| p.kind == Kind::Capital && p.population == most(None)) {
        return Some((capital.country.clone(), DEMONYM));
    }
    let first = places.iter().max_by_key(|p| p.population)?;
    let clear = first.population > 50_000 && first.population > 20 * most(Some(&first.country));
    (clear && landmark.located && !first.country.is_empty()).then(|| (first.country.clone(), TOWN))
}
