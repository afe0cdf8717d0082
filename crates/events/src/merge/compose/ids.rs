//! Ids of events that stay: an event keeps the id of its oldest claim's event, and an id that went away leads to another.

use crate::claims::hexadecimal;
use crate::merge::sketch::Sketch;
use crate::record::event::Redirect;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The id of an event whose oldest claim this is.
pub(crate) fn of_claim(report: &str, claim: &Sketch) -> String {
    hash("e_", &format!("{report}\u{1f}{}", claim.id))
}

/// A prefix and the hash of a text.
pub(crate) fn hash(prefix: &str, text: &str) -> String {
    let hash = hexadecimal(&Sha256::digest(text));
    format!("{prefix}{}", hash.get(..16).unwrap_or(&hash))
}

/// Which ids stay, and where those went that are no more.
#[derive(Debug, Default, PartialEq)]
pub struct Kept {
    /// For events by their new ids: the ids that they keep.
    pub ids: BTreeMap<String, String>,
    /// The ids that went away.
    pub redirects: Vec<Redirect>,
}

/// An event by its id and the ids of its claims, the oldest first.
pub type Claimed = (String, Vec<String>);

/// Which events keep the ids of the events of before that their claims were in.
///
/// An event keeps the id of the event that its oldest claim of then was in; where an event has split, the part with its oldest claim
/// keeps the id. `before` and `now` may leave out events of before whose claims are all in the same events now; `elsewhere` says of an id
/// whether one of those has it, or whether it leads to another.
pub fn keep(before: &[Claimed], now: &[Claimed], elsewhere: impl Fn(&str) -> bool) -> Kept {
    let mut then: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (id, claims) in before {
        for (age, claim) in claims.iter().enumerate() {
            then.insert(claim, (age, id));
        }
    }
    // For each id of then: which event has the oldest of its claims.
    let mut heir: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (n, (_, claims)) in now.iter().enumerate() {
        for (age, id) in claims.iter().filter_map(|claim| then.get(claim.as_str())) {
            let best = heir.entry(id).or_insert((*age, n));
            *best = (*best).min((*age, n));
        }
    }
    let mut kept = Kept::default();
    let mut current: Vec<String> = Vec::new();
    let mut taken: BTreeSet<String> = before.iter().map(|(id, _)| id.clone()).collect();
    for (n, (new, claims)) in now.iter().enumerate() {
        let mut ids = claims.iter().filter_map(|claim| then.get(claim.as_str())).map(|(_, id)| *id);
        let old = ids.find(|id| heir.get(id).is_some_and(|(_, heir)| *heir == n));
        let id = old.map_or_else(|| free(new, |id| taken.contains(id) || elsewhere(id)), str::to_owned);
        taken.insert(id.clone());
        if id != *new {
            kept.ids.insert(new.clone(), id.clone());
        }
        current.push(id);
    }
    let gone = |(id, _): &Claimed| {
        let (_, heir) = heir.get(id.as_str())?;
        let stands = current.get(*heir)?.clone();
        (stands != *id).then(|| Redirect { id: id.clone(), now: stands })
    };
    kept.redirects = before.iter().filter_map(gone).collect();
    kept
}

/// An id that no event has or had: the new one itself, or one made of it.
fn free(new: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut id = new.to_owned();
    while taken(&id) {
        id = next_id(&id);
    }
    id
}

/// The id that an event gets where this one is taken.
pub fn next_id(id: &str) -> String {
    hash("e_", id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, claims: &[&str]) -> Claimed {
        (id.into(), claims.iter().map(|c| (*c).to_owned()).collect())
    }

    fn ids(kept: &Kept) -> Vec<(&str, &str)> {
        kept.ids.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
    }

    #[test]
    fn an_event_that_grows_splits_or_joins_keeps_its_id() {
        let before = [event("e_1", &["a", "b"]), event("e_2", &["c"])];
        let keep = |before: &[Claimed], now: &[Claimed]| super::keep(before, now, |_| false);
        let grown = keep(&before, &[event("e_x", &["z", "a", "b"]), event("e_2", &["c"])]);
        assert_eq!((ids(&grown), grown.redirects.len()), (vec![("e_x", "e_1")], 0));
        let joined = keep(&before, &[event("e_x", &["a", "b", "c"])]);
        assert_eq!(ids(&joined), [("e_x", "e_1")]);
        assert_eq!(joined.redirects, [Redirect { id: "e_2".into(), now: "e_1".into() }]);
        let split = keep(&before, &[event("e_b", &["b"]), event("e_a", &["a"]), event("e_2", &["c"])]);
        assert_eq!((ids(&split), split.redirects.len()), (vec![("e_a", "e_1")], 0));
        // The id that an event gave up for an older one is not given to another: it may still be a link somewhere.
        let parted = keep(&[event("e_z", &["z", "a"])], &[event("e_y", &["z"]), event("e_z", &["a"])]);
        let given: Vec<&str> = parted.ids.values().map(String::as_str).collect();
        assert_eq!(given.len(), 2);
        assert!(given.contains(&"e_z") && given[0] != given[1]);
    }

    #[test]
    fn an_id_that_leads_elsewhere_is_given_to_no_other_event() {
        let kept =
            super::keep(&[event("e_1", &["a"])], &[event("e_1", &["a"]), event("e_2", &["b"])], |id| {
                id == "e_2"
            });
        assert_eq!(ids(&kept), [("e_2", next_id("e_2").as_str())]);
    }
}
