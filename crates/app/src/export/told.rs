//! An event with the reports that tell of it, and what several layouts ask of it.

use crate::record::show::Head;
use dateline_events::record::event::{EventCasualties, EventParty, EventRecord};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One row of an export of events.
#[derive(Clone, Debug)]
pub struct Told {
    pub event: EventRecord,
    /// The oldest first.
    pub reports: Vec<Head>,
}

impl Told {
    /// The first party that somebody names as the one who did it.
    pub fn actor(&self) -> Option<&EventParty> {
        self.event.actors.iter().find(|party| !party.named_by.is_empty())
    }

    /// The first to whom it was done.
    pub fn recipient(&self) -> Option<&EventParty> {
        self.event.recipients.first()
    }

    /// Figures of one kind.
    pub fn casualties(&self, kind: &str) -> Option<&EventCasualties> {
        self.event.casualties.iter().find(|casualties| casualties.kind == kind)
    }

    /// The first and the last day on which it can have happened.
    pub fn days(&self) -> Option<(Date, Date)> {
        Some((self.event.first.as_deref()?.parse().ok()?, self.event.last.as_deref()?.parse().ok()?))
    }

    /// The parts of the place's name, the most specific first: "Qatana", "Rif Dimashq", "Syria".
    pub fn place(&self) -> Vec<&str> {
        let name = self.event.place.as_ref().map_or("", |place| place.name.as_str());
        name.split(", ").filter(|part| !part.is_empty()).collect()
    }

    /// The first-order division, where its place has one.
    pub fn admin1(&self) -> Option<&str> {
        let parts = self.place();
        let precision = self.event.place.as_ref()?.precision.as_deref()?;
        match (precision, parts.len()) {
            ("point" | "town" | "admin2", n) if n >= 3 => parts.get(n - 2).copied(),
            // "villages, Nineveh, Iraq": the words for the place may stand before the division.
            ("admin1", n) if n >= 2 => parts.get(n - 2).copied(),
            _ => None,
        }
    }

    /// Values of its reports, each once, joined.
    pub fn of_reports(&self, value: fn(&Head) -> Option<&str>) -> String {
        let mut found: Vec<&str> = Vec::new();
        for one in self.reports.iter().filter_map(value) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        found.join("; ")
    }

    /// The number that stands for it where a layout wants one: of the bits of its id.
    pub fn number(&self) -> i64 {
        let bits = self.event.id.strip_prefix("e_").and_then(|hex| u64::from_str_radix(hex, 16).ok());
        bits.and_then(|bits| i64::try_from(bits >> 1).ok()).unwrap_or(0)
    }
}

/// The figure that most sources give as their newest; of several the lowest.
pub fn best(casualties: &EventCasualties) -> Option<u64> {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for figure in casualties.figures.iter().filter(|figure| figure.newest) {
        let Some(number) = figure.low.or(figure.high) else { continue };
        *counts.entry(number).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(number, sources)| (*sources, std::cmp::Reverse(*number))).map(|(n, _)| n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_events::record::event::{EventFigure, EventPlace};

    #[test]
    fn the_best_figure_is_that_of_most_sources_and_else_the_lowest() {
        let figure = |low| EventFigure { low: Some(low), newest: true, ..EventFigure::default() };
        let of = |all: &[u64]| {
            best(&EventCasualties {
                figures: all.iter().copied().map(figure).collect(),
                ..EventCasualties::default()
            })
        };
        assert_eq!([of(&[30, 52, 52]), of(&[30, 52]), of(&[])], [Some(52), Some(30), None]);
        let vague = EventFigure { newest: true, ..EventFigure::default() };
        let figures = vec![vague, figure(30)];
        assert_eq!(best(&EventCasualties { figures, ..EventCasualties::default() }), Some(30));
    }

    #[test]
    fn a_division_stands_before_the_country() {
        let at = |name: &str, precision: &str| Told {
            event: EventRecord {
                place: Some(EventPlace {
                    name: name.into(),
                    precision: Some(precision.into()),
                    ..EventPlace::default()
                }),
                ..EventRecord::default()
            },
            reports: Vec::new(),
        };
        assert_eq!(at("market, Qatana, Rif Dimashq, Syria", "town").admin1(), Some("Rif Dimashq"));
        assert_eq!(at("Rif Dimashq, Syria", "admin1").admin1(), Some("Rif Dimashq"));
        assert_eq!(at("villages, Nineveh, Iraq", "admin1").admin1(), Some("Nineveh"));
        assert_eq!(at("Syria", "country").admin1(), None);
    }
}
