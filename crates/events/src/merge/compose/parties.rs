//! Who did it and to whom, by whose word, and who denies it.

use super::Group;
use crate::merge::names::Name;
use crate::merge::sketch::{Sketch, Status, Who};
use crate::record::event::EventParty;

/// Who did it.
pub(super) fn actors(group: &Group<'_>) -> Vec<EventParty> {
    parties(group, |claim| &claim.actors, true)
}

/// To whom.
pub(super) fn recipients(group: &Group<'_>) -> Vec<EventParty> {
    parties(group, |claim| &claim.recipients, false)
}

/// Parties of one role, the most often named first; with those who only deny it where `denials`.
fn parties<'a>(group: &Group<'a>, of: impl Fn(&'a Sketch) -> &'a [Who], denials: bool) -> Vec<EventParty> {
    let mut found: Vec<(Name, EventParty)> = Vec::new();
    for claim in &group.claims {
        let denied = claim.status == Status::Denied;
        if denied && !denials {
            continue;
        }
        for who in of(claim) {
            let place = match found.iter().position(|(key, _)| *key == who.key) {
                Some(place) => place,
                None => {
                    found.push((who.key, party(group, who)));
                    found.len() - 1
                }
            };
            let Some((_, party)) = found.get_mut(place) else { continue };
            let list = if denied { &mut party.denied_by } else { &mut party.named_by };
            if list.last().is_none_or(|last| **last != *claim.id) {
                list.push(claim.id.to_string());
            }
            party.country = party.country.take().or(who.country.map(|code| group.word(code)));
        }
    }
    found.sort_by(|(_, a), (_, b)| b.named_by.len().cmp(&a.named_by.len()).then_with(|| a.who.cmp(&b.who)));
    found.into_iter().map(|(_, party)| party).collect()
}

fn party(group: &Group<'_>, who: &Who) -> EventParty {
    let key = group.word(who.key);
    EventParty {
        who: group.word(who.who),
        country: who.country.map(|code| group.word(code)),
        sector: who.sector.map(|sector| group.word(sector)),
        // A key without a colon is a folded name.
        id: Some(key).filter(|key| key.contains(':')),
        ..EventParty::default()
    }
}
