//! Models and tables that are part of the binary, and what is made of them.

use anyhow::{Context, Result};
use dateline_events::coder::{Coder, CoderData, ModelData};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::merge::{Merging, MergingTables};
use dateline_events::parties::{ActorTables, Actors};
use dateline_text::document::Tables;
use std::borrow::Cow;

/// What is part of the binary does not fit together: a defect that the tests find.
const BROKEN: &str = "this build of dateline is broken";

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

/// The gazetteer, in its packed form.
static GAZETTEER: &[u8] = bytes!("gazetteer/gazetteer.bin");

/// The models.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "clap", derive(clap::ValueEnum))]
pub enum Model {
    /// For reports that somebody will read
    #[default]
    Accurate,
    /// For archives of millions: many times as fast, and wrong more often
    Fast,
}

impl Model {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Accurate, Self::Fast];

    /// Its name, which is that of its folder below `data/models`, too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accurate => "accurate",
            Self::Fast => "fast",
        }
    }

    /// The model of that name.
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.name() == name)
    }

    /// Its files as they are carried.
    pub fn data(self) -> ModelData {
        match self {
            Self::Accurate => ModelData {
                folder: "models/accurate",
                network: Cow::Borrowed(bytes!("models/accurate/model.onnx")),
                manifest: Cow::Borrowed(table!("models/accurate/manifest.json")),
            },
            Self::Fast => ModelData {
                folder: "models/fast",
                network: Cow::Borrowed(bytes!("models/fast/model.onnx")),
                manifest: Cow::Borrowed(table!("models/fast/manifest.json")),
            },
        }
    }
}

/// A coder of a model with these places and actors. An error names the file below `data/`.
pub fn coder(model: ModelData, gazetteer: Gazetteer, actors: Actors) -> Result<Coder> {
    Coder::load(&DATA, model, gazetteer, actors).context(BROKEN)
}

/// The places; opens in milliseconds.
pub fn gazetteer() -> Result<Gazetteer> {
    Gazetteer::from_bytes(GAZETTEER).context("data/gazetteer/gazetteer.bin").context(BROKEN)
}

/// The actors; opens in milliseconds.
pub fn actors() -> Result<Actors> {
    Actors::from_tables(&DATA.actors).context(BROKEN)
}

/// The same with all names as written, to be listed.
pub fn actors_to_be_listed() -> Result<Actors> {
    Actors::to_be_listed(&DATA.actors).context(BROKEN)
}

/// The tables of merging.
pub fn merging() -> Result<Merging> {
    let tables = MergingTables {
        types: DATA.types,
        pairs: table!("merging/pairs.tsv"),
        plain_words: table!("merging/plain-words.tsv"),
        general_triggers: table!("merging/general-triggers.tsv"),
        phrases: table!("merging/phrases.tsv"),
    };
    Merging::from_tables(&tables).context(BROKEN)
}
