//! The figure that words give: "at least 16 people" is 16 or more, "dozens" is 24 or more.
//!
//! [`read`] follows the codebook's rules on figures, [`read_in`] also sees a hedge that stands just outside of the
//! words, [`whose`] and [`what`] name the people or the things counted, and [`subset_of`] finds the figure that
//! another one is part of.

pub(crate) mod cardinal;
mod figure;
mod hedge;
mod implied;
pub(crate) mod lexicon;
mod nouns;
mod quantity;
mod range;
mod read;
mod share;
mod subset;
pub(crate) mod tokens;

#[cfg(test)]
mod tests;

pub use figure::{Figure, Qualifier};
pub use nouns::{what, whose};
pub use read::{has_quantity, read, read_in};
pub use subset::{Counted, subset_of};
