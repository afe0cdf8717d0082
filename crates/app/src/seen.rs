//! Notices ids that two reports of a run share: their claims could not be told apart.

use crate::reading::problem::Fault;
use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

/// Ids kept, at most: on longer runs only repeats of these are noticed, so that memory stays flat.
const KEPT: usize = 1_000_000;

/// The ids seen so far, by their hashes.
#[derive(Default)]
pub struct Seen {
    hashes: HashSet<u64>,
    state: RandomState,
}

impl Seen {
    /// A fault where `id` was seen before.
    pub fn take(&mut self, id: &str) -> Option<Fault> {
        let hash = self.state.hash_one(id);
        let shown: String = id.chars().take(80).collect();
        let again =
            || Fault::new(format!("the id '{shown}' was used before"), "give each report an id of its own");
        if self.hashes.contains(&hash) {
            return Some(again());
        }
        if self.hashes.len() < KEPT {
            self.hashes.insert(hash);
        }
        None
    }
}
