//! Word pieces of plain ASCII text, in which nearly all English news is written: what the library makes of it, without the
//! bookkeeping that other scripts need (a test holds the two together).

use ahash::AHashMap;

/// Longer words are unknown to BERT's tokeniser.
const LONGEST_WORD: usize = 100;
const UNKNOWN: &str = "[UNK]";

type Pieces = AHashMap<Box<[u8]>, u32>;

/// The vocabulary: pieces that begin a word, and those that go on with one, without their "##".
pub(super) struct Plain {
    first: Pieces,
    next: Pieces,
    longest: usize,
    unknown: u32,
}

impl Plain {
    /// `vocabulary`: pieces with their numbers.
    pub fn new(vocabulary: &AHashMap<String, u32>) -> Option<Self> {
        let (mut first, mut next) = (Pieces::new(), Pieces::new());
        for (piece, number) in vocabulary {
            match piece.strip_prefix("##") {
                Some(rest) => next.insert(rest.as_bytes().into(), *number),
                None => first.insert(piece.as_bytes().into(), *number),
            };
        }
        let longest = first.keys().chain(next.keys()).map(|piece| piece.len()).max()?;
        Some(Self { first, next, longest, unknown: *vocabulary.get(UNKNOWN)? })
    }

    /// True for text that is read here: ASCII without control characters other than white space.
    pub fn reads(text: &str) -> bool {
        text.bytes().all(|b| b.is_ascii() && (!b.is_ascii_control() || matches!(b, b'\t' | b'\n' | b'\r')))
    }

    /// Start, end and pieces of every word of `text`, which `reads` has let pass.
    pub fn tokens(&self, text: &str) -> Vec<(usize, usize, Vec<u32>)> {
        let lower = text.to_ascii_lowercase();
        let (bytes, mut found, mut at) = (lower.as_bytes(), Vec::with_capacity(text.len() / 5), 0);
        while let Some(byte) = bytes.get(at) {
            let length = match byte {
                b if b.is_ascii_whitespace() => {
                    at += 1;
                    continue;
                }
                b if b.is_ascii_punctuation() => 1,
                _ => bytes[at..].iter().take_while(|b| in_word(**b)).count(),
            };
            found.push((at, at + length, self.pieces(&bytes[at..at + length])));
            at += length;
        }
        found
    }

    /// The longest piece that fits, again and again; a word with a rest that fits none is unknown as a whole.
    fn pieces(&self, word: &[u8]) -> Vec<u32> {
        if word.len() > LONGEST_WORD {
            return vec![self.unknown];
        }
        let (mut made, mut at) = (Vec::with_capacity(2), 0);
        while at < word.len() {
            let pieces = if at == 0 { &self.first } else { &self.next };
            let longest = word.len().min(at + self.longest);
            let fits = (at + 1..=longest).rev().find_map(|end| Some((end, *pieces.get(&word[at..end])?)));
            let Some((end, piece)) = fits else {
                return vec![self.unknown];
            };
            made.push(piece);
            at = end;
        }
        made
    }
}

fn in_word(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !byte.is_ascii_punctuation()
}
