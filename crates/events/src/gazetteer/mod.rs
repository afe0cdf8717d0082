//! The gazetteer: places of the world by name, packed into bytes that are read where they lie.
//!
//! [`Gazetteer`] answers which places bear a name, however it is spelt; which of them a report means is for
//! [`crate::places`] to say. A pack is written by [`pack::Packer`], from tables or on top of another pack.

pub mod country;
pub mod fold;
pub mod geometry;
pub mod import;
pub mod kind;
pub mod pack;
pub mod spelling;
pub mod words;

mod bytes;
mod format;
mod keys;
mod lookup;
mod names;
mod rows;
mod sound;
mod sounding;
mod sounds;

pub use format::MAGIC;
pub(crate) use format::titled;
pub use kind::Kind;
pub use lookup::{Candidate, Gazetteer, GazetteerError, Place, PlaceId};
pub use sounding::Sounding;
