//! Countries by name: the record has their codes.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Names by ISO 3166 alpha-3 code, from the table of countries.
static NAMES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows =
        include_str!("../../../../data/actors/countries.tsv").lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.nth(1)?))
    };
    rows.skip(1).filter_map(row).collect()
});

/// The name of a country.
pub fn name(code: &str) -> Option<&'static str> {
    NAMES.get(code).copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn codes_have_names() {
        assert_eq!((super::name("SYR"), super::name("UKR")), (Some("Syria"), Some("Ukraine")));
        assert_eq!(super::name("iso3"), None);
        assert!(super::NAMES.len() > 200);
    }
}
