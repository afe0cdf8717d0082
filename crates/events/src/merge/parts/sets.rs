//! The third step: which tellings likely pairs hold together.

use crate::merge::graph::{LEVELS, Level};
use crate::record::part::Tie;
use std::collections::HashMap;

/// The set of each of some tellings, in their order: the least of the numbers of its members.
///
/// Tellings that ties above the first of [`LEVELS`] hold together are one set. A set that has more members than the level allows is parted
/// at the next: into those that ties above that hold together. So the tellings of one set at one level can be given without all others, and
/// ties with less than the first level can be left out here (but not from [`super::compose`]). Ties of tellings that are not among
/// `tellings` do not count.
pub fn sets(tellings: &[i64], ties: &[Tie]) -> Vec<i64> {
    sets_by(LEVELS, tellings, ties)
}

pub(super) fn sets_by(levels: &[Level], tellings: &[i64], ties: &[Tie]) -> Vec<i64> {
    let place: HashMap<i64, usize> = tellings.iter().enumerate().map(|(n, telling)| (*telling, n)).collect();
    let of = |tie: &Tie| Some((*place.get(&tie.a)?, *place.get(&tie.b)?, tie.odds));
    let mut ties: Vec<(usize, usize, i64)> = ties.iter().filter_map(of).collect();
    let mut found: Vec<Option<i64>> = vec![None; tellings.len()];
    for (least, most) in levels {
        let open = |n: usize| found.get(n).is_some_and(Option::is_none);
        ties.retain(|(a, b, odds)| odds > least && open(*a) && open(*b));
        let mut forest = Forest { above: (0..tellings.len()).collect() };
        ties.iter().for_each(|(a, b, _)| forest.join(*a, *b));
        let mut members: HashMap<usize, (usize, i64)> = HashMap::new();
        for (n, telling) in tellings.iter().enumerate() {
            let (size, first) = members.entry(forest.root(n)).or_insert((0, *telling));
            (*size, *first) = (*size + 1, *telling.min(first));
        }
        for (n, set) in found.iter_mut().enumerate().filter(|(_, set)| set.is_none()) {
            *set = members.get(&forest.root(n)).filter(|(size, _)| size <= most).map(|(_, first)| *first);
        }
    }
    found.into_iter().zip(tellings).map(|(set, telling)| set.unwrap_or(*telling)).collect()
}

/// Trees of places: those of one tree are held together.
struct Forest {
    above: Vec<usize>,
}

impl Forest {
    fn root(&mut self, of: usize) -> usize {
        let mut at = of;
        while let Some(above) = self.above.get(at).copied().filter(|above| *above != at) {
            // Each points two steps up from now on: trees stay flat.
            let next = self.above.get(above).copied().unwrap_or(above);
            self.above.get_mut(at).into_iter().for_each(|place| *place = next);
            at = next;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(above) = self.above.get_mut(a.max(b)) {
            *above = a.min(b);
        }
    }
}
