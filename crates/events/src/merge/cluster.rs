//! From log odds of pairs to groups: the two groups whose members are likeliest one on average are joined first, until no two are likely
//! enough (average linkage), and never two with members that something keeps apart.
//!
//! Log odds are whole numbers of thousandths, so that sums do not depend on the order in which they are made.

use std::collections::{BTreeMap, BinaryHeap};

/// Log odds in thousandths.
pub(crate) type Odds = i64;

/// What is known of the pairs among `size` members.
pub(crate) struct Pairs<'a> {
    pub size: usize,
    /// Pairs with their log odds, the smaller number first.
    pub odds: Vec<(usize, usize, Odds)>,
    /// Pairs that are one whatever else is said.
    pub joined: Vec<(usize, usize)>,
    /// Log odds of a pair of which nothing is known.
    pub unknown: Odds,
    /// True for two members that cannot be one.
    pub barred: &'a dyn Fn(usize, usize) -> bool,
}

struct Groups<'a> {
    barred: &'a dyn Fn(usize, usize) -> bool,
    unknown: Odds,
    members: Vec<Vec<usize>>,
    /// For each group: those beside it, with the sum of the known log odds and their number.
    beside: Vec<BTreeMap<usize, (Odds, i64)>>,
    /// Counts how often a group has changed: older entries of the heap are void.
    version: Vec<u32>,
    heap: BinaryHeap<Offer>,
}

/// Two groups that may be joined: mean log odds first, then the smaller numbers.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Offer {
    mean: Odds,
    pair: std::cmp::Reverse<(usize, usize)>,
    versions: (u32, u32),
}

/// Groups of members whose mean log odds are above `least`: each in order, the groups in the order of their first members.
pub(crate) fn groups(pairs: Pairs<'_>, least: Odds) -> Vec<Vec<usize>> {
    let mut groups = Groups {
        barred: pairs.barred,
        unknown: pairs.unknown,
        members: (0..pairs.size).map(|n| vec![n]).collect(),
        beside: vec![BTreeMap::new(); pairs.size],
        version: vec![0; pairs.size],
        heap: BinaryHeap::new(),
    };
    for (a, b, odds) in pairs.odds {
        for (x, y) in [(a, b), (b, a)] {
            if let Some(all) = groups.beside.get_mut(x) {
                all.insert(y, (odds, 1));
            }
        }
    }
    for (a, b) in pairs.joined {
        let (a, b) = (groups.of(a), groups.of(b));
        if a != b {
            groups.join(a.min(b), a.max(b));
        }
    }
    for n in 0..pairs.size {
        groups.offer(n, least);
    }
    while let Some(Offer { pair: std::cmp::Reverse((a, b)), versions, .. }) = groups.heap.pop() {
        if (groups.at(a), groups.at(b)) == versions && !groups.apart(a, b) {
            groups.join(a, b);
            groups.offer(a, least);
        }
    }
    let mut found: Vec<Vec<usize>> = groups.members.into_iter().filter(|m| !m.is_empty()).collect();
    found.iter_mut().for_each(|m| m.sort_unstable());
    found.sort();
    found
}

impl Groups<'_> {
    fn at(&self, group: usize) -> u32 {
        self.version.get(group).copied().unwrap_or(0)
    }

    fn size(&self, group: usize) -> usize {
        self.members.get(group).map_or(0, Vec::len)
    }

    /// The group that a member is in.
    fn of(&self, member: usize) -> usize {
        self.members.iter().position(|m| m.contains(&member)).unwrap_or(member)
    }

    /// Puts a group beside all its neighbours onto the heap.
    fn offer(&mut self, group: usize, least: Odds) {
        let Some(all) = self.beside.get(group) else { return };
        for (other, (sum, known)) in all {
            let pairs = i64::try_from(self.size(group) * self.size(*other)).unwrap_or(i64::MAX);
            // In a large group most pairs were never held together: they count no more than those that were.
            let unknown = (pairs - known).min(*known);
            let mean = (sum + self.unknown * unknown).div_euclid((known + unknown).max(1));
            if mean > least {
                let (a, b) = (group.min(*other), group.max(*other));
                let versions = (self.at(a), self.at(b));
                self.heap.push(Offer { mean, pair: std::cmp::Reverse((a, b)), versions });
            }
        }
    }

    fn apart(&self, a: usize, b: usize) -> bool {
        let members = |n: usize| self.members.get(n).into_iter().flatten();
        members(a).any(|x| members(b).any(|y| (self.barred)(*x.min(y), *x.max(y))))
    }

    /// Group `b` becomes part of `a`.
    fn join(&mut self, a: usize, b: usize) {
        let (members, beside) = match (self.members.get_mut(b), self.beside.get_mut(b)) {
            (Some(members), Some(beside)) => (std::mem::take(members), std::mem::take(beside)),
            _ => return,
        };
        self.members.get_mut(a).into_iter().for_each(|all| all.extend(members.iter().copied()));
        for (other, (sum, known)) in beside {
            if let Some(all) = self.beside.get_mut(other) {
                all.remove(&b);
            }
            if other == a {
                continue;
            }
            for (x, y) in [(a, other), (other, a)] {
                if let Some(all) = self.beside.get_mut(x) {
                    let entry = all.entry(y).or_insert((0, 0));
                    (entry.0, entry.1) = (entry.0 + sum, entry.1 + known);
                }
            }
        }
        for n in [a, b] {
            self.version.get_mut(n).into_iter().for_each(|v| *v += 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(
        size: usize,
        odds: &[(usize, usize, Odds)],
        bars: &[(usize, usize)],
        joined: &[(usize, usize)],
    ) -> Vec<Vec<usize>> {
        let barred = |a, b| bars.contains(&(a, b));
        groups(
            Pairs { size, odds: odds.to_vec(), joined: joined.to_vec(), unknown: -1000, barred: &barred },
            0,
        )
    }

    #[test]
    fn the_likeliest_first_and_on_average() {
        assert_eq!(run(3, &[(0, 1, 2000), (1, 2, 500), (0, 2, -3000)], &[], &[]), [vec![0, 1], vec![2]]);
        assert_eq!(run(3, &[(0, 1, 2000), (1, 2, 500), (0, 2, -300)], &[], &[]), [vec![0, 1, 2]]);
    }

    #[test]
    fn nothing_joins_what_is_barred_and_nothing_parts_what_is_joined() {
        assert_eq!(
            run(3, &[(0, 1, 2000), (1, 2, 2000), (0, 2, 2000)], &[(0, 2)], &[]),
            [vec![0, 1], vec![2]]
        );
        assert_eq!(run(2, &[(0, 1, -9000)], &[], &[(0, 1)]), [vec![0, 1]]);
    }

    #[test]
    fn unknown_pairs_count() {
        assert_eq!(run(3, &[(0, 1, 3000), (1, 2, 900)], &[], &[]), [vec![0, 1], vec![2]]);
    }
}
