//! Words that are no names: role nouns, small words, reporting words.

use super::rows::{Rows, country, entry};
use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Entry, Sort};
use crate::parties::names::plural;
use crate::parties::small::Classes;
use crate::parties::tables::ActorsError;

/// `actors/words.tsv` and `actors/force.tsv`.
pub(super) fn small_words(actors: &mut Actors, file: &'static str, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open(file, text)?;
    for (line, [word, class]) in rows.cells(["word", "class"])? {
        let class = Classes::named(class).ok_or_else(|| rows.wrong(line, format!("no class '{class}'")))?;
        actors.small.add(word, class);
    }
    Ok(())
}

/// `actors/roles.tsv`.
pub(super) fn roles(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/roles.tsv", text)?;
    let cells = rows.cells(["role", "sector", "kind", "sort", "party", "iso3"])?;
    let written: std::collections::HashSet<&str> = cells.iter().map(|(_, [role, ..])| *role).collect();
    for (line, [role, sector, kind, sort, party, iso3]) in cells.iter().copied() {
        let sort = match sort {
            "people" => Sort::People,
            "title" => Sort::Title,
            "body" => Sort::Body,
            "thing" => Sort::Thing,
            "through" => Sort::Through,
            _ => return Err(rows.wrong(line, format!("no sort '{sort}'"))),
        };
        let forms =
            std::iter::once(role.to_owned()).chain(plural(role).filter(|p| !written.contains(p.as_str())));
        if OTHER_IDS.contains(&role) && party.is_empty() {
            return Err(rows.wrong(line, format!("'{role}' needs a party: '{role}:' are ids of other rows")));
        }
        actors.role_parties.insert(actors.slug(role), party.to_owned());
        let e = Entry {
            party: party.into(),
            ..entry(Class::Role(sort), role, country(actors, &rows, line, iso3)?, sector, kind)
        };
        actors.add(e, &mut forms.into_iter());
    }
    Ok(())
}

/// `sources/cues.tsv`.
pub(super) fn cues(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("sources/cues.tsv", text)?;
    for (line, [cue, side]) in rows.cells(["cue", "side"])? {
        let before = match side {
            "before" => true,
            "verb" => false,
            _ => return Err(rows.wrong(line, format!("no side '{side}'"))),
        };
        actors.add_cue(cue, before);
    }
    Ok(())
}

/// What ids of rows begin with: no role's own id may.
const OTHER_IDS: [&str; 7] = ["leader", "group", "body", "former", "peoples", "user", "country"];
