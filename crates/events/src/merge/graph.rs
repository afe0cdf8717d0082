//! All tellings, which of them share blocks and how likely those are one event, and the groups that come of it.
//!
//! A large block holds each telling together with no more than [`WINDOW`] others on each side, in the order of publication. A telling that
//! comes in between moves some pairs out of each other's reach, and one that goes brings some within it: edges count the blocks that
//! hold their ends together, and go with the last.

use super::cluster::Odds;
use super::sketch::Number;
use super::telling::Telling;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Members on each side, in the order of publication, with which one of a large block is held together.
pub const WINDOW: usize = 24;

/// Log odds above which pairs hold a set together, in thousandths, and how many members such a set has at most: where it has more, the next.
pub const LEVELS: &[Level] =
    &[(0, 150), (1000, 150), (2000, 150), (3000, 150), (4500, 800), (6000, usize::MAX)];

/// Least log odds, and most members.
pub type Level = (Odds, usize);

/// The level of a telling that was not grouped yet.
const NEW: usize = usize::MAX;

/// The place of a telling in the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Slot(u32);

/// To another telling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub to: Slot,
    pub odds: Odds,
    /// Blocks that hold both together.
    blocks: u32,
}

/// One telling with what it is tied to.
struct Node {
    telling: Telling,
    keys: Vec<u64>,
    edges: Vec<Edge>,
    group: u32,
    /// The set with which it was grouped, and the level at which that was found.
    set: u32,
    level: usize,
}

/// Which tellings a search has come to: marks of one search are void in the next.
#[derive(Default)]
struct Seen {
    marks: Vec<u32>,
    search: u32,
}

impl Seen {
    fn begin(&mut self, size: usize) {
        self.marks.resize(size, 0);
        self.search = self.search.wrapping_add(1);
        if self.search == 0 {
            self.marks.fill(0);
            self.search = 1;
        }
    }

    /// True where the search comes to it for the first time.
    fn add(&mut self, slot: Slot) -> bool {
        let search = self.search;
        self.marks.get_mut(slot.0 as usize).is_some_and(|mark| std::mem::replace(mark, search) != search)
    }
}

/// The graph.
pub(crate) struct Graph {
    pub(super) levels: &'static [Level],
    nodes: Vec<Option<Node>>,
    free: Vec<Slot>,
    of_report: HashMap<Number, Vec<Slot>>,
    blocks: HashMap<u64, Vec<Slot>>,
    groups: BTreeMap<u32, Vec<Slot>>,
    next_group: u32,
    /// Groups made since they were last asked for; some of them may be gone again.
    made: Vec<u32>,
    changed: BTreeSet<Slot>,
    seen: Seen,
}

impl Default for Graph {
    fn default() -> Self {
        Self {
            levels: LEVELS,
            nodes: Vec::new(),
            free: Vec::new(),
            of_report: HashMap::new(),
            blocks: HashMap::new(),
            groups: BTreeMap::new(),
            next_group: 0,
            made: Vec::new(),
            changed: BTreeSet::new(),
            seen: Seen::default(),
        }
    }
}

impl Graph {
    fn node(&self, slot: Slot) -> Option<&Node> {
        self.nodes.get(slot.0 as usize)?.as_ref()
    }

    fn node_mut(&mut self, slot: Slot) -> Option<&mut Node> {
        self.nodes.get_mut(slot.0 as usize)?.as_mut()
    }

    /// The telling at a place.
    pub(crate) fn telling(&self, slot: Slot) -> Option<&Telling> {
        self.node(slot).map(|node| &node.telling)
    }

    /// Its edges.
    pub(crate) fn edges(&self, slot: Slot) -> &[Edge] {
        self.node(slot).map_or(&[], |node| &node.edges)
    }

    /// The tellings of a report.
    pub(crate) fn of_report(&self, report: Number) -> &[Slot] {
        self.of_report.get(&report).map_or(&[], Vec::as_slice)
    }

    /// All groups, in the order of their first tellings.
    pub(crate) fn groups(&self) -> Vec<&[Slot]> {
        self.in_order(self.groups.values())
    }

    /// Those of some groups that there still are, in the same order.
    pub(crate) fn groups_of(&self, numbers: &[u32]) -> Vec<&[Slot]> {
        self.in_order(numbers.iter().filter_map(|number| self.groups.get(number)))
    }

    /// The numbers of the groups that were made since this was last called.
    pub(crate) fn take_made(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.made)
    }

    fn in_order<'a>(&'a self, groups: impl Iterator<Item = &'a Vec<Slot>>) -> Vec<&'a [Slot]> {
        let mut all: Vec<&[Slot]> = groups.map(Vec::as_slice).collect();
        let first =
            |group: &&[Slot]| group.iter().filter_map(|slot| self.telling(*slot)).map(|t| t.order).min();
        all.sort_by_cached_key(first);
        all
    }

    /// Adds a telling to its blocks; returns where it stands, and whom it meets in how many blocks.
    pub(crate) fn add(&mut self, telling: Telling, keys: Vec<u64>) -> (Slot, Vec<(Slot, u32)>) {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.nodes.push(None);
            Slot(u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX))
        });
        let (order, report) = (telling.order, telling.report);
        let mut met: Vec<Slot> = Vec::new();
        for key in &keys {
            let at = self.find(*key, order);
            let block = self.blocks.entry(*key).or_default();
            let moved: Vec<(Slot, Slot)> = (1..=WINDOW)
                .filter_map(|n| Some((*block.get(at.checked_sub(n)?)?, *block.get(at - n + WINDOW)?)))
                .collect();
            block.insert(at, slot);
            let (from, to) = (at.saturating_sub(WINDOW), (at + WINDOW + 1).min(block.len()));
            met.extend(block.get(from..to).unwrap_or(&[]).iter().filter(|other| **other != slot));
            moved.into_iter().for_each(|(a, b)| self.part(a, b));
        }
        met.sort_unstable();
        let counted = met.chunk_by(|a, b| a == b);
        let count = |same: &[Slot]| Some((*same.first()?, u32::try_from(same.len()).unwrap_or(u32::MAX)));
        let met = counted.filter_map(count).collect();
        if let Some(place) = self.nodes.get_mut(slot.0 as usize) {
            *place =
                Some(Node { telling, keys, edges: Vec::new(), group: u32::MAX, set: u32::MAX, level: NEW });
        }
        self.of_report.entry(report).or_default().push(slot);
        self.changed.insert(slot);
        (slot, met)
    }

    /// Where a telling of that order stands in a block, or would stand.
    fn find(&self, key: u64, order: super::telling::Order) -> usize {
        let before = |slot: &Slot| self.telling(*slot).is_some_and(|t| t.order < order);
        self.blocks.get(&key).map_or(0, |block| block.partition_point(before))
    }

    /// Ties a telling to others, with the number of blocks that hold them together.
    pub(crate) fn link(&mut self, slot: Slot, edges: Vec<(Slot, Odds, u32)>) {
        for (other, odds, blocks) in &edges {
            if let Some(node) = self.node_mut(*other) {
                node.edges.push(Edge { to: slot, odds: *odds, blocks: *blocks });
            }
        }
        if let Some(node) = self.node_mut(slot) {
            node.edges = edges.into_iter().map(|(to, odds, blocks)| Edge { to, odds, blocks }).collect();
        }
    }

    /// One block less holds two tellings together.
    fn part(&mut self, a: Slot, b: Slot) {
        for (from, to) in [(a, b), (b, a)] {
            let Some(node) = self.node_mut(from) else { continue };
            let Some(at) = node.edges.iter().position(|edge| edge.to == to) else { continue };
            let gone = node.edges.get_mut(at).is_some_and(|edge| {
                edge.blocks = edge.blocks.saturating_sub(1);
                edge.blocks == 0
            });
            if gone {
                let odds = node.edges.swap_remove(at).odds;
                self.change(from, to, odds);
            }
        }
    }

    /// An edge came or went: its first end is grouped anew, unless such an edge leads nowhere and lies between two sets.
    fn change(&mut self, from: Slot, to: Slot, odds: Odds) {
        let set = |slot: Slot| self.node(slot).map(|node| node.set);
        if self.levels.first().is_some_and(|(least, _)| odds > *least) || set(from) == set(to) {
            self.changed.insert(from);
        }
    }

    /// Takes away what a report told; returns the pairs that this brings within each other's reach, once for each block.
    pub(crate) fn forget(&mut self, report: Number) -> Vec<(Slot, Slot)> {
        let mut nearer = Vec::new();
        for slot in self.of_report.remove(&report).unwrap_or_default() {
            for edge in self.edges(slot).to_vec() {
                if let Some(other) = self.node_mut(edge.to) {
                    other.edges.retain(|back| back.to != slot);
                }
                self.change(edge.to, slot, edge.odds);
            }
            let Some(node) = self.nodes.get_mut(slot.0 as usize).and_then(Option::take) else { continue };
            for key in &node.keys {
                let Some(block) = self.blocks.get_mut(key) else { continue };
                let Some(at) = block.iter().position(|other| *other == slot) else { continue };
                block.remove(at);
                let pair = |n: usize| Some((*block.get(at.checked_sub(n)?)?, *block.get(at - n + WINDOW)?));
                nearer.extend((1..=WINDOW).filter_map(pair));
                if block.is_empty() {
                    self.blocks.remove(key);
                }
            }
            self.leave_group(slot, node.group);
            self.changed.remove(&slot);
            self.free.push(slot);
        }
        nearer.retain(|(a, b)| self.node(*a).is_some() && self.node(*b).is_some());
        nearer
    }

    /// One block more holds two tellings together: true where they have an edge, which counts it.
    pub(crate) fn meet_again(&mut self, a: Slot, b: Slot) -> bool {
        let mut found = false;
        for (from, to) in [(a, b), (b, a)] {
            let edges = self.node_mut(from).map(|node| &mut node.edges).into_iter().flatten();
            for edge in edges.filter(|edge| edge.to == to) {
                edge.blocks += 1;
                found = true;
            }
        }
        found
    }

    /// Ties two tellings that one block holds together.
    pub(crate) fn tie(&mut self, a: Slot, b: Slot, odds: Odds) {
        for (from, to) in [(a, b), (b, a)] {
            if let Some(node) = self.node_mut(from) {
                node.edges.push(Edge { to, odds, blocks: 1 });
            }
            self.change(from, to, odds);
        }
    }

    /// Calls `each` for every pair that shares a block within reach, once.
    pub(crate) fn each_met(&self, mut each: impl FnMut(Slot, Slot)) {
        let mut met = BTreeSet::new();
        for block in self.blocks.values() {
            for (n, a) in block.iter().enumerate() {
                for b in block.iter().skip(n + 1).take(WINDOW) {
                    met.insert(if a < b { (*a, *b) } else { (*b, *a) });
                }
            }
        }
        met.into_iter().for_each(|(a, b)| each(a, b));
    }

    fn leave_group(&mut self, slot: Slot, group: u32) {
        if let Some(members) = self.groups.get_mut(&group) {
            members.retain(|other| *other != slot);
            if members.is_empty() {
                self.groups.remove(&group);
            }
        }
    }

    /// A set of tellings that likely pairs hold together, in order, of those that have changed since they were grouped.
    ///
    /// A set that is too large is parted where its pairs are less likely, and so on. Whether a set is too large can change with
    /// one telling: what lies beside it and was grouped by less likely pairs is then grouped anew as well.
    pub(crate) fn changed_component(&mut self) -> Option<Vec<Slot>> {
        let first = *self.changed.first()?;
        let (mut found, mut level) = (Vec::new(), 0);
        for (n, (least, most)) in self.levels.iter().enumerate() {
            (found, level) = (self.reached(first, *least, *most), n);
            if found.len() <= *most {
                break;
            }
        }
        for (n, (least, _)) in self.levels.iter().enumerate().take(level) {
            self.change_weaker(&found, *least, n);
        }
        for slot in &found {
            self.node_mut(*slot).into_iter().for_each(|node| node.level = level);
        }
        found.sort_by_key(|slot| self.telling(*slot).map(|t| t.order));
        Some(found)
    }

    /// The set of some tellings is too large at a level: whatever hangs on the changed ones of them and was grouped at that level or below
    /// is grouped anew.
    fn change_weaker(&mut self, some: &[Slot], least: Odds, level: usize) {
        let mut seen = std::mem::take(&mut self.seen);
        seen.begin(self.nodes.len());
        let mut found: Vec<Slot> =
            some.iter().filter(|slot| self.changed.contains(slot) && seen.add(**slot)).copied().collect();
        let given = found.len();
        let mut at = 0;
        while let Some(slot) = found.get(at).copied() {
            let weaker = |to: &Slot| self.node(*to).is_some_and(|node| node.level <= level) && seen.add(*to);
            let edges = self.edges(slot).iter().filter(|edge| edge.odds > least);
            found.extend(edges.map(|edge| edge.to).filter(weaker).collect::<Vec<Slot>>());
            at += 1;
        }
        self.changed.extend(found.iter().skip(given));
        self.seen = seen;
    }

    /// The tellings that pairs above `least` lead to; stops beyond `most` of them.
    fn reached(&mut self, first: Slot, least: Odds, most: usize) -> Vec<Slot> {
        let mut seen = std::mem::take(&mut self.seen);
        seen.begin(self.nodes.len());
        seen.add(first);
        let mut found = vec![first];
        let mut at = 0;
        while let Some(slot) = found.get(at).copied().filter(|_| found.len() <= most) {
            let edges = self.edges(slot).iter().filter(|edge| edge.odds > least);
            found.extend(edges.map(|edge| edge.to).filter(|to| seen.add(*to)));
            at += 1;
        }
        self.seen = seen;
        found
    }

    /// Puts the members of a component into new groups.
    pub(crate) fn set_groups(&mut self, component: &[Slot], groups: Vec<Vec<Slot>>) {
        for slot in component {
            self.changed.remove(slot);
            let group = self.node(*slot).map_or(u32::MAX, |node| node.group);
            self.leave_group(*slot, group);
        }
        let set = self.next_group;
        component.iter().for_each(|slot| self.node_mut(*slot).into_iter().for_each(|node| node.set = set));
        for members in groups {
            let number = self.next_group;
            self.next_group = self.next_group.wrapping_add(1);
            members
                .iter()
                .for_each(|slot| self.node_mut(*slot).into_iter().for_each(|node| node.group = number));
            self.groups.insert(number, members);
            self.made.push(number);
        }
    }
}
