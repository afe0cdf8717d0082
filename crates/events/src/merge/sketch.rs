//! What merging keeps of a claim: its fields as numbers, its words as stems.

use super::days::{self, Days};
use super::names::{Name, Names};
use super::spot::Spot;
use super::tables::Merging;
use super::wording::{Stem, Stems, Wording};
use crate::numbers::{Qualifier, has_quantity};
use crate::parties::fold::hash;
use crate::record::{Casualty, Claim, Denial, Party, ReportHead};

/// Parties, places, figures of one claim that count; it bounds the work on hostile input.
const MOST: usize = 40;

/// A number of a report or of a claim.
pub(crate) type Number = u32;

/// What the source says of the event's reality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Occurred,
    Possible,
    Future,
    Hypothetical,
    Denied,
}

impl Status {
    pub(crate) fn of(text: &str) -> Self {
        match text {
            "possible" => Self::Possible,
            "future" => Self::Future,
            "hypothetical" => Self::Hypothetical,
            "denied" => Self::Denied,
            _ => Self::Occurred,
        }
    }

    /// Its name in the record.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Occurred => "occurred",
            Self::Possible => "possible",
            Self::Future => "future",
            Self::Hypothetical => "hypothetical",
            Self::Denied => "denied",
        }
    }
}

/// What sort of event a claim is of: pairs of each are judged by weights of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Force: most of the news of a conflict, and told in most ways.
    Assault,
    /// Other deeds.
    Material,
    /// Words.
    Verbal,
}

impl Deed {
    pub(crate) fn of(kind: &str, quad: &str) -> Self {
        match kind {
            "ASSAULT" => Self::Assault,
            _ if quad.starts_with("material") => Self::Material,
            _ => Self::Verbal,
        }
    }
}

/// A report as merging knows it.
#[derive(Clone, Debug)]
pub(crate) struct ReportSketch {
    pub id: Name,
    /// Where its id stands among all.
    pub rank: u128,
    pub publisher: Option<Name>,
    /// The day of publication.
    pub published: Option<i32>,
    pub title: Stems,
}

impl ReportSketch {
    /// Of different things that are said of one report, the least by this is believed.
    pub(crate) fn belief<'a>(&'a self, names: &'a Names) -> (Option<i32>, Option<&'a str>, &'a [Stem]) {
        (self.published, self.publisher.map(|publisher| names.word(publisher)), &self.title.0)
    }
}

/// A party.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Who {
    /// Its id, or its name where it has none: the same for the same party.
    pub key: Name,
    /// Its name.
    pub who: Name,
    pub country: Option<Name>,
    pub sector: Option<Name>,
    pub words: Stems,
}

/// A figure of people hurt.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    pub kind: Name,
    pub low: Option<u64>,
    pub high: Option<u64>,
    pub whose: Option<Name>,
    /// True for a part of another figure of its claim: "two of them children".
    pub part: bool,
}

/// How a figure is said whose number does not tell it all. Apart from the figure: two figures are the same however they are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// About, feared or vague.
    pub qualifier: Qualifier,
    /// The words; none where they hold no quantity ("their drivers").
    pub text: Option<Name>,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Voice {
    pub who: Name,
    pub kind: Option<Name>,
}

/// A claim.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    pub id: Box<str>,
    pub report: Number,
    pub sentence: u32,
    /// Where the trigger begins.
    pub start: u32,
    pub kind: Name,
    /// How its pairs are judged.
    pub deed: Deed,
    /// True for material conflict.
    pub conflict: bool,
    pub modes: Box<[Name]>,
    pub status: Status,
    pub cumulative: bool,
    pub historical: bool,
    /// The days that the words give; none where they give none.
    pub days: Option<Days>,
    pub spots: Box<[Spot]>,
    pub actors: Box<[Who]>,
    pub recipients: Box<[Who]>,
    pub figures: Box<[Figure]>,
    /// How each of the figures is said, in the same order; none where the number tells it all.
    pub said: Box<[Option<Said>]>,
    pub voices: Box<[Voice]>,
    pub instrument: Option<Name>,
    pub trigger: Stems,
    /// True where the trigger names the happening as a whole: "attack".
    pub whole: bool,
    /// True where it names what came of it: "dead".
    pub toll: bool,
    /// True where "the" or "this" stands before the trigger: it may point back.
    pub definite: bool,
    pub wording: Wording,
    /// The claim that it denies, and what of it where that is said: event, actor or figure.
    pub denies: Option<(Box<str>, Option<Name>)>,
}

/// What is known before any claim is read.
pub(crate) struct Reader<'a> {
    pub names: &'a mut Names,
    pub tables: &'a Merging,
}

impl Reader<'_> {
    /// A report.
    pub(crate) fn report(&mut self, head: &ReportHead) -> ReportSketch {
        ReportSketch {
            id: self.names.number(&head.id),
            rank: rank(&head.id),
            publisher: head.publisher.as_deref().filter(|p| !p.is_empty()).map(|p| self.names.number(p)),
            published: head.published.as_deref().and_then(days::day),
            title: Wording::of(head.title.as_deref().unwrap_or(""), &self.tables.plain).words,
        }
    }

    /// A claim of the report of that number.
    pub(crate) fn sketch(&mut self, claim: &Claim, report: Number) -> Sketch {
        let trigger = &claim.evidence.trigger;
        let quad = self.tables.codebook.quad(&claim.event.kind);
        let stems = Wording::of(&trigger.text, &self.tables.plain).words;
        Sketch {
            id: claim.id.as_str().into(),
            report,
            sentence: small(claim.evidence.sentence),
            start: small(trigger.start),
            kind: self.names.number(&claim.event.kind),
            deed: Deed::of(&claim.event.kind, quad),
            conflict: quad == "material conflict",
            modes: claim.event.modes.iter().take(MOST).map(|mode| self.names.number(mode)).collect(),
            status: Status::of(&claim.status),
            cumulative: claim.event.scope == "cumulative",
            historical: claim.event.historical,
            days: days_of(claim),
            spots: claim.places.iter().take(MOST).map(|place| Spot::of(place, self.names)).collect(),
            actors: claim.actors.iter().take(MOST).map(|party| self.who(party)).collect(),
            recipients: claim.recipients.iter().take(MOST).map(|party| self.who(party)).collect(),
            figures: claim.casualties.iter().take(MOST).map(|figure| self.figure(figure)).collect(),
            said: claim.casualties.iter().take(MOST).map(|figure| self.said(figure)).collect(),
            voices: claim.sources.iter().take(MOST).map(|source| self.voice(source)).collect(),
            instrument: claim.instrument.as_ref().map(|words| self.names.number(&words.text)),
            whole: self.tables.general.whole(&stems),
            toll: self.tables.general.toll(&stems),
            trigger: stems,
            definite: definite(claim),
            wording: Wording::of(&claim.evidence.text, &self.tables.plain),
            denies: claim.denies.as_ref().map(|denial| self.denial(denial)),
        }
    }

    fn who(&mut self, party: &Party) -> Who {
        let name = party.who.as_deref().filter(|who| !who.is_empty()).unwrap_or(&party.words.text);
        let folded = crate::parties::fold::fold(name);
        Who {
            key: self.names.number(party.id.as_deref().unwrap_or(&folded)),
            who: self.names.number(name),
            country: party.country.as_deref().map(|code| self.names.number(code)),
            sector: party.sector.as_deref().map(|sector| self.names.number(sector)),
            words: Wording::of(name, &self.tables.plain).words,
        }
    }

    fn figure(&mut self, figure: &Casualty) -> Figure {
        Figure {
            kind: self.names.number(&figure.kind),
            low: figure.low,
            high: figure.high,
            whose: figure.whose.as_deref().map(|whose| self.names.number(whose)),
            part: figure.subset_of.is_some(),
        }
    }

    fn said(&mut self, figure: &Casualty) -> Option<Said> {
        let qualifier = Qualifier::named(figure.qualifier.as_deref()?)?;
        let words = &figure.words.text;
        matches!(qualifier, Qualifier::About | Qualifier::Feared | Qualifier::Vague).then(|| Said {
            qualifier,
            text: has_quantity(words).then(|| self.names.number(&plain_text(words))),
        })
    }

    fn voice(&mut self, source: &crate::record::Source) -> Voice {
        let who = source.who.as_deref().filter(|who| !who.is_empty()).unwrap_or(&source.words.text);
        Voice {
            who: self.names.number(who),
            kind: source.kind.as_deref().map(|kind| self.names.number(kind)),
        }
    }

    fn denial(&mut self, denial: &Denial) -> (Box<str>, Option<Name>) {
        match denial {
            Denial::Bare(claim) => (claim.as_str().into(), None),
            Denial::Link { claim, what } => (claim.as_str().into(), Some(self.names.number(what))),
        }
    }
}

/// A place in a report, as a sketch has it.
pub(crate) fn small(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Words on one line.
fn plain_text(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first bytes of an id, then a hash of all: ids in the order of their letters, and no two alike.
pub(crate) fn rank(id: &str) -> u128 {
    let mut first = [0; 8];
    first.iter_mut().zip(id.bytes()).for_each(|(place, byte)| *place = byte);
    (u128::from(u64::from_be_bytes(first)) << 64) | u128::from(hash(id))
}

/// Days that words give, not the day of publication that stands in for them.
fn days_of(claim: &Claim) -> Option<Days> {
    let time = claim.time.as_ref().filter(|time| time.basis.as_deref() != Some("published"))?;
    Days::of(time.first.as_deref()?, time.last.as_deref())
}

/// True for "the attack", "the car bombing": "the" or "this" at most one word before the trigger.
fn definite(claim: &Claim) -> bool {
    let evidence = &claim.evidence;
    let before = evidence.trigger.start.saturating_sub(evidence.start);
    let ahead: String = evidence.text.chars().take(before).collect();
    ahead
        .split_whitespace()
        .rev()
        .take(2)
        .any(|word| matches!(&*word.to_ascii_lowercase(), "the" | "this" | "that"))
}

impl Sketch {
    /// Its places, where it names some and none is larger than a town.
    pub(crate) fn towns(&self) -> Option<&[Spot]> {
        (!self.spots.is_empty() && self.spots.iter().all(Spot::town)).then_some(&*self.spots)
    }

    /// True where `other` denies this claim.
    pub(crate) fn denied_by(&self, other: &Self) -> bool {
        other.denies.as_ref().is_some_and(|(id, _)| *id == self.id)
    }
}
