//! Folded names on their way into a pack, kept small: each once for every place that bears it.

use super::fold::fold;

/// Bytes of the longest key that is kept; longer ones are sentences.
const LONGEST: usize = 64;

/// Keys and the rows that bear them.
#[derive(Default)]
pub(super) struct Keys {
    /// Keys one after the other, each with its length in front.
    bytes: Vec<u8>,
    /// Where a key begins, and the row that bears it.
    uses: Vec<(u32, u32)>,
    /// Uses before this belong to rows that are done.
    done: usize,
}

impl Keys {
    /// The row `row` bears `name`.
    pub fn push(&mut self, name: &str, row: u32) {
        let key = fold(name);
        let known =
            self.uses.iter().skip(self.done).any(|(at, r)| *r == row && self.key(*at) == key.as_bytes());
        if key.is_empty() || key.len() > LONGEST || known {
            return;
        }
        self.uses.push((self.bytes.len() as u32, row));
        self.bytes.push(key.len() as u8);
        self.bytes.extend(key.as_bytes());
    }

    /// All names of the rows so far have been given.
    pub fn close(&mut self) {
        self.done = self.uses.len();
    }

    /// Sorts by key and row; [`Keys::groups`] needs it.
    pub fn sort(&mut self) {
        let mut uses = std::mem::take(&mut self.uses);
        uses.sort_unstable_by(|a, b| self.key(a.0).cmp(self.key(b.0)).then(a.1.cmp(&b.1)));
        self.uses = uses;
    }

    /// Each key with the rows that bear it.
    pub fn groups(&self) -> impl Iterator<Item = (&[u8], Vec<u32>)> {
        let groups = self.uses.chunk_by(|a, b| self.key(a.0) == self.key(b.0));
        groups.filter_map(|group| {
            Some((self.key(group.first()?.0), group.iter().map(|(_, row)| *row).collect()))
        })
    }

    fn key(&self, at: u32) -> &[u8] {
        let at = at as usize;
        let length = self.bytes.get(at).map_or(0, |n| usize::from(*n));
        self.bytes.get(at + 1..at + 1 + length).unwrap_or_default()
    }
}
