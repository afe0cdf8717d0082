//! All places that a description may mean, weighed as a report's would be.

use super::apart::Apart;
use super::by_sound::alike;
use super::context::Context;
use super::merits::{Towns, merits};
use super::phrase::{Head, Phrase};
use super::resolve::Resolution;
use super::spot::Spot;
use crate::gazetteer::{Gazetteer, Place};
use crate::scene::Scene;
use dateline_text::report::Report;
use dateline_text::span::Span;

/// One place of the name.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The place.
    pub place: Place,
    /// Sum of the merits.
    pub score: f64,
    /// What speaks for it, and how much; what says nothing is left out.
    pub merits: Vec<(&'static str, f64)>,
}

/// What a description may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// What a report with nothing else in it would give; no place where too little speaks for any.
    pub answer: Resolution,
    /// All places of the name, best first; where there is none, those that are spelt most like it.
    pub places: Vec<Ranked>,
}

/// Weighs the places that `words` may mean in a report whose headline names `country` and whose text names `near`; both may be empty.
pub fn rank(gazetteer: &Gazetteer, words: &str, country: &str, near: &str) -> Ranking {
    let text = if near.is_empty() { words.to_owned() } else { format!("{words}. {near}") };
    let report = Report { title: Some(country.to_owned()), text, ..Report::default() };
    let whole = Span::new(0, report.text.len());
    let mut mentions = vec![Span::new(0, words.len())];
    if !near.is_empty() {
        mentions.push(Span::new(whole.end - near.len(), whole.end));
    }
    let scene = Scene { report: &report, sentences: &[whole] };
    let context = Context::of(gazetteer, &scene, &mentions);
    let apart = Apart::read(words);
    let phrase = Phrase::read(gazetteer, apart.as_ref().map_or(words, |(_, rest)| rest));
    let inside = Spot::of_holder(&context, &phrase).and_then(|spot| spot.place);
    let ids = match &phrase.head {
        Head::Name(ids) if ids.is_empty() => {
            alike(gazetteer, &phrase.name, &gazetteer.romanised(), inside.as_ref())
        }
        Head::Name(ids) => ids.clone(),
        _ => Vec::new(),
    };
    let towns = Towns::of(gazetteer, &ids);
    let mut places: Vec<Ranked> = gazetteer
        .among(&ids, &phrase.name)
        .map(|candidate| {
            let evidence = context.evidence(inside.as_ref(), &phrase.demonyms, phrase.called);
            let all = merits(&phrase.name, &candidate, evidence, towns);
            let merits: Vec<_> = all.into_iter().filter(|(_, merit)| *merit != 0.0).collect();
            Ranked { place: candidate.place, score: merits.iter().map(|(_, merit)| merit).sum(), merits }
        })
        .collect();
    places.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.place.id.cmp(&b.place.id)));
    let mut answer = Spot::find(&context, &[], &phrase, 0, Some(0)).resolution(gazetteer);
    if let Some((apart, _)) = apart {
        apart.apply(&mut answer);
    }
    Ranking { answer, places }
}
