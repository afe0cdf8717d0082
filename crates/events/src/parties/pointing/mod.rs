//! Whose police, whose people: the country of a party that its own words leave open.
//!
//! Each country that the report names is a candidate, and so is none. Clues speak for a candidate ([`clues`]): where and how it is
//! named, what the report is about, whom the words point back to. For none the party's own words speak as well: "tourists", "the
//! inspectors". How much each clue counts was learnt from annotated reports ([`super::choice`]).

mod asking;
mod clues;
mod names;
mod words;

pub use asking::Part;
pub(crate) use asking::{Asking, Back, Beside, Hints, Seeking};
pub(crate) use words::Words;

use super::choice::{self, Clues, Question, Weights};
use super::entry::Country;
use super::focus::Focus;
use super::fold::fold;
use super::tables::ActorsError;
use super::view::View;
use clues::gather;

/// What counts how much.
#[derive(Default)]
pub(crate) struct Pointing {
    clues: Weights,
    words: Words,
}

/// A candidate with what speaks for it.
struct Candidate {
    /// None: the party belongs to no country, or to several.
    country: Option<Country>,
    clues: Clues,
}

impl Pointing {
    /// Reads `actors/pointing.tsv` and `actors/pointing-words.tsv`.
    pub(crate) fn read(clues: &str, words: &str) -> Result<Self, ActorsError> {
        let failed = |file| move |error| ActorsError { file, error };
        let kinds = Seeking::ALL.map(|(_, name)| name);
        Ok(Self {
            clues: Weights::read(clues, &names::names(), &kinds).map_err(failed("actors/pointing.tsv"))?,
            words: Words::read(words).map_err(failed("actors/pointing-words.tsv"))?,
        })
    }
}

/// What a party's own words must weigh to set aside the only country that there is: "foreign fighters", "Western diplomats".
const FOREIGN: f32 = 1.2;

/// The likeliest candidate: its country, or none for a party of no country.
pub(crate) fn choose(view: &View<'_>, focus: &Focus, asking: &Asking, hints: &Hints) -> Option<Country> {
    let weights = &view.actors.pointing;
    let own = (asking.from..asking.to).filter_map(|at| view.words.get(at)).map(|t| t.word);
    let words = weights.words.sum(own);
    let score = |c: &Candidate| {
        let clues = weights.clues.score(asking.seeking as usize, &c.clues);
        if c.country.is_none() { clues + words } else { clues }
    };
    let all = gather(view, focus, asking, hints);
    // The text names no country, and the headline or dateline names one: that is what the report is about.
    if words < FOREIGN && focus.opening().is_none() && all.len() == 2 {
        return all.last()?.country;
    }
    all.iter().max_by(|a, b| score(a).total_cmp(&score(b)).then(b.country.cmp(&a.country)))?.country
}

/// The same as a question for those who learn the weights.
pub(crate) fn question(view: &View<'_>, focus: &Focus, asking: &Asking, hints: &Hints) -> Question {
    let names = names::names();
    let code = |c| view.actors.row(c).map(|row| row.code.to_string());
    let candidate = |c: Candidate| {
        let mut clues: Vec<String> = c.clues.iter().filter_map(|n| names.get(n).cloned()).collect();
        if c.country.is_none() {
            clues.extend((asking.from..asking.to).map(|at| format!("word:{}", fold(view.text(at, at + 1)))));
        }
        choice::Candidate { country: c.country.and_then(code), sector: None, who: None, clues }
    };
    Question {
        asks: "country",
        kind: Seeking::ALL.get(asking.seeking as usize).map_or("", |(_, name)| name),
        candidates: gather(view, focus, asking, hints).into_iter().map(candidate).collect(),
    }
}
