//! A toll in a few words, with the hedges of those who give it.

use super::casualties::range;
use crate::record::event::{EventCasualties, EventFigure};
use std::collections::BTreeSet;

/// Different words that are quoted side by side.
const QUOTED: usize = 2;

/// Characters of a figure's words that are quoted.
const LONGEST: usize = 40;

/// "at least 16 killed", "16 to 25 killed", "17 feared killed", "\"dozens\" killed": with the hedge of its sources where they share one.
/// Where somebody counts what happened, figures of what only may have happened or is to come do not count: `happened` knows the claims.
pub(super) fn toll(casualties: &EventCasualties, happened: impl Fn(&str) -> bool) -> Option<String> {
    let kind = &casualties.kind;
    let newest = || casualties.figures.iter().filter(|f| f.newest);
    let certain: Vec<&EventFigure> = newest().filter(|f| happened(&f.claim)).collect();
    let counted = if certain.is_empty() { newest().collect() } else { certain };
    let (low, high) = range(counted.iter().copied());
    let first = counted.first().and_then(|f| f.qualifier.as_deref());
    let number = match first.filter(|_| counted.iter().all(|f| f.qualifier.as_deref() == first)) {
        Some("feared") => {
            let least = || counted.iter().filter_map(|f| f.low);
            return Some(format!("{} feared {kind}", range_in_words(least().min(), least().max())?));
        }
        Some(_) => in_words(&counted).or_else(|| range_in_words(low, high)),
        None => range_in_words(low, high),
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

/// "at least 16", "16 to 25", "at most 9", "40"; none where nothing is known.
pub fn range_in_words(low: Option<u64>, high: Option<u64>) -> Option<String> {
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

    /// A figure of killed, with how it is said and in which words where the numbers do not tell it.
    type Given<'a> = (u64, Option<u64>, Option<(&'a str, &'a str)>);

    fn figure((low, high, said): &Given<'_>) -> EventFigure {
        EventFigure {
            low: Some(*low),
            high: *high,
            qualifier: said.map(|said| said.0.to_owned()),
            text: said.map(|said| said.1.to_owned()),
            newest: true,
            ..EventFigure::default()
        }
    }

    fn of(figures: Vec<EventFigure>, happened: impl Fn(&str) -> bool) -> String {
        let casualties = EventCasualties { kind: "killed".into(), figures, ..EventCasualties::default() };
        toll(&casualties, happened).unwrap()
    }

    /// The toll of some figures of what happened.
    fn killed(given: &[Given<'_>]) -> String {
        of(given.iter().map(figure).collect(), |_| true)
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

    #[test]
    fn an_open_figure_above_all_others_leaves_the_end_open() {
        assert_eq!(killed(&[(16, Some(16), None), (80, None, None)]), "at least 16 killed");
        assert_eq!(
            killed(&[(17, None, Some(("feared", "17"))), (20, None, Some(("feared", "20")))]),
            "17 to 20 feared killed"
        );
    }

    #[test]
    fn what_only_may_be_does_not_count_beside_what_happened() {
        let told = |claim: &str, n| EventFigure { claim: claim.into(), ..figure(&(n, Some(n), None)) };
        let both = || vec![told("a", 16), told("b", 50)];
        assert_eq!(of(both(), |claim| claim == "a"), "16 killed");
        assert_eq!(of(both(), |_| false), "16 to 50 killed");
    }
}
