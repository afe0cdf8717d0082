//! What is asked: the party whose country is looked for.

use crate::parties::entry::Country;
use crate::parties::reading::{Naming, Reading};

/// What part a party has in what it is named for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Not known.
    #[default]
    Unknown,
    /// Does something that is no use of force.
    Actor,
    /// Uses force, or is said to.
    Attacker,
    /// Something is done to it, or said to it.
    Recipient,
    /// Force is used against it.
    Victim,
    /// Says what is reported.
    Source,
}

impl Part {
    /// All of them, in the order of their numbers.
    pub(crate) const ALL: [(Self, &'static str); 6] = [
        (Self::Unknown, "unknown"),
        (Self::Actor, "actor"),
        (Self::Attacker, "attacker"),
        (Self::Recipient, "recipient"),
        (Self::Victim, "victim"),
        (Self::Source, "source"),
    ];

    /// The part of an actor, or else of a recipient, of an event; `force` where it is a use of force.
    pub fn of(actor: bool, force: bool) -> Self {
        match (actor, force) {
            (true, true) => Self::Attacker,
            (true, false) => Self::Actor,
            (false, true) => Self::Victim,
            (false, false) => Self::Recipient,
        }
    }

    /// Of two parts of one party that which says more of its country: what it does by force, then what it suffers.
    pub fn stronger(self, other: Self) -> Self {
        let rank = |p| match p {
            Self::Attacker => 0,
            Self::Victim => 1,
            Self::Actor => 2,
            Self::Recipient => 3,
            Self::Source => 4,
            Self::Unknown => 5,
        };
        if rank(other) < rank(self) { other } else { self }
    }

    /// True where the two stand on the two sides of an event.
    pub(crate) fn faces(self, other: Self) -> bool {
        let acts = |p| matches!(p, Self::Actor | Self::Attacker);
        let bears = |p| matches!(p, Self::Recipient | Self::Victim);
        (acts(self) && bears(other)) || (bears(self) && acts(other))
    }
}

/// Kinds of party that a country is looked for: each weighs the clues in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seeking {
    /// Civilians, refugees, whoever has no sector: they are where the event is.
    People,
    /// Governments, courts, parliaments, parties.
    Institution,
    /// Armies, police, services.
    Force,
    /// Rebels, militias, criminals.
    Rebel,
    /// A person by name, or a pronoun for one.
    Person,
    /// Companies, media, scholars, clergy, organisations.
    Other,
}

impl Seeking {
    /// All of them, in the order of the columns of the table.
    pub(crate) const ALL: [(Self, &'static str); 6] = [
        (Self::People, "people"),
        (Self::Institution, "institution"),
        (Self::Force, "force"),
        (Self::Rebel, "rebel"),
        (Self::Person, "person"),
        (Self::Other, "other"),
    ];

    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        if reading.person() {
            return Self::Person;
        }
        match reading.sector {
            Some("GOV" | "JUD" | "LEG" | "PTY" | "IGO") => Self::Institution,
            Some("MIL" | "COP" | "SPY") => Self::Force,
            Some("REB" | "PRE" | "CRM") => Self::Rebel,
            Some("JRN" | "BUS" | "EDU" | "REL" | "NGO" | "AGR" | "LAB" | "MED") => Self::Other,
            _ => Self::People,
        }
    }
}

/// A party whose country is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asking {
    /// Its first word.
    pub from: usize,
    /// One past its last word.
    pub to: usize,
    pub seeking: Seeking,
    pub part: Part,
    /// True for a pronoun.
    pub pronoun: bool,
    pub naming: Naming,
}

/// A party of the same sentence whose country is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside {
    pub country: Country,
    pub part: Part,
}

/// What other rules say of the country; the choice weighs them with all else.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hints {
    /// Of the owner: "its army".
    pub owner: Option<Back>,
    /// Of the government that publishes the report.
    pub publisher: Option<Country>,
    /// Of the last party of the same role.
    pub same_role: Option<Back>,
    pub beside: Vec<Beside>,
}

/// A party named before: of a country, or of none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Back(pub Option<Country>);
