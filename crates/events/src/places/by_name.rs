//! A description with a name in it.

use super::by_sound::by_sound;
use super::context::Context;
use super::phrase::{Head, Phrase};
use super::spot::Spot;
use crate::gazetteer::kind::Kind;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Place, PlaceId};

/// The place of that name that holds one of `held`; where the gazetteer lacks the name, the place that the words put it in.
pub(super) fn by_name(context: &Context, phrase: &Phrase, inside: Option<&Spot>, held: &[PlaceId]) -> Spot {
    let Head::Name(ids) = &phrase.head else { return Spot::lost(&phrase.label, "no name", String::new()) };
    let holding = context.containment(ids, held).outer;
    let ids = if holding.is_empty() { ids } else { &holding };
    let outer = inside.and_then(|s| s.place.as_ref());
    let choice = context.best(&phrase.name, ids, outer, &phrase.demonyms, phrase.called);
    if let Some(choice) = choice.filter(|c| !phrase.weak || context.is_likely(&phrase.name, &c.place)) {
        let place = division_meant(context, phrase, &choice.place).unwrap_or(choice.place);
        let label = if place.kind == Kind::Country { place.name.clone() } else { phrase.label.clone() };
        return Spot {
            candidates: choice.candidates,
            ..Spot::new(&label, Some(place), "name in the gazetteer")
        };
    }
    if let Some(choice) = ids.is_empty().then(|| by_sound(context, phrase, outer)).flatten() {
        let note =
            format!("'{}' is not in the gazetteer; {} is spelt much like it", phrase.name, choice.place.name);
        return Spot {
            candidates: choice.candidates,
            note: Some(note),
            ..Spot::new(&phrase.label, Some(choice.place), "name that sounds like one in the gazetteer")
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
