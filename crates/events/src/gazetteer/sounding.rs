//! Places whose names sound like words that no place is called.

use super::fold::fold;
use super::lookup::{Gazetteer, PlaceId};
use super::sound::{distance, neighbours, skeletons};
use std::collections::BTreeMap;

/// A place with a name that sounds like the words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sounding {
    /// The place.
    pub id: PlaceId,
    /// Letters to change for each letter of the longer name: 0 the same, 1 nothing alike.
    pub distance: f64,
    /// True where the consonants are of the same classes in the same order; false where one of them is more, less or other.
    pub same_sound: bool,
}

/// Bytes of the longest name that is compared.
const LONGEST: usize = 40;

impl Gazetteer {
    /// The places in `countries` (alpha-2 codes of those where English names are romanised; others have none) whose names sound
    /// like `words`, the nearest first.
    pub fn sounding_like(&self, words: &str, countries: &[&str]) -> Vec<Sounding> {
        let key = fold(words);
        if key.len() > LONGEST {
            return Vec::new();
        }
        let same = skeletons(&key);
        let other: Vec<String> =
            same.iter().flat_map(|s| neighbours(s)).filter(|s| !same.contains(s)).collect();
        let mut best: BTreeMap<PlaceId, Sounding> = BTreeMap::new();
        for (skeletons, same_sound) in [(&same, true), (&other, false)] {
            for country in countries {
                for name in self.names_with(country, skeletons) {
                    self.keep_nearest(&mut best, &key, country, name, same_sound);
                }
            }
        }
        let mut all: Vec<Sounding> = best.into_values().collect();
        all.sort_by(|a, b| {
            a.distance.total_cmp(&b.distance).then(b.same_sound.cmp(&a.same_sound)).then(a.id.cmp(&b.id))
        });
        all
    }

    fn names_with(&self, country: &str, skeletons: &[String]) -> Vec<u32> {
        let mut names: Vec<u32> = skeletons.iter().flat_map(|s| self.sounds().find(country, s)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn keep_nearest(
        &self,
        best: &mut BTreeMap<PlaceId, Sounding>,
        key: &str,
        country: &str,
        name: u32,
        same_sound: bool,
    ) {
        let Some((name, places)) = self.names().name(name as usize) else { return };
        let distance = distance(key, &name);
        for id in places.into_iter().map(PlaceId).filter(|id| self.country_of(*id) == Some(country)) {
            let found = Sounding { id, distance, same_sound };
            best.entry(id)
                .and_modify(|b| {
                    if distance < b.distance {
                        *b = found
                    }
                })
                .or_insert(found);
        }
    }
}
