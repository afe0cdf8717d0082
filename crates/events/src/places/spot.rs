//! From a description, read, to a place on the map.

use super::gazetteer::{Gazetteer, Place};
use super::kind::Kind;
use super::phrase::{Head, Phrase};
use super::refer;
use super::resolve::{Context, Resolution, ResolvedPlace};
use super::words::Class;
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

impl Spot {
    fn new(label: &str, place: Option<Place>, rule: &'static str) -> Self {
        let (label, itself) = (label.to_string(), true);
        Spot { label, place, itself, loose: false, candidates: 1, rule, note: None }
    }

    fn lost(label: &str, rule: &'static str, note: String) -> Self {
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
        let inside = phrase.inside.as_ref().map(|p| Spot::find(context, before, p, at, sentence));
        let mut spot = match &phrase.head {
            Head::Name(_) => by_name(context, phrase, inside.as_ref()),
            Head::Definite(class) => by_reference(context, phrase, *class, inside, at),
            Head::Site => by_holder(context, before, phrase, inside, at, sentence),
            Head::Direction => in_part(context, phrase, inside),
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
        if self.label.is_empty() || !self.itself || (!wide && direction == "central") {
            return;
        }
        let adjective = direction.ends_with("ern") || direction.ends_with("tral");
        self.label = match (phrase.beyond, wide) {
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
        Resolution { place, why, note: self.note.clone() }
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
        let key = super::fold::fold(part);
        let within =
            |k: &str| k == key || k.starts_with(&format!("{key} ")) || key.starts_with(&format!("{k} "));
        let repeated = kept.iter().any(|k| within(&super::fold::fold(k))) && n < 3 || kept.contains(part);
        // The place's own name follows its label only where the label is another thing in it.
        if !part.is_empty() && !repeated && !(n == 1 && itself) {
            kept.push(part);
        }
    }
    kept.join(", ")
}

fn by_name(context: &Context, phrase: &Phrase, inside: Option<&Spot>) -> Spot {
    let Head::Name(ids) = &phrase.head else { return Spot::lost(&phrase.label, "no name", String::new()) };
    let outer = inside.and_then(|s| s.place.as_ref());
    let choice = context.best(&phrase.name, ids, outer, &phrase.demonyms, phrase.called);
    let likely = |p: &Place| context.focus.share(&p.country) >= 0.5 || p.population > 1_000_000;
    if let Some(choice) = choice.filter(|c| !phrase.weak || likely(&c.place)) {
        let place = division_meant(context, phrase, &choice.place).unwrap_or(choice.place);
        let label = if place.kind == Kind::Country { place.name.clone() } else { phrase.label.clone() };
        return Spot {
            candidates: choice.candidates,
            ..Spot::new(&label, Some(place), "name in the gazetteer")
        };
    }
    let note = if ids.is_empty() {
        format!("'{}' is not in the gazetteer", phrase.name)
    } else {
        format!("nothing in the report speaks for any place called '{}'", phrase.name)
    };
    match outer {
        Some(outer) => Spot {
            itself: false,
            note: Some(note),
            candidates: 0,
            ..Spot::new(&phrase.label, Some(outer.clone()), "unknown name in a known place")
        },
        None => Spot::lost(&phrase.label, "unknown name", note),
    }
}

/// "Kharkiv Oblast", found only as the town: the division that the town lies in.
fn division_meant(context: &Context, phrase: &Phrase, place: &Place) -> Option<Place> {
    let meant = phrase.called == Some(Class::Admin1) && place.kind.is_town();
    context.gazetteer.division_of(place).filter(|_| meant)
}

fn by_reference(context: &Context, phrase: &Phrase, class: Class, inside: Option<Spot>, at: usize) -> Spot {
    let country = phrase.demonyms.first().cloned();
    let outer = inside.as_ref().and_then(|s| s.place.as_ref()).map(|p| p.country.clone());
    let country = country.or(outer).or_else(|| context.focus.first().map(Into::into));
    let of_country = inside.as_ref().and_then(|s| s.place.as_ref()).is_none_or(|p| p.kind == Kind::Country);
    let found = match class {
        Class::Capital if !of_country => return inside.unwrap_or_else(|| Spot::new("", None, "")),
        Class::Capital => country.and_then(|c| capital_of(context, &c)),
        Class::Country => country.and_then(|c| country_of(context, &c)),
        Class::Part if inside.is_some() => return inside.unwrap_or_else(|| Spot::new("", None, "")),
        _ if !phrase.demonyms.is_empty() => country.and_then(|c| country_of(context, &c)),
        _ => return by_antecedent(context, phrase, class, inside, at),
    };
    match found {
        Some(place) => Spot::new(&place.name.clone(), Some(place), "description of a country or capital"),
        None => Spot::lost("", "description", format!("'{}': no country to go by", phrase.label)),
    }
}

fn by_antecedent(context: &Context, phrase: &Phrase, class: Class, inside: Option<Spot>, at: usize) -> Spot {
    if let Some(spot) = inside.filter(|s| s.place.is_some()) {
        return Spot {
            itself: false,
            label: phrase.label.clone(),
            rule: "description in a known place",
            ..spot
        };
    }
    match refer::antecedent(&context.named, class, at) {
        Some(named) => Spot::new(&named.name, named.place.clone(), "place named before"),
        None => {
            Spot::lost("", "place named before", format!("'{}': no such place is named before", phrase.label))
        }
    }
}

fn capital_of(context: &Context, country: &str) -> Option<Place> {
    let name = &context.gazetteer.country(country)?.capital;
    let fits = |p: &Place| p.country == country && p.kind == Kind::Capital;
    context.gazetteer.candidates(name).into_iter().map(|c| c.place).find(fits)
}

fn country_of(context: &Context, country: &str) -> Option<Place> {
    let name = &context.gazetteer.country(country)?.name;
    let fits = |p: &Place| p.country == country && p.kind == Kind::Country;
    context.gazetteer.candidates(name).into_iter().map(|c| c.place).find(fits)
}

fn in_part(context: &Context, phrase: &Phrase, inside: Option<Spot>) -> Spot {
    let place = inside.and_then(|s| s.place).or_else(|| country_of(context, context.focus.first()?));
    match place {
        Some(place) => Spot::new(&place.name.clone(), Some(place), "part of a country"),
        None => Spot::lost("", "part of a country", format!("'{}': no country to go by", phrase.label)),
    }
}

/// A site stands where the words put it; else it is one named before; else it stands where its sentence is about.
fn by_holder(
    context: &Context,
    before: &[(usize, Spot)],
    phrase: &Phrase,
    inside: Option<Spot>,
    at: usize,
    sentence: Option<usize>,
) -> Spot {
    if let Some(spot) = inside.filter(|s| s.place.is_some()) {
        let label = phrase.label.clone();
        return Spot { itself: false, label, rule: "site in a known place", candidates: 0, ..spot };
    }
    if let Some(spot) = same_site(context, before, phrase, at) {
        return spot;
    }
    match refer::holder(&context.named, sentence, at) {
        Some(named) => Spot {
            itself: false,
            loose: true,
            candidates: 0,
            ..Spot::new(&phrase.label, named.place.clone(), "site in the sentence's place")
        },
        None => Spot::lost(&phrase.label, "site", format!("'{}': its place is not known", phrase.label)),
    }
}

/// "the hotel" after "the Splendid Hotel".
fn same_site(context: &Context, before: &[(usize, Spot)], phrase: &Phrase, at: usize) -> Option<Spot> {
    if !phrase.definite || phrase.label.contains(' ') {
        return None;
    }
    let noun = phrase.label.to_lowercase();
    let mentioned = before.iter().map(|(at, spot)| (*at, spot.label.as_str()));
    let written = context.sites.iter().map(|(at, label)| (*at, label.as_str()));
    let names = |label: &str| {
        let named =
            |w: &str| w.starts_with(char::is_uppercase) && context.gazetteer.country_of_demonym(w).is_none();
        label.len() > noun.len() && label.to_lowercase().ends_with(&noun) && label.split(' ').any(named)
    };
    let (_, label) =
        mentioned.chain(written).filter(|(a, label)| *a < at && names(label)).max_by_key(|(a, _)| *a)?;
    let known = before.iter().map(|(_, spot)| spot).find(|s| s.label == label).cloned();
    let site = Phrase::read(context.gazetteer, label);
    let spot = known.unwrap_or_else(|| Spot::find(context, &[], &site, at, None));
    Some(Spot { rule: "site named before", ..spot })
}
