//! Reading a description of a place: its head, what kind of place the words call it, and what holds it.
//!
//! "the town of Qatana in Damascus province": a town, Qatana, inside Damascus, a province.

use super::reader::Reader;
use super::token::tokens;
use crate::gazetteer::words::Class;
use crate::gazetteer::{Gazetteer, PlaceId};

/// What the head of a description is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Head {
    /// A name; the places that bear it, none where the gazetteer lacks it.
    Name(Vec<PlaceId>),
    /// "the city", "the capital": a place named elsewhere.
    Definite(Class),
    /// A building, a site, or another thing that stands at a place.
    Site,
    /// "northern", "the east": a part of a country named elsewhere.
    Direction,
    /// A demonym and nothing else.
    Demonym,
    /// Nothing that says where.
    Nothing,
}

/// A description of a place, read.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// What it is.
    pub head: Head,
    /// The name, or the words that stand for one: "Qatana", "railway station".
    pub label: String,
    /// The name alone, where `label` adds a word to it ("Logar" of "Logar Province").
    pub name: String,
    /// What the words call it, where they do: town, province.
    pub called: Option<Class>,
    /// "northern" of "northern Syria".
    pub direction: Option<String>,
    /// "north of X" and not "northern X".
    pub beyond: bool,
    /// By the place, not in it.
    pub near: bool,
    /// The name stands before a site's noun, and may be a name of the site alone ("the Drama Theatre").
    pub weak: bool,
    /// "the hotel" and not "a hotel".
    pub definite: bool,
    /// Alpha-2 codes of countries whose demonyms stand in it.
    pub demonyms: Vec<String>,
    /// What holds it, or what it lies by.
    pub inside: Option<Box<Phrase>>,
}

impl Phrase {
    pub(super) fn new(head: Head) -> Self {
        let (label, name) = (String::new(), String::new());
        Phrase {
            head,
            label,
            name,
            called: None,
            direction: None,
            beyond: false,
            near: false,
            definite: false,
            weak: false,
            demonyms: Vec::new(),
            inside: None,
        }
    }

    /// The places that bear its name.
    pub(super) fn places(&self) -> &[PlaceId] {
        if let Head::Name(ids) = &self.head { ids } else { &[] }
    }

    /// Reads a description.
    pub fn read(gazetteer: &Gazetteer, text: &str) -> Phrase {
        let tokens = tokens(text);
        Reader { gazetteer, text, running: false }.phrase(&tokens, 4)
    }
}
