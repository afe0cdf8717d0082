//! The one place where the program gets its coder from.

use dateline_events::coding::Coding;
use dateline_events::gazetteer::Gazetteer;
use dateline_events::parties::Actors;
use dateline_events::record;
use dateline_shared::built_in::{self, Model};
use dateline_text::report::Report;
use std::sync::Arc;

/// From a report to its claims: a pure function that all threads share.
pub type Code = Arc<dyn Fn(&Report) -> Coding + Send + Sync>;

/// Loads the coder with one of the models, the places and the actors that the program carries.
pub fn load(model: Model) -> anyhow::Result<Code> {
    Ok(load_with(model, built_in::gazetteer()?, built_in::actors()?)?.0)
}

/// The same with other places and other actors, and the stamp that its claims bear.
pub fn load_with(
    model: Model,
    gazetteer: Gazetteer,
    actors: Actors,
) -> anyhow::Result<(Code, record::Coder)> {
    let coder = built_in::coder(model.data(), gazetteer, actors)?;
    let stamp = coder.stamp().clone();
    Ok((Arc::new(move |report| coder.code(report)), stamp))
}
