//! The neural annotator: which words of a report name an event, which words name its parties, places, times and
//! figures, and which belong together.
//!
//! It knows its labels from the model's manifest and nothing of what they mean. The model is the encoder and heads of
//! `training/annotator.py`; windows are made as in `training/windows.py` and read as in `training/decode.py`.

mod decode;
mod manifest;
mod marks;
mod network;
mod plain;
mod roles;
mod window;
mod words;

pub use manifest::Manifest;
pub use marks::{Link, Mention, Reading, Trigger};

use crate::span::Span;
use network::Network;
use std::borrow::Cow;
use std::fmt;
use words::WordReader;

/// What the annotator found in one report.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Words that name an event, in the order of the text.
    pub triggers: Vec<Trigger>,
    /// Words that may fill a role, in the order in which they were found; links name them by their place here.
    pub mentions: Vec<Mention>,
    /// Which mention fills which role of which trigger.
    pub links: Vec<Link>,
    /// Sentences that were longer than the model reads; their ends went unread.
    pub cut: Vec<usize>,
}

impl Annotations {
    /// Takes commas, colons, dashes and quotes off the ends of the mentions: no name begins or ends with one.
    pub fn trim_marks(&mut self, text: &str) {
        let is_mark = |c: char| c.is_whitespace() || ",;:–—\"“”‘".contains(c);
        for mention in &mut self.mentions {
            let words = mention.span.of(text);
            let end = mention.span.start + words.trim_end_matches(is_mark).len();
            let start = mention.span.end - words.trim_start_matches(is_mark).len();
            if start < end {
                mention.span = Span::new(start, end);
            }
        }
    }

    /// Puts the numbers of a longer list of sentences in place of those annotated: sentence n becomes `numbers[n]`.
    pub fn renumber(&mut self, numbers: &[usize]) {
        let of = |n: usize| numbers.get(n).copied().unwrap_or(n);
        self.triggers.iter_mut().for_each(|t| t.sentence = of(t.sentence));
        self.mentions.iter_mut().for_each(|m| m.sentence = of(m.sentence));
        self.cut.iter_mut().for_each(|n| *n = of(*n));
    }
}

/// The model with all that it needs, loaded once.
pub struct Annotator {
    network: Network,
    words: WordReader,
    manifest: Manifest,
}

/// Why a model cannot be used.
#[derive(Debug)]
pub struct ModelError {
    reason: String,
}

impl ModelError {
    fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the annotator's model cannot be used: {}", self.reason)
    }
}

impl std::error::Error for ModelError {}

impl Annotator {
    /// Loads the ONNX file, the vocabulary (one word piece a line) and the manifest (JSON) that belong together.
    pub fn load(model: Cow<'static, [u8]>, vocabulary: &str, manifest: &str) -> Result<Self, ModelError> {
        let manifest = Manifest::parse(manifest)?;
        let (of_words, of_events) = manifest.outputs();
        let network = Network::load(model, &of_words, &of_events)?;
        Ok(Self { network, words: WordReader::new(vocabulary)?, manifest })
    }

    /// The labels, thresholds and origin of the model.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Annotates the `sentences` of `text`, which are in order and do not overlap.
    ///
    /// A sentence of no words gives nothing. An error can only come from a model that does not fit its manifest.
    pub fn annotate(&self, text: &str, sentences: &[Span]) -> Result<Annotations, ModelError> {
        let mut found = decode::Gathered::default();
        let mut cut = Vec::new();
        let mut read = Vec::with_capacity(sentences.len());
        for (number, span) in sentences.iter().enumerate() {
            let (words, whole) = self.words.read(text, *span, number, self.manifest.window.longest_sentence);
            if !whole {
                cut.push(number);
            }
            read.push(words);
        }
        for window in window::windows(&read, &self.manifest.window) {
            let logits = self.network.mark(&window)?;
            let marked = decode::marks(&window, &logits, &self.manifest, &mut found)?;
            let seen =
                roles::Seen { window: &window, logits: &logits, marked: &marked, labels: &self.manifest };
            let sentence = |event: &decode::Event| window.words[event.word()].sentence;
            for events in marked.events.chunk_by(|a, b| sentence(a) == sentence(b)) {
                let triggers: Vec<usize> = events.iter().map(decode::Event::word).collect();
                let said = self.network.read(&window, &logits, &triggers)?;
                seen.events(events, &said, &mut found)?;
            }
        }
        Ok(found.finish(cut))
    }

    /// Logits of each head for a text taken as one sentence, and of the events at its words `triggers`: what
    /// `training/export.py` writes as parity cases. Head name and values in row-major order.
    pub fn logits(&self, text: &str, triggers: &[usize]) -> Result<Vec<(String, Vec<f32>)>, ModelError> {
        let span = Span::new(0, text.len());
        let (words, _) = self.words.read(text, span, 0, self.manifest.window.longest_sentence);
        let read = [words];
        let Some(window) = window::windows(&read, &self.manifest.window).into_iter().next() else {
            return Ok(Vec::new());
        };
        let marked = self.network.mark(&window)?;
        let events = self.network.read(&window, &marked, triggers)?;
        Ok(marked.into_values().into_iter().chain(events.into_values()).collect())
    }
}
