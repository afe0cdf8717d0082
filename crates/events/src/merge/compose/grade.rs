//! How well an event is borne out, and how that came about as reports came in.

use super::Group;
use super::sources::independent;
use super::voice::Speaker;
use crate::merge::days;
use crate::merge::names::Name;
use crate::merge::sketch::{Sketch, Status, Who};
use crate::record::event::EventGrade;
use std::collections::BTreeSet;

/// Sectors of parties that are known by no more than what they did: "gunmen", "a suicide bomber".
const NOBODY: [&str; 2] = ["UNK", "CVL"];

/// Voices with different names that are held against each other, and parties of one claim: bounds for hostile input.
const VOICES: usize = 60;
const SIDES: usize = 12;

/// Sectors of armed groups.
const ARMED: [&str; 3] = ["REB", "PRE", "CRM"];

/// The grades one after another, by the day of publication.
pub(super) fn history(group: &Group<'_>) -> Vec<EventGrade> {
    let mut found: Vec<EventGrade> = Vec::new();
    for (n, claim) in group.claims.iter().enumerate() {
        let so_far = group.claims.get(..=n).unwrap_or(&[]);
        let published = group.report(claim).and_then(|r| r.published);
        let next = group.claims.get(n + 1).and_then(|c| group.report(c)).and_then(|r| r.published);
        // What stands in the reports of one day came in together.
        if n + 1 < group.claims.len() && next == published {
            continue;
        }
        let grade = grade(group, so_far);
        if found.last().is_none_or(|last| last.grade != grade) {
            found.push(EventGrade {
                since: published.map(days::text),
                grade: grade.to_owned(),
                claim: claim.id.to_string(),
            });
        }
    }
    found
}

/// The grade of some of its claims.
fn grade(group: &Group<'_>, claims: &[&Sketch]) -> &'static str {
    let asserting: Vec<&Sketch> = claims.iter().filter(|c| c.status != Status::Denied).copied().collect();
    let open = |c: &&Sketch| matches!(c.status, Status::Future | Status::Hypothetical);
    if asserting.is_empty() {
        return "denied";
    }
    if asserting.iter().all(open) {
        return "expected";
    }
    if claims.iter().any(|claim| denies_event(group, claim)) || disputed(group, claims) {
        return "contested";
    }
    if independent(group, claims).len() > 1 { "corroborated" } else { "single-source" }
}

/// What a denial is aimed at: the event, the actor or the figure.
pub(super) fn aim<'n>(group: &'n Group<'_>, claim: &Sketch) -> Option<&'n str> {
    if claim.status != Status::Denied {
        return None;
    }
    match &claim.denies {
        Some((_, Some(what))) => Some(group.names.word(*what)),
        _ if !claim.figures.is_empty() => Some("figure"),
        // Who is said not to have done it: the part is denied, not the happening.
        _ if !claim.actors.is_empty() => Some("actor"),
        _ => Some("event"),
    }
}

fn denies_event(group: &Group<'_>, claim: &Sketch) -> bool {
    aim(group, claim) == Some("event")
}

/// True where an actor whom somebody names is denied, or where two sources name others, each somebody whom the other does not.
fn disputed(group: &Group<'_>, claims: &[&Sketch]) -> bool {
    denied_actor(group, claims) || (claims.iter().all(|c| c.conflict) && two_named(group, claims))
}

/// True where a denial is aimed at the actor, and somebody names one that may be the denied.
fn denied_actor(group: &Group<'_>, claims: &[&Sketch]) -> bool {
    let named = || claims.iter().filter(|c| c.status != Status::Denied).flat_map(|c| c.actors.iter());
    let aimed = claims.iter().filter(|claim| aim(group, claim) == Some("actor"));
    let meant = |claim: &Sketch| {
        let like = |who: &Who| claim.actors.is_empty() || claim.actors.iter().any(|x| alike(group, x, who));
        named().any(like)
    };
    aimed.copied().any(meant)
}

/// True where two sources each name somebody whom the other does not.
fn two_named(group: &Group<'_>, claims: &[&Sketch]) -> bool {
    let mut named: Vec<(Speaker, Vec<&Who>)> = Vec::new();
    for claim in claims.iter().filter(|c| c.status != Status::Denied) {
        let speaker = group.speaker(claim);
        let known: Vec<&Who> = claim.actors.iter().filter(|who| somebody(group, who)).collect();
        let keys = |all: &[&Who]| all.iter().map(|who| who.key).collect::<Vec<Name>>();
        let new = !named.iter().any(|(other, whom)| *other == speaker && keys(whom) == keys(&known));
        if new && !known.is_empty() && named.len() < VOICES {
            named.push((speaker, known));
        }
    }
    let together = together(claims);
    let like =
        |x: &Who, y: &Who| alike(group, x, y) || together.contains(&(x.key.min(y.key), x.key.max(y.key)));
    let apart = |a: &[&Who], b: &[&Who]| !a.iter().any(|x| b.iter().any(|y| like(x, y)));
    let mut pairs =
        named.iter().enumerate().flat_map(|(n, one)| named.iter().skip(n + 1).map(move |other| (one, other)));
    pairs.any(|((speaker, who), (other, whom))| speaker != other && apart(who, whom))
}

/// Parties that some claim has both of: two sides that fought, or two that acted together.
fn together(claims: &[&Sketch]) -> BTreeSet<(Name, Name)> {
    let mut found = BTreeSet::new();
    for claim in claims {
        let keys: Vec<Name> =
            claim.actors.iter().chain(&claim.recipients).map(|who| who.key).take(SIDES).collect();
        found.extend(keys.iter().flat_map(|a| keys.iter().map(move |b| (*a.min(b), *a.max(b)))));
    }
    found
}

/// True for a party that a table knows by name: "gunmen in Ouagadougou" may be anybody, and so may "Pakistani militants".
fn somebody(group: &Group<'_>, who: &Who) -> bool {
    let key = group.names.word(who.key);
    let sector = who.sector.map_or("", |s| group.names.word(s));
    let named = if ARMED.contains(&sector) { key.starts_with("group:") } else { key.contains(':') };
    named && !NOBODY.contains(&sector)
}

/// True for parties that may be one: of one key, of one country and sector, or with half of their words in common. Of whom no table
/// knows the country little is known.
fn alike(group: &Group<'_>, a: &Who, b: &Who) -> bool {
    let known = |who: &Who| group.names.word(who.key).contains(':');
    let countries: Option<(Name, Name)> = a.country.zip(b.country);
    let like = countries.map_or(!(known(a) && known(b)), |(x, y)| x == y && a.sector == b.sector);
    a.key == b.key || like || a.words.overlap(&b.words) >= 0.5
}
