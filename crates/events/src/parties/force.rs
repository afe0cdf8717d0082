//! When a country's bare name means its armed forces: "Russian airstrikes", "Turkey shelled".

use super::reading::{Naming, Reading};
use super::small::Classes;
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
            let verb = within(to, to + 4, Classes::FORCE_VERB);
            let by = from.checked_sub(1).is_some_and(|p| {
                view.scene.report.text.get(view.words.get(p).map_or(0..0, |t| t.start..t.end)) == Some("by")
            });
            let done = by
                && within(
                    from.saturating_sub(6).max(start),
                    from,
                    Classes::FORCE_VERB.with(Classes::FORCE_NOUN),
                );
            let owned = possessive && within(to, to + 3, Classes::FORCE_NOUN);
            verb || done || owned
        }
        _ => false,
    }
}
