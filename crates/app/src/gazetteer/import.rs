//! From a user's files to a pack, one file after the other: each goes on top of what the one before left.

use super::{lines, table};
use crate::output::target::Target;
use crate::reading::problem::{Fault, Problem};
use crate::screen::Screen;
use anyhow::{Context, Result, bail};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::gazetteer::country::Country;
use dateline_events::gazetteer::import::{ImportTables, Importer, Taken, is_alternate_line, is_dump_line};
use dateline_events::gazetteer::pack::Pack;
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// The tables that say what is kept.
const TABLES: ImportTables = ImportTables {
    features: include_str!("../../../../data/gazetteer/features.tsv"),
    columns: include_str!("../../../../data/gazetteer/columns.tsv"),
};
/// Lines that could not be read and are shown, of each file.
const SHOWN: u64 = 5;
/// Bytes that are read at a time; the first of them tell what a file is.
const BUFFER: usize = 1 << 20;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A GeoNames dump.
    Dump,
    /// GeoNames' table of alternate names.
    Alternates,
    /// A table with a header.
    Table,
}

/// What was done with a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Places that were not there.
    pub added: u64,
    /// Lines on places that were there.
    pub merged: u64,
    left_out: u64,
    /// Lines that could not be read.
    pub failed: u64,
}

/// A file that is being taken.
pub struct Taking<'a> {
    file: String,
    line: u64,
    counts: Counts,
    screen: &'a mut Screen,
}

/// Takes `files` on top of `base` and writes the pack to `target`, which appears once it is whole.
pub fn run(
    mut base: Gazetteer,
    files: &[PathBuf],
    country: Option<&Country>,
    today: jiff::civil::Date,
    mut target: Target,
    screen: &mut Screen,
) -> Result<Counts> {
    let mut all = Counts::default();
    for (number, file) in files.iter().enumerate() {
        let (pack, counts) = one(&base, file, country, today, screen)?;
        all.add(counts);
        if number + 1 < files.len() {
            base = Gazetteer::from_bytes(pack.into_bytes())?;
            continue;
        }
        target.write(|out| pack.pieces().try_for_each(|piece| out.write_all(piece)))?;
    }
    target.finish()?;
    Ok(all)
}

fn one(
    base: &Gazetteer,
    file: &Path,
    country: Option<&Country>,
    today: jiff::civil::Date,
    screen: &mut Screen,
) -> Result<(Pack, Counts)> {
    let name = file.display().to_string();
    let opened = File::open(file).with_context(|| format!("{name}: cannot be read"))?;
    let mut input = BufReader::with_capacity(BUFFER, opened);
    let start = input.fill_buf().with_context(|| format!("{name}: cannot be read"))?;
    let sort = sort_of(start).with_context(|| name.clone())?;
    let mut importer = Importer::over(base, TABLES).context("a table that is part of this program")?;
    let mut taking = Taking { file: name.clone(), line: 0, counts: Counts::default(), screen };
    match sort {
        Sort::Table => table::take(&mut input, country, &mut importer, &mut taking)?,
        Sort::Dump | Sort::Alternates => lines::take(&mut input, sort, &mut importer, &mut taking)?,
    }
    let counts = taking.end()?;
    let file_name = file.file_name().unwrap_or_default().to_string_lossy();
    let origin = format!("{file_name}: {}; imported {today}: {counts}", sort.licence());
    let pack = importer.finish(&origin).context("a table of the gazetteer")?;
    Ok((pack, counts))
}

fn sort_of(start: &[u8]) -> Result<Sort> {
    if start.starts_with(b"PK\x03\x04") {
        bail!("it is a zip archive: unpack it, and give the text file in it");
    }
    let text = String::from_utf8_lossy(start);
    let Some(line) = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')) else {
        bail!("it is empty");
    };
    Ok(match line {
        line if is_dump_line(line) => Sort::Dump,
        line if is_alternate_line(line) => Sort::Alternates,
        _ => Sort::Table,
    })
}

impl Sort {
    fn licence(self) -> &'static str {
        match self {
            Sort::Dump => "GeoNames (geonames.org), dump; CC BY 4.0",
            Sort::Alternates => "GeoNames (geonames.org), alternate names; CC BY 4.0",
            Sort::Table => "a table of places; licence of whoever published it",
        }
    }
}

impl Taking<'_> {
    /// The file as the user knows it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What to say where reading fails.
    pub fn failed(&self) -> String {
        format!("{}: cannot be read", self.file)
    }

    /// The next line is that one, where a reader knows.
    pub fn at(&mut self, line: Option<u64>) {
        if let Some(line) = line {
            self.line = line - 1;
        }
    }

    /// Counts a line of that many bytes; shows what is wrong with it.
    pub fn count(&mut self, taken: Result<Option<Taken>, String>, bytes: u64) {
        self.line += 1;
        match taken {
            Ok(None) => {}
            Ok(Some(Taken::Added)) => self.counts.added += 1,
            Ok(Some(Taken::Merged)) => self.counts.merged += 1,
            Ok(Some(Taken::LeftOut)) => self.counts.left_out += 1,
            Err(what) => {
                self.counts.failed += 1;
                if self.counts.failed <= SHOWN {
                    let fault = Fault::new(what, "the line is left out").or_line(Some(self.line));
                    self.screen.problem(&Problem::warning(&self.file, fault));
                }
            }
        }
        let counts = self.counts;
        self.screen.advance(bytes, || format!("{} places added, {} merged", counts.added, counts.merged));
    }

    /// Says what was done; a file without a place in it is no gazetteer.
    fn end(self) -> Result<Counts> {
        let counts = self.counts;
        if counts.failed > SHOWN {
            self.screen.message(&format!("{}: {} more lines like these", self.file, counts.failed - SHOWN));
        }
        if counts.added + counts.merged == 0 {
            bail!("{}: nothing in it is a place that could be taken: {counts}", self.file);
        }
        self.screen.message(&format!("{}: {counts}", self.file));
        Ok(counts)
    }
}

impl Counts {
    fn add(&mut self, other: Counts) {
        self.added += other.added;
        self.merged += other.merged;
        self.left_out += other.left_out;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { added, merged, left_out, failed } = *self;
        let count = |n: u64, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let (added, merged) = (count(added, "place"), count(merged, "line"));
        write!(f, "{added} added, {merged} merged with places that were there, {left_out} left out, ")?;
        write!(f, "{failed} not readable")
    }
}
