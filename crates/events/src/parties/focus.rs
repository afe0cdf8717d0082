//! The country that a report is about: a weighted count of the countries that its words point to.

use super::entry::{Class, Country, Entry};
use super::lexicon::Fast;
use super::view::{Match, View};

/// Weights by country.
#[derive(Default)]
pub(crate) struct Focus {
    weights: Fast<u64, f32>,
    total: f32,
    /// How often the text names a country.
    times: Fast<u64, u32>,
    title: Vec<Country>,
    dateline: Vec<Country>,
    opening: Option<Country>,
}

impl Focus {
    /// Counts a report's text, title and dateline. The publisher does not count: the BBC reports on everywhere.
    pub(crate) fn of(view: &View<'_>) -> Self {
        let mut focus = Self::default();
        let length = view.words.len().max(1);
        for found in &view.matches {
            // What a report is about comes first.
            let early = 1.0 - found.from as f32 / length as f32;
            focus.count(found, 1.0 + early);
            if let Some(country) = found.entry.country {
                *focus.times.entry(u64::from(country)).or_default() += 1;
                focus.opening = focus.opening.or(Some(country));
            }
        }
        let report = view.scene.report;
        for (text, weight) in [(&report.title, 3.0), (&report.dateline, 4.0)] {
            let Some(text) = text else { continue };
            let outside = View::of_words(view.actors, view.scene, text);
            outside.matches.iter().for_each(|m| focus.count(m, weight));
            let countries = outside.matches.iter().filter_map(|m| m.entry.country);
            if weight > 3.0 { focus.dateline.extend(countries) } else { focus.title.extend(countries) }
        }
        focus
    }

    fn count(&mut self, found: &Match<'_>, weight: f32) {
        if let Some(country) = found.entry.country {
            let weight = weight * pull(found.entry);
            *self.weights.entry(u64::from(country)).or_default() += weight;
            self.total += weight;
        }
    }

    /// The share of a country, 0 to 1.
    pub(crate) fn share(&self, country: Country) -> f32 {
        match self.total > 0.0 {
            true => self.weights.get(&u64::from(country)).copied().unwrap_or(0.0) / self.total,
            false => 0.0,
        }
    }

    /// How often the text names a country, in any form.
    pub(crate) fn times(&self, country: Country) -> u32 {
        self.times.get(&u64::from(country)).copied().unwrap_or(0)
    }

    /// The countries of the title, in its order.
    pub(crate) fn title(&self) -> &[Country] {
        &self.title
    }

    /// The countries of the dateline.
    pub(crate) fn dateline(&self) -> &[Country] {
        &self.dateline
    }

    /// The country that the text names first.
    pub(crate) fn opening(&self) -> Option<Country> {
        self.opening
    }

    /// All countries that the report names, in no order that matters.
    pub(crate) fn countries(&self) -> impl Iterator<Item = Country> + '_ {
        self.weights.keys().filter_map(|c| Country::try_from(*c).ok())
    }

    /// The country with the most weight; of equals the first in the table.
    pub(crate) fn top(&self) -> Option<Country> {
        let ahead = |a: &Country, b: &Country| self.share(*a).total_cmp(&self.share(*b)).then(b.cmp(a));
        self.countries().max_by(ahead)
    }
}

/// How strongly a name says that its country is the scene.
fn pull(e: &Entry) -> f32 {
    match e.class {
        Class::Place => 1.5,
        Class::Country => 1.2,
        Class::Capital | Class::Demonym | Class::Nationals | Class::Group => 1.0,
        Class::Leader => 0.6,
        Class::Metonym => 0.4,
        Class::Body => 0.2,
        Class::Role(_) => 0.0,
    }
}
