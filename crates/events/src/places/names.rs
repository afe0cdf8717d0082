//! The table of folded names: sorted, front-coded in blocks, each name followed by the places that bear it.
//!
//! Block: sixteen entries. Entry: bytes shared with the name before (one byte; 0 for the first of a block), length of
//! the rest (one byte), the rest, number of places (varint), their numbers as differences (varints).
//! Not an fst: that format follows addresses in its own bytes, so that a damaged file makes it panic.

use super::bytes::{number, put_number, put_varint, varint};
use std::cmp::Ordering;
use std::collections::BTreeMap;

const BLOCK: usize = 16;

/// A view of the table's two sections.
pub(super) struct Names<'a> {
    /// Offsets of the blocks in `entries`, four bytes each.
    pub blocks: &'a [u8],
    /// The entries.
    pub entries: &'a [u8],
}

struct Entry {
    name: Vec<u8>,
    places: Vec<u32>,
    next: usize,
}

impl Names<'_> {
    /// The places that bear the name `key`; empty where there are none.
    pub fn find(&self, key: &str) -> Vec<u32> {
        let Some(block) = self.block_of(key.as_bytes()) else { return Vec::new() };
        let mut before = Vec::new();
        let Some(mut at) = self.start(block) else { return Vec::new() };
        for _ in 0..BLOCK {
            let Some(entry) = self.entry(at, &before) else { break };
            match entry.name.as_slice().cmp(key.as_bytes()) {
                Ordering::Equal => return entry.places,
                Ordering::Greater => break,
                Ordering::Less => (at, before) = (entry.next, entry.name),
            }
        }
        Vec::new()
    }

    /// The name with number `index`.
    pub fn name(&self, index: usize) -> Option<String> {
        let mut at = self.start(index / BLOCK)?;
        let mut before = Vec::new();
        for _ in 0..index % BLOCK {
            let entry = self.entry(at, &before)?;
            (at, before) = (entry.next, entry.name);
        }
        String::from_utf8(self.entry(at, &before)?.name).ok()
    }

    fn start(&self, block: usize) -> Option<usize> {
        number(self.blocks, block.checked_mul(4)?, 4).map(|n| n as usize)
    }

    /// The last block whose first name is not after `key`.
    fn block_of(&self, key: &[u8]) -> Option<usize> {
        let (mut low, mut high) = (0, self.blocks.len() / 4);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.first(middle)?.cmp(key) {
                Ordering::Greater => high = middle,
                _ => low = middle + 1,
            }
        }
        low.checked_sub(1)
    }

    fn first(&self, block: usize) -> Option<&[u8]> {
        let at = self.start(block)?;
        let length = usize::from(*self.entries.get(at.checked_add(1)?)?);
        let from = at.checked_add(2)?;
        self.entries.get(from..from.checked_add(length)?)
    }

    fn entry(&self, at: usize, before: &[u8]) -> Option<Entry> {
        let shared = usize::from(*self.entries.get(at)?);
        let length = usize::from(*self.entries.get(at.checked_add(1)?)?);
        let from = at.checked_add(2)?;
        let rest = self.entries.get(from..from.checked_add(length)?)?;
        let name = [before.get(..shared)?, rest].concat();
        let (count, mut next) = varint(self.entries, from.checked_add(length)?)?;
        let mut places = Vec::new();
        let mut place = 0u32;
        for _ in 0..count {
            let (step, after) = varint(self.entries, next)?;
            place = place.checked_add(step)?;
            places.push(place);
            next = after;
        }
        Some(Entry { name, places, next })
    }
}

/// Writes the two sections, blocks and entries; place numbers must be sorted, names at most 255 bytes long.
pub(super) fn write(names: &BTreeMap<String, Vec<u32>>) -> (Vec<u8>, Vec<u8>) {
    let (mut blocks, mut entries) = (Vec::new(), Vec::new());
    let mut before: &[u8] = &[];
    for (index, (name, places)) in names.iter().enumerate() {
        let name = name.as_bytes();
        let mut shared = 0;
        if index % BLOCK == 0 {
            put_number(&mut blocks, entries.len() as u32, 4);
        } else {
            shared = before.iter().zip(name).take_while(|(a, b)| a == b).count();
        }
        let rest = name.get(shared..).unwrap_or_default();
        entries.extend([shared as u8, rest.len() as u8]);
        entries.extend(rest);
        put_varint(&mut entries, places.len() as u32);
        let mut last = 0;
        for place in places {
            put_varint(&mut entries, place.saturating_sub(last));
            last = *place;
        }
        before = name;
    }
    (blocks, entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_was_written_and_nothing_else(
            names in proptest::collection::btree_map("[a-c]{1,5}", proptest::collection::btree_set(0u32..99999, 1..4), 0..80),
            other in "[a-d]{1,6}",
        ) {
            let names: BTreeMap<String, Vec<u32>> =
                names.into_iter().map(|(n, p)| (n, p.into_iter().collect())).collect();
            let (blocks, entries) = write(&names);
            let table = Names { blocks: &blocks, entries: &entries };
            for (n, (name, places)) in names.iter().enumerate() {
                prop_assert_eq!(&table.find(name), places);
                prop_assert_eq!(table.name(n), Some(name.clone()));
            }
            prop_assert_eq!(table.find(&other), names.get(&other).cloned().unwrap_or_default());
        }

        #[test]
        fn damaged_bytes_find_nothing_worse_than_wrong(
            blocks in proptest::collection::vec(any::<u8>(), 0..40),
            entries in proptest::collection::vec(any::<u8>(), 0..200),
            key in "[a-c]{0,4}",
        ) {
            let table = Names { blocks: &blocks, entries: &entries };
            table.find(&key);
            table.name(key.len() * 7);
        }
    }
}
