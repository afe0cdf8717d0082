//! Names for claims that stay the same from run to run.

use crate::record::{Claim, Denial};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;

/// Gives every claim its id: a hash of the report's id, the trigger's place, type, status, and the places of parties
/// and places, with an ordinal where that is still not unique.
pub(super) fn name(claims: &mut [Claim]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for claim in claims {
        let key = key(claim);
        let ordinal = seen.entry(key.clone()).and_modify(|n| *n += 1).or_insert(0);
        let hash = hexadecimal(&Sha256::digest(format!("{key}\u{1f}{ordinal}")));
        claim.id = format!("c_{}", &hash[..16]);
    }
}

/// The claims of a report that goes by another id from now on: ids of claims follow, also where claims deny each other.
pub fn rename(claims: &mut [Claim], report: &str) {
    let before: Vec<String> = claims.iter().map(|claim| claim.id.clone()).collect();
    claims.iter_mut().for_each(|claim| report.clone_into(&mut claim.report.id));
    name(claims);
    let now: Vec<String> = claims.iter().map(|claim| claim.id.clone()).collect();
    for denial in claims.iter_mut().filter_map(|claim| claim.denies.as_mut()) {
        let (Denial::Bare(id) | Denial::Link { claim: id, .. }) = denial;
        if let Some(new) = before.iter().position(|old| old == id).and_then(|n| now.get(n)) {
            id.clone_from(new);
        }
    }
}

fn key(claim: &Claim) -> String {
    let mut key = format!("{}\u{1f}{}\u{1f}{}", claim.report.id, claim.event.kind, claim.status);
    let parties = claim.actors.iter().chain(&claim.recipients).map(|p| &p.words);
    let words = parties.chain(claim.places.iter().map(|p| &p.words));
    for span in std::iter::once(&claim.evidence.trigger).chain(words) {
        // Writing to a string cannot fail.
        let _ = write!(key, "\u{1f}{}-{}", span.start, span.end);
    }
    key
}

/// Bytes in hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_claims_get_an_ordinal_and_the_same_names_each_time() {
        let mut claims = vec![Claim::default(), Claim::default()];
        name(&mut claims);
        let first: Vec<String> = claims.iter().map(|c| c.id.clone()).collect();
        assert_ne!(first[0], first[1]);
        name(&mut claims);
        assert_eq!(first, claims.iter().map(|c| c.id.clone()).collect::<Vec<_>>());
        claims[0].status = "denied".into();
        name(&mut claims);
        assert_ne!(first[0], claims[0].id);
    }

    #[test]
    fn another_id_of_the_report_gives_other_ids_and_denials_follow() {
        let mut claims = vec![Claim::default(), Claim { status: "denied".into(), ..Claim::default() }];
        name(&mut claims);
        claims[1].denies = Some(Denial::Bare(claims[0].id.clone()));
        let before = claims.clone();
        rename(&mut claims, "other");
        assert!(claims.iter().zip(&before).all(|(now, old)| now.id != old.id && now.report.id == "other"));
        assert_eq!(claims[1].denies, Some(Denial::Bare(claims[0].id.clone())));
    }
}
