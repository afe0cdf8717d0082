//! The table of sounds: names by country and skeleton, for names spelt as no gazetteer spells them.
//!
//! Section: where each of 16,384 buckets begins, and where the last ends (four bytes each), then entries of six bytes: the
//! lower sixteen bits of a hash, and the number of a name. The upper fourteen bits are the number of the bucket.

use super::bytes::{number, put_number};

const BUCKETS: usize = 1 << 14;
/// The hash shifted by this is the number of a bucket.
const SHIFT: u32 = 32 - 14;
const ENTRY: usize = 6;

/// A view of the section.
pub(super) struct Sounds<'a>(pub &'a [u8]);

impl Sounds<'_> {
    /// Numbers of the names in that country with that skeleton, and now and then of another.
    pub fn find(&self, country: &str, skeleton: &str) -> Vec<u32> {
        let hash = hash(country, skeleton);
        let (bucket, low) = ((hash >> SHIFT) as usize, hash & 0xffff);
        let end = |bucket: usize| number(self.0, bucket.checked_mul(4)?, 4);
        let (Some(from), Some(to)) = (end(bucket), end(bucket + 1)) else { return Vec::new() };
        let entry = |n: u32| {
            let at = (BUCKETS + 1) * 4 + (n as usize).checked_mul(ENTRY)?;
            Some((number(self.0, at, 2)?, number(self.0, at.checked_add(2)?, 4)?))
        };
        (from..to).map_while(entry).filter(|(half, _)| *half == low).map(|(_, name)| name).collect()
    }
}

/// Gathers names for the section.
#[derive(Default)]
pub(super) struct SoundsWriter(Vec<(u32, u32)>);

impl SoundsWriter {
    /// Adds the name of that number, borne by a place in that country.
    pub fn push(&mut self, country: &str, skeleton: &str, name: u32) {
        self.0.push((hash(country, skeleton), name));
    }

    /// The bytes of the section.
    pub fn finish(mut self) -> Vec<u8> {
        self.0.sort_unstable();
        self.0.dedup();
        let mut out = Vec::with_capacity((BUCKETS + 1) * 4 + self.0.len() * ENTRY);
        let mut at = 0;
        for bucket in 0..=BUCKETS as u32 {
            while self.0.get(at).is_some_and(|(hash, _)| hash >> SHIFT < bucket) {
                at += 1;
            }
            put_number(&mut out, at as u32, 4);
        }
        for (hash, name) in self.0 {
            put_number(&mut out, hash & 0xffff, 2);
            put_number(&mut out, name, 4);
        }
        out
    }
}

/// FNV-1a (Fowler, Noll, Vo), stirred once more at the end so that its upper half is as good as its lower.
fn hash(country: &str, skeleton: &str) -> u32 {
    let bytes = country.bytes().chain([b' ']).chain(skeleton.bytes());
    let sum = bytes.fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (sum ^ (sum >> 15)).wrapping_mul(0x2c1b_3c6d)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn finds_what_was_written(names in proptest::collection::vec(("[A-C]{2}", "[SKT]{1,3}"), 0..60)) {
            let mut writer = SoundsWriter::default();
            for (n, (country, skeleton)) in names.iter().enumerate() {
                writer.push(country, skeleton, n as u32);
            }
            let bytes = writer.finish();
            for (n, (country, skeleton)) in names.iter().enumerate() {
                prop_assert!(Sounds(&bytes).find(country, skeleton).contains(&(n as u32)));
            }
        }

        #[test]
        fn damaged_bytes_find_nothing_worse_than_wrong(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            Sounds(&bytes).find("SY", "SKT");
        }
    }
}
