//! The tables under `data/numbers/`, parsed once.
//!
//! They are part of the program's text, so a table that does not parse is a defect that the tests find, not something
//! that a caller could meet; such a table counts as empty.

use crate::table::Table;
use std::collections::HashMap;
use std::sync::LazyLock;

const WORDS: &str = include_str!("../../../../data/numbers/words.tsv");
const QUANTITIES: &str = include_str!("../../../../data/numbers/quantities.tsv");
const HEDGES: &str = include_str!("../../../../data/numbers/hedges.tsv");
const PEOPLE: &str = include_str!("../../../../data/numbers/people.tsv");

/// The text of the tables, for a hash of what a claim rests on.
pub(crate) const TABLES: [&str; 4] = [WORDS, QUANTITIES, HEDGES, PEOPLE];

/// What a number word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Zero to nineteen.
    Unit,
    /// Twenty, thirty ...
    Ten,
    /// Multiplies what stands before it, up to 99.
    Hundred,
    /// Multiplies all that stands before it.
    Scale,
    /// A scale that may be glued to digits: 3bn.
    Suffix,
    /// Counts as so many: a dozen, a pair.
    Group,
    /// A whole number of its own: both, twice.
    Word,
    /// A part, in per cent of one.
    Share,
    /// Two of itself at the least: dozens.
    Plural,
    /// Multiplies a scale that follows: several hundred.
    Few,
}

/// A hedge: words that make a figure open or rough.
#[derive(Clone, Debug)]
pub(crate) struct HedgeRow {
    /// The words, in lower case.
    pub phrase: Vec<String>,
    /// True where it stands before the number.
    pub before: bool,
    /// Name of the qualifier, as in the record.
    pub qualifier: &'static str,
    /// For "about": true where the true number lies below, as in "nearly".
    pub below: bool,
    /// True where the words are a hedge only directly before a number.
    pub direct: bool,
}

pub(crate) static NUMBER_WORDS: LazyLock<HashMap<&'static str, (Role, u64)>> = LazyLock::new(number_words);
/// Phrases for a quantity with the least number each allows; longer phrases first.
pub(crate) static PHRASES: LazyLock<Vec<(Vec<String>, Option<u64>)>> = LazyLock::new(phrases);
/// Hedges, longer phrases first.
pub(crate) static HEDGE_ROWS: LazyLock<Vec<HedgeRow>> = LazyLock::new(hedges);
/// Singular and plural nouns: true for a plural, and the name under which the counted are recorded.
pub(crate) static NOUNS: LazyLock<HashMap<&'static str, (bool, &'static str)>> = LazyLock::new(nouns);

fn rows<const N: usize>(text: &'static str, columns: [&str; N]) -> Vec<[&'static str; N]> {
    let table = Table::parse(text).unwrap_or_default();
    let at: Vec<usize> = columns.iter().filter_map(|c| table.column(c).ok()).collect();
    let cell = |row: &[&'static str], n: usize| at.get(n).and_then(|c| row.get(*c)).copied().unwrap_or("");
    table.rows.iter().map(|(_, row)| std::array::from_fn(|n| cell(row, n))).collect()
}

fn number_words() -> HashMap<&'static str, (Role, u64)> {
    let role = |name: &str| match name {
        "unit" => Role::Unit,
        "ten" => Role::Ten,
        "hundred" => Role::Hundred,
        "scale" => Role::Scale,
        "suffix" => Role::Suffix,
        "group" => Role::Group,
        "share" => Role::Share,
        "plural" => Role::Plural,
        "few" => Role::Few,
        _ => Role::Word,
    };
    let row = |[word, kind, value]: [&'static str; 3]| Some((word, (role(kind), value.parse().ok()?)));
    rows(WORDS, ["word", "kind", "value"]).into_iter().filter_map(row).collect()
}

fn split(phrase: &str) -> Vec<String> {
    phrase.split(' ').map(str::to_owned).collect()
}

fn phrases() -> Vec<(Vec<String>, Option<u64>)> {
    let mut list: Vec<_> = rows(QUANTITIES, ["phrase", "low"])
        .into_iter()
        .map(|[p, low]| (split(p), low.parse().ok()))
        .collect();
    list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    list
}

fn hedges() -> Vec<HedgeRow> {
    let row = |[phrase, place, qualifier, side, next]: [&'static str; 5]| HedgeRow {
        phrase: split(phrase),
        before: place == "before",
        qualifier,
        below: side == "below",
        direct: next == "number",
    };
    let columns = ["phrase", "place", "qualifier", "side", "next"];
    let mut list: Vec<_> = rows(HEDGES, columns).into_iter().map(row).collect();
    list.sort_by_key(|h: &HedgeRow| std::cmp::Reverse(h.phrase.len()));
    list
}

fn nouns() -> HashMap<&'static str, (bool, &'static str)> {
    let mut map = HashMap::new();
    for [one, many, whose] in rows(PEOPLE, ["one", "many", "whose"]) {
        map.insert(one, (false, whose));
        map.insert(many, (true, whose));
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_parses() {
        for text in [WORDS, QUANTITIES, HEDGES, PEOPLE] {
            let table = Table::parse(text).unwrap();
            assert!(table.rows.len() > 20);
            assert!(["source", "licence", "date"].iter().all(|k| table.head.iter().any(|(key, _)| key == k)));
        }
        assert_eq!(NUMBER_WORDS.get("forty"), Some(&(Role::Ten, 40)));
        assert_eq!(NOUNS.get("children"), Some(&(true, "children")));
        assert!(HEDGE_ROWS.iter().all(|h| crate::numbers::Qualifier::named(h.qualifier).is_some()));
    }
}
