//! A packed gazetteer: names to places, read in place from bytes.

use super::bytes::number;
use super::country::{Countries, Country};
use super::fold::{fold, plain};
use super::format::{
    MAGIC, RECORD, SECTIONS, SPELT, Section, byte_to_population, byte_to_radius, steps_to_degrees, titled,
};
use super::kind::Kind;
use super::names::Names;
use super::sounds::Sounds;
use super::words::PlaceWords;
use crate::table::TableError;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// Number of a place in its pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(pub u32);

/// Places of the world by name.
pub struct Gazetteer {
    bytes: Cow<'static, [u8]>,
    sections: [Range<usize>; SECTIONS],
    divisions: Vec<Division>,
    countries: Countries,
    words: PlaceWords,
}

struct Division {
    country: String,
    name: String,
    first: u32,
}

/// A place as the gazetteer knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Number in the pack.
    pub id: PlaceId,
    /// Customary name.
    pub name: String,
    /// ISO 3166 alpha-2; empty for seas and regions of several countries.
    pub country: String,
    /// Customary name of the first-order division; empty where unknown.
    pub admin1: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// People, to about 4%.
    pub population: u64,
    /// What it is.
    pub kind: Kind,
    /// Radius in kilometres.
    pub radius_km: f64,
    /// Id in GeoNames.
    pub geonames_id: Option<u64>,
}

/// A place that bears a name looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The place.
    pub place: Place,
    /// True where the words are its customary name, articles included, and not one of its other names.
    pub exact: bool,
}

/// Why bytes are no gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GazetteerError(String);

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gazetteer: {}", self.0)
    }
}

impl std::error::Error for GazetteerError {}

impl From<TableError> for GazetteerError {
    fn from(error: TableError) -> Self {
        Self(error.to_string())
    }
}

impl Place {
    /// Precision of the record: point, town, admin2, admin1, country or region.
    pub fn precision(&self) -> &'static str {
        self.kind.precision()
    }
}

impl Gazetteer {
    /// Opens a pack made by `cargo xtask data`. Names and places stay where they are in `bytes`.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Gazetteer, GazetteerError> {
        let bytes = bytes.into();
        if !bytes.starts_with(MAGIC) {
            return Err(GazetteerError("not a pack of this version".into()));
        }
        let mut sections = [const { 0..0 }; SECTIONS];
        for (n, range) in sections.iter_mut().enumerate() {
            *range = section(&bytes, n).ok_or_else(|| GazetteerError(format!("section {n} is cut off")))?;
        }
        let mut opened = Gazetteer {
            bytes,
            sections,
            divisions: Vec::new(),
            countries: Countries::default(),
            words: PlaceWords::default(),
        };
        opened.countries = Countries::parse(opened.text(Section::Countries)?)?;
        opened.words = PlaceWords::parse(opened.text(Section::Words)?)?;
        opened.text(Section::Origins)?;
        opened.divisions = opened.text(Section::Divisions)?.lines().filter_map(parse_division).collect();
        Ok(opened)
    }

    /// Every place that bears the name `words`, whatever its spelling, in the order of the pack.
    pub fn candidates(&self, words: &str) -> Vec<Candidate> {
        self.among(&self.find(words), words).collect()
    }

    /// The places of those numbers, as candidates for the name `words`.
    pub(crate) fn among<'g>(
        &'g self,
        ids: &'g [PlaceId],
        words: &str,
    ) -> impl Iterator<Item = Candidate> + use<'g> {
        let spelt = plain(words);
        let places = ids.iter().filter_map(|id| self.place(*id));
        places.map(move |place| Candidate { exact: plain(&place.name) == spelt, place })
    }

    /// The numbers of those places.
    pub fn find(&self, words: &str) -> Vec<PlaceId> {
        let key = fold(words);
        if key.is_empty() {
            return Vec::new();
        }
        self.names().find(&key).into_iter().map(PlaceId).collect()
    }

    /// The section of sounds.
    pub(super) fn sounds(&self) -> Sounds<'_> {
        Sounds(self.section(Section::Sounds))
    }

    /// The place of that number.
    pub fn place(&self, id: PlaceId) -> Option<Place> {
        let records = self.section(Section::Places);
        let at = (id.0 as usize).checked_mul(RECORD)?;
        let record = records.get(at..at.checked_add(RECORD)?)?;
        let division = self.division(id)?;
        let geonames = number(record, 0, 4)?;
        Some(Place {
            id,
            name: self.display_name(number(record, 10, 4)?)?,
            country: division.country.clone(),
            admin1: division.name.clone(),
            lat: steps_to_degrees(number(record, 4, 3)?),
            lon: steps_to_degrees(number(record, 7, 3)?),
            population: byte_to_population(*record.get(14)?),
            kind: Kind::from_code(*record.get(15)?)?,
            radius_km: byte_to_radius(*record.get(16)?),
            geonames_id: (geonames > 0).then_some(u64::from(geonames)),
        })
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.section(Section::Places).len() / RECORD
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All places, in the order of the pack.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        (0..self.len() as u32).filter_map(|n| self.place(PlaceId(n)))
    }

    /// The whole pack.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What the pack was made from: a line each of what it is, licence and date.
    pub fn origins(&self) -> &str {
        self.table(Section::Origins)
    }

    /// The first-order division that a place lies in, where the pack has a record of it.
    pub fn division_of(&self, place: &Place) -> Option<Place> {
        let first = self.place(PlaceId(self.division(place.id)?.first))?;
        (first.kind == Kind::Admin1).then_some(first)
    }

    /// Alpha-2 code of the country that the place of that number lies in.
    pub(super) fn country_of(&self, id: PlaceId) -> Option<&str> {
        self.division(id).map(|division| division.country.as_str())
    }

    fn division(&self, id: PlaceId) -> Option<&Division> {
        let number = self.divisions.partition_point(|d| d.first <= id.0).checked_sub(1)?;
        self.divisions.get(number)
    }

    /// The country of that alpha-2 code.
    pub fn country(&self, iso2: &str) -> Option<&Country> {
        self.countries.get(iso2)
    }

    /// Alpha-2 codes of the countries where English names are romanised.
    pub fn romanised(&self) -> Vec<&str> {
        self.countries.romanised().map(|country| country.iso2.as_str()).collect()
    }

    /// The country that `words` name by code, name ("USA"), other name or demonym.
    pub fn country_called(&self, words: &str) -> Option<&Country> {
        let place = || self.candidates(words).into_iter().find(|c| c.place.kind == Kind::Country);
        let called = self.countries.named(words).or_else(|| self.countries.of_demonym(words));
        called.or_else(|| self.country(&place()?.place.country))
    }

    /// The country whose demonym `word` is.
    pub fn country_of_demonym(&self, word: &str) -> Option<&Country> {
        self.countries.of_demonym(word)
    }

    /// Common words in descriptions of places.
    pub fn words(&self) -> &PlaceWords {
        &self.words
    }

    pub(super) fn names(&self) -> Names<'_> {
        Names { blocks: self.section(Section::Blocks), entries: self.section(Section::Entries) }
    }

    /// A section that holds text; empty where it is none.
    pub(super) fn table(&self, section: Section) -> &str {
        self.text(section).unwrap_or_default()
    }

    fn text(&self, section: Section) -> Result<&str, GazetteerError> {
        std::str::from_utf8(self.section(section))
            .map_err(|_| GazetteerError(format!("{section:?} is not UTF-8")))
    }

    fn section(&self, section: Section) -> &[u8] {
        let range = self.sections.get(section as usize).cloned().unwrap_or_default();
        self.bytes.get(range).unwrap_or_default()
    }

    fn display_name(&self, reference: u32) -> Option<String> {
        if reference & SPELT == 0 {
            return self.names().name(reference as usize).map(|(key, _)| titled(&key));
        }
        let spellings = self.section(Section::Spellings);
        let at = (reference ^ SPELT) as usize;
        let length = usize::from(*spellings.get(at)?);
        let name = spellings.get(at + 1..at + 1 + length)?;
        std::str::from_utf8(name).ok().map(Into::into)
    }
}

fn section(bytes: &[u8], n: usize) -> Option<Range<usize>> {
    let head = MAGIC.len() + n * 8;
    let start = number(bytes, head, 4)? as usize;
    let end = start.checked_add(number(bytes, head + 4, 4)? as usize)?;
    (end <= bytes.len()).then_some(start..end)
}

fn parse_division(line: &str) -> Option<Division> {
    let mut cells = line.split('\t');
    let (country, name) = (cells.next()?.into(), cells.next()?.into());
    Some(Division { country, name, first: cells.next()?.parse().ok()? })
}
