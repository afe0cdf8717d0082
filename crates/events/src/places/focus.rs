//! Which countries a report is about.

use super::landmark::Landmark;
use super::merits::{is_great_division, people};
use super::token::tokens;
use crate::gazetteer::fold::fold;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::{Gazetteer, Place};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Weight of a name in the headline or the dateline, against one in the text.
const HEAD: f64 = 3.0;
/// Weight of a demonym, against the country's name.
const DEMONYM: f64 = 0.7;
/// Weight of a name that towns of one country alone bear; shared out where several do.
const TOWN: f64 = 0.5;
/// Share of the first country that no other passes where the report is about that one beyond doubt.
const CLEAR: f64 = 0.6;
/// Added to a town's people when names are shared out, so that villages count.
const VILLAGE: f64 = 1000.0;

/// How much of a report's words speak for each country.
#[derive(Clone, Debug, Default)]
pub(super) struct Focus {
    weights: HashMap<String, f64>,
    /// What each name of a town added, by its key and the country.
    votes: HashMap<(String, String), f64>,
    greatest: f64,
    /// The names in each country that words such as "in" stand before, and those of the headline and the dateline.
    scenes: HashMap<String, BTreeSet<String>>,
}

impl Focus {
    /// Counts countries, their demonyms and their unmistakable towns.
    pub fn of(gazetteer: &Gazetteer, texts: &[(&str, bool)], landmarks: &[Landmark]) -> Self {
        let mut focus = Focus::default();
        for landmark in landmarks {
            focus.count(gazetteer, landmark);
        }
        for (text, in_text) in texts {
            let weight = if *in_text { DEMONYM } else { DEMONYM * HEAD };
            let words = tokens(text);
            for (n, token) in words.iter().enumerate().filter(|(_, t)| t.capital) {
                let pair = words.get(n + 1).map(|next| format!("{} {}", token.text, next.text));
                let country = pair.and_then(|p| gazetteer.country_of_demonym(&p));
                if let Some(country) = country.or_else(|| gazetteer.country_of_demonym(token.text)) {
                    focus.add(&country.iso2, weight);
                }
            }
        }
        focus
    }

    fn count(&mut self, gazetteer: &Gazetteer, landmark: &Landmark) {
        let places: Vec<Place> = landmark.voters.iter().filter_map(|id| gazetteer.place(*id)).collect();
        let head = if landmark.in_text { 1.0 } else { HEAD };
        let name = fold(&landmark.name);
        self.note_scene(landmark, &name, &places);
        if let Some(country) = places.iter().find(|p| p.kind == Kind::Country) {
            let great = places.iter().filter(|p| is_great_division(p) && p.country != country.country);
            let all: Vec<Place> = great.chain([country]).cloned().collect();
            return match all.len() {
                1 => self.add(&country.country, head),
                // "Georgia": the country, or the state.
                _ => shares(&all, code).into_iter().for_each(|(c, share)| self.cast(&name, c, head * share)),
            };
        }
        let most = places.iter().map(|p| p.population).max().unwrap_or(0);
        let known = |p: &&Place| (p.kind == Kind::Capital || is_great_division(p)) && p.population == most;
        if let Some(known) = places.iter().find(known) {
            self.cast(&name, code(known), head * DEMONYM);
        } else if landmark.located {
            self.share_out(&name, &places);
        }
    }

    fn note_scene(&mut self, landmark: &Landmark, name: &str, places: &[Place]) {
        let countries: BTreeSet<&str> = places.iter().map(|p| p.country.as_str()).collect();
        if let (Some(country), 1) = (countries.first(), countries.len())
            && (landmark.located || !landmark.in_text)
        {
            self.scenes.entry((*country).to_owned()).or_default().insert(name.to_owned());
        }
    }

    /// True where the report says of something besides `name` that it is in the country, or speaks of no other country as much.
    pub fn is_scene(&self, name: &str, country: &str) -> bool {
        let key = fold(name);
        let said = self.scenes.get(country).is_some_and(|names| names.iter().any(|n| *n != key));
        said || !self.weights.keys().any(|other| other != country && self.share(other) >= self.share(country))
    }

    fn cast(&mut self, name: &str, country: String, vote: f64) {
        self.add(&country, vote);
        *self.votes.entry((name.to_owned(), country)).or_default() += vote;
    }

    /// One vote for each distinct name, shared between the countries that have it by the people who live there.
    fn share_out(&mut self, name: &str, places: &[Place]) {
        for (country, share) in shares(places, code).into_iter().filter(|(country, _)| !country.is_empty()) {
            let vote = TOWN * share;
            if self.votes.insert((name.to_string(), country.clone()), vote).is_none() {
                self.add(&country, vote);
            }
        }
    }

    /// How much besides the name itself speaks for a country: 1 is one naming of it.
    pub fn apart_from(&self, name: &str, country: &str) -> f64 {
        let own = self.votes.get(&(fold(name), country.to_string())).copied().unwrap_or(0.0);
        self.weights.get(country).copied().unwrap_or(0.0) - own
    }

    /// Like [`Focus::share`], without what the name itself adds; less where less than a demonym speaks for any country.
    pub fn share_apart_from(&self, name: &str, country: &str) -> f64 {
        let weight = self.apart_from(name, country).max(0.0);
        if self.greatest > 0.0 { weight / self.greatest.max(DEMONYM) } else { 0.0 }
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

    /// The countries with at least that share, those that most speaks for first.
    pub fn countries(&self, least: f64) -> Vec<String> {
        let mut all: Vec<&String> =
            self.weights.keys().filter(|country| self.share(country) >= least).collect();
        all.sort_by(|a, b| self.share(b).total_cmp(&self.share(a)).then(a.cmp(b)));
        all.into_iter().cloned().collect()
    }

    /// True where one country is named far more than any other.
    pub fn clear(&self) -> bool {
        let rivals = self.weights.keys().filter(|country| self.share(country) > CLEAR).count();
        rivals == 1 && self.greatest >= 1.0
    }

    /// The country that most speaks for; of two alike, the first in the alphabet.
    pub fn first(&self) -> Option<&str> {
        let better = |a: &(&String, &f64), b: &(&String, &f64)| a.1.total_cmp(b.1).then(b.0.cmp(a.0));
        self.weights.iter().max_by(better).map(|(country, _)| country.as_str())
    }
}

/// How much a name that all `places` bear speaks for each of the areas that they lie in, by the people who live there: near 1
/// where nearly all of them live in one.
pub(super) fn shares<A: Ord>(places: &[Place], area: impl Fn(&Place) -> A) -> BTreeMap<A, f64> {
    let mut shares: BTreeMap<A, f64> = BTreeMap::new();
    for place in places {
        let most = shares.entry(area(place)).or_default();
        *most = most.max(people(place) + VILLAGE);
    }
    let all: f64 = shares.values().sum();
    shares.values_mut().for_each(|share| *share = (*share / all) * (*share / all));
    shares
}

fn code(place: &Place) -> String {
    place.country.clone()
}
