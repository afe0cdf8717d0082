//! The one place where the program gets its coder from: models and tables are part of the program.

use crate::gazetteer;
use anyhow::Context;
use dateline_events::coder::{Coder, CoderData, ModelData};
use dateline_events::coding::Coding;
use dateline_events::gazetteer::Gazetteer;
use dateline_events::parties::{ActorTables, Actors};
use dateline_events::record;
use dateline_text::document::Tables;
use dateline_text::report::Report;
use std::sync::Arc;

/// From a report to its claims: a pure function that all threads share.
pub type Code = Arc<dyn Fn(&Report) -> Coding + Send + Sync>;

/// What is part of the program does not fit together: a defect that the tests find.
const BROKEN: &str = "this build of the program is broken";

macro_rules! table {
    ($path:literal) => {
        include_str!(concat!("../../../data/", $path))
    };
}

macro_rules! bytes {
    ($path:literal) => {
        include_bytes!(concat!("../../../data/", $path))
    };
}

/// Everything below `data/` that the coder is made of.
static DATA: CoderData = CoderData {
    vocabulary: table!("models/vocab.txt"),
    types: table!("codebook/types.tsv"),
    text: Tables {
        abbreviations: table!("text/abbreviations.tsv"),
        function_words: table!("text/function_words.tsv"),
        furniture: table!("text/furniture.tsv"),
        agencies: table!("text/agencies.tsv"),
    },
    actors: ActorTables {
        countries: table!("actors/countries.tsv"),
        places: table!("actors/places.tsv"),
        places_geonames: table!("actors/places-geonames.tsv"),
        groups: table!("actors/groups.tsv"),
        bodies: table!("actors/bodies.tsv"),
        leaders: table!("actors/leaders.tsv"),
        heads: table!("actors/heads.tsv"),
        former: table!("actors/former.tsv"),
        states: table!("actors/states.tsv"),
        peoples: table!("actors/peoples.tsv"),
        roles: table!("actors/roles.tsv"),
        words: table!("actors/words.tsv"),
        force: table!("actors/force.tsv"),
        pointing: table!("actors/pointing.tsv"),
        pointing_words: table!("actors/pointing-words.tsv"),
        antecedent: table!("actors/antecedent.tsv"),
        cues: table!("sources/cues.tsv"),
    },
    version: env!("CARGO_PKG_VERSION"),
};

/// The models that the program carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Model {
    /// For reports that somebody will read
    #[default]
    Accurate,
    /// For archives of millions: many times as fast, and wrong more often
    Fast,
}

impl Model {
    fn data(self) -> &'static ModelData {
        static ACCURATE: ModelData = ModelData {
            folder: "models/accurate",
            network: bytes!("models/accurate/model.onnx"),
            manifest: table!("models/accurate/manifest.json"),
        };
        static FAST: ModelData = ModelData {
            folder: "models/fast",
            network: bytes!("models/fast/model.onnx"),
            manifest: table!("models/fast/manifest.json"),
        };
        match self {
            Self::Accurate => &ACCURATE,
            Self::Fast => &FAST,
        }
    }
}

/// Loads the coder with one of the models, the places and the actors that the program carries.
pub fn load(model: Model) -> anyhow::Result<Code> {
    Ok(load_with(model, gazetteer::built_in()?, actors()?)?.0)
}

/// The actor base alone, which opens in milliseconds.
pub fn actors() -> anyhow::Result<Actors> {
    Actors::from_tables(&DATA.actors).context(BROKEN)
}

/// The same with all names as written, to be listed.
pub fn actors_to_be_listed() -> anyhow::Result<Actors> {
    Actors::to_be_listed(&DATA.actors).context(BROKEN)
}

/// The same with other places and other actors, and the stamp that its claims bear.
pub fn load_with(
    model: Model,
    gazetteer: Gazetteer,
    actors: Actors,
) -> anyhow::Result<(Code, record::Coder)> {
    let coder = Coder::load(&DATA, model.data(), gazetteer, actors).context(BROKEN)?;
    let stamp = coder.stamp().clone();
    Ok((Arc::new(move |report| coder.code(report)), stamp))
}
