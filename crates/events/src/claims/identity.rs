//! Names for claims that stay the same from run to run.

use crate::record::Claim;
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
}
