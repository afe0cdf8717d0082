//! The layout of a pack: its sections, and how a place is kept in seventeen bytes.
//!
//! Head: eight bytes of magic, then offset and length (four bytes each) of every section in the order of [`Section`].

/// First bytes of a pack; the digits are the version of the format.
pub const MAGIC: &[u8; 8] = b"DLPLAC02";

/// The parts of a pack, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Table of countries.
    Countries,
    /// Table of common words in descriptions of places.
    Words,
    /// Lines of text: what the pack was made from, with licence and date.
    Origins,
    /// Lines of country, name, number of the first place.
    Divisions,
    /// Records of places.
    Places,
    /// Names as published that their key does not give.
    Spellings,
    /// Where the blocks of the table of names begin.
    Blocks,
    /// The table of names.
    Entries,
    /// Names by how they sound.
    Sounds,
}

/// Number of sections.
pub(super) const SECTIONS: usize = Section::Sounds as usize + 1;

/// Bytes of one place: id 4, latitude 3, longitude 3, name 4, population 1, kind 1, radius 1.
pub(super) const RECORD: usize = 17;

/// Set in a record's name where it is an offset in the spellings and not the number of a key.
pub(super) const SPELT: u32 = 1 << 31;

/// Steps of latitude or longitude in a whole turn; one is 2.4 m at the equator.
const STEPS: f64 = (1 << 24) as f64;

/// Factor between two neighbouring radii.
const RADIUS_STEP: f64 = 1.08;

/// Three bytes of latitude or longitude; degrees out of range are brought to its end.
pub(super) fn degrees_to_steps(degrees: f64) -> u32 {
    ((degrees + 180.0) / 360.0 * STEPS).round().clamp(0.0, STEPS - 1.0) as u32
}

/// Degrees to five places.
pub(super) fn steps_to_degrees(steps: u32) -> f64 {
    let degrees = f64::from(steps) / STEPS * 360.0 - 180.0;
    (degrees * 1e5).round() / 1e5
}

/// One byte of population: eight steps to a doubling.
pub(super) fn population_to_byte(people: u64) -> u8 {
    ((people as f64 + 1.0).log2() * 8.0).round().min(255.0) as u8
}

/// People, to about 4%.
pub(super) fn byte_to_population(byte: u8) -> u64 {
    (f64::from(byte) / 8.0).exp2() as u64 - 1
}

/// One byte of radius.
pub(super) fn radius_to_byte(km: f64) -> u8 {
    (km.max(1.0).ln() / RADIUS_STEP.ln()).round().min(255.0) as u8
}

/// Kilometres, to about 4%.
pub(super) fn byte_to_radius(byte: u8) -> f64 {
    RADIUS_STEP.powi(i32::from(byte)).round()
}

/// A key with every word's first letter in upper case: what most names as published are.
pub(crate) fn titled(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for word in key.split_inclusive(' ') {
        let mut letters = word.chars();
        out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(letters.as_str());
    }
    out
}
