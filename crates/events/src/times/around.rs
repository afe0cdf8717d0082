//! Small words around a time, from `data/times/around.tsv`: which may open it, which may stand inside it.

use crate::numbers::tokens::Token;
use crate::table::Table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The text of the table.
pub(super) const TABLE: &str = include_str!("../../../../data/times/around.tsv");

/// What a small word may do.
#[derive(Clone, Copy, Default)]
struct Role {
    opens: bool,
    leads: bool,
    joins: bool,
}

static ROLES: LazyLock<HashMap<&'static str, Role>> = LazyLock::new(|| {
    let table = Table::parse(TABLE).unwrap_or_default();
    let role = |row: &Vec<&'static str>| match row[..] {
        [word, opens, joins] => {
            Some((word, Role { opens: opens == "yes", leads: opens != "no", joins: joins == "yes" }))
        }
        _ => None,
    };
    table.rows.iter().filter_map(|(_, row)| role(row)).collect()
});

fn role(token: &Token) -> Role {
    ROLES.get(token.low.as_str()).copied().unwrap_or_default()
}

/// True for a word that a time may begin with: "since".
pub(super) fn opens(token: &Token) -> bool {
    role(token).opens
}

/// True for a word that may stand among those before a time: the "of" in "of the".
pub(super) fn leads(token: &Token) -> bool {
    role(token).leads
}

/// True for a word that may stand between two pieces of one time.
pub(super) fn joins(token: &Token) -> bool {
    role(token).joins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbers::tokens::tokens;

    #[test]
    fn the_table_parses() {
        let all = |text: &str, test: fn(&Token) -> bool| tokens(text).iter().all(test);
        assert!(Table::parse(TABLE).is_ok_and(|t| t.rows.len() > 30));
        assert!(
            all("since during", opens) && all("of to", leads) && !all("of", opens) && all("and ,", joins)
        );
    }
}
