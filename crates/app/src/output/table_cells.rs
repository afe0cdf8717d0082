//! A claim in seven cells, for reading.

use super::columns::{party, place, source};
use crate::terminal::clean::clean;
use dateline_events::record::{Casualty, Claim, Event, Party, Time};
use dateline_text::report::Report;

/// One value for each column of the table.
pub type Cells<T> = [T; 7];

/// When, where, type, who to whom, casualties, according to whom, status; free of control characters.
pub fn cells(claim: &Claim, report: &Report) -> Cells<String> {
    let row = [
        claim.time.as_ref().map(when).unwrap_or_default(),
        joined(claim.places.iter().map(place)),
        kind(&claim.event),
        who(&claim.actors, &claim.recipients),
        joined(claim.casualties.iter().map(figure)),
        according_to(claim, report),
        claim.status.clone(),
    ];
    row.map(|cell| clean(&cell).into_owned())
}

/// One line on a report: id, publisher, day, headline.
pub fn heading(report: &Report) -> String {
    let day = report.published.map(|d| d.to_string());
    let parts = [Some(&report.id), report.publisher.as_ref(), day.as_ref(), report.title.as_ref()];
    clean(&parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" | ")).into_owned()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// The day or days; in brackets where no words of the report give them.
fn when(time: &Time) -> String {
    let days = match (&time.first, &time.last) {
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        (Some(day), _) | (None, Some(day)) => day.clone(),
        (None, None) => time.text.clone().unwrap_or_default(),
    };
    let part = time.part.as_ref().map(|p| format!(" {p}")).unwrap_or_default();
    if time.basis.as_deref() == Some("published") { format!("({days})") } else { format!("{days}{part}") }
}

fn kind(event: &Event) -> String {
    let modes = if event.modes.is_empty() { String::new() } else { format!(" {}", event.modes.join(", ")) };
    let sum = if event.scope == "cumulative" { " (sum)" } else { "" };
    let past = if event.historical { " (past)" } else { "" };
    format!("{}{modes}{sum}{past}", event.kind)
}

fn who(actors: &[Party], recipients: &[Party]) -> String {
    let (actors, recipients) = (joined(actors.iter().map(party)), joined(recipients.iter().map(party)));
    match (actors.is_empty(), recipients.is_empty()) {
        (_, true) => actors,
        (true, false) => format!("-> {recipients}"),
        (false, false) => format!("{actors} -> {recipients}"),
    }
}

fn figure(figure: &Casualty) -> String {
    let number = match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("{low}+"),
        (None, Some(high)) => format!("up to {high}"),
        (None, None) => figure.words.text.clone(),
    };
    let part = if figure.subset_of.is_some() { "of them " } else { "" };
    let whose = figure.whose.as_ref().map(|w| format!(" ({w})")).unwrap_or_default();
    format!("{part}{number} {}{whose}", figure.kind)
}

/// The sources, nearest first; the report itself, in brackets, where it says so in its own voice.
fn according_to(claim: &Claim, report: &Report) -> String {
    if claim.sources.is_empty() {
        return format!("({})", report.publisher.as_deref().unwrap_or("the report"));
    }
    joined(claim.sources.iter().map(source))
}
