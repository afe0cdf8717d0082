//! A choice as it stands before anybody chooses: what weights are learnt from.

use crate::parties::resolve::{Ground, in_order};
use crate::parties::view::View;
use crate::parties::{Actors, PartyMention};
use crate::scene::Scene;
use std::cell::RefCell;

/// Who is offered.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// ISO code; none for a candidate of no country.
    pub country: Option<String>,
    /// Its sector, where the candidate is a party.
    pub sector: Option<String>,
    /// Its name, where the candidate is a party.
    pub who: Option<String>,
    /// The names of its clues.
    pub clues: Vec<String>,
}

/// One choice that a report asks for.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked: "country" or "antecedent".
    pub asks: &'static str,
    /// The kind of question: a column of the table of weights.
    pub kind: &'static str,
    /// Who is offered.
    pub candidates: Vec<Candidate>,
}

/// All the choices of a report, with the number of the mention that asks for each, in the order of the text.
pub fn questions(
    actors: &Actors,
    scene: &Scene<'_>,
    mentions: &[PartyMention<'_>],
) -> Vec<(usize, Question)> {
    let mut ground = Ground::new(View::new(actors, *scene));
    ground.survey(mentions.iter().map(|m| (m.span, m.part)));
    ground.questions = Some(RefCell::default());
    let mut found = Vec::new();
    for n in in_order(mentions.iter().map(|m| m.span)) {
        let Some(mention) = mentions.get(n) else { continue };
        ground.settle(mention.span, mention.part);
        let asked = ground.questions.as_ref().map(RefCell::take).unwrap_or_default();
        found.extend(asked.into_iter().map(|q| (n, q)));
    }
    found
}
