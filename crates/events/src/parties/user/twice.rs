//! Names that the file gives twice.

use super::{ActorSort, Finding, Told, UserActor, text};
use crate::parties::actors::Actors;
use std::collections::HashMap;

/// Two actors of one name, and names that two actors share.
pub(super) fn check(actors: &Actors, own: &[UserActor]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut named: HashMap<String, Vec<&UserActor>> = HashMap::new();
    for actor in own.iter().filter(|a| a.id.is_none() && a.name.is_some()) {
        named.entry(actors.slug(text(&actor.name))).or_default().push(actor);
    }
    named.into_iter().filter(|(slug, _)| !slug.is_empty()).for_each(|(_, same)| terms(same, &mut found));
    shared(actors, own, &mut found);
    found
}

/// One name may stand more than once where each has its own time or, for a person, its own office.
fn terms(mut same: Vec<&UserActor>, found: &mut Vec<Finding>) {
    let begin = |a: &UserActor| a.from.as_ref().map(|d| d.value);
    let sort = |a: &UserActor| a.sort.as_ref().map(|s| s.value);
    // Others hold none: that they say so is another error.
    let office = |a: &UserActor| match sort(a) {
        Some(ActorSort::Person) => text(&a.office).to_owned(),
        _ => String::new(),
    };
    same.sort_by_key(|a| (office(a), begin(a), a.line));
    for pair in same.windows(2) {
        let [one, other] = pair else { continue };
        let after = one.to.as_ref().zip(other.from.as_ref()).is_some_and(|(to, from)| to.value < from.value);
        let apart = after || office(one) != office(other);
        if !apart || sort(one) != sort(other) {
            let (first, last) = (one.line.min(other.line), one.line.max(other.line));
            let line = if last == one.line { one } else { other };
            let line = line.name.as_ref().map_or(last, |n| n.line);
            let what = format!("'{}' stands here and in the actor of line {first}", text(&other.name));
            let cure = "put both into one, or give them times that do not overlap, or other offices";
            found.push(Finding::error(line, what, cure));
        }
    }
}

fn shared(actors: &Actors, own: &[UserActor], found: &mut Vec<Finding>) {
    // Where a name stands first, and whose it is there.
    let mut seen: HashMap<String, (usize, &Told<String>)> = HashMap::new();
    for (number, actor) in own.iter().enumerate() {
        for name in actor.names() {
            let slug = actors.slug(&name.value);
            if slug.is_empty() {
                continue;
            }
            let (other, first) = *seen.entry(slug).or_insert((number, name));
            let same = own.get(other).is_some_and(|o| identity(actors, o) == identity(actors, actor));
            if other == number && !std::ptr::eq(first, name) {
                let what = format!("'{}' is given twice", name.value);
                found.push(Finding::warning(
                    name.line,
                    what,
                    "leave one out: case and accents do not matter",
                ));
            } else if !same {
                let what = format!("'{}' also stands in line {}, for another actor", name.value, first.line);
                let cure = "leave it with one; else the time and the country of the report decide";
                found.push(Finding::warning(name.line, what, cure));
            }
        }
    }
}

/// Who an actor is: the id that it takes over, else its name.
fn identity(actors: &Actors, actor: &UserActor) -> String {
    actor.id.as_ref().map_or_else(|| actors.slug(text(&actor.name)), |id| id.value.clone())
}
