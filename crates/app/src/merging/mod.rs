//! From claims to events: reading claims that were stored, and writing what is made of them.

mod claims;
pub mod output;
mod why;

pub use claims::read;
pub use why::write as write_why;

use crate::actors::ActorsArgs;
use crate::gazetteer::GazetteerArgs;
use dateline_events::gazetteer::Gazetteer;
use dateline_events::merge::complete;
use dateline_events::parties::Actors;
use dateline_events::record::Claim;

/// Fills in what claims leave out that others wrote: opened with the first such claim.
pub struct Completion<'a> {
    gazetteer: &'a GazetteerArgs,
    actors: &'a ActorsArgs,
    open: Option<(Gazetteer, Actors)>,
}

impl<'a> Completion<'a> {
    /// With the places and actors that the user asked for.
    pub fn new(gazetteer: &'a GazetteerArgs, actors: &'a ActorsArgs) -> Self {
        Self { gazetteer, actors, open: None }
    }

    /// Places without coordinates are looked up, parties without ids identified, unless this program has coded the claim.
    pub fn complete(&mut self, claim: &mut Claim) -> anyhow::Result<()> {
        if !claim.coder.version.is_empty() {
            return Ok(());
        }
        if self.open.is_none() {
            self.open = Some((self.gazetteer.open()?, self.actors.open()?));
        }
        if let Some((gazetteer, actors)) = &self.open {
            complete(claim, gazetteer, actors);
        }
        Ok(())
    }
}
