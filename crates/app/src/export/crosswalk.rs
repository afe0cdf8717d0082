//! What stands for what in the layouts of others: the tables of `data/crosswalks`, with their reasons.

use dateline_events::record::event::EventRecord;
use dateline_events::table::Table;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Rows of a table, each a value for each of the named columns. The tables are part of the program: a broken one is found by its tests.
fn rows<const N: usize>(text: &'static str, names: [&str; N]) -> Vec<[&'static str; N]> {
    let Ok(table) = Table::parse(text) else { return Vec::new() };
    let at = names.map(|name| table.column(name).unwrap_or(usize::MAX));
    table.rows.iter().map(|(_, row)| at.map(|n| row.get(n).copied().unwrap_or(""))).collect()
}

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!("../../../../data/", $name, ".tsv"))
    };
}

/// A CAMEO code, with what GDELT says of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cameo {
    pub code: &'static str,
    pub root: &'static str,
    pub quad: i64,
    pub goldstein: f64,
}

/// The CAMEO code of an event; none of a type that the table lacks.
pub fn cameo(event: &EventRecord) -> Option<Cameo> {
    static CODES: LazyLock<HashMap<(&str, &str), Cameo>> = LazyLock::new(|| {
        rows(table!("crosswalks/gdelt"), ["type", "mode", "code", "root", "quad", "goldstein"])
            .into_iter()
            .filter_map(|[kind, mode, code, root, quad, goldstein]| {
                let cameo =
                    Cameo { code, root, quad: quad.parse().ok()?, goldstein: goldstein.parse().ok()? };
                Some(((kind, mode), cameo))
            })
            .collect()
    });
    let of = |mode: &str| CODES.iter().find(|((k, m), _)| *k == event.kind && *m == mode).map(|(_, c)| *c);
    event.modes.first().and_then(|mode| of(mode)).or_else(|| of(""))
}

/// ACLED's event type and sub-event type, by the sectors of who did it and to whom; none for events that ACLED has not.
pub fn acled(event: &EventRecord, actor: &str, recipient: &str) -> Option<(&'static str, &'static str)> {
    static TYPES: LazyLock<Vec<[&str; 6]>> = LazyLock::new(|| {
        rows(
            table!("crosswalks/acled"),
            ["type", "mode", "actor", "recipient", "event_type", "sub_event_type"],
        )
    });
    let fits = |wanted: &str, sector: &str| wanted.is_empty() || wanted.split('|').any(|one| one == sector);
    let row = TYPES.iter().find(|[kind, mode, a, r, ..]| {
        *kind == event.kind
            && (mode.is_empty() || event.modes.iter().any(|own| own == mode))
            && fits(a, actor)
            && fits(r, recipient)
    })?;
    Some((row[4], row[5]))
}

/// UCDP's type of violence between two sides, and whether the sides stand the other way round there.
pub fn violence(a: &str, b: &str) -> Option<(i64, bool)> {
    static TYPES: LazyLock<Vec<[&str; 3]>> =
        LazyLock::new(|| rows(table!("crosswalks/ucdp"), ["type_of_violence", "side_a", "side_b"]));
    let fits = |wanted: &str, sector: &str| wanted.split('|').any(|one| one == sector);
    TYPES.iter().find_map(|[kind, one, other]| {
        let kind: i64 = kind.parse().ok()?;
        let (as_is, turned) = (fits(one, a) && fits(other, b), fits(one, b) && fits(other, a));
        // Who is attacked by people without arms is no one-sided violence against them.
        (as_is || turned && kind != 3).then_some((kind, !as_is))
    })
}

/// A sector as GDELT and ACLED write it; empty where they have none.
pub fn sector(name: &str) -> [&'static str; 2] {
    static CODES: LazyLock<Vec<[&str; 3]>> =
        LazyLock::new(|| rows(table!("crosswalks/sectors"), ["sector", "gdelt", "acled"]));
    CODES.iter().find(|row| row[0] == name).map_or(["", ""], |row| [row[1], row[2]])
}

/// The quad of an event type.
pub fn quad(kind: &str) -> &'static str {
    static QUADS: LazyLock<Vec<[&str; 2]>> =
        LazyLock::new(|| rows(table!("codebook/types"), ["type", "quad"]));
    QUADS.iter().find(|row| row[0] == kind).map_or("", |row| row[1])
}

/// How a precision is written by ACLED, UCDP and GDELT.
pub fn precision(name: &str) -> Option<[i64; 3]> {
    static CODES: LazyLock<Vec<[&str; 4]>> =
        LazyLock::new(|| rows(table!("crosswalks/precision"), ["precision", "acled", "ucdp", "gdelt"]));
    let [_, codes @ ..] = CODES.iter().find(|row| row[0] == name)?;
    let [acled, ucdp, gdelt] = codes.map(|code| code.parse().ok());
    Some([acled?, ucdp?, gdelt?])
}

/// A country in the codes of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 numeric.
    pub numeric: &'static str,
    /// FIPS 10-4.
    pub fips: &'static str,
    pub name: &'static str,
}

/// A country by its ISO 3166 alpha-3 code.
pub fn country(iso3: &str) -> Option<Country> {
    static COUNTRIES: LazyLock<HashMap<&str, Country>> = LazyLock::new(|| {
        rows(table!("crosswalks/countries"), ["iso3", "numeric", "fips", "name"])
            .into_iter()
            .map(|[iso3, numeric, fips, name]| (iso3, Country { numeric, fips, name: name.trim() }))
            .collect()
    });
    COUNTRIES.get(iso3).copied()
}

/// The number of a state in the list of Gleditsch and Ward, and the abbreviation of the Correlates of War, today.
pub fn state(iso3: &str) -> Option<(&'static str, &'static str)> {
    static STATES: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
        rows(table!("actors/states"), ["iso3", "gw", "cow_abbrev", "to"])
            .into_iter()
            .filter(|[.., to]| to.is_empty())
            .map(|[iso3, gw, cow, _]| (iso3, (gw, cow)))
            .collect()
    });
    STATES.get(iso3).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: &str, mode: &str) -> EventRecord {
        let modes = if mode.is_empty() { Vec::new() } else { vec![mode.to_owned()] };
        EventRecord { kind: kind.into(), modes, ..EventRecord::default() }
    }

    #[test]
    fn every_type_and_mode_of_the_codebook_has_a_cameo_code() {
        for [kind, modes] in rows(table!("codebook/types"), ["type", "modes"]) {
            assert!(cameo(&event(kind, "")).is_some(), "{kind}");
            for mode in modes.split(", ").filter(|mode| !mode.is_empty()) {
                let own = cameo(&event(kind, mode)).unwrap();
                assert!(own.code.starts_with(own.root), "{kind} {mode}");
                let written = rows(table!("crosswalks/gdelt"), ["type", "mode"]);
                assert!(written.contains(&[kind, mode]), "{kind} {mode} has no row of its own");
            }
        }
    }

    #[test]
    fn rows_name_types_and_modes_of_the_codebook() {
        let types = rows(table!("codebook/types"), ["type", "modes"]);
        let known = |kind: &str, mode: &str| {
            types.iter().any(|[k, m]| *k == kind && (mode.is_empty() || m.split(", ").any(|one| one == mode)))
        };
        for [kind, mode] in rows(table!("crosswalks/gdelt"), ["type", "mode"])
            .into_iter()
            .chain(rows(table!("crosswalks/acled"), ["type", "mode"]))
        {
            assert!(known(kind, mode), "{kind} {mode}");
        }
    }

    #[test]
    fn every_sector_of_the_codebook_has_a_row() {
        let written = rows(table!("crosswalks/sectors"), ["sector"]);
        for one in rows(table!("codebook/sectors"), ["sector"]) {
            assert!(written.contains(&one), "{one:?}");
        }
        assert_eq!(sector("JRN"), ["MED", "Civilians"]);
        assert_eq!(sector("UNK"), ["", ""]);
    }

    #[test]
    fn who_bears_arms_decides_what_it_is() {
        assert_eq!(acled(&event("ASSAULT", ""), "REB", "CVL").unwrap().0, "Violence against civilians");
        assert_eq!(acled(&event("ASSAULT", ""), "REB", "MIL").unwrap().0, "Battles");
        assert_eq!(acled(&event("ASSAULT", "drone"), "MIL", "CVL").unwrap().1, "Air/drone strike");
        assert_eq!(acled(&event("ASSAULT", "abduct"), "REB", "MIL").unwrap().0, "Strategic developments");
        assert_eq!(acled(&event("COERCE", "arrest"), "REB", "CVL").unwrap().0, "Violence against civilians");
        assert_eq!(acled(&event("ACCUSE", ""), "GOV", "GOV"), None);
        assert_eq!(acled(&event("AGREE", ""), "GOV", "GOV"), None);
        assert_eq!(violence("REB", "MIL"), Some((1, true)));
        assert_eq!(violence("MIL", "CVL"), Some((3, false)));
        assert_eq!(violence("CVL", "MIL"), None);
        assert_eq!(violence("COP", "CRM"), None);
        assert_eq!(violence("REB", "REB"), Some((2, false)));
    }

    #[test]
    fn codes_of_countries_and_precisions() {
        let syria = country("SYR").unwrap();
        assert_eq!((syria.numeric, syria.fips, syria.name), ("760", "SY", "Syria"));
        assert_eq!(state("SYR"), Some(("652", "SYR")));
        assert_eq!(precision("admin1"), Some([3, 4, 5]));
    }
}
