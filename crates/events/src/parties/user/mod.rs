//! A user's own actors: a TOML file that goes before the tables. `docs/actors.md` describes it.
//!
//! The text is read into [`UserActor`]s ([`read`]), held against the tables ([`check`]) and added to them ([`extend`]).
//! Whatever is wrong is a [`Finding`]; nothing stops at the first.

mod check;
mod extend;
mod fields;
mod listed;
mod lookup;
mod read;
#[cfg(test)]
mod tests;
mod twice;
mod write;

pub use listed::Listed;
pub use write::{NewActor, is_day_or_year};

use crate::table::Table;
use jiff::civil::Date;

/// Name of the file, and what a field that comes from it names as its data.
pub const OWN_FILE: &str = "actors.toml";
/// Actors that a file may have.
pub const MOST_ACTORS: usize = 50_000;
/// Characters that a name may have.
pub const LONGEST_NAME: usize = 200;

/// Names that an actor may have.
pub const MOST_NAMES: usize = 1_000;

/// The sectors and the kinds of source that the codebook has.
const SECTORS: &str = include_str!("../../../../../data/codebook/sectors.tsv");
const KINDS: &str = include_str!("../../../../../data/codebook/kinds.tsv");

/// Something in the file that is wrong, or doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line in the file, from 1.
    pub line: u32,
    /// False for a warning: the file can be used as it is.
    pub error: bool,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub cure: String,
}

impl Finding {
    fn error(line: u32, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { line, error: true, what: what.into(), cure: cure.into() }
    }

    fn warning(line: u32, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { error: false, ..Self::error(line, what, cure) }
    }
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorSort {
    /// An armed group, party or movement.
    Group,
    /// An organisation, agency or outlet.
    Body,
    /// A person.
    Person,
    /// A role noun.
    Role,
}

impl ActorSort {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Group, Self::Body, Self::Person, Self::Role];

    /// As the file has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Body => "body",
            Self::Person => "person",
            Self::Role => "role",
        }
    }
}

/// A value and the line that it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told<T> {
    line: u32,
    value: T,
}

/// One table of the file.
#[derive(Clone, Debug, Default)]
struct UserActor {
    /// Where it begins.
    line: u32,
    /// True where a field could not be read: what is missing may be that.
    broken: bool,
    name: Option<Told<String>>,
    sort: Option<Told<ActorSort>>,
    aliases: Vec<Told<String>>,
    country: Option<Told<String>>,
    sector: Option<Told<String>>,
    kind: Option<Told<String>>,
    from: Option<Told<Date>>,
    to: Option<Told<Date>>,
    office: Option<Told<String>>,
    /// Of the actor in the tables that this one takes over.
    id: Option<Told<String>>,
}

impl UserActor {
    /// The name and the aliases.
    fn names(&self) -> impl Iterator<Item = &Told<String>> {
        self.name.iter().chain(&self.aliases)
    }

    /// True where it is a term of its own of a person whom the tables have.
    fn is_term(&self) -> bool {
        self.office.is_some() || self.from.is_some() || self.to.is_some()
    }
}

fn text(told: &Option<Told<String>>) -> &str {
    told.as_ref().map_or("", |t| &t.value)
}

/// The first column of a table of the codebook.
fn codes(table: &'static str) -> Vec<&'static str> {
    // Part of the program's text: a table that does not parse is a defect that the tests find.
    let table = Table::parse(table).unwrap_or_default();
    table.rows.iter().filter_map(|(_, cells)| cells.first().copied()).collect()
}
