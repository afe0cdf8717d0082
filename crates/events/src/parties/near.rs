//! Whose police, whose people: the country of a party that the words name only by its role.

use super::entry::{Class, Country};
use super::focus::Focus;
use super::lexicon::Fast;
use super::small::Classes;
use super::view::{Match, View};

/// What kind of party a country is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seeking {
    /// People are where the event is.
    People,
    /// An army or a court belongs to the state that is spoken of.
    Institution,
}

/// The country that the words around word `at` point to, weighed against what the report is about.
pub(crate) fn country_near(view: &View<'_>, focus: &Focus, at: usize, seeking: Seeking) -> Option<Country> {
    let (start, end) = view.sentence(at);
    let mut votes: Fast<u64, f32> = Fast::default();
    for found in view.between(start.saturating_sub(EARLIER).max(at.saturating_sub(FAR)), end.min(at + FAR)) {
        let Some(country) = found.entry.country else { continue };
        let weight = pointing(view, found, seeking) * fading(found, at, start);
        *votes.entry(u64::from(country)).or_default() += weight;
    }
    let score = |c: &Country| votes.get(&u64::from(*c)).copied().unwrap_or(0.0) + FOCUS * focus.share(*c);
    let ahead = |a: &Country, b: &Country| score(a).total_cmp(&score(b)).then(b.cmp(a));
    focus.countries().max_by(ahead)
}

/// Words before the sentence that still count.
const EARLIER: usize = 90;

/// Words beside the party that count at most, whatever the sentences are.
const FAR: usize = 250;

/// What the report as a whole counts against one place name in the sentence.
const FOCUS: f32 = 3.0;

/// How strongly a name says that the event, or the state, is there.
fn pointing(view: &View<'_>, found: &Match<'_>, seeking: Seeking) -> f32 {
    let located = found.from.checked_sub(1).is_some_and(|p| view.small(p).any(Classes::LOCATIVE))
        || found.from.checked_sub(2).is_some_and(|p| view.small(p).any(Classes::LOCATIVE));
    let people = seeking == Seeking::People;
    match found.entry.class {
        Class::Place if located => 2.0,
        Class::Place => 1.5,
        Class::Country | Class::Capital if located => 2.0,
        Class::Country => {
            if people {
                0.5
            } else {
                0.8
            }
        }
        Class::Capital => 0.8,
        Class::Demonym | Class::Nationals => {
            if people {
                0.5
            } else {
                0.8
            }
        }
        Class::Group => 0.5,
        Class::Leader => 0.4,
        Class::Metonym => 0.2,
        Class::Body => 0.1,
        Class::Role(_) => 0.0,
    }
}

/// Less with distance: words of the same sentence count in full, of earlier ones less and less.
fn fading(found: &Match<'_>, at: usize, sentence: usize) -> f32 {
    let apart = at.abs_diff(found.from) as f32;
    if found.from >= sentence { 1.0 / (1.0 + apart / 25.0) } else { 0.5 / (1.0 + apart / 25.0) }
}
