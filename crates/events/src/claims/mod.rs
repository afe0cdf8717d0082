//! Claims, formed from what the annotator marked and what the resolvers made of it.
//!
//! [`ground`] holds all that is known of a report; [`form`] makes one claim of a trigger and the mentions linked to it,
//! with [`figures`] and [`when`] for their fields; [`inherit`] carries a day on, [`background`] tells by it what is no news; [`denials`] says what a denial is aimed at; [`identity`] names the
//! claims.

mod background;
mod denials;
mod explained;
mod figures;
mod form;
mod ground;
mod identity;
mod inherit;
mod notes;
mod when;

pub(crate) use ground::Ground;
pub(crate) use identity::hexadecimal;
pub use identity::rename;

use crate::coding::Coding;
use dateline_text::annotator::Annotations;

/// The claims of a report, in the order of their triggers.
pub(crate) fn code(ground: &Ground, annotations: &Annotations) -> Coding {
    let mut order: Vec<usize> = (0..annotations.triggers.len()).collect();
    order.sort_by_key(|n| annotations.triggers[*n].span);
    let mut coding = Coding { sentences: ground.scene.sentences.to_vec(), ..Coding::default() };
    for number in order {
        let (claim, explanation) = form::claim(ground, number);
        coding.claims.push(claim);
        coding.explanations.push(explanation);
    }
    inherit::times(&mut coding);
    background::mark(&mut coding, ground.scene.report.published);
    identity::name(&mut coding.claims);
    denials::link(&mut coding);
    coding.notes = notes::of(ground);
    coding
}
