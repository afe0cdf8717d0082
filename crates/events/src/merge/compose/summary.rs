//! An event in one line of plain English.

use crate::record::event::{EventCasualties, EventRecord};
use crate::table::{Table, TableError};
use std::collections::HashMap;

/// Parties that a line names before it says "and others".
const NAMED: usize = 2;

/// What to call an event of a type, or of a mode of it.
#[derive(Default)]
pub(crate) struct Phrases(HashMap<(String, String), Phrase>);

/// A noun ("bombing") and a verb in the past ("condemned").
struct Phrase {
    noun: String,
    verb: String,
}

impl Phrases {
    /// Reads a table with the columns `type`, `mode` (empty for the type as a whole), `noun`, `verb`.
    pub(crate) fn from_table(text: &str) -> Result<Self, TableError> {
        let table = Table::parse(text)?;
        let at = [table.column("type")?, table.column("mode")?, table.column("noun")?, table.column("verb")?];
        let mut phrases = HashMap::new();
        for (line, row) in &table.rows {
            let [kind, mode, noun, verb] = at.map(|n| row.get(n).copied().unwrap_or("").to_owned());
            if noun.is_empty() && verb.is_empty() {
                return Err(TableError { line: *line, reason: "neither noun nor verb".to_owned() });
            }
            phrases.insert((kind, mode), Phrase { noun, verb });
        }
        Ok(Self(phrases))
    }

    fn of(&self, event: &EventRecord) -> Option<&Phrase> {
        let mode = event.modes.first().map_or("", String::as_str);
        let get = |mode: &str| self.0.get(&(event.kind.clone(), mode.to_owned()));
        get(mode).or_else(|| get(""))
    }

    /// "Bombing in Qatana, Rif Dimashq, Syria, on 13 December 2012: 16 to 25 killed; named: X." "Turkey condemned Syria."
    pub(crate) fn summary(&self, event: &EventRecord) -> String {
        let Some(phrase) = self.of(event) else { return event.kind.clone() };
        let place = event.place.as_ref().map_or(String::new(), |p| format!(" in {}", p.name));
        let named = event.actors.iter().filter(|a| !a.named_by.is_empty());
        let actors = list(&named.map(|a| a.who.as_str()).collect::<Vec<_>>());
        let recipients = list(&event.recipients.iter().map(|r| r.who.as_str()).collect::<Vec<_>>());
        let tolls: Vec<String> = event.casualties.iter().filter_map(toll).collect();
        let toll = if tolls.is_empty() { String::new() } else { format!(": {}", tolls.join(", ")) };
        let (noun, when) = (capital(&phrase.noun), when(event));
        match (phrase.verb.as_str(), actors.is_empty(), recipients.is_empty()) {
            ("", ..) => {
                let by = if actors.is_empty() { actors } else { format!("; named: {actors}") };
                let against =
                    if recipients.is_empty() { recipients } else { format!("; against: {recipients}") };
                format!("{noun}{place}{when}{toll}{by}{against}.")
            }
            (_, true, true) => format!("{noun}{place}{when}{toll}."),
            (_, false, true) => format!("{noun} by {actors}{place}{when}{toll}."),
            (_, true, false) => format!("{noun}, to {recipients}{place}{when}{toll}."),
            (verb, false, false) => format!("{} {verb} {recipients}{place}{when}{toll}.", capital(&actors)),
        }
    }
}

/// "A", "A and B", "A, B and others".
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        more => format!("{} and others", more.get(..NAMED).unwrap_or(more).join(", ")),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// " on 13 December 2012", " between 13 and ...".
fn when(event: &EventRecord) -> String {
    match (&event.first, &event.last) {
        (Some(first), Some(last)) if first == last => format!(" on {}", day(first)),
        (Some(first), Some(last)) => format!(" between {} and {}", day(first), day(last)),
        _ => String::new(),
    }
}

/// "13 December 2012".
fn day(iso: &str) -> String {
    iso.parse::<jiff::civil::Date>()
        .map_or_else(|_| iso.to_owned(), |date| date.strftime("%-d %B %Y").to_string())
}

/// "at least 16 killed", "16 to 25 killed".
fn toll(casualties: &EventCasualties) -> Option<String> {
    let kind = &casualties.kind;
    Some(match (casualties.low, casualties.high) {
        (Some(low), Some(high)) if low == high => format!("{low} {kind}"),
        (Some(low), Some(high)) => format!("{low} to {high} {kind}"),
        (Some(low), None) => format!("at least {low} {kind}"),
        (None, Some(high)) => format!("at most {high} {kind}"),
        (None, None) => return None,
    })
}
