//! Who says something of an event, and which of them do not repeat each other.

use super::Group;
use super::voice::Speaker;
use crate::merge::names::Name;
use crate::merge::sketch::{Sketch, Status};
use crate::record::event::EventSource;
use std::collections::BTreeSet;

/// All who say something, the most talkative first.
pub(super) fn sources(group: &Group<'_>) -> Vec<EventSource> {
    let mut found: Vec<EventSource> = Vec::new();
    let told =
        group.claims.iter().flat_map(|claim| group.speakers(claim).into_iter().map(move |s| (claim, s)));
    for (claim, (speaker, kind)) in told {
        let who = group.word(speaker.name());
        match found.iter_mut().find(|s| s.who == who) {
            Some(source) => source.claims.push(claim.id.to_string()),
            None => found.push(EventSource { who, kind, claims: vec![claim.id.to_string()] }),
        }
    }
    found.sort_by(|a, b| b.claims.len().cmp(&a.claims.len()).then_with(|| a.who.cmp(&b.who)));
    found
}

/// Sources that assert and do not repeat each other: everyone who is cited, once, whoever prints it; and publishers whose reports cite
/// nobody for this event, by the report that first had their text.
pub(super) fn independent(group: &Group<'_>, claims: &[&Sketch]) -> BTreeSet<Name> {
    // Where somebody says that it happened, who says that it may happen or will bears out nothing.
    let occurred = claims.iter().any(|c| c.status == Status::Occurred);
    let bears_out =
        |c: &Sketch| if occurred { c.status == Status::Occurred } else { c.status != Status::Denied };
    let asserting = || claims.iter().filter(|c| bears_out(c));
    let citing: BTreeSet<_> =
        asserting().filter(|c| !c.voices.is_empty()).map(|c| group.copies.origin(c.report)).collect();
    let voice = |claim: &Sketch, speaker: Speaker| match speaker {
        Speaker::Cited(name) => Some(name),
        Speaker::Own(name) => {
            let origin = group.copies.origin(claim.report);
            let first = group.reports.get(origin as usize);
            (!citing.contains(&origin)).then(|| first.and_then(|r| r.publisher).unwrap_or(name))
        }
    };
    let speakers = |claim: &&Sketch| group.speakers(claim).into_iter().map(|(speaker, _)| speaker);
    asserting()
        .flat_map(|claim| speakers(claim).filter_map(|speaker| voice(claim, speaker)).collect::<Vec<_>>())
        .collect()
}
