//! A name that the gazetteer spells otherwise: "Jdaidet Artuz" for Jdeidet Artouz.

use super::choose::{Choice, contains};
use super::context::Context;
use super::phrase::Phrase;
use crate::gazetteer::fold::fold;
use crate::gazetteer::{Gazetteer, Kind, Place, PlaceId, Sounding};

/// Letters of the shortest name, without articles, that may be taken for another: in shorter ones one letter is a different town.
const SHORTEST: usize = 5;
/// Share of letters that may differ where the consonants sound the same.
const SAME_SOUND: f64 = 0.25;
/// Share of letters that may differ where one consonant sounds otherwise.
const OTHER_SOUND: f64 = 0.15;
/// Share of a report that a country must have for its places to be thought of.
const IN_FOCUS: f64 = 0.3;
/// Countries that are thought of.
const COUNTRIES: usize = 4;

/// The place that is meant by the name of `phrase`, which no place is called, and which lies in `outer` where the words say so.
pub(super) fn by_sound(context: &Context, phrase: &Phrase, outer: Option<&Place>) -> Option<Choice> {
    if phrase.weak || fold(&phrase.name).chars().filter(|c| c.is_alphabetic()).count() < SHORTEST {
        return None;
    }
    let countries = countries(context, phrase, outer);
    let countries: Vec<&str> = countries.iter().map(String::as_str).collect();
    let ids = alike(context.gazetteer, &phrase.name, &countries, outer);
    context.best(&phrase.name, &ids, outer, &phrase.demonyms, phrase.called)
}

/// The places in `countries` that are spelt most like `name`, in `outer` where that is given.
pub(super) fn alike(
    gazetteer: &Gazetteer,
    name: &str,
    countries: &[&str],
    outer: Option<&Place>,
) -> Vec<PlaceId> {
    let fits = |place: &Place| outer.is_none_or(|o| o.kind == Kind::Region || contains(o, place));
    let near = |s: &Sounding| s.distance <= if s.same_sound { SAME_SOUND } else { OTHER_SOUND };
    let all = gazetteer.sounding_like(name, countries).into_iter();
    let fitting: Vec<Sounding> =
        all.filter(near).filter(|s| gazetteer.place(s.id).is_some_and(|place| fits(&place))).collect();
    let nearest = fitting.first().map(|s| s.distance);
    fitting.iter().take_while(|s| Some(s.distance) == nearest).map(|s| s.id).collect()
}

fn countries(context: &Context, phrase: &Phrase, outer: Option<&Place>) -> Vec<String> {
    match outer {
        Some(outer) if !outer.country.is_empty() => vec![outer.country.clone()],
        _ if !phrase.demonyms.is_empty() => phrase.demonyms.clone(),
        _ => context.focus.countries(IN_FOCUS).into_iter().take(COUNTRIES).collect(),
    }
}
