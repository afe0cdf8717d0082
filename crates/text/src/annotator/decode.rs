//! From the marks of a window to its mentions and triggers; the same as `training/decode.py`.

use super::manifest::{Form, Head, Manifest};
use super::marks::{Mention, Reading};
use super::network::Logits;
use super::window::Window;
use super::{Annotations, ModelError};
use crate::span::Span;
use rten_tensor::prelude::*;
use rten_tensor::{NdTensorView, TensorView};
use std::collections::HashMap;
use std::sync::Arc;

/// What has been found in the windows so far. A context sentence is read twice: its mentions are kept once.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) found: Annotations,
    known: HashMap<(Arc<str>, Span), usize>,
}

impl Gathered {
    /// The number of a mention, which is new or known already.
    pub(super) fn mention(&mut self, mention: Mention) -> usize {
        let key = (mention.kind.clone(), mention.span);
        *self.known.entry(key).or_insert_with(|| {
            self.found.mentions.push(mention);
            self.found.mentions.len() - 1
        })
    }

    pub fn finish(mut self, cut: Vec<usize>) -> Annotations {
        self.found.cut = cut;
        self.found
    }
}

/// Words `first..last` of a window, and how surely they belong together.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub first: usize,
    pub last: usize,
    pub score: f32,
}

/// A mention found in the window: its kind's number, its words, its number among all mentions.
pub(super) struct Found {
    pub kind: usize,
    pub run: Run,
    pub mention: usize,
}

/// An event found in the window.
pub(super) struct Event {
    pub run: Run,
    pub label: Arc<str>,
}

impl Event {
    /// Number of the trigger's first word.
    pub fn word(&self) -> usize {
        self.run.first
    }
}

/// What the window's marks hold.
pub(super) struct Marked {
    pub mentions: Vec<Found>,
    /// Events in the order of the text.
    pub events: Vec<Event>,
}

/// Reads the marks of one window: its mentions go into `into`, its events are still to be read.
pub(super) fn marks(
    window: &Window,
    logits: &Logits,
    labels: &Manifest,
    into: &mut Gathered,
) -> Result<Marked, ModelError> {
    let mut mentions = Vec::new();
    for (kind, name) in labels.kinds.iter().enumerate() {
        for run in span_runs(window, logits, kind, labels)? {
            let mention = mention(window, logits, labels, (name, run))?;
            mentions.push(Found { kind, run, mention: into.mention(mention) });
        }
    }
    Ok(Marked { mentions, events: trigger_runs(window, logits, labels)? })
}

/// Words of one kind as a mention.
pub(super) fn mention(
    window: &Window,
    logits: &Logits,
    labels: &Manifest,
    (kind, run): (&Arc<str>, Run),
) -> Result<Mention, ModelError> {
    Ok(Mention {
        kind: kind.clone(),
        span: cover(window, run),
        sentence: window.words[run.first].sentence,
        score: run.score,
        readings: readings(logits, labels, kind, run)?,
    })
}

pub(super) fn rows<const N: usize>(
    view: TensorView<'_, f32>,
) -> Result<NdTensorView<'_, f32, N>, ModelError> {
    view.try_into().map_err(|_| ModelError::new("an output has the wrong number of dimensions"))
}

pub(super) fn cover(window: &Window, run: Run) -> Span {
    Span::new(window.words[run.first].span.start, window.words[run.last - 1].span.end)
}

/// Spans of one kind: a word begins one at P(B) >= the least, the next words go on with it while I is the likeliest. Two with no
/// word between them are one phrase: "the suburb of" and "Jdeidet Artouz".
fn span_runs(
    window: &Window,
    logits: &Logits,
    kind: usize,
    labels: &Manifest,
) -> Result<Vec<Run>, ModelError> {
    let table = rows::<3>(logits.head("spans")?.view())?;
    let chances: Vec<[f32; 3]> = (0..window.words.len())
        .map(|word| {
            let mut row = [0, 1, 2].map(|n| table.get([0, word, kind * 3 + n]).copied().unwrap_or(0.0));
            softmax(&mut row);
            row
        })
        .collect();
    let (mut found, mut word) = (Vec::new(), 0);
    while word < chances.len() {
        let score = chances[word][1];
        if score < labels.least_span {
            word += 1;
            continue;
        }
        let goes_on = |n: usize| chances[n][2] > chances[n][0].max(chances[n][1]);
        let last = extend(window, word, goes_on);
        add_span(window, &mut found, Run { first: word, last, score });
        word = last;
    }
    Ok(found)
}

fn add_span(window: &Window, found: &mut Vec<Run>, run: Run) {
    let sentence = |word: usize| window.words[word].sentence;
    match found.last_mut() {
        Some(before) if before.last == run.first && sentence(before.first) == sentence(run.first) => {
            before.last = run.last;
        }
        _ => found.push(run),
    }
}

/// Triggers of the window's own words, each with its likeliest label.
fn trigger_runs(window: &Window, logits: &Logits, labels: &Manifest) -> Result<Vec<Event>, ModelError> {
    let table = rows::<3>(logits.head("trigger")?.view())?;
    let width = 2 + labels.trigger.len();
    let chances: Vec<Vec<f32>> = (0..window.words.len())
        .map(|word| {
            let mut row: Vec<f32> =
                (0..width).map(|n| table.get([0, word, n]).copied().unwrap_or(0.0)).collect();
            softmax(&mut row);
            row
        })
        .collect();
    let begins = |n: usize| chances[n][2..].iter().sum::<f32>();
    let goes_on = |n: usize| chances[n][1] > chances[n][0].max(begins(n));
    let (mut found, mut word) = (Vec::new(), window.own_from);
    while word < window.words.len() {
        let best = chances[word][2..].iter().zip(&labels.trigger).max_by(|a, b| a.0.total_cmp(b.0));
        let named = best.filter(|(score, _)| **score >= labels.least_type);
        let (true, Some((score, label))) = (begins(word) >= labels.least_trigger, named) else {
            word += 1;
            continue;
        };
        let last = extend(window, word, goes_on);
        add_trigger(&mut found, Run { first: word, last, score: *score }, label);
        word = last;
    }
    Ok(found)
}

/// Two triggers of one type side by side name one event ("car bombings"): the likelier stays.
fn add_trigger(found: &mut Vec<Event>, run: Run, label: &Arc<str>) {
    match found.last_mut() {
        Some(before) if before.run.last == run.first && before.label == *label => {
            if run.score > before.run.score {
                before.run = run;
            }
        }
        _ => found.push(Event { run, label: label.clone() }),
    }
}

/// One past the last word that goes on with `first`, within its sentence.
fn extend(window: &Window, first: usize, goes_on: impl Fn(usize) -> bool) -> usize {
    let sentence = window.words[first].sentence;
    let mut last = first + 1;
    while window.words.get(last).is_some_and(|w| w.sentence == sentence) && goes_on(last) {
        last += 1;
    }
    last
}

/// What the heads of `of` say of a run: mean logits over its words, as probabilities, likeliest first.
fn readings(logits: &Logits, labels: &Manifest, of: &str, run: Run) -> Result<Vec<Reading>, ModelError> {
    let mut all = Vec::new();
    for head in labels.heads.iter().filter(|h| &*h.of == of) {
        let table = rows::<3>(logits.head(&head.name)?.view())?;
        let mean = |n: usize| {
            let sum: f32 =
                (run.first..run.last).map(|word| table.get([0, word, n]).copied().unwrap_or(0.0)).sum();
            sum / (run.last - run.first) as f32
        };
        all.extend(read(head, (0..head.labels.len()).map(mean).collect()));
    }
    Ok(all)
}

/// Logits of a head as its likely labels, likeliest first.
pub(super) fn read(head: &Head, mut row: Vec<f32>) -> Vec<Reading> {
    row.iter_mut().zip(&head.bias).for_each(|(x, bias)| *x += bias);
    match head.form {
        Form::One => softmax(&mut row),
        Form::Any => row.iter_mut().for_each(|x| *x = sigmoid(*x)),
    }
    likely(head, &row)
}

fn likely(head: &Head, row: &[f32]) -> Vec<Reading> {
    let mut kept: Vec<Reading> = (head.labels.iter().zip(row))
        .filter(|(_, score)| **score >= head.least)
        .map(|(label, score)| Reading { head: head.name.clone(), label: label.clone(), score: *score })
        .collect();
    kept.sort_by(|a, b| b.score.total_cmp(&a.score));
    if let Some(least) = head.least_beside {
        let mut begun: Vec<Arc<str>> = Vec::new();
        kept.retain(|reading| {
            let first = !begun.iter().any(|label| group(label) == group(&reading.label));
            begun.push(reading.label.clone());
            first || reading.score >= least
        });
    }
    kept
}

/// What comes before the stroke.
fn group(label: &str) -> &str {
    label.split('/').next().unwrap_or(label)
}

fn softmax(row: &mut [f32]) {
    let most = row.iter().copied().fold(f32::MIN, f32::max);
    row.iter_mut().for_each(|x| *x = (*x - most).exp());
    let sum: f32 = row.iter().sum();
    row.iter_mut().for_each(|x| *x /= sum);
}

pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
