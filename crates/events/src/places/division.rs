//! Which first-order divisions a report is about: local news name the towns of one state or province, and seldom the state.

use super::focus::shares;
use super::landmark::Landmark;
use super::merits::is_great_division;
use crate::gazetteer::fold::fold;
use crate::gazetteer::{Gazetteer, Place};
use std::collections::{HashMap, HashSet};

/// Weight of the name of a state or province: it is named in reports on other places too.
const OWN_NAME: f64 = 0.5;

/// A country's code and the name of one of its first-order divisions.
type Division = (String, String);

/// How much of a report's names speak for each division.
#[derive(Clone, Debug, Default)]
pub(super) struct Divisions {
    weights: HashMap<Division, f64>,
    /// What each name added, by its key.
    votes: HashMap<String, Vec<(Division, f64)>>,
}

impl Divisions {
    /// One vote for each distinct name, shared between the divisions that have it by the people who live there.
    pub fn of(gazetteer: &Gazetteer, landmarks: &[Landmark]) -> Self {
        let mut divisions = Divisions::default();
        let mut counted = HashSet::new();
        for landmark in landmarks {
            let name = fold(&landmark.name);
            if !counted.insert((name.clone(), landmark.voters.len())) {
                continue;
            }
            let places: Vec<Place> = landmark.voters.iter().filter_map(|id| gazetteer.place(*id)).collect();
            let votes = shares(&places, division);
            let votes = votes.into_iter().filter(|((_, name), _)| !name.is_empty());
            let weight = if places.iter().any(is_great_division) { OWN_NAME } else { 1.0 };
            for (division, vote) in votes.map(|(division, vote)| (division, weight * vote)) {
                *divisions.weights.entry(division.clone()).or_default() += vote;
                divisions.votes.entry(name.clone()).or_default().push((division, vote));
            }
        }
        divisions
    }

    /// How many names besides `name` speak for the division that `place` lies in.
    pub fn apart_from(&self, name: &str, place: &Place) -> f64 {
        let key = division(place);
        let own = self.votes.get(&fold(name)).into_iter().flatten().filter(|(d, _)| *d == key);
        let own: f64 = own.map(|(_, vote)| vote).sum();
        self.weights.get(&key).map_or(0.0, |weight| (weight - own).max(0.0))
    }
}

fn division(place: &Place) -> Division {
    (place.country.clone(), place.admin1.clone())
}
