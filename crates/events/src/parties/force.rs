//! When a country's bare name means its armed forces: "Russian airstrikes", "Turkey shelled".

use super::reading::{Naming, Reading};
use super::small::Classes;
use super::token::Caps;
use super::view::View;

/// True where the words around the mention speak of force used by it.
pub(crate) fn uses_force(view: &View<'_>, reading: &Reading<'_>, from: usize, to: usize) -> bool {
    let (start, end) = view.sentence(from);
    let within =
        |low: usize, high: usize, class: Classes| (low..high.min(end)).any(|at| view.small(at).any(class));
    match reading.naming {
        Naming::Adjective => within(to, to + 4, Classes::FORCE_NOUN.with(Classes::FORCE_VERB)),
        Naming::State => {
            let possessive = to.checked_sub(1).and_then(|p| view.words.get(p)).is_some_and(|t| t.possessive);
            let short = to == from + 1 && view.words.get(from).is_some_and(|t| t.caps == Caps::Upper);
            let owned = (possessive || short) && within(to, to + 3, Classes::FORCE_NOUN);
            owned || does(view, to, end) || done_by(view, from, start)
        }
        Naming::Nationals | Naming::Role => does(view, to, end) || done_by(view, from, start),
        _ => false,
    }
}

/// Words of force follow soon, before any other clause: "Turkey has carried out an airstrike".
fn does(view: &View<'_>, to: usize, end: usize) -> bool {
    let force = Classes::FORCE_VERB.with(Classes::FORCE_NOUN);
    for at in to..end.min(to + DOES) {
        if !view.joined(at) || speaks(view, at) || view.small(at).any(Classes::AND) {
            return false;
        }
        if view.small(at).any(force) {
            return true;
        }
    }
    false
}

/// Farthest word of force after a country that does something.
const DOES: usize = 4;

/// True where the word is a reporting verb: who condemns an attack does not attack.
fn speaks(view: &View<'_>, at: usize) -> bool {
    view.actors.cues.longest(&view.words, at, at + 1, 0).is_some()
}

/// "shelled by Turkey".
fn done_by(view: &View<'_>, from: usize, start: usize) -> bool {
    let by = from.checked_sub(1).filter(|p| view.small(*p).any(Classes::BY));
    let force = Classes::FORCE_VERB.with(Classes::FORCE_NOUN);
    by.is_some_and(|by| (by.saturating_sub(3).max(start)..by).any(|at| view.small(at).any(force)))
}
