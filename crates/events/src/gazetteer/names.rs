//! The table of folded names: sorted, front-coded in blocks, each name followed by the places that bear it.
//!
//! Block: sixteen entries. Entry: bytes shared with the name before (one byte; 0 for the first of a block), length of
//! the rest (one byte), the rest, number of places (varint), their numbers as differences (varints).
//! Not an fst: that format follows addresses in its own bytes, so that a damaged file makes it panic.

use super::bytes::{number, put_number, put_varint, varint};
use std::cmp::Ordering;

const BLOCK: usize = 16;

/// A view of the table's two sections.
#[derive(Clone, Copy)]
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

impl<'a> Names<'a> {
    /// The places that bear the name `key`; empty where there are none.
    pub fn find(&self, key: &str) -> Vec<u32> {
        self.seek(key).map(|(_, entry)| entry.places).unwrap_or_default()
    }

    /// The number of the name `key`.
    pub fn number(&self, key: &str) -> Option<u32> {
        self.seek(key).map(|(number, _)| number as u32)
    }

    /// The name with number `index`, and the places that bear it.
    pub fn name(&self, index: usize) -> Option<(String, Vec<u32>)> {
        let mut at = self.start(index / BLOCK)?;
        let mut before = Vec::new();
        for _ in 0..index % BLOCK {
            let entry = self.entry(at, &before)?;
            (at, before) = (entry.next, entry.name);
        }
        let entry = self.entry(at, &before)?;
        Some((String::from_utf8(entry.name).ok()?, entry.places))
    }

    /// All names in their order, with the places that bear them.
    pub fn iter(self) -> impl Iterator<Item = (Vec<u8>, Vec<u32>)> + use<'a> {
        let (mut at, mut before) = (0, Vec::new());
        std::iter::from_fn(move || {
            let entry = self.entry(at, &before)?;
            at = entry.next;
            before.clone_from(&entry.name);
            Some((entry.name, entry.places))
        })
    }

    fn seek(&self, key: &str) -> Option<(usize, Entry)> {
        let block = self.block_of(key.as_bytes())?;
        let (mut at, mut before) = (self.start(block)?, Vec::new());
        for n in 0..BLOCK {
            let entry = self.entry(at, &before)?;
            match entry.name.as_slice().cmp(key.as_bytes()) {
                Ordering::Equal => return Some((block * BLOCK + n, entry)),
                Ordering::Greater => break,
                Ordering::Less => (at, before) = (entry.next, entry.name),
            }
        }
        None
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

/// Writes the two sections, name by name.
#[derive(Default)]
pub(super) struct NamesWriter {
    /// Offsets of the blocks.
    pub blocks: Vec<u8>,
    /// The entries.
    pub entries: Vec<u8>,
    before: Vec<u8>,
    written: u32,
}

impl NamesWriter {
    /// Adds a name, at most 255 bytes long and behind the last one in the order of bytes, borne by `places`, which are sorted;
    /// gives the number of the name.
    pub fn push(&mut self, name: &[u8], places: &[u32]) -> u32 {
        let mut shared = 0;
        if self.written.is_multiple_of(BLOCK as u32) {
            put_number(&mut self.blocks, self.entries.len() as u32, 4);
        } else {
            shared = self.before.iter().zip(name).take_while(|(a, b)| a == b).count();
        }
        let rest = name.get(shared..).unwrap_or_default();
        self.entries.extend([shared as u8, rest.len() as u8]);
        self.entries.extend(rest);
        put_varint(&mut self.entries, places.len() as u32);
        let mut last = 0;
        for place in places {
            put_varint(&mut self.entries, place.saturating_sub(last));
            last = *place;
        }
        self.before.clear();
        self.before.extend(name);
        self.written += 1;
        self.written - 1
    }

    /// What has been written so far.
    pub fn view(&self) -> Names<'_> {
        Names { blocks: &self.blocks, entries: &self.entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn finds_what_was_written_and_nothing_else(
            names in proptest::collection::btree_map("[a-c]{1,5}", proptest::collection::btree_set(0u32..99999, 1..4), 0..80),
            other in "[a-d]{1,6}",
        ) {
            let names: BTreeMap<String, Vec<u32>> =
                names.into_iter().map(|(n, p)| (n, p.into_iter().collect())).collect();
            let mut writer = NamesWriter::default();
            for (n, (name, places)) in names.iter().enumerate() {
                prop_assert_eq!(writer.push(name.as_bytes(), places) as usize, n);
            }
            let table = writer.view();
            prop_assert!(table.iter().map(|(name, places)| (String::from_utf8(name).unwrap(), places)).eq(names.clone()));
            for (n, (name, places)) in names.iter().enumerate() {
                prop_assert_eq!(&table.find(name), places);
                prop_assert_eq!(table.name(n), Some((name.clone(), places.clone())));
                prop_assert_eq!(table.number(name), Some(n as u32));
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
