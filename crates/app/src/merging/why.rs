//! An event's reasons for people.

use super::output::text;
use crate::terminal::clean::clean;
use crate::terminal::paint::{Colour, Paint};
use crate::terminal::wrap::wrap;
use dateline_events::merge::{EventWhy, Link, Member, Outsider};
use dateline_events::record::Claim;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Clues that are named for each claim.
const MOST: usize = 6;

/// Prints an event, why each claim is in it, and what kept the nearest other claim out; `claims` are the claims of the event and of its
/// outsider, by their ids.
pub fn write(
    why: &EventWhy,
    claims: &BTreeMap<String, Claim>,
    width: usize,
    paint: Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    text(&why.event, width, paint, out)?;
    let mut put = |text: &str, colour: Option<Colour>| -> io::Result<()> {
        for line in wrap(&clean(text), width.saturating_sub(2)) {
            let line = colour.map_or_else(|| line.clone(), |colour| paint.colour(colour, &line));
            writeln!(out, "  {line}")?;
        }
        Ok(())
    };
    for member in &why.members {
        put(&words(&member.claim, &member.report, claims), None)?;
        put(&reason(member), Some(Colour::Dim))?;
    }
    match &why.outsider {
        None => put("no other claim of its type stands near it", Some(Colour::Dim)),
        Some(outsider) => {
            put(&format!("kept out: {}", words(&outsider.claim, &outsider.report, claims)), None)?;
            put(&kept_out(outsider), Some(Colour::Dim))
        }
    }
}

fn words(id: &str, report: &str, claims: &BTreeMap<String, Claim>) -> String {
    let text = claims.get(id).map_or("", |claim| claim.evidence.text.as_str());
    let trigger = claims.get(id).map_or("", |claim| claim.evidence.trigger.text.as_str());
    format!("{id} in {report} [{trigger}]: {text}")
}

fn reason(member: &Member) -> String {
    let denial = if member.denial {
        "in it: it denies a claim of the event, or one of the event denies it; "
    } else {
        ""
    };
    match &member.nearest {
        None => format!("{denial}its only claim"),
        Some(link) => format!("{denial}likest to {}", shown(link)),
    }
}

fn kept_out(outsider: &Outsider) -> String {
    match outsider.bar {
        Some(bar) => format!("{bar}, whatever else speaks for it; likest to {}", shown(&outsider.nearest)),
        None => format!(
            "log odds with all of the event {:+.1} on average; likest to {}",
            outsider.mean,
            shown(&outsider.nearest)
        ),
    }
}

fn shown(link: &Link) -> String {
    let clue = |(name, weight): &(&str, f32)| format!("{name} {weight:+.1}");
    let clues: Vec<String> = link.clues.iter().take(MOST).map(clue).collect();
    format!("{} (log odds {:+.1}): {}", link.claim, link.odds, clues.join(", "))
}
