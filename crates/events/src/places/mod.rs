//! Places: from words such as "the town of Qatana in Damascus province" to a place on the map.
//!
//! A [`Gazetteer`](crate::gazetteer::Gazetteer) gives every place of a name; the report as a whole decides between them
//! ([`resolve_report`]). Nothing fits, nothing is guessed: the words are kept, the coordinates stay empty, a note says why.

mod apart;
mod by_holder;
mod by_name;
mod by_reference;
mod by_sound;
mod choose;
mod containment;
mod context;
mod described;
mod division;
mod focus;
mod found;
mod heads;
mod landmark;
mod list;
mod merits;
mod own_words;
mod phrase;
mod rank;
mod reader;
mod refer;
mod resolve;
mod spot;
mod token;
mod toponyms;

pub use rank::{Ranked, Ranking, rank};
pub use resolve::{Resolution, ResolvedPlace, resolve_report};
pub use toponyms::find_toponyms;
