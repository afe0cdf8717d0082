//! The two tables of countries, of actors and of the gazetteer, mean the same countries.

use super::Broken;
use anyhow::{Context, Result, anyhow};
use dateline_text::table::Table;
use std::collections::BTreeMap;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const ACTORS: &str = "data/actors/countries.tsv";
const GAZETTEER: &str = "data/gazetteer/countries.tsv";

/// Codes that only the actors have: no town of the gazetteer lies there.
const NO_TOWNS: [&str; 4] = ["ATA", "BVT", "HMD", "UMI"];

/// Codes whose name differs: the customary one beside the official one.
const TWO_NAMES: [&str; 5] = ["BES", "GMB", "PCN", "VAT", "VIR"];

/// A country's ISO 3166-1 alpha-2 code and its name, by its alpha-3 code.
type Countries = BTreeMap<String, (String, String)>;

/// Countries that one table has otherwise than the other, and blanks at the edge of a cell of the actors' table.
pub fn check(root: &Path) -> Result<Broken> {
    let read = |name: &str| std::fs::read_to_string(root.join(name)).with_context(|| name.to_owned());
    let (actors, gazetteer) = (read(ACTORS)?, read(GAZETTEER)?);
    let mut broken = compare(&countries(ACTORS, &actors)?, &countries(GAZETTEER, &gazetteer)?);
    let untidy = |line: &str| line.split(['\t', ';']).any(|cell| cell != cell.trim());
    let rows = actors.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && untidy(line));
    broken.extend(rows.map(|(n, _)| format!("{ACTORS}:{}: a blank at the edge of a cell", n + 1)));
    Ok(broken)
}

fn countries(name: &str, text: &str) -> Result<Countries> {
    let wrong = |e| anyhow!("{name}: {e}");
    let table = Table::parse(text).map_err(wrong)?;
    let column = |name: &str| table.column(name).map_err(wrong);
    let (three, two, english) = (column("iso3")?, column("iso2")?, column("name")?);
    let row = |cells: &[&str]| (cells[three].to_owned(), (cells[two].to_owned(), folded(cells[english])));
    Ok(table.rows.iter().map(|(_, cells)| row(cells)).collect())
}

/// Without marks on letters and in lower case: the gazetteer's sources write "Curacao".
fn folded(name: &str) -> String {
    name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

fn compare(actors: &Countries, gazetteer: &Countries) -> Broken {
    let mut broken = Vec::new();
    for code in gazetteer.keys().filter(|code| !actors.contains_key(*code)) {
        broken.push(format!("{ACTORS}: lacks {code} of {GAZETTEER}"));
    }
    for (code, (two, name)) in actors {
        match gazetteer.get(code) {
            None if NO_TOWNS.contains(&code.as_str()) => {}
            None => broken.push(format!("{GAZETTEER}: lacks {code} of {ACTORS}")),
            Some((other, _)) if other != two => {
                broken.push(format!("{ACTORS}: {code} is {two}, but {other} in {GAZETTEER}"));
            }
            Some((_, other)) if (other == name) == TWO_NAMES.contains(&code.as_str()) => {
                broken.push(format!("{ACTORS}: {code} is '{name}', and '{other}' in {GAZETTEER}"));
            }
            Some(_) => {}
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &str) -> Countries {
        countries("test", &format!("# date: 2026\niso3\tiso2\tname\n{rows}")).unwrap()
    }

    #[test]
    fn codes_and_names_must_agree() {
        let actors = table("CUW\tCW\tCuraçao\nGMB\tGM\tGambia\nATA\tAQ\tAntarctica\n");
        let same = table("CUW\tCW\tCuracao\nGMB\tGM\tThe Gambia\n");
        assert_eq!(compare(&actors, &same), Broken::new());
        let other = table("CUW\tCX\tCuracao\nGMB\tGM\tGambia\nMLI\tML\tMali\n");
        assert_eq!(compare(&actors, &other).len(), 3);
        assert_eq!(compare(&table("MLI\tML\tMali\n"), &table("")).len(), 1);
    }
}
