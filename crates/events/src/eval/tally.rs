//! What is right, missed and invented in one report.

use super::agree::match_items;
use super::assign::assign;
use super::calibration::Bins;
use super::claim::{CodedClaim, Item};
use super::count::Count;
use super::lines::Reports;
use super::measure::Measure;
use super::name::name;
use super::overlap::union_overlap;
use super::weight::weight;
use std::collections::{BTreeMap, HashMap};

/// The counts of one report; they add up over reports.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub(super) counts: [Count; Measure::ALL.len()],
    pub(super) by_type: BTreeMap<String, Count>,
    pub(super) judged: BTreeMap<&'static str, Judged>,
    pub(super) confidence: Bins,
}

/// How often a field of typed pairs was right.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Judged {
    pub(super) right: u64,
    pub(super) seen: u64,
}

type Pair<'a> = (&'a CodedClaim, &'a CodedClaim);

/// The counts of every report of `gold`, in the order of their ids. Predicted claims on other reports are left out.
pub fn tally_reports(gold: &Reports, predicted: &Reports) -> BTreeMap<String, Tally> {
    let guesses = |id: &str| predicted.get(id).map(|r| r.claims.as_slice()).unwrap_or_default();
    gold.iter().map(|(id, report)| (id.clone(), Tally::of(&report.claims, guesses(id)))).collect()
}

impl Tally {
    /// Compares the claims of one report.
    pub fn of(golds: &[CodedClaim], predictions: &[CodedClaim]) -> Self {
        let mut tally = Tally::default();
        golds.iter().for_each(|c| tally.expect(c, |count| &mut count.gold));
        predictions.iter().for_each(|c| tally.expect(c, |count| &mut count.predicted));
        let pairs = pair(golds, predictions);
        tally.confidence(predictions, &pairs);
        let gold_of: HashMap<_, _> = pairs.iter().map(|(g, p)| (p.id.as_deref(), g.id.as_deref())).collect();
        for (gold, predicted) in pairs {
            let touching = union_overlap(gold.trigger(), predicted.trigger()) > 0.0;
            tally.hit(Measure::Trigger, touching.into());
            if gold.kind() == predicted.kind() {
                tally.compare((gold, predicted), &gold_of);
            }
        }
        tally
    }

    /// Adds the counts of another report.
    pub(super) fn add(&mut self, other: &Tally) {
        for (mine, theirs) in self.counts.iter_mut().zip(other.counts) {
            mine.add(theirs);
        }
        for (kind, theirs) in &other.by_type {
            self.by_type.entry(kind.clone()).or_default().add(*theirs);
        }
        for (label, theirs) in &other.judged {
            let mine = self.judged.entry(label).or_default();
            mine.right += theirs.right;
            mine.seen += theirs.seen;
        }
        self.confidence.add(&other.confidence);
    }

    /// Counts how sure the predictions were, and which were right.
    fn confidence(&mut self, predictions: &[CodedClaim], pairs: &[Pair]) {
        for claim in predictions {
            let right = pairs.iter().any(|(g, p)| std::ptr::eq(*p, claim) && g.kind() == p.kind());
            if let Some(confidence) = claim.confidence {
                self.confidence.count(confidence, right);
            }
        }
    }

    /// Counts what a claim holds, on the side that `side` picks.
    fn expect(&mut self, claim: &CodedClaim, side: fn(&mut Count) -> &mut u64) {
        *side(self.of_type(claim)) += 1;
        for measure in Measure::ALL {
            let held = match measure {
                Measure::Trigger | Measure::Typed => 1,
                Measure::Time => claim.stated_time().is_some().into(),
                Measure::Denies => claim.denied().is_some().into(),
                _ => claim.items(measure).len(),
            };
            *side(&mut self.counts[measure as usize]) += held as u64;
        }
    }

    /// Counts what is right in a pair of one type.
    fn compare(&mut self, (gold, predicted): Pair, gold_of: &HashMap<Option<&str>, Option<&str>>) {
        self.of_type(gold).hit += 1;
        self.hit(Measure::Typed, 1);
        self.judge_claim(gold, predicted);
        let time = gold.stated_time();
        self.hit(Measure::Time, (time.is_some() && time == predicted.stated_time()).into());
        // As in the reference, a denial of an unpaired claim is right where gold denies nothing.
        let denied = |link| gold_of.get(&Some(link)).copied().flatten() == gold.denied();
        self.hit(Measure::Denies, predicted.denied().is_some_and(denied).into());
        for measure in Measure::ITEMS {
            let matched = match_items(measure, gold.items(measure), predicted.items(measure));
            self.hit(measure, matched.len());
            matched.into_iter().for_each(|(a, b)| self.judge_item(measure, a, b));
        }
    }

    fn judge_claim(&mut self, gold: &CodedClaim, predicted: &CodedClaim) {
        let occurred = |c: &CodedClaim| c.status.as_deref() == Some("occurred");
        let same_status = gold.status == predicted.status;
        self.judge("status", same_status);
        if !occurred(gold) || !occurred(predicted) {
            self.judge("status (either not 'occurred')", same_status);
        }
        self.judge("modes", gold.modes() == predicted.modes());
        self.judge("scope", gold.scope() == predicted.scope());
        self.judge("historical", gold.historical() == predicted.historical());
    }

    fn judge_item(&mut self, measure: Measure, gold: &Item, predicted: &Item) {
        match measure {
            Measure::Actors | Measure::Recipients => {
                self.judge_part("country of the party", &gold.country, &predicted.country);
                self.judge_part("sector of the party", &gold.sector, &predicted.sector);
            }
            Measure::Sources => self.judge("kind of the source", gold.kind == predicted.kind),
            Measure::Places => {
                let same = first_name(gold) == first_name(predicted);
                self.judge("name of the place", same);
            }
            _ => {}
        }
    }

    /// Judges a field only where either side fills it.
    fn judge_part(&mut self, label: &'static str, gold: &Option<String>, predicted: &Option<String>) {
        let filled = |part: &Option<String>| part.as_deref().is_some_and(|p| !p.is_empty());
        if filled(gold) || filled(predicted) {
            self.judge(label, gold == predicted);
        }
    }

    fn judge(&mut self, label: &'static str, right: bool) {
        let judged = self.judged.entry(label).or_default();
        judged.seen += 1;
        judged.right += u64::from(right);
    }

    fn hit(&mut self, measure: Measure, hits: usize) {
        self.counts[measure as usize].hit += hits as u64;
    }

    fn of_type(&mut self, claim: &CodedClaim) -> &mut Count {
        self.by_type.entry(claim.kind().unwrap_or("None").to_owned()).or_default()
    }
}

/// The claims of both sides that belong together, in the order of the predictions.
fn pair<'a>(golds: &'a [CodedClaim], predictions: &'a [CodedClaim]) -> Vec<Pair<'a>> {
    let numbers = numbers(golds, predictions).into_iter();
    numbers.filter_map(|(i, j)| Some((golds.get(i)?, predictions.get(j)?))).collect()
}

/// Numbers of gold and predicted claims of one report that are paired and of one type.
pub fn typed_pairs(golds: &[CodedClaim], predictions: &[CodedClaim]) -> Vec<(usize, usize)> {
    let kind = |claims: &[CodedClaim], n: usize| claims.get(n).map(|c| c.kind().map(str::to_owned));
    let mut pairs = numbers(golds, predictions);
    pairs.retain(|(i, j)| kind(golds, *i) == kind(predictions, *j));
    pairs
}

fn numbers(golds: &[CodedClaim], predictions: &[CodedClaim]) -> Vec<(usize, usize)> {
    let n = golds.len().max(predictions.len());
    let mut gain = vec![vec![0.0; n]; n];
    for (row, gold) in gain.iter_mut().zip(golds) {
        for (cell, predicted) in row.iter_mut().zip(predictions) {
            *cell = weight(gold, predicted);
        }
    }
    assign(&gain)
}

/// The most specific part of a place's name, in comparable form.
fn first_name(place: &Item) -> String {
    name(place.name.as_deref().and_then(|n| n.split(',').next()))
}
