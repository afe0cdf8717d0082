//! What fills the roles of an event, from what the reader of events said; the same as `fillers` in `training/decode.py`.
//!
//! The reader says which words belong to the event, the mentions of the window where a phrase begins and ends.

use super::ModelError;
use super::decode::{self, Event, Found, Gathered, Marked, Run};
use super::manifest::{Manifest, Role, TRIGGER};
use super::marks::{Link, Reading, Trigger};
use super::network::Logits;
use super::window::Window;
use rten_tensor::NdTensorView;
use rten_tensor::prelude::*;
use std::cmp::Ordering;

/// Least share of their union that a run of words and a mention have in common, to be taken for one.
const SAME: f32 = 0.5;

/// A window and what has been said of its words.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub window: &'a Window<'a>,
    pub logits: &'a Logits,
    pub marked: &'a Marked,
    pub labels: &'a Manifest,
}

impl Seen<'_> {
    /// Puts `events`, which are all of one sentence and of which `said` tells, into `into`.
    pub fn events(self, events: &[Event], said: &Logits, into: &mut Gathered) -> Result<(), ModelError> {
        let roles = decode::rows::<3>(said.head("roles")?.view())?;
        for (number, event) in events.iter().enumerate() {
            let trigger = into.found.triggers.len();
            into.found.triggers.push(Trigger {
                span: decode::cover(self.window, event.run),
                sentence: self.window.words[event.run.first].sentence,
                label: event.label.clone(),
                score: self.labels.confidence.of(event.run.score),
                readings: self.readings(said, number)?,
            });
            for (place, role) in self.labels.roles.iter().enumerate() {
                let chances = Chances { logits: roles.slice((number, place)), event, seen: self };
                for (score, mention) in chances.fillers(role, into)? {
                    into.found.links.push(Link { trigger, mention, role: role.name.clone(), score });
                }
            }
        }
        Ok(())
    }

    /// What the heads of events say of event `number` of those read together.
    fn readings(self, said: &Logits, number: usize) -> Result<Vec<Reading>, ModelError> {
        let mut all = Vec::new();
        for head in self.labels.heads.iter().filter(|h| &*h.of == TRIGGER) {
            let table = decode::rows::<2>(said.head(&head.name)?.view())?;
            let logit = |n: usize| table.get([number, n]).copied().unwrap_or(0.0);
            all.extend(decode::read(head, (0..head.labels.len()).map(logit).collect()));
        }
        Ok(all)
    }
}

/// Logits of one role of one event over the words that the reader was given.
struct Chances<'a> {
    logits: NdTensorView<'a, f32, 1>,
    event: &'a Event,
    seen: Seen<'a>,
}

impl Chances<'_> {
    /// Score and mention of everything that fills the role.
    fn fillers(&self, role: &Role, into: &mut Gathered) -> Result<Vec<(f32, usize)>, ModelError> {
        let Seen { window, logits, labels, .. } = self.seen;
        let mut found: Vec<(f32, usize)> = Vec::new();
        for run in self.runs() {
            if run.score < self.least(role, run) {
                continue;
            }
            let mention = match self.same(role, run) {
                Some(known) => known,
                None => into.mention(decode::mention(window, logits, labels, (&role.kind, run))?),
            };
            if !found.iter().any(|(_, other)| *other == mention) {
                found.push((run.score, mention));
            }
        }
        if role.single {
            found.sort_by(|a, b| b.0.total_cmp(&a.0));
            found.truncate(1);
        }
        Ok(found)
    }

    /// Runs of words of one sentence that are likely enough each, with their mean logit as a probability.
    fn runs(&self) -> Vec<Run> {
        let window = self.seen.window;
        let words = window.seen_from(self.event.word());
        let logit = |word: usize| self.logits.get([word - words.start]).copied().unwrap_or(f32::MIN);
        let likely = |word: usize| decode::sigmoid(logit(word)) >= self.seen.labels.least_word;
        let (mut runs, mut first) = (Vec::new(), words.start);
        while first < words.end {
            let sentence = window.words[first].sentence;
            let goes_on = |word: &usize| likely(*word) && window.words[*word].sentence == sentence;
            let last = (first..words.end).find(|word| !goes_on(word)).unwrap_or(words.end);
            if last > first {
                let mean = (first..last).map(logit).sum::<f32>() / (last - first) as f32;
                runs.push(Run { first, last, score: decode::sigmoid(mean) });
            }
            first = last.max(first + 1);
        }
        runs
    }

    /// The mention of the role's kind that has most in common with a run, where that is enough.
    fn same(&self, role: &Role, run: Run) -> Option<usize> {
        let mut best: Option<(f32, usize)> = None;
        for Found { kind, run: other, mention } in &self.seen.marked.mentions {
            if self.seen.labels.kinds.get(*kind) != Some(&role.kind) {
                continue;
            }
            let shared = run.last.min(other.last).saturating_sub(run.first.max(other.first));
            let share = shared as f32 / (run.last.max(other.last) - run.first.min(other.first)) as f32;
            if share >= SAME && best.is_none_or(|(most, _)| share > most) {
                best = Some((share, *mention));
            }
        }
        best.map(|(_, mention)| mention)
    }

    /// Least score of a filler: nothing is enough where the role does not reach so far.
    fn least(&self, role: &Role, run: Run) -> f32 {
        let sentence = |word: usize| self.seen.window.words[word].sentence;
        match sentence(run.first).cmp(&sentence(self.event.word())) {
            Ordering::Equal => role.least,
            Ordering::Less if !role.same_sentence => role.least_before,
            _ => f32::INFINITY,
        }
    }
}
