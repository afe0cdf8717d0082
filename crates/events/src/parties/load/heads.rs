//! `actors/heads.tsv`: who leads what.

use super::rows::{Rows, country, entry, term};
use crate::parties::actors::Actors;
use crate::parties::entry::Class;
use crate::parties::heads::{Leading, Term};
use crate::parties::tables::ActorsError;
use std::collections::HashMap;

/// Reads the table; groups, bodies and leaders are there already. A leader that no other table has becomes one.
pub(in crate::parties) fn heads(actors: &mut Actors, text: &str) -> Result<(), ActorsError> {
    let rows = Rows::open("actors/heads.tsv", text)?;
    let (led, mut leaders) = numbers(actors);
    for (line, [leader, of, place, office, from, to]) in
        rows.cells(["leader", "of", "place", "office", "from", "to"])?
    {
        let (from, to) = term(&rows, line, from, to)?;
        let place = country(actors, &rows, line, place)?;
        let group = led.get(of).copied();
        let (id, nation, sector) = match group.and_then(|n| actors.entry(n)) {
            Some(e) => (e.id.clone(), e.country, e.sector.clone()),
            None if of.len() == 3 => {
                (format!("country:{of}").into(), country(actors, &rows, line, of)?, "MIL".into())
            }
            None => return Err(rows.wrong(line, format!("no group and no body '{of}'"))),
        };
        let number = *leaders.entry(leader.to_owned()).or_insert_with(|| {
            let mut e = entry(Class::Leader, leader, nation, &sector, "");
            e.id = format!("leader:{}", actors.slug(leader)).into();
            actors.add(e, &mut std::iter::once(leader.to_owned()));
            u32::try_from(actors.entries.len() - 1).unwrap_or(u32::MAX)
        });
        let office = actors.slug(office).into();
        let term = Term { leader: number, office, from, to };
        actors.heads.by_led.entry((id, place)).or_default().push(term);
        if let Some(group) = group {
            actors.heads.by_leader.entry(leader.into()).or_default().push(Leading { of: group, from, to });
        }
    }
    Ok(())
}

/// Groups and bodies by name, then persons by name: the first of each.
fn numbers(actors: &Actors) -> (HashMap<String, u32>, HashMap<String, u32>) {
    let (mut led, mut leaders) = (HashMap::new(), HashMap::new());
    for (n, e) in actors.entries.iter().enumerate() {
        let Ok(n) = u32::try_from(n) else { break };
        match e.class {
            Class::Group | Class::Body => led.entry(e.name.to_string()).or_insert(n),
            Class::Leader => leaders.entry(e.name.to_string()).or_insert(n),
            _ => continue,
        };
    }
    (led, leaders)
}
