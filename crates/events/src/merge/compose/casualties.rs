//! People hurt: every source's figures side by side, and the range of the newest.

use super::Group;
use crate::merge::names::Name;
use crate::merge::sketch::{Figure, Number, Said, Sketch};
use crate::numbers::Qualifier;
use crate::record::event::{EventCasualties, EventFigure};
use std::collections::BTreeMap;

/// Words for whoever was hurt, whoever they are: a figure of these is the whole, one of soldiers or children beside it a part.
const ANYBODY: [&str; 5] = ["people", "persons", "victims", "", "residents"];

/// Figures by kind, in the order in which kinds are first told.
pub(super) fn casualties(group: &Group<'_>) -> Vec<EventCasualties> {
    let mut kinds: Vec<Name> = Vec::new();
    for figure in group.asserting().flat_map(|c| c.figures.iter()) {
        if !kinds.contains(&figure.kind) {
            kinds.push(figure.kind);
        }
    }
    kinds.into_iter().filter_map(|kind| of_kind(group, kind)).collect()
}

fn of_kind(group: &Group<'_>, kind: Name) -> Option<EventCasualties> {
    let mut told: Vec<(&Sketch, Toll)> =
        group.asserting().filter_map(|claim| Some((claim, whole(group, claim, kind)?))).collect();
    in_order(group, &mut told);
    let general = told.iter().filter(|(_, toll)| toll.general).filter_map(|(_, toll)| toll.low).max();
    let mut figures: Vec<EventFigure> = Vec::new();
    for (claim, toll) in &told {
        // "Three of the dead were officers" is no toll of its own where somebody counts all.
        if !toll.general && general.is_some_and(|all| toll.low.or(toll.high).is_some_and(|part| part < all)) {
            continue;
        }
        for (speaker, kind) in group.speakers(claim) {
            let source = group.word(speaker.name());
            if !part_of_own(&figures, &told, &source, claim, toll) {
                add(&mut figures, figure(group, source, kind, claim, toll));
            }
        }
    }
    let (low, high) = range(figures.iter());
    (!figures.is_empty()).then(|| EventCasualties { kind: group.word(kind), low, high, figures })
}

/// True for a figure that the same source gives in the same report and that is less than half of its newest: a part, and no correction.
fn part_of_own(
    figures: &[EventFigure],
    told: &[(&Sketch, Toll)],
    source: &str,
    claim: &Sketch,
    toll: &Toll,
) -> bool {
    let Some(newest) = figures.iter().find(|f| f.newest && f.source == source) else { return false };
    let same_report = told.iter().any(|(c, _)| *c.id == *newest.claim && c.report == claim.report);
    let size = |low: Option<u64>, high: Option<u64>| low.or(high).unwrap_or(0);
    same_report && size(toll.low, toll.high).saturating_mul(2) < size(newest.low, newest.high)
}

/// Of the reports of one day nobody knows which came first: tolls rise more often than they fall, so the lowest is taken for the first.
fn in_order(group: &Group<'_>, told: &mut [(&Sketch, Toll)]) {
    let mut most: BTreeMap<Number, Option<u64>> = BTreeMap::new();
    for (claim, toll) in told.iter() {
        let all = most.entry(claim.report).or_default();
        *all = (*all).max(toll.low.or(toll.high));
    }
    let day = |claim: &Sketch| group.report(claim).and_then(|r| r.published).unwrap_or(i32::MAX);
    told.sort_by_key(|(claim, _)| (day(claim), most.get(&claim.report).copied()));
}

/// One source's figure.
fn figure(
    group: &Group<'_>,
    source: String,
    kind: Option<String>,
    claim: &Sketch,
    toll: &Toll,
) -> EventFigure {
    EventFigure {
        low: toll.low,
        high: toll.high,
        qualifier: toll.qualifier.map(|qualifier| qualifier.name().to_owned()),
        text: toll.text.map(|name| group.word(name)),
        source,
        kind,
        claim: claim.id.to_string(),
        newest: true,
    }
}

/// Adds a source's figure; what it said before is no longer its newest.
fn add(figures: &mut Vec<EventFigure>, new: EventFigure) {
    // "At least 17" after "17 feared" is another figure, though the numbers are the same.
    let said = |f: &EventFigure| (f.low, f.high, f.qualifier.clone());
    let same = |f: &EventFigure| f.source == new.source && f.newest && said(f) == said(&new);
    if figures.iter().any(same) {
        return;
    }
    figures.iter_mut().filter(|f| f.source == new.source).for_each(|f| f.newest = false);
    figures.push(new);
}

/// What one claim says of the whole happening.
struct Toll {
    low: Option<u64>,
    high: Option<u64>,
    /// How it is said where the numbers do not tell it, and in which words.
    qualifier: Option<Qualifier>,
    text: Option<Name>,
    /// True where it counts whoever was hurt.
    general: bool,
}

impl Toll {
    fn of(figure: &Figure, said: Option<Said>, general: bool) -> Self {
        let (qualifier, text) = said.map(|said| (said.qualifier, said.text)).unzip();
        Self { low: figure.low, high: figure.high, qualifier, text: text.flatten(), general }
    }

    /// With another group of people. A sum has no words of its own; of what is feared in part, all is only feared.
    fn and(self, other: &Self) -> Self {
        let sum = |a: Option<u64>, b: Option<u64>| a.zip(b).map(|(a, b)| a.saturating_add(b));
        let feared = Some(Qualifier::Feared);
        let is_feared = [self.qualifier, other.qualifier].contains(&feared);
        Self {
            low: sum(self.low, other.low),
            high: sum(self.high, other.high),
            qualifier: if is_feared {
                feared
            } else {
                self.qualifier.filter(|_| self.qualifier == other.qualifier)
            },
            text: None,
            general: false,
        }
    }
}

/// The figure of one claim for the whole: that of people at large, else the sum over the groups that it counts apart.
fn whole(group: &Group<'_>, claim: &Sketch, kind: Name) -> Option<Toll> {
    let all: Vec<(&Figure, Option<Said>)> = (claim.figures.iter().zip(claim.said.iter().copied()))
        .filter(|(figure, _)| figure.kind == kind && !figure.part)
        .collect();
    let general = |f: &Figure| f.whose.is_none_or(|whose| ANYBODY.contains(&group.names.word(whose)));
    let most = all.iter().filter(|(f, _)| general(f)).max_by_key(|(f, _)| (f.low.or(f.high), f.high));
    if let Some((figure, said)) = most {
        return Some(Toll::of(figure, *said, true));
    }
    // Two figures of the same people are not two groups.
    let mut counted: Vec<Option<Name>> = Vec::new();
    let apart = all.into_iter().filter(|(figure, _)| {
        let new = !counted.contains(&figure.whose);
        counted.push(figure.whose);
        new
    });
    apart.map(|(figure, said)| Toll::of(figure, said, false)).reduce(|sum, toll| sum.and(&toll))
}

/// The range over the newest figures: the upper end is open where an open figure begins above all others.
pub(super) fn range<'a>(
    figures: impl Iterator<Item = &'a EventFigure> + Clone,
) -> (Option<u64>, Option<u64>) {
    let newest = || figures.clone().filter(|f| f.newest);
    let low = newest().filter_map(|f| f.low).min();
    let bound = newest().filter_map(|f| f.high).max();
    let open = newest().filter(|f| f.high.is_none()).filter_map(|f| f.low).max();
    match (bound, open) {
        (Some(bound), Some(open)) if open > bound => (low, None),
        (bound, _) => (low, bound),
    }
}
