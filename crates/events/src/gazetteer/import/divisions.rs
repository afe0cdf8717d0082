//! First-order divisions: a dump has their codes, the gazetteer their customary names.
//!
//! A code is learnt from places that both have; where they share none, it has the name that the dump gives the division.

use std::collections::{BTreeMap, HashMap};

/// Marks the text of a code that is to become a name.
const CODE: char = '\u{1}';

/// What is known of the codes.
#[derive(Default)]
pub(super) struct Divisions {
    /// By country and code: how many places speak for each name.
    votes: HashMap<String, BTreeMap<String, u32>>,
    own: HashMap<String, String>,
}

/// The text that stands for a code until all are known.
pub(super) fn code(country: &str, admin1: &str) -> String {
    if admin1.is_empty() || admin1 == "00" { String::new() } else { format!("{CODE}{country}.{admin1}") }
}

impl Divisions {
    /// A place with that code lies in the division called `name`.
    pub fn vote(&mut self, code: &str, name: &str) {
        if code.is_empty() || name.is_empty() {
            return;
        }
        if let Some(count) = self.votes.get_mut(code).and_then(|names| names.get_mut(name)) {
            *count += 1;
            return;
        }
        self.votes.entry(code.to_owned()).or_default().insert(name.to_owned(), 1);
    }

    /// The dump calls the division with that code `name`.
    pub fn call(&mut self, code: &str, name: &str) {
        self.own.insert(code.to_owned(), name.to_owned());
    }

    /// The name of a division, where its text is a code that is known; empty where it is one that is not.
    pub fn resolve(&self, text: &str) -> Option<String> {
        if !text.starts_with(CODE) {
            return None;
        }
        let most = self.votes.get(text).and_then(|names| names.iter().max_by_key(|(_, count)| **count));
        Some(most.map(|(name, _)| name).or_else(|| self.own.get(text)).cloned().unwrap_or_default())
    }
}
