//! Names of places in the running text of a report, where nobody says which words describe a place.

use super::context::Context;
use crate::gazetteer::Gazetteer;
use crate::scene::Scene;
use dateline_text::span::Span;

/// The names in the text of a report that are taken for places, in the order of the text, none overlapping: those of large
/// places, and those that a word such as "in" or "near" marks; names of the gazetteer, and of towns that it lacks ("the
/// village of X"). The claims need no such list, since the annotator finds the words for places: this measures what the
/// report's own context rests on.
pub fn find_toponyms(gazetteer: &Gazetteer, scene: &Scene) -> Vec<Span> {
    let context = Context::of(gazetteer, scene, &[]);
    let named = context.named.iter().filter(|n| n.in_text);
    named.map(|n| Span::new(n.at, n.at + n.name.len())).collect()
}
