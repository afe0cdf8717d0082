//! Which tellings are held against each other at all: those that share a block. A block is a type with a place and a time, or with a party
//! and a time; blocks of place and time overlap, so that no pair is lost at their borders.

use super::names::Name;
use super::reports::Reports;
use super::spot::{Precision, Spot};
use super::telling::Telling;
use crate::parties::fold::{hash, more};

/// Degrees of a cell; cells overlap by half.
const CELL: f32 = 0.5;

/// Places and parties of a telling that make blocks.
const MOST: usize = 4;

/// Longest span of days that makes blocks of its own days.
const LONG: i32 = 400;

impl Reports<'_> {
    /// The blocks of a telling. They are made of words and numbers and of nothing that depends on what else is known, so that every program
    /// that knows its claims finds the same.
    pub(crate) fn keys(&self, telling: &Telling) -> Vec<u64> {
        let words = |name: Name| self.names.word(name);
        let weeks = weeks(telling, self.head(telling).and_then(|report| report.published));
        let kind = Key::new().word(words(telling.kind));
        let mut keys = Vec::new();
        let mut add = |what: Key| keys.extend(weeks.iter().map(|week| what.number(i64::from(*week)).0));
        for spot in telling.spots.iter().take(MOST) {
            match spot.at.filter(|_| spot.precision <= Precision::Admin2) {
                Some(at) => cells(at).into_iter().for_each(|cell| add(kind.number(0).numbers(cell))),
                None => {
                    spot.parts.first().into_iter().for_each(|name| add(kind.number(1).word(words(*name))))
                }
            }
        }
        for who in telling.actors.iter().take(MOST) {
            add(kind.number(2).word(words(who.key)));
        }
        for who in telling.recipients.iter().take(MOST) {
            add(kind.number(3).word(words(who.key)));
        }
        for figure in telling.figures.iter().filter(|f| f.low.is_some_and(|n| n > 2)).take(MOST) {
            let low = figure.low.unwrap_or(0).cast_signed();
            add(kind.number(4).word(words(figure.kind)).number(low));
        }
        let countries = self.countries(telling);
        match telling.best_days().filter(|days| days.length() <= 3) {
            Some(days) => {
                let of_country = |country: &str| {
                    let key = kind.number(5).word(country);
                    (days.first..=days.last).map(move |day| key.number(i64::from(day)).0)
                };
                keys.extend(countries.into_iter().flat_map(of_country));
            }
            None => countries.into_iter().for_each(|country| add(kind.number(6).word(country))),
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The countries where it happened, else those of its parties.
    fn countries(&self, telling: &Telling) -> Vec<&str> {
        let mut found: Vec<Name> = telling.spots.iter().filter_map(country).collect();
        if found.is_empty() {
            found = telling.recipients.iter().chain(&telling.actors).filter_map(|who| who.country).collect();
        }
        let mut found: Vec<&str> = found.into_iter().map(|name| self.names.word(name)).collect();
        found.sort_unstable();
        found.dedup();
        found.truncate(MOST);
        found
    }
}

/// The four cells that a point lies in.
fn cells((lat, lon): (f32, f32)) -> [[i64; 3]; 4] {
    #[allow(clippy::cast_possible_truncation)]
    let cell = |degrees: f32, shift: f32| ((degrees + shift) / CELL).floor() as i64;
    let half = CELL / 2.0;
    [(0, 0.0, 0.0), (1, half, 0.0), (2, 0.0, half), (3, half, half)]
        .map(|(n, a, b)| [n, cell(lat, a), cell(lon, b)])
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

/// A key in the making: FNV-1a over words and numbers, which is the same on every machine.
#[derive(Clone, Copy)]
struct Key(u64);

impl Key {
    fn new() -> Self {
        Self(hash(""))
    }

    /// With a word; its length goes before it, so that no two rows of words run into one.
    fn word(self, word: &str) -> Self {
        self.number(i64::try_from(word.len()).unwrap_or(i64::MAX)).bytes(word.as_bytes())
    }

    fn number(self, number: i64) -> Self {
        self.bytes(&number.to_le_bytes())
    }

    fn numbers<const N: usize>(self, numbers: [i64; N]) -> Self {
        numbers.into_iter().fold(self, Self::number)
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        Self(more(self.0, bytes))
    }
}
