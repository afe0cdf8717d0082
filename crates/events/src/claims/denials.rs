//! What a denial is aimed at: the claim of another voice that the denying source speaks against.

use super::explained::field;
use crate::coding::Coding;
use crate::record::{Claim, Denial, Party};
use crate::why::Why;
use std::cmp::Reverse;

/// Claims further away than this are not what a denial speaks of; it also bounds the work on hostile text.
const REACH: usize = 100;

/// Links every denied claim that has a source to the claim that it denies.
///
/// That is a claim of the same type that is not itself denied, in the same sentence or before it: one that shares a
/// party if there is any, else the nearest. A plain negation ("no aid has arrived") has no source and no target.
pub(super) fn link(coding: &mut Coding) {
    for number in 0..coding.claims.len() {
        let Some(target) = target(&coding.claims, number) else { continue };
        let (denial, denied) = (&coding.claims[number], &coding.claims[target]);
        let what = if denies_figure(denial, denied) {
            "figure"
        } else if denies_actor(denial, denied) {
            "actor"
        } else {
            "event"
        };
        let link = Denial::Link { claim: denied.id.clone(), what: what.to_owned() };
        let why = Why::new("nearest claim of the same type that is not denied", "");
        coding.explanations[number].fields.push(field(
            "denies",
            format!("{} ({what})", denied.id),
            None,
            None,
            why,
        ));
        coding.claims[number].denies = Some(link);
    }
}

fn target(claims: &[Claim], number: usize) -> Option<usize> {
    let denial = &claims[number];
    if denial.status != "denied" || denial.sources.is_empty() {
        return None;
    }
    let sentence = denial.evidence.sentence;
    let from = number.saturating_sub(REACH);
    let near = claims.iter().enumerate().take(number.saturating_add(REACH)).skip(from);
    let candidates = near.filter(|(n, claim)| {
        *n != number
            && claim.status != "denied"
            && claim.event.kind == denial.event.kind
            && claim.evidence.sentence <= sentence
    });
    let best = candidates.max_by_key(|(n, claim)| {
        (shares_party(denial, claim), claim.evidence.sentence, Reverse(n.abs_diff(number)))
    });
    best.map(|(n, _)| n)
}

fn parties(claim: &Claim) -> impl Iterator<Item = &Party> {
    claim.actors.iter().chain(&claim.recipients)
}

fn shares_party(a: &Claim, b: &Claim) -> bool {
    parties(a).any(|x| parties(b).any(|y| same(x, y)))
}

fn same(a: &Party, b: &Party) -> bool {
    match (&a.who, &b.who) {
        (Some(x), Some(y)) => x == y,
        _ => a.words.text.eq_ignore_ascii_case(&b.words.text),
    }
}

/// The same figure's words stand in the denial: the toll is denied, not the event.
fn denies_figure(denial: &Claim, denied: &Claim) -> bool {
    let figures = |c: &Claim| -> Vec<Option<u64>> { c.casualties.iter().map(|f| f.low).collect() };
    !denial.casualties.is_empty() && figures(denial) == figures(denied)
}

/// The denying source is the one that was said to have done it: it denies its part, not the event.
fn denies_actor(denial: &Claim, denied: &Claim) -> bool {
    denial.actors.iter().any(|actor| {
        let speaks = denial.sources.iter().any(|s| s.who.is_some() && s.who == actor.who);
        speaks && denied.actors.iter().any(|accused| same(accused, actor))
    })
}
