//! Whom a pronoun, or "the group", points back to.
//!
//! The parties named before are candidates (for "I" and "we" those of the same sentence behind it too), and so is nobody. Clues speak
//! for a candidate ([`clues`]): how far back and where it stands, what it is, whether it speaks. How much each counts was learnt from
//! annotated reports ([`super::choice`]). The clues are those of the long line of work on pronouns since Hobbs (1978) and Lappin and
//! Leass (1994): recency, subjects first, parallel parts, how often a party is named.

mod clues;

use super::cast::{Cast, Member, Wanted};
use super::choice::{self, Clues, Question, Weights};
use super::naming::full_name;
use super::pointing::Part;
use super::tables::ActorsError;
use super::view::View;
use clues::Asked;

/// What counts how much: `actors/antecedent.tsv`.
#[derive(Default)]
pub(crate) struct Antecedent(Weights);

impl Antecedent {
    /// Reads the table.
    pub(crate) fn read(text: &str) -> Result<Self, ActorsError> {
        let kinds = Wanted::ALL.map(|(_, name)| name);
        let read = Weights::read(text, &clues::names(), &kinds);
        read.map(Self).map_err(|error| ActorsError { file: "actors/antecedent.tsv", error })
    }
}

/// The words that point back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pointer {
    /// The first of them.
    pub at: usize,
    pub wanted: Wanted,
    pub part: Part,
}

/// The party that is likeliest meant; none where nobody named is.
pub(crate) fn find<'a>(view: &View<'a>, cast: &Cast<'a>, pointer: Pointer) -> Option<Member<'a>> {
    let weights = &view.actors.antecedent.0;
    let kind = pointer.wanted as usize;
    let asked = Asked::new(view, cast, pointer);
    let nobody = weights.score(kind, &asked.nobody());
    let scored = asked.members.iter().enumerate().map(|(n, m)| (weights.score(kind, &asked.clues(n, m)), m));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.at.cmp(&b.1.at)))?;
    (best.0 >= nobody || asked.must_be_one()).then_some(*best.1)
}

/// The same as a question for those who learn the weights.
pub(crate) fn question(view: &View<'_>, cast: &Cast<'_>, pointer: Pointer) -> Question {
    let names = clues::names();
    let of = |clues: &Clues| clues.iter().filter_map(|n| names.get(n).cloned()).collect();
    let asked = Asked::new(view, cast, pointer);
    let nobody = choice::Candidate { country: None, sector: None, who: None, clues: of(&asked.nobody()) };
    let member = |(n, m): (usize, &Member<'_>)| choice::Candidate {
        country: m.reading.country.and_then(|c| view.actors.row(c)).map(|row| row.code.to_string()),
        sector: Some(m.reading.sector.unwrap_or("").to_owned()),
        who: full_name(view, &m.reading, m.at, m.to),
        clues: of(&asked.clues(n, m)),
    };
    let members = asked.members.iter().enumerate().map(member);
    let kind = Wanted::ALL.get(pointer.wanted as usize).map_or("", |(_, name)| name);
    Question { asks: "antecedent", kind, candidates: std::iter::once(nobody).chain(members).collect() }
}
