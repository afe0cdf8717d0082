//! What the reader knows of English and of news, from its data tables.

use crate::document::kind::Kind;
use crate::table::{Table, TableError};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of the data tables, as they stand in `data/text/`.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// `abbreviations.tsv`: forms with a full stop, and before what the stop ends no sentence.
    pub abbreviations: &'a str,
    /// `function_words.tsv`: words that open sentences, words that cannot close one.
    pub function_words: &'a str,
    /// `furniture.tsv`: phrases of captions, credits, teasers and clutter.
    pub furniture: &'a str,
    /// `agencies.tsv`: agencies that stand alone as a credit.
    pub agencies: &'a str,
}

/// Before what the full stop of an abbreviation does not end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotBefore {
    /// Anything: "Gen. Saleh".
    Anything,
    /// A digit: "No. 5", "Jan. 6".
    Digit,
    /// Any word but one that commonly opens a sentence: "U.S. forces".
    NoOpener,
}

/// Where in a line or a short sentence a phrase of `furniture.tsv` has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Where {
    Start,
    Whole,
    Anywhere,
    Label,
    Names,
    Within,
    Stamp,
    NotPlace,
}

/// The tables, read.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    abbreviations: BTreeMap<String, NotBefore>,
    opens: BTreeSet<String>,
    trails: BTreeSet<String>,
    agencies: BTreeSet<String>,
    by_first_word: BTreeMap<String, Vec<(String, Where, Kind)>>,
    anywhere: Vec<(String, Kind)>,
    words: BTreeSet<(Where, String)>,
}

impl Vocabulary {
    pub fn from_tables(tables: Tables<'_>) -> Result<Self, TableError> {
        let mut vocabulary = Self {
            abbreviations: abbreviations(tables.abbreviations)?,
            opens: marked(tables.function_words, "opens")?,
            trails: marked(tables.function_words, "trails")?,
            agencies: column(tables.agencies, "name")?,
            by_first_word: BTreeMap::new(),
            anywhere: Vec::new(),
            words: BTreeSet::new(),
        };
        vocabulary.add_furniture(tables.furniture)?;
        Ok(vocabulary)
    }

    /// What is known of `form` (without its last full stop); forms in capitals count as the form that they shout.
    pub fn abbreviation(&self, form: &str) -> Option<NotBefore> {
        let shouted =
            || self.abbreviations.get(&capitalised(form)).filter(|_| form.chars().all(char::is_uppercase));
        self.abbreviations.get(form).or_else(shouted).copied()
    }

    /// True where sentences commonly open with `word`.
    pub fn opens(&self, word: &str) -> bool {
        self.opens.contains(&word.to_lowercase())
    }

    /// True where no sentence closes on `word`.
    pub fn trails(&self, word: &str) -> bool {
        self.trails.contains(&word.to_lowercase())
    }

    /// True where `name` is an agency.
    pub fn is_agency(&self, name: &str) -> bool {
        self.agencies.contains(&name.to_lowercase())
    }

    /// True where the table lists `word`, in lower case, for that use.
    pub fn lists(&self, place: Where, word: &str) -> bool {
        self.words.contains(&(place, word.to_owned()))
    }

    /// The phrases that begin with `first`, in lower case.
    pub fn phrases(&self, first: &str) -> &[(String, Where, Kind)] {
        self.by_first_word.get(first).map_or(&[], Vec::as_slice)
    }

    /// The phrases that may stand anywhere.
    pub fn anywhere(&self) -> &[(String, Kind)] {
        &self.anywhere
    }

    fn add_furniture(&mut self, text: &str) -> Result<(), TableError> {
        let table = Table::parse(text)?;
        let (phrase, place, kind) = (table.column("phrase")?, table.column("where")?, table.column("kind")?);
        for (line, cells) in &table.rows {
            let bad = |reason: String| TableError { line: *line, reason };
            let cell = |n: usize| cells.get(n).copied().unwrap_or("");
            let place = place_named(cell(place)).ok_or_else(|| bad(format!("no place '{}'", cell(place))))?;
            let kind = Kind::named(cell(kind)).ok_or_else(|| bad(format!("no kind '{}'", cell(kind))))?;
            let phrase = cell(phrase).to_owned();
            match place {
                Where::Anywhere => self.anywhere.push((phrase, kind)),
                Where::Within | Where::Stamp | Where::NotPlace => drop(self.words.insert((place, phrase))),
                _ => {
                    let first = first_word(&phrase).to_owned();
                    self.by_first_word.entry(first).or_default().push((phrase, place, kind));
                }
            }
        }
        Ok(())
    }
}

/// The letters and digits that `text` begins with, or its first character where it begins with neither.
pub(crate) fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    match (end, text.chars().next()) {
        (0, Some(c)) => &text[..c.len_utf8()],
        _ => &text[..end],
    }
}

fn place_named(name: &str) -> Option<Where> {
    Some(match name {
        "start" => Where::Start,
        "whole" => Where::Whole,
        "anywhere" => Where::Anywhere,
        "label" => Where::Label,
        "names" => Where::Names,
        "within" => Where::Within,
        "stamp" => Where::Stamp,
        "not_place" => Where::NotPlace,
        _ => return None,
    })
}

fn capitalised(form: &str) -> String {
    let mut chars = form.chars();
    let first = chars.next().map(String::from).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

fn abbreviations(text: &str) -> Result<BTreeMap<String, NotBefore>, TableError> {
    let table = Table::parse(text)?;
    let (form, not_before) = (table.column("form")?, table.column("not_before")?);
    let mut read = BTreeMap::new();
    for (line, cells) in &table.rows {
        let rule = match cells.get(not_before).copied().unwrap_or("") {
            "never" => NotBefore::Anything,
            "number" => NotBefore::Digit,
            "opener" => NotBefore::NoOpener,
            other => return Err(TableError { line: *line, reason: format!("no rule '{other}'") }),
        };
        read.insert(cells.get(form).copied().unwrap_or("").to_owned(), rule);
    }
    Ok(read)
}

/// The words that have anything in column `name`.
fn marked(text: &str, name: &str) -> Result<BTreeSet<String>, TableError> {
    let table = Table::parse(text)?;
    let (word, mark) = (table.column("word")?, table.column(name)?);
    let rows = table.rows.iter().filter(|(_, cells)| cells.get(mark).is_some_and(|cell| !cell.is_empty()));
    Ok(rows.filter_map(|(_, cells)| cells.get(word)).map(|cell| cell.to_lowercase()).collect())
}

fn column(text: &str, name: &str) -> Result<BTreeSet<String>, TableError> {
    let table = Table::parse(text)?;
    let at = table.column(name)?;
    Ok(table.rows.iter().filter_map(|(_, cells)| cells.get(at)).map(|cell| cell.to_lowercase()).collect())
}
