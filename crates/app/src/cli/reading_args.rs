//! What all commands that read reports have in common.

use crate::actors::ActorsArgs;
use crate::coder::{self, Code};
use crate::gazetteer::GazetteerArgs;
use crate::merging::Completion;
use crate::reading::{Defaults, date};
use dateline_events::record::Coder;
use dateline_shared::built_in::Model;
use jiff::civil::Date;

/// Options for reading.
#[derive(clap::Args)]
pub struct ReadingArgs {
    /// Day of publication of reports that bear none, as 2012-12-13
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    date: Option<Date>,
    /// Publisher of reports that name none
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    #[command(flatten)]
    coder: CoderArgs,
}

/// What the coder is made of.
#[derive(Clone, Debug, clap::Args)]
pub struct CoderArgs {
    /// The model that reads
    #[arg(long, value_enum, default_value_t)]
    model: Model,
    #[command(flatten)]
    gazetteer: GazetteerArgs,
    #[command(flatten)]
    actors: ActorsArgs,
}

impl CoderArgs {
    /// Loads it.
    pub fn load(&self) -> anyhow::Result<Code> {
        Ok(self.load_stamped()?.0)
    }

    /// The same, with the stamp that its claims bear.
    pub fn load_stamped(&self) -> anyhow::Result<(Code, Coder)> {
        coder::load_with(self.model, self.gazetteer.open()?, self.actors.open()?)
    }
}

impl ReadingArgs {
    /// The coder that was asked for.
    pub fn coder(&self) -> anyhow::Result<Code> {
        self.coder.load()
    }

    /// The same, with the stamp that its claims bear.
    pub fn stamped_coder(&self) -> anyhow::Result<(Code, Coder)> {
        self.coder.load_stamped()
    }

    /// What fills in the claims that others wrote.
    pub fn completion(&self) -> Completion<'_> {
        Completion::new(&self.coder.gazetteer, &self.coder.actors)
    }

    /// The same, for the readers.
    pub fn defaults(&self) -> Defaults {
        Defaults { published: self.date, publisher: self.publisher.clone() }
    }
}
