//! From the text of a sentence to words and word pieces, as BERT's tokeniser makes them.

use super::ModelError;
use super::plain::Plain;
use crate::span::Span;
use ahash::AHashMap;
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;
use tokenizers::{
    Model, NormalizedString, Normalizer, OffsetReferential, OffsetType, PreTokenizedString, PreTokenizer,
};

/// A word of a sentence: a pre-token of BERT, so that punctuation marks are words of their own.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub span: Span,
    pub sentence: usize,
    pub pieces: Vec<u32>,
    pub shape: Shape,
}

/// How a word is written; the vocabulary has no capitals. Numbers are those of SHAPES in `training/labels.py`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lower = 1,
    Title = 2,
    Upper = 3,
    Mixed = 4,
    Digit = 5,
    Other = 6,
}

/// The shape of [CLS] and [SEP].
pub(super) const SHAPE_OF_SPECIAL: i32 = 0;

impl Shape {
    fn of(word: &str) -> Self {
        let upper = word.chars().any(char::is_uppercase);
        let lower = word.chars().any(char::is_lowercase);
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if word.chars().all(char::is_numeric) {
            Self::Digit
        } else if !word.chars().all(char::is_alphabetic) {
            Self::Other
        } else if lower && !upper {
            Self::Lower
        } else if upper && !lower {
            if word.chars().nth(1).is_some() { Self::Upper } else { Self::Title }
        } else if capital && !word.chars().skip(1).any(char::is_uppercase) {
            Self::Title
        } else {
            Self::Mixed
        }
    }
}

/// BERT's normaliser, pre-tokeniser and word pieces.
pub(super) struct WordReader {
    plain: Plain,
    normalizer: BertNormalizer,
    pieces: WordPiece,
}

/// Start, end (bytes of the text) and pieces of a word.
type Token = (usize, usize, Vec<u32>);

impl WordReader {
    /// `vocabulary`: one piece a line, its number the line's from 0.
    pub fn new(vocabulary: &str) -> Result<Self, ModelError> {
        let vocabulary: AHashMap<String, u32> = vocabulary.lines().map(str::to_owned).zip(0..).collect();
        let plain = Plain::new(&vocabulary)
            .ok_or_else(|| ModelError::new("vocab.txt: it has no piece for what is unknown"))?;
        let pieces = WordPiece::builder()
            .vocab(vocabulary)
            .unk_token("[UNK]".into())
            .build()
            .map_err(|e| ModelError::new(format!("vocab.txt: {e}")))?;
        Ok(Self { plain, normalizer: BertNormalizer::new(true, true, None, true), pieces })
    }

    /// The words of one sentence, cut after `most` pieces; the flag is false where something was cut.
    pub fn read(&self, text: &str, span: Span, sentence: usize, most: usize) -> (Vec<Word>, bool) {
        let mut words = Vec::new();
        let mut total = 0;
        for (start, end, pieces) in self.tokens(span.of(text)) {
            total += pieces.len();
            if total > most {
                return (words, false);
            }
            let place = Span::new(span.start + start, span.start + end);
            let shape = Shape::of(place.of(text));
            words.push(Word { span: place, sentence, pieces, shape });
        }
        (words, true)
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        if Plain::reads(text) { self.plain.tokens(text) } else { self.tokens_of_any(text) }
    }

    /// The words of a text in any script. Text that the tokeniser refuses gives no words.
    fn tokens_of_any(&self, text: &str) -> Vec<Token> {
        let mut normal = NormalizedString::from(text);
        let mut split = match self.normalizer.normalize(&mut normal) {
            Ok(()) => PreTokenizedString::from(normal),
            Err(_) => return Vec::new(),
        };
        if BertPreTokenizer.pre_tokenize(&mut split).is_err() {
            return Vec::new();
        }
        let words = split.get_splits(OffsetReferential::Original, OffsetType::Byte);
        words
            .into_iter()
            .filter_map(|(word, (start, end), _)| {
                let pieces = self.pieces.tokenize(word).ok()?;
                (!pieces.is_empty() && text.get(start..end).is_some_and(|w| !w.is_empty()))
                    .then(|| (start, end, pieces.into_iter().map(|p| p.id).collect()))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static READER: LazyLock<WordReader> =
        LazyLock::new(|| WordReader::new(include_str!("../../../../data/models/vocab.txt")).unwrap());

    proptest! {
        #[test]
        fn plain_text_gives_the_words_of_the_library(
            text in "([A-Za-z]{1,12}|[ -~\\t\\n]|[a-z]+ing |[0-9,.]{1,6}| ){0,60}",
        ) {
            prop_assert!(Plain::reads(&text));
            prop_assert_eq!(READER.plain.tokens(&text), READER.tokens_of_any(&text));
        }
    }

    #[test]
    fn a_word_of_more_than_a_hundred_letters_is_unknown() {
        let text = format!("see {} there", "a".repeat(101));
        assert_eq!(READER.plain.tokens(&text), READER.tokens_of_any(&text));
        assert_eq!(READER.plain.tokens(&text)[1].2.len(), 1);
    }
}
