//! Days, months and seasons that are part of a proper name and date nothing: the Sunday Times, the Arab Spring.

use crate::numbers::tokens::Token;
use crate::table::Table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The text of the table.
pub(super) const TABLE: &str = include_str!("../../../../data/times/proper.tsv");

/// Words with their side; true where they must have a capital.
static WORDS: LazyLock<HashMap<(&'static str, &'static str), bool>> = LazyLock::new(|| {
    let table = Table::parse(TABLE).unwrap_or_default();
    let row = |row: &Vec<&'static str>| match row[..] {
        [word, side, capital] => Some(((side, word), capital == "yes")),
        _ => None,
    };
    table.rows.iter().filter_map(|(_, cells)| row(cells)).collect()
});

/// True where the tokens `at..next` with the one before or behind them are such a name.
pub(super) fn is_part_of_name(tokens: &[Token], at: usize, next: usize) -> bool {
    let makes_name = |token: Option<&Token>, side| {
        token.is_some_and(|t| WORDS.get(&(side, t.low.as_str())).is_some_and(|capital| t.capital || !capital))
    };
    let named = tokens.get(at).is_some_and(|t| t.capital);
    named
        && (makes_name(tokens.get(next), "after")
            || makes_name(at.checked_sub(1).and_then(|n| tokens.get(n)), "before"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::times::find;

    #[test]
    fn a_day_in_a_name_is_no_day() {
        assert!(Table::parse(TABLE).is_ok_and(|t| t.rows.len() > 20));
        let found = |text: &str| find(text).len();
        assert_eq!(found("The Sunday Times said so."), 0);
        assert_eq!(found("Since the Arab Spring began, much has changed."), 0);
        assert_eq!(found("The March 14 alliance met on Monday."), 1);
        assert_eq!(found("In five attacks on Sunday times were hard."), 1);
    }
}
