//! Events for people: a line for each, then its grade, figures, parties and sources.

use crate::terminal::clean::{clean, escape_json};
use crate::terminal::paint::{Colour, Paint};
use crate::terminal::wrap::wrap;
use dateline_events::merge::range_in_words;
use dateline_events::record::event::{EventCasualties, EventFigure, EventParty, EventRecord};
use serde::Serialize;
use std::io::{self, Write};

/// How events are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum EventFormat {
    /// For people
    #[default]
    Text,
    /// One event a line, in the shape of the event record
    Jsonl,
}

/// Prints a record as a line of JSON.
pub fn jsonl<T: Serialize>(record: &T, terminal: bool, out: &mut dyn Write) -> io::Result<()> {
    let json = serde_json::to_string(record)?;
    writeln!(out, "{}", if terminal { escape_json(&json) } else { json.as_str().into() })
}

/// Prints an event for people.
pub fn text(event: &EventRecord, width: usize, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    for (n, line) in wrap(&clean(&event.summary), width).iter().enumerate() {
        writeln!(out, "{}", if n == 0 { paint.bold(line) } else { line.clone() })?;
    }
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let kind = std::iter::once(event.kind.as_str()).chain(event.modes.iter().map(String::as_str));
    let kind = kind.collect::<Vec<_>>().join("/");
    let grade = format!(
        "{kind}  {}: {}, {}, {}",
        event.grade,
        count(event.independent_sources, "independent source"),
        count(event.reports, "report"),
        count(event.publishers, "publisher"),
    );
    put(&grade, width, paint, Colour::Dim, out)?;
    for casualties in &event.casualties {
        put(&figures(casualties), width, paint, Colour::Yellow, out)?;
    }
    for actor in &event.actors {
        put(&party(event, actor), width, paint, Colour::Green, out)?;
    }
    let sources: Vec<String> = event.sources.iter().map(|s| with_kind(&s.who, s.kind.as_deref())).collect();
    put(&format!("according to {}", sources.join("; ")), width, paint, Colour::Magenta, out)?;
    put(&event.id, width, paint, Colour::Dim, out)?;
    writeln!(out)
}

fn put(text: &str, width: usize, paint: Paint, colour: Colour, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap(&clean(text), width.saturating_sub(2)) {
        writeln!(out, "  {}", paint.colour(colour, &line))?;
    }
    Ok(())
}

fn with_kind(who: &str, kind: Option<&str>) -> String {
    kind.map_or_else(|| who.to_owned(), |kind| format!("{who} ({kind})"))
}

/// "killed 16 to 25: at least 16 (SANA, state-media); 25 (SOHR, monitor); "dozens", at least 24 (X, rebel)".
fn figures(casualties: &EventCasualties) -> String {
    let one = |f: &EventFigure| {
        let source = f.kind.as_ref().map_or_else(|| f.source.clone(), |kind| format!("{}, {kind}", f.source));
        format!("{} ({source}{})", said(f), if f.newest { "" } else { "; later another" })
    };
    let all: Vec<String> = casualties.figures.iter().map(one).collect();
    let mut newest = casualties.figures.iter().filter(|f| f.newest);
    let feared = if newest.all(|f| f.qualifier.as_deref() == Some("feared")) { " feared" } else { "" };
    let range = range(casualties.low, casualties.high);
    format!("{} {range}{feared}: {}", casualties.kind, all.join("; "))
}

/// A figure as its source says it: its words where the numbers do not tell how it is meant.
fn said(figure: &EventFigure) -> String {
    let numbers = range(figure.low, figure.high);
    match (figure.qualifier.as_deref(), &figure.text) {
        (Some("feared"), Some(text)) => format!("\"{text}\" feared"),
        (Some("feared"), None) => format!("{numbers} feared"),
        (Some(_), Some(text)) => format!("\"{text}\", {numbers}"),
        _ => numbers,
    }
}

fn range(low: Option<u64>, high: Option<u64>) -> String {
    range_in_words(low, high).unwrap_or_else(|| "unknown".to_owned())
}

/// "by al-Nusra Front: named by X; denied by Y".
fn party(event: &EventRecord, party: &EventParty) -> String {
    let who = |claims: &[String]| {
        let says =
            |claim: &String| event.sources.iter().find(|s| s.claims.contains(claim)).map(|s| s.who.as_str());
        let mut names: Vec<&str> = Vec::new();
        for name in claims.iter().filter_map(says) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    };
    let mut line = format!("by {}", party.who);
    for (verb, claims) in [("named by", &party.named_by), ("denied by", &party.denied_by)] {
        if !claims.is_empty() {
            line.push_str(&format!("; {verb} {}", who(claims)));
        }
    }
    line
}
