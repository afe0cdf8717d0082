//! The same events, made in parts: by steps each of which sees some of the claims only, so that many machines can share them.
//!
//! 1. [`tellings`], of the claims of whole reports: what each report tells of, and the keys of the blocks in which each telling stands.
//! 2. [`weigh`], of the tellings of one block in their order: how likely pairs of them are one event. A crowded block can be cut: each part
//!    with the [`WINDOW`] tellings that come after it.
//! 3. [`sets`], of all pairs: which tellings can only be one event with each other. It needs no claims. [`LEVELS`] says how sets are found,
//!    for those who find them on many machines too.
//! 4. [`compose`], of whole sets with the claims of all their reports: the events.
//!
//! Put into the order of their `order`, the events are those of a [`super::Merger`] that was given all claims, to the letter. [`sums`] and
//! [`series`] do the same for sums over time.
//!
//! No step depends on the order in which it is given its claims, tellings or pairs, nor on how many of the parts it is given at once.
//! Where two claims of one report have the same id, sentence and trigger and differ elsewhere, the one that comes first is taken, here and there.

mod events;
mod pairs;
mod sets;
mod sheet;
mod sums;
mod tellings;
#[cfg(test)]
mod tests;

pub use super::graph::{LEVELS, Level, WINDOW};
pub use events::{Missing, compose};
pub use pairs::weigh;
pub use sets::sets;
pub use sums::{series, sums};
pub use tellings::tellings;
