//! From the byte offsets used inside to the code point offsets of the record.

/// Code point number of any byte offset on a character boundary of one text.
///
/// Keeps one count for every 64 bytes, so that a text of n bytes costs n/8 bytes and a look-up reads at most 64.
pub struct CodePoints<'a> {
    text: &'a str,
    counts: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'a> CodePoints<'a> {
    /// Counts `text` once.
    pub fn new(text: &'a str) -> Self {
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut seen = 0;
        for block in text.as_bytes().chunks(STRIDE) {
            counts.push(seen);
            seen += block.iter().filter(|b| !is_continuation(**b)).count();
        }
        counts.push(seen);
        Self { text, counts }
    }

    /// Code points before byte `offset`; offsets past the end count as the end.
    pub fn of(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        let block = offset / STRIDE;
        let rest = &bytes[block * STRIDE..offset];
        self.counts[block] + rest.iter().filter(|b| !is_continuation(**b)).count()
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting_characters(text in "\\PC{0,300}") {
            let points = CodePoints::new(&text);
            for (n, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.of(byte), n);
            }
            prop_assert_eq!(points.of(text.len()), text.chars().count());
        }
    }
}
