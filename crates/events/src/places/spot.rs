//! From a description, read, to a place on the map.

use super::by_holder::by_holder;
use super::by_name::by_name;
use super::by_reference::{by_reference, in_part};
use super::context::Context;
use super::phrase::{Head, Phrase};
use super::resolve::{Resolution, ResolvedPlace};
use crate::gazetteer::fold::fold;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Gazetteer, Place, PlaceId};
use crate::why::Why;

const DATA: &str = "gazetteer/gazetteer.bin";

/// Where a description points.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The most specific words.
    pub label: String,
    /// The place itself, or the one that holds it.
    pub place: Option<Place>,
    /// True where `place` is the place itself.
    pub itself: bool,
    /// Nearby, or a part without edges: the radius grows.
    pub loose: bool,
    /// Places of that name.
    pub candidates: usize,
    /// The rule.
    pub rule: &'static str,
    /// What failed.
    pub note: Option<String>,
}

/// "A village" is not the one named before; it lies where its sentence is about.
fn is_new(phrase: &Phrase, class: Class) -> bool {
    let points = ["there", "here"].iter().any(|word| phrase.label.eq_ignore_ascii_case(word));
    let small = matches!(class, Class::City | Class::Town | Class::Part);
    small && !phrase.definite && !points && phrase.demonyms.is_empty()
}

impl Spot {
    pub fn new(label: &str, place: Option<Place>, rule: &'static str) -> Self {
        let (label, itself) = (label.to_string(), true);
        Spot { label, place, itself, loose: false, candidates: 1, rule, note: None }
    }

    pub fn lost(label: &str, rule: &'static str, note: String) -> Self {
        Spot { candidates: 0, note: Some(note), ..Spot::new(label, None, rule) }
    }

    /// Finds the place of a description that begins at byte `at`; `before` are the spots of the mentions before it.
    pub fn find(
        context: &Context,
        before: &[(usize, Spot)],
        phrase: &Phrase,
        at: usize,
        sentence: Option<usize>,
    ) -> Spot {
        Spot::holding(context, before, phrase, &[], at, sentence)
    }

    /// The place of what holds `phrase`, by its words, in a report of that one sentence.
    pub fn of_holder(context: &Context, phrase: &Phrase) -> Option<Spot> {
        let inside = phrase.inside.as_ref()?;
        Some(Spot::holding(context, &[], inside, phrase.places(), 0, Some(0)))
    }

    /// Like [`Spot::find`], of a description of what holds one of the places `held`: "Georgia" of "Atlanta, Georgia".
    fn holding(
        context: &Context,
        before: &[(usize, Spot)],
        phrase: &Phrase,
        held: &[PlaceId],
        at: usize,
        sentence: Option<usize>,
    ) -> Spot {
        let own = phrase.places();
        let inside = phrase.inside.as_ref();
        let inside = inside.map(|p| Spot::holding(context, before, p, own, at, sentence));
        let mut spot = match &phrase.head {
            Head::Name(_) => by_name(context, phrase, inside.as_ref(), held),
            Head::Definite(class) if is_new(phrase, *class) && inside.is_none() => {
                by_holder(context, before, phrase, inside, at, sentence)
            }
            Head::Definite(class) => by_reference(context, phrase, *class, inside, at),
            Head::Site => by_holder(context, before, phrase, inside, at, sentence),
            Head::Direction => in_part(context, phrase, inside, at, sentence),
            Head::Demonym => Spot::lost("", "demonym alone", "a demonym alone is not a place".into()),
            Head::Nothing => Spot::lost("", "no name", "no words that name a place".into()),
        };
        spot.loose |= phrase.near;
        spot.add_direction(phrase);
        spot
    }

    /// "northern Syria", "east Mosul", "north of Aleppo".
    fn add_direction(&mut self, phrase: &Phrase) {
        let Some(direction) = &phrase.direction else { return };
        let wide = self.place.as_ref().is_some_and(|p| !matches!(p.precision(), "town" | "point"));
        let said = self.label.starts_with(direction.as_str());
        if self.label.is_empty() || said || !self.itself || (!wide && direction == "central") {
            return;
        }
        let adjective = direction.ends_with("ern") || direction.ends_with("tral");
        self.label = match (phrase.beyond, wide) {
            // "the northern part of X" is X, as far as a map can tell.
            (true, false) if adjective => return,
            (true, false) => format!("{direction} of {}", self.label),
            (true, true) if !adjective => format!("{direction}ern {}", self.label),
            _ => format!("{direction} {}", self.label),
        };
        (self.itself, self.loose) = (false, true);
    }

    /// The record's fields.
    pub fn resolution(&self, gazetteer: &Gazetteer) -> Resolution {
        let why = Why::new(self.rule, if self.place.is_some() { DATA } else { "" });
        let place = (!self.label.is_empty()).then(|| self.record(gazetteer));
        Resolution { place, why, note: self.note.clone(), own_words: 0 }
    }

    fn record(&self, gazetteer: &Gazetteer) -> ResolvedPlace {
        let Some(place) = &self.place else {
            return ResolvedPlace { name: self.label.clone(), ..ResolvedPlace::default() };
        };
        let country = gazetteer.country(&place.country);
        let parts = [self.label.as_str(), &place.name, &place.admin1, country.map_or("", |c| &c.name)];
        let precision = match (self.itself, place.kind) {
            (false, Kind::Country) => "region",
            (_, kind) => kind.precision(),
        };
        let factor = if self.loose { 2.0 } else { 1.0 };
        ResolvedPlace {
            name: joined(&parts, self.itself),
            country: country.map(|c| c.iso3.clone()),
            admin1: Some(place.admin1.clone()).filter(|a| !a.is_empty()),
            lat: Some(place.lat),
            lon: Some(place.lon),
            geonames_id: place.geonames_id.filter(|_| self.itself),
            precision: Some(precision),
            radius_km: Some(if precision == "town" || precision == "point" {
                place.radius_km * factor
            } else {
                place.radius_km
            }),
            candidates: self.candidates,
        }
    }
}

/// The parts with commas, without empty ones and those that repeat an earlier one.
fn joined(parts: &[&str], itself: bool) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for (n, part) in parts.iter().enumerate() {
        let key = fold(part);
        let within =
            |k: &str| k == key || k.starts_with(&format!("{key} ")) || key.starts_with(&format!("{k} "));
        // "northern Syria" says "Syria" already.
        let said = !itself && kept.first().is_some_and(|label| fold(label).ends_with(&format!(" {key}")));
        let repeated = said || kept.iter().any(|k| within(&fold(k))) && n < 3 || kept.contains(part);
        // The place's own name follows its label only where the label is another thing in it.
        let own_name = n == 1 && itself;
        if !part.is_empty() && !repeated && !own_name {
            kept.push(part);
        }
    }
    kept.join(", ")
}
