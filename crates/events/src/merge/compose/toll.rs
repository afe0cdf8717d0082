//! A toll in a few words, with the hedges of those who give it.

use crate::record::event::{EventCasualties, EventFigure};
use std::collections::BTreeSet;

/// Different words that are quoted side by side.
const QUOTED: usize = 2;

/// Characters of a figure's words that are quoted.
const LONGEST: usize = 40;

/// "at least 16 killed", "16 to 25 killed", "17 feared killed", "\"dozens\" killed": with the hedge of its sources where they share one.
pub(super) fn toll(casualties: &EventCasualties) -> Option<String> {
    let kind = &casualties.kind;
    let newest: Vec<&EventFigure> = casualties.figures.iter().filter(|f| f.newest).collect();
    let first = newest.first().and_then(|f| f.qualifier.as_deref());
    let number = match first.filter(|_| newest.iter().all(|f| f.qualifier.as_deref() == first)) {
        Some("feared") => {
            let least = || newest.iter().filter_map(|f| f.low);
            return Some(format!("{} feared {kind}", range(least().min(), least().max())?));
        }
        Some(_) => in_words(&newest).or_else(|| range(casualties.low, casualties.high)),
        None => range(casualties.low, casualties.high),
    };
    number.map(|number| format!("{number} {kind}"))
}

/// Their own words, where these are one or two.
fn in_words(figures: &[&EventFigure]) -> Option<String> {
    let texts: Option<BTreeSet<&str>> = figures.iter().map(|f| f.text.as_deref()).collect();
    let quoted: Vec<String> = texts?
        .into_iter()
        .map(|text| (text.chars().count() <= LONGEST).then(|| format!("\"{text}\"")))
        .collect::<Option<_>>()?;
    (quoted.len() <= QUOTED).then(|| quoted.join(" or "))
}

fn range(low: Option<u64>, high: Option<u64>) -> Option<String> {
    Some(match (low, high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The toll of figures of killed, each with its words where the numbers do not tell how it is said.
    fn killed(figures: &[(u64, Option<u64>, Option<(&str, &str)>)]) -> String {
        let figure = |(low, high, said): &(u64, Option<u64>, Option<(&str, &str)>)| EventFigure {
            low: Some(*low),
            high: *high,
            qualifier: said.map(|said| said.0.to_owned()),
            text: said.map(|said| said.1.to_owned()),
            newest: true,
            ..EventFigure::default()
        };
        let figures: Vec<EventFigure> = figures.iter().map(figure).collect();
        let low = figures.iter().filter_map(|f| f.low).min();
        let high = figures.iter().filter_map(|f| f.high).max();
        toll(&EventCasualties { kind: "killed".into(), low, high, figures }).unwrap()
    }

    #[test]
    fn a_toll_keeps_the_hedge_of_its_sources() {
        assert_eq!(killed(&[(16, None, None)]), "at least 16 killed");
        assert_eq!(killed(&[(16, Some(16), None), (25, Some(25), None)]), "16 to 25 killed");
        assert_eq!(killed(&[(17, None, Some(("feared", "17")))]), "17 feared killed");
        assert_eq!(killed(&[(24, None, Some(("vague", "dozens")))]), "\"dozens\" killed");
        assert_eq!(killed(&[(9, Some(11), Some(("about", "about 10")))]), "\"about 10\" killed");
        // Where sources differ in how they say it, the numbers speak.
        assert_eq!(killed(&[(24, None, Some(("vague", "dozens"))), (30, Some(30), None)]), "24 to 30 killed");
    }
}
