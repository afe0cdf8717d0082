//! What the annotator marks in a text. Labels are the manifest's.

use crate::span::Span;
use std::sync::Arc;

/// One label that a head gives, with its probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The head: "status".
    pub head: Arc<str>,
    /// The label: "denied".
    pub label: Arc<str>,
    /// Probability, 0 to 1.
    pub score: f32,
}

/// Words that name an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Trigger {
    /// The words.
    pub span: Span,
    /// Number of their sentence.
    pub sentence: usize,
    /// The label.
    pub label: Arc<str>,
    /// How often such a trigger with its label is right, 0 to 1: the probability, calibrated.
    pub score: f32,
    /// What the other heads say of it, likeliest first within a head.
    pub readings: Vec<Reading>,
}

/// Words that may fill a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The kind of span.
    pub kind: Arc<str>,
    /// The words.
    pub span: Span,
    /// Number of their sentence.
    pub sentence: usize,
    /// Probability that such a span begins here, 0 to 1.
    pub score: f32,
    /// What other heads say of it, likeliest first within a head.
    pub readings: Vec<Reading>,
}

/// A mention in a role of a trigger.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Index among the triggers.
    pub trigger: usize,
    /// Index among the mentions.
    pub mention: usize,
    /// The role.
    pub role: Arc<str>,
    /// Probability, 0 to 1.
    pub score: f32,
}

/// The likeliest label of `head` among `readings`, with its probability.
pub fn likeliest<'a>(readings: &'a [Reading], head: &str) -> Option<(&'a str, f32)> {
    readings.iter().find(|r| &*r.head == head).map(|r| (&*r.label, r.score))
}

impl Trigger {
    /// The likeliest label of a head, with its probability.
    pub fn likeliest(&self, head: &str) -> Option<(&str, f32)> {
        likeliest(&self.readings, head)
    }
}

impl Mention {
    /// The likeliest label of a head, with its probability.
    pub fn likeliest(&self, head: &str) -> Option<(&str, f32)> {
        likeliest(&self.readings, head)
    }
}
