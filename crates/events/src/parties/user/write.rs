//! One more actor, as text to be put at the end of a file.

use super::{ActorSort, fields};
use std::fmt::Write;

/// What a user says of an actor. Empty is not said.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)] // The fields are those of the file.
pub struct NewActor {
    pub name: Option<String>,
    pub sort: Option<ActorSort>,
    pub aliases: Vec<String>,
    pub country: Option<String>,
    pub sector: Option<String>,
    pub kind: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub office: Option<String>,
    pub id: Option<String>,
    pub note: Option<String>,
}

impl NewActor {
    /// As the file has it; ends with a line end.
    pub fn to_toml(&self) -> String {
        let mut out = String::from("[[actor]]\n");
        let mut put = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                // Writing to a string cannot fail.
                _ = writeln!(out, "{key} = {value}");
            }
        };
        let aliases: Vec<String> = self.aliases.iter().map(|a| quoted(a)).collect();
        put("id", self.id.as_deref().map(quoted));
        put("name", self.name.as_deref().map(quoted));
        put("sort", self.sort.map(|s| quoted(s.name())));
        put("aliases", Some(format!("[{}]", aliases.join(", "))).filter(|_| !aliases.is_empty()));
        put("country", self.country.as_deref().map(quoted));
        put("sector", self.sector.as_deref().map(quoted));
        put("kind", self.kind.as_deref().map(quoted));
        put("from", self.from.as_deref().map(day));
        put("to", self.to.as_deref().map(day));
        put("office", self.office.as_deref().map(quoted));
        put("note", self.note.as_deref().map(quoted));
        out
    }
}

/// True for a day or a year as the file may have it.
pub fn is_day_or_year(text: &str) -> bool {
    fields::of_text(text, (1, 1)).is_some()
}

/// Days and years stand bare; what is neither is quoted, so that it can do no harm before it is refused.
fn day(text: &str) -> String {
    if is_day_or_year(text) && !text.starts_with('0') { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ if c.is_control() => _ = write!(out, "\\u{:04X}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
