//! Grades, explained in a sentence.

use dateline_events::record::event::{EventParty, EventRecord};

/// Why an event has its grade.
pub fn explained(event: &EventRecord) -> String {
    let (sources, reports) = (event.independent_sources, event.reports);
    let several = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let reports = several(reports, "report");
    match event.grade.as_str() {
        "corroborated" => format!(
            "Corroborated: {} that do not repeat each other say that it happened or may have, in {reports}.",
            several(sources, "source")
        ),
        "contested" => format!("Contested: {} ({reports}).", contested(event)),
        "denied" => format!("Denied: whoever speaks of it says that it did not happen ({reports})."),
        "expected" => {
            format!("Expected: it is said to be coming; nobody says yet that it happened ({reports}).")
        }
        _ if sources <= 1 => {
            format!(
                "Single source: one source says that it happened or may have, in {reports}; nobody else bears it out."
            )
        }
        _ => format!("Single source: what is said, in {reports}, goes back to one source."),
    }
}

/// What is in dispute.
fn contested(event: &EventRecord) -> String {
    let those = |by: fn(&EventParty) -> &[String]| -> Vec<&str> {
        event.actors.iter().filter(|actor| !by(actor).is_empty()).map(|actor| actor.who.as_str()).collect()
    };
    let (denied, named) = (those(|actor| &actor.denied_by), those(|actor| &actor.named_by));
    match (denied.as_slice(), named.as_slice()) {
        ([who], _) => format!("that {who} did it is denied"),
        ([first, ..], _) => format!("that {first} and others did it is denied"),
        ([], [_, _, ..]) => {
            format!("sources name different parties ({}), or deny some part of it", named.join("; "))
        }
        ([], _) => "some source denies it, or some part of it".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grade_has_its_sentence() {
        let event = |grade: &str| EventRecord {
            grade: grade.into(),
            independent_sources: 2,
            reports: 1,
            ..EventRecord::default()
        };
        assert_eq!(
            explained(&event("corroborated")),
            "Corroborated: 2 sources that do not repeat each other say that it happened or may have, in 1 report."
        );
        assert!(explained(&event("single-source")).contains("goes back to one source"));
        let denied =
            EventParty { who: "Grey Front".into(), denied_by: vec!["c".into()], ..EventParty::default() };
        let contested = EventRecord { actors: vec![denied], ..event("contested") };
        assert_eq!(explained(&contested), "Contested: that Grey Front did it is denied (1 report).");
    }
}
