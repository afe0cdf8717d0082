//! What one report tells of one happening: its claims on it, taken together.

use super::days::Days;
use super::names::Name;
use super::sketch::{Deed, Figure, Number, Sketch, Status, Who};
use super::spot::Spot;
use super::wording::Stems;

/// A place in the order that days of publication, reports and claims in them give; reports of one day stand in the order of their ids, so
/// that nothing depends on when they came in.
pub(crate) type Order = (i32, u128, Number);

/// Some claims of one report, taken together. Each of its lists holds every value once.
#[derive(Clone, Debug)]
pub(crate) struct Telling {
    /// Their numbers in the report, in its order.
    pub claims: Vec<Number>,
    pub report: Number,
    /// Where it stands among all tellings: day of publication, report, first claim.
    pub order: Order,
    pub kind: Name,
    /// How its pairs are judged.
    pub deed: Deed,
    pub modes: Vec<Name>,
    pub statuses: Vec<Status>,
    /// True where all of them are background.
    pub historical: bool,
    /// True where no happening of its type has more claims in its report, and none of as many comes before.
    pub main: bool,
    pub days: Vec<Days>,
    pub spots: Vec<Spot>,
    /// The places of those of its claims that name nothing larger than towns: each claim's by themselves, for two claims that no place
    /// can hold together are two events.
    pub towns: Vec<Box<[Spot]>>,
    pub actors: Vec<Who>,
    pub recipients: Vec<Who>,
    pub figures: Vec<Figure>,
    pub instruments: Vec<Name>,
    pub triggers: Stems,
    pub words: Stems,
    pub names: Stems,
}

impl Telling {
    /// One claim by itself.
    pub(crate) fn of(number: Number, claim: &Sketch) -> Self {
        Self {
            claims: vec![number],
            report: claim.report,
            order: Order::default(),
            kind: claim.kind,
            deed: claim.deed,
            modes: claim.modes.to_vec(),
            statuses: vec![claim.status],
            historical: claim.historical,
            main: false,
            days: claim.days.into_iter().collect(),
            spots: claim.spots.to_vec(),
            towns: claim.towns().map(Into::into).into_iter().collect(),
            actors: claim.actors.to_vec(),
            recipients: claim.recipients.to_vec(),
            figures: claim.figures.to_vec(),
            instruments: claim.instrument.into_iter().collect(),
            triggers: claim.trigger.clone(),
            words: claim.wording.words.clone(),
            names: claim.wording.names.clone(),
        }
    }

    /// Several claims of one report, with their numbers; none where there are none.
    pub(crate) fn together<'a>(claims: impl Iterator<Item = (Number, &'a Sketch)>) -> Option<Self> {
        claims.map(|(n, claim)| Self::of(n, claim)).reduce(Self::joined)
    }

    /// Marks the main one among those of one report and type.
    pub(crate) fn mark_main(tellings: &mut [Self]) {
        let first = |t: &Self| std::cmp::Reverse(t.claims.first().copied());
        if let Some(main) = tellings.iter_mut().max_by_key(|t| (t.claims.len(), first(t))) {
            main.main = true;
        }
    }

    fn joined(mut self, other: Self) -> Self {
        self.claims.extend(other.claims);
        self.historical &= other.historical;
        add(&mut self.modes, other.modes);
        add(&mut self.statuses, other.statuses);
        add(&mut self.days, other.days);
        add(&mut self.spots, other.spots);
        add(&mut self.towns, other.towns);
        add(&mut self.actors, other.actors);
        add(&mut self.recipients, other.recipients);
        add(&mut self.figures, other.figures);
        add(&mut self.instruments, other.instruments);
        let both = |a: &Stems, b: &Stems| Stems::collect(a.0.iter().chain(b.0.iter()).copied());
        self.triggers = both(&self.triggers, &other.triggers);
        self.words = both(&self.words, &other.words);
        self.names = both(&self.names, &other.names);
        self
    }

    /// The fewest days that any of its claims gives.
    pub(crate) fn best_days(&self) -> Option<Days> {
        self.days.iter().min_by_key(|days| (days.length(), days.first)).copied()
    }
}

fn add<T: PartialEq>(all: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
}
