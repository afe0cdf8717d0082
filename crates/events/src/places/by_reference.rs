//! Descriptions without a name: "the capital", "the country", "the town", "the north".

use super::context::Context;
use super::phrase::Phrase;
use super::refer;
use super::spot::Spot;
use crate::gazetteer::Place;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;

/// A country or a capital by the words' or the report's country; other places by the last one named.
pub(super) fn by_reference(
    context: &Context,
    phrase: &Phrase,
    class: Class,
    inside: Option<Spot>,
    at: usize,
) -> Spot {
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

/// "The north", "the east of the country".
/// Of the country that the words name; else of the report's, if that is clear or stands in the sentence.
pub(super) fn in_part(
    context: &Context,
    phrase: &Phrase,
    inside: Option<Spot>,
    at: usize,
    sentence: Option<usize>,
) -> Spot {
    let place = inside.and_then(|s| s.place).or_else(|| {
        let first = context.focus.first()?;
        let meant = context.focus.clear() || refer::names_country(&context.named, first, sentence, at);
        country_of(context, first).filter(|_| meant)
    });
    match place {
        Some(place) => Spot::new(&place.name.clone(), Some(place), "part of a country"),
        None => Spot::lost("", "part of a country", format!("'{}': no country to go by", phrase.label)),
    }
}
