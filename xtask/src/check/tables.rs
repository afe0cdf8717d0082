//! Every table under data/ says where its rows are from, under what licence, and of what day.

use super::Broken;
use anyhow::Result;
use dateline_text::table::Table;
use std::path::Path;

/// Tables that do not parse, or whose head is not whole.
pub fn check(root: &Path) -> Result<Broken> {
    let mut broken = Vec::new();
    visit(&root.join("data"), root, &mut broken)?;
    Ok(broken)
}

fn visit(folder: &Path, root: &Path, broken: &mut Broken) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            visit(&path, root, broken)?;
        } else if path.extension().is_some_and(|e| e == "tsv") {
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            let text = std::fs::read_to_string(&path)?;
            match Table::parse(&text) {
                Ok(table) => broken
                    .extend(lacking(&table).into_iter().map(|key| format!("{name}: no '# {key}:' line"))),
                Err(error) => broken.push(format!("{name}: {error}")),
            }
        }
    }
    Ok(())
}

fn lacking(table: &Table) -> Vec<&'static str> {
    let has = |key: &str| table.head.iter().any(|(k, v)| *k == key && !v.is_empty());
    ["source", "licence", "date"].into_iter().filter(|key| !has(key)).collect()
}
