//! An event in one line of plain English.

use super::toll::toll;
use crate::merge::sketch::Status;
use crate::record::event::EventRecord;
use crate::table::{Table, TableError};
use std::collections::{HashMap, HashSet};

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

    /// "Bombing in Qatana, Rif Dimashq, Syria, on 13 December 2012: 16 to 25 killed; named: X." "Turkey condemned Syria." Where nobody says
    /// that it happened, what is said instead goes before: "Said to be coming: bombing in Qatana".
    pub(crate) fn summary(&self, event: &EventRecord, claims: &[(&str, Status)]) -> String {
        let Some(phrase) = self.of(event) else { return event.kind.clone() };
        let place = event.place.as_ref().map_or(String::new(), |p| format!(" in {}", p.name));
        let named = event.actors.iter().filter(|a| !a.named_by.is_empty());
        let actors = list(&named.map(|a| a.who.as_str()).collect::<Vec<_>>());
        let recipients = list(&event.recipients.iter().map(|r| r.who.as_str()).collect::<Vec<_>>());
        let certain = claims.iter().filter(|(_, status)| *status == Status::Occurred);
        let certain: HashSet<&str> = certain.map(|(id, _)| *id).collect();
        let reality = reality(claims.iter().map(|(_, status)| *status));
        let tolls: Vec<String> =
            event.casualties.iter().filter_map(|c| toll(c, |id| certain.contains(id))).collect();
        let toll = if tolls.is_empty() { String::new() } else { format!(": {}", tolls.join(", ")) };
        let rest = format!("{place}{}{toll}", when(event));
        let noun =
            reality.map_or_else(|| capital(&phrase.noun), |reality| format!("{reality}: {}", phrase.noun));
        match (phrase.verb.as_str(), actors.is_empty(), recipients.is_empty()) {
            ("", ..) => {
                let by = if actors.is_empty() { actors } else { format!("; named: {actors}") };
                let against =
                    if recipients.is_empty() { recipients } else { format!("; against: {recipients}") };
                format!("{noun}{rest}{by}{against}.")
            }
            (_, true, true) => format!("{noun}{rest}."),
            (_, false, true) => format!("{noun} by {actors}{rest}."),
            (_, true, false) => format!("{noun}, to {recipients}{rest}."),
            // A verb in the past would say that it happened.
            (_, false, false) if reality.is_some() => format!("{noun} by {actors}, to {recipients}{rest}."),
            (verb, false, false) => format!("{} {verb} {recipients}{rest}.", capital(&actors)),
        }
    }
}

/// What the claims of an event say of its reality, where none says that it happened.
fn reality(statuses: impl Iterator<Item = Status>) -> Option<&'static str> {
    let mut said: Vec<Status> = statuses.filter(|status| *status != Status::Denied).collect();
    said.sort_unstable();
    said.dedup();
    match said.as_slice() {
        [] | [Status::Occurred, ..] => None,
        [Status::Possible] => Some("Perhaps"),
        [Status::Future] => Some("Said to be coming"),
        // A condition, a warning, or one of these beside the others.
        _ => Some("Not said to have happened"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::event::EventParty;

    #[test]
    fn what_nobody_says_happened_is_not_told_as_what_did() {
        use Status::{Future, Hypothetical, Occurred, Possible};
        let said = |statuses: &[Status]| reality(statuses.iter().copied());
        assert_eq!(said(&[Future, Occurred]), None);
        assert_eq!(said(&[Future]), Some("Said to be coming"));
        assert_eq!(said(&[Possible, Possible]), Some("Perhaps"));
        assert_eq!(said(&[Hypothetical]), Some("Not said to have happened"));
        assert_eq!(said(&[Possible, Future]), Some("Not said to have happened"));
        let phrases =
            Phrases::from_table("type\tmode\tnoun\tverb\nSANCTION\t\tsanctions\timposed sanctions on\n")
                .unwrap();
        let party =
            |who: &str| EventParty { who: who.into(), named_by: vec!["c".into()], ..EventParty::default() };
        let event = EventRecord {
            kind: "SANCTION".into(),
            actors: vec![party("A")],
            recipients: vec![party("B")],
            ..EventRecord::default()
        };
        assert_eq!(phrases.summary(&event, &[("c", Occurred)]), "A imposed sanctions on B.");
        assert_eq!(phrases.summary(&event, &[("c", Future)]), "Said to be coming: sanctions by A, to B.");
    }
}
