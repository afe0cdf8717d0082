//! A packed gazetteer: names to places, read in place from bytes.

use super::bytes::number;
use super::country::{Countries, Country};
use super::fold::{fold, plain};
use super::kind::Kind;
use super::names::Names;
use super::pack::{MAGIC, RADIUS_STEP, RECORD, SECTIONS, SPELT, steps_to_degrees, titled};
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
    places: Range<usize>,
    spellings: Range<usize>,
    blocks: Range<usize>,
    entries: Range<usize>,
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
        let mut sections = Vec::with_capacity(SECTIONS);
        for n in 0..SECTIONS {
            sections
                .push(section(&bytes, n).ok_or_else(|| GazetteerError(format!("section {n} is cut off")))?);
        }
        let [countries, words, divisions, places, spellings, blocks, entries] =
            <[Range<usize>; SECTIONS]>::try_from(sections)
                .map_err(|_| GazetteerError("no sections".into()))?;
        let countries = Countries::parse(text(&bytes, countries)?)?;
        let words = PlaceWords::parse(text(&bytes, words)?)?;
        let divisions = text(&bytes, divisions)?.lines().filter_map(parse_division).collect();
        Ok(Gazetteer { bytes, places, spellings, blocks, entries, divisions, countries, words })
    }

    /// Every place that bears the name `words`, whatever its spelling, in the order of the pack.
    pub fn candidates(&self, words: &str) -> Vec<Candidate> {
        self.among(&self.find(words), words).collect()
    }

    /// The places of those numbers, as candidates for the name `words`.
    pub(super) fn among<'g>(
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

    /// The place of that number.
    pub fn place(&self, id: PlaceId) -> Option<Place> {
        let records = self.bytes.get(self.places.clone())?;
        let at = (id.0 as usize).checked_mul(RECORD)?;
        let record = records.get(at..at.checked_add(RECORD)?)?;
        let division = self.divisions.partition_point(|d| d.first <= id.0).checked_sub(1)?;
        let division = self.divisions.get(division)?;
        let geonames = number(record, 0, 3)?;
        Some(Place {
            id,
            name: self.display_name(number(record, 9, 3)?)?,
            country: division.country.clone(),
            admin1: division.name.clone(),
            lat: steps_to_degrees(number(record, 3, 3)?),
            lon: steps_to_degrees(number(record, 6, 3)?),
            population: (f64::from(*record.get(12)?) / 8.0).exp2() as u64 - 1,
            kind: Kind::from_code(*record.get(13)?)?,
            radius_km: RADIUS_STEP.powi(i32::from(*record.get(14)?)).round(),
            geonames_id: (geonames > 0).then_some(u64::from(geonames)),
        })
    }

    /// The first-order division that a place lies in, where the pack has a record of it.
    pub fn division_of(&self, place: &Place) -> Option<Place> {
        let number = self.divisions.partition_point(|d| d.first <= place.id.0).checked_sub(1)?;
        let first = self.place(PlaceId(self.divisions.get(number)?.first))?;
        (first.kind == Kind::Admin1).then_some(first)
    }

    /// The country of that alpha-2 code.
    pub fn country(&self, iso2: &str) -> Option<&Country> {
        self.countries.get(iso2)
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

    fn names(&self) -> Names<'_> {
        let part = |range: &Range<usize>| self.bytes.get(range.clone()).unwrap_or_default();
        Names { blocks: part(&self.blocks), entries: part(&self.entries) }
    }

    fn display_name(&self, reference: u32) -> Option<String> {
        if reference & SPELT == 0 {
            return self.names().name(reference as usize).map(|key| titled(&key));
        }
        let spellings = self.bytes.get(self.spellings.clone())?;
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

fn text(bytes: &[u8], range: Range<usize>) -> Result<&str, GazetteerError> {
    let bytes = bytes.get(range).unwrap_or_default();
    std::str::from_utf8(bytes).map_err(|_| GazetteerError("a table is not UTF-8".into()))
}

fn parse_division(line: &str) -> Option<Division> {
    let mut cells = line.split('\t');
    let (country, name) = (cells.next()?.into(), cells.next()?.into());
    Some(Division { country, name, first: cells.next()?.parse().ok()? })
}
