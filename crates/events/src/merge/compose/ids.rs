//! Ids of events that stay: an event keeps the id of its oldest claim's event, and an id that went away leads to another.

use crate::claims::hexadecimal;
use crate::merge::sketch::Sketch;
use crate::record::event::{EventRecord, Redirect};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The id of an event whose oldest claim this is.
pub(crate) fn of_claim(claim: &Sketch) -> String {
    hash("e_", &claim.id)
}

/// A prefix and the hash of a text.
pub(crate) fn hash(prefix: &str, text: &str) -> String {
    let hash = hexadecimal(&Sha256::digest(text));
    format!("{prefix}{}", hash.get(..16).unwrap_or(&hash))
}

/// Gives events the ids of the events of before that their claims were in, and says where the ids went that are no more.
///
/// An event keeps the id of the event that its oldest claim of then was in; where an event has split, the part with its oldest claim
/// keeps the id. Both lists hold claims with the oldest first.
pub fn keep(before: &[EventRecord], events: &mut [EventRecord]) -> Vec<Redirect> {
    let mut then: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for event in before {
        for (age, claim) in event.claims.iter().enumerate() {
            then.insert(claim, (age, &event.id));
        }
    }
    // For each id of then: which event has the oldest of its claims.
    let mut heir: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (n, event) in events.iter().enumerate() {
        for (age, id) in event.claims.iter().filter_map(|claim| then.get(claim.as_str())) {
            let best = heir.entry(id).or_insert((*age, n));
            *best = (*best).min((*age, n));
        }
    }
    let mut taken = BTreeSet::new();
    for (n, event) in events.iter_mut().enumerate() {
        let mut ids = event.claims.iter().filter_map(|claim| then.get(claim.as_str())).map(|(_, id)| *id);
        if let Some(id) = ids.find(|id| heir.get(id).is_some_and(|(_, heir)| *heir == n)) {
            id.clone_into(&mut event.id);
            taken.insert(id);
        }
    }
    let gone = before.iter().filter(|event| !taken.contains(event.id.as_str()));
    let now = |event: &EventRecord| {
        let (_, heir) = heir.get(event.id.as_str())?;
        Some(Redirect { id: event.id.clone(), now: events.get(*heir)?.id.clone() })
    };
    gone.filter_map(now).filter(|r| r.id != r.now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, claims: &[&str]) -> EventRecord {
        EventRecord {
            id: id.into(),
            claims: claims.iter().map(|c| (*c).to_owned()).collect(),
            ..EventRecord::default()
        }
    }

    #[test]
    fn an_event_that_grows_splits_or_joins_keeps_its_id() {
        let before = [event("e_1", &["a", "b"]), event("e_2", &["c"])];
        let mut grown = [event("e_x", &["z", "a", "b"]), event("e_2", &["c"])];
        assert_eq!(keep(&before, &mut grown), []);
        assert_eq!(grown[0].id, "e_1");
        let mut joined = [event("e_x", &["a", "b", "c"])];
        assert_eq!(keep(&before, &mut joined), [Redirect { id: "e_2".into(), now: "e_1".into() }]);
        let mut split = [event("e_b", &["b"]), event("e_a", &["a"]), event("e_2", &["c"])];
        assert_eq!(keep(&before, &mut split), []);
        assert_eq!(split.map(|e| e.id), ["e_b", "e_1", "e_2"]);
    }
}
