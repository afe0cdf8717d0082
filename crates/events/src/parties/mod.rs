//! Who is who: the name, country and sector of each party that a report mentions.
//!
//! A phrase is read by tables of known actors, countries and role nouns ([`phrase`]); what it leaves open is looked for
//! beside it ([`around`]), among the parties named before ([`cast`]) and in what the report is about ([`focus`], [`pointing`]).

pub(crate) mod actors;
mod after;
mod alias;
mod antecedent;
mod around;
mod back;
pub(crate) mod cast;
pub mod choice;
mod defaults;
mod definite;
pub(crate) mod entry;
mod focus;
pub(crate) mod fold;
mod force;
mod heads;
pub(crate) mod identity;
pub(crate) mod lexicon;
mod load;
mod names;
pub(crate) mod naming;
mod office;
mod phrase;
pub mod pointing;
pub(crate) mod reading;
pub(crate) mod resolve;
pub(crate) mod small;
mod states;
mod strangers;
mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod token;
pub mod user;
pub(crate) mod view;

pub use actors::Actors;
pub use fold::{fold, hash};
pub use states::StateCodes;
pub use tables::{ActorTables, ActorsError};

use crate::scene::Scene;
use crate::why::Why;
use dateline_text::span::Span;
use naming::full_name;
use pointing::Part;
use reading::{Naming, Reading, table_of};
use resolve::{Ground, in_order};
use view::View;

/// Least confidence of a model's sector that overrules a role noun.
const TRUSTED: f32 = 0.5;

/// Words of a report that name a party.
#[derive(Clone, Copy, Debug)]
pub struct PartyMention<'a> {
    /// The words, in bytes of the report's text.
    pub span: Span,
    /// Number of the sentence that they stand in.
    pub sentence: usize,
    /// A model's sector with its probability, 0 to 1.
    pub sector_hint: Option<(&'a str, f32)>,
    /// What it does, or what is done to it.
    pub part: Part,
}

/// Who a party is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyReading {
    /// A name that means the same outside the report.
    pub who: Option<String>,
    /// ISO 3166 alpha-3; none for a party of no country.
    pub country: Option<String>,
    /// Sector of PLOVER.
    pub sector: Option<String>,
    /// Id in the tables: `leader:bashar-al-assad`.
    pub id: Option<String>,
    /// Another actor whom the words may as well mean, by name: nothing tells the two apart.
    pub rival: Option<String>,
    /// Where country and name come from.
    pub why: Why,
    /// Where the sector comes from.
    pub sector_why: Why,
}

/// Resolves all parties of a report together; one reading for each mention, in the order given.
///
/// Mentions are read in the order of the text, so that a later one may point back to an earlier.
pub fn resolve_report(
    actors: &Actors,
    scene: &Scene<'_>,
    mentions: &[PartyMention<'_>],
) -> Vec<PartyReading> {
    let mut ground = Ground::new(View::new(actors, *scene));
    ground.survey(mentions.iter().map(|m| (m.span, m.part)));
    let mut readings = vec![Reading::default(); mentions.len()];
    for n in in_order(mentions.iter().map(|m| m.span)) {
        if let (Some(mention), Some(place)) = (mentions.get(n), readings.get_mut(n)) {
            *place = ground.settle(mention.span, mention.part);
        }
    }
    mentions.iter().zip(readings).map(|(m, r)| finish(&ground.view, m, r)).collect()
}

fn finish(view: &View<'_>, mention: &PartyMention<'_>, mut reading: Reading<'_>) -> PartyReading {
    let hint = mention.sector_hint.filter(|(_, sure)| *sure >= TRUSTED && reading.naming != Naming::Known);
    let sector = hint.map(|(s, _)| s).or(reading.sector).filter(|s| !s.is_empty()).map(str::to_owned);
    let why = Why::new(if reading.rule.is_empty() { "nothing known" } else { reading.rule }, reading.data);
    // A state that the model takes for its armed forces, or for its government, has their name.
    if let (Some((sector, _)), Naming::State | Naming::Adjective) = (hint, reading.naming) {
        reading.sector = Some(if sector == "MIL" { "MIL" } else { "GOV" });
    }
    let sector_why = hint.map_or_else(|| why_sector(&reading, &why), |_| Why::of_model());
    if reading.stateless {
        reading.country = None;
    }
    let (from, to) = view.range(mention.span);
    PartyReading {
        who: full_name(view, &reading, from, to),
        country: reading.country.and_then(|c| view.actors.row(c)).map(|row| row.code.to_string()),
        sector,
        id: identity::id_of(view, &reading),
        rival: reading.rival.filter(|_| reading.naming == Naming::Known).map(|e| e.name.to_string()),
        why,
        sector_why,
    }
}

/// The rule behind a sector that no hint gave: what it was presumed from, else the known actor or the role noun that has it.
fn why_sector(reading: &Reading<'_>, why: &Why) -> Why {
    let has = |e: &&entry::Entry| reading.sector == Some(&*e.sector);
    match (reading.presumed, reading.known.filter(has), reading.role.filter(has)) {
        (("", _), Some(e), _) => Why::new("known actor", table_of(e)),
        (("", _), None, Some(e)) => Why::new("role noun", table_of(e)),
        (("", _), None, None) => why.clone(),
        ((rule, data), ..) => Why::new(rule, data),
    }
}
