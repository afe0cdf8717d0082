//! Which tellings are held against each other at all: those that share a block. A block is a type with a place and a time, or with a party
//! and a time; blocks of place and time overlap, so that no pair is lost at their borders.

use super::names::{Name, Names};
use super::spot::Spot;
use super::telling::Telling;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// Degrees of a cell; cells overlap by half.
const CELL: f32 = 0.5;

/// Places and parties of a telling that make blocks.
const MOST: usize = 4;

/// Longest span of days that makes blocks of its own days.
const LONG: i32 = 400;

/// The blocks of a telling of a report of that day.
pub(crate) fn keys(telling: &Telling, published: Option<i32>, names: &Names) -> Vec<u64> {
    let weeks = weeks(telling, published);
    let mut keys = Vec::new();
    let mut add = |what: u8, place: &dyn Fn(u64) -> u64| {
        for week in &weeks {
            keys.push(hash(&(telling.kind, what, place(0), week)));
        }
    };
    for spot in telling.spots.iter().take(MOST) {
        match spot.at.filter(|_| spot.precision <= super::spot::Precision::Admin2) {
            Some(at) => cells(at).into_iter().for_each(|cell| add(0, &|_| hash(&cell))),
            None => spot.parts.first().into_iter().for_each(|name| add(1, &|_| hash(name))),
        }
    }
    for who in telling.actors.iter().take(MOST) {
        add(2, &|_| hash(&who.key));
    }
    for who in telling.recipients.iter().take(MOST) {
        add(3, &|_| hash(&who.key));
    }
    for figure in telling.figures.iter().filter(|f| f.low.is_some_and(|n| n > 2)).take(MOST) {
        add(4, &|_| hash(&(figure.kind, figure.low)));
    }
    let countries = countries(telling, names);
    if let Some(days) = telling.best_days().filter(|days| days.length() <= 3) {
        for country in countries {
            (days.first..=days.last).for_each(|day| keys.push(hash(&(telling.kind, 5_u8, country, day))));
        }
    } else {
        countries.iter().for_each(|country| add(6, &|_| hash(country)));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The four cells that a point lies in.
fn cells((lat, lon): (f32, f32)) -> [(u8, i32, i32); 4] {
    #[allow(clippy::cast_possible_truncation)]
    let cell = |degrees: f32, shift: f32| ((degrees + shift) / CELL).floor() as i32;
    let half = CELL / 2.0;
    [(0, 0.0, 0.0), (1, half, 0.0), (2, 0.0, half), (3, half, half)]
        .map(|(n, a, b)| (n, cell(lat, a), cell(lon, b)))
}

/// The countries where it happened, else those of its parties.
fn countries(telling: &Telling, names: &Names) -> Vec<Name> {
    let mut found: Vec<Name> = telling.spots.iter().filter_map(country).collect();
    if found.is_empty() {
        found = telling.recipients.iter().chain(&telling.actors).filter_map(|who| who.country).collect();
    }
    found.sort_unstable_by_key(|name| names.word(*name));
    found.dedup();
    found.truncate(MOST);
    found
}

fn country(spot: &Spot) -> Option<Name> {
    spot.country.or_else(|| spot.parts.last().copied())
}

/// The weeks in which it happened; without days those around the day of publication.
fn weeks(telling: &Telling, published: Option<i32>) -> Vec<i32> {
    let (first, last) = match (telling.best_days(), published) {
        (Some(days), _) if days.length() <= LONG => (days.first, days.last),
        (Some(days), _) => (days.last, days.last),
        (None, Some(day)) => (day - 7, day + 3),
        (None, None) => return vec![i32::MIN],
    };
    (first.div_euclid(7)..=last.div_euclid(7)).collect()
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}
