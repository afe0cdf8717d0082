//! Kinds of places, and how exactly each of them says where something happened.

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A sovereign state or a territory with a country code.
    Country,
    /// First-order division: province, governorate, oblast.
    Admin1,
    /// Second-order division: district, county.
    Admin2,
    /// Third-order division: subdistrict.
    Admin3,
    /// Seat of a country's government.
    Capital,
    /// City, town or village.
    Town,
    /// Quarter or suburb of a city.
    District,
    /// One spot: a base, a square, a bridge.
    Site,
    /// An area that no map office draws: Donbas, the Sahel, a continent.
    Region,
    /// An island or a group of them.
    Island,
    /// A sea, strait, lake, river or canal.
    Water,
    /// A border or a line of control.
    Border,
}

const KINDS: [(Kind, &str); 12] = [
    (Kind::Country, "country"),
    (Kind::Admin1, "admin1"),
    (Kind::Admin2, "admin2"),
    (Kind::Admin3, "admin3"),
    (Kind::Capital, "capital"),
    (Kind::Town, "town"),
    (Kind::District, "district"),
    (Kind::Site, "site"),
    (Kind::Region, "region"),
    (Kind::Island, "island"),
    (Kind::Water, "water"),
    (Kind::Border, "border"),
];

impl Kind {
    /// The kind of that name, as data files spell it.
    pub fn from_name(name: &str) -> Option<Kind> {
        KINDS.iter().find(|(_, n)| *n == name).map(|(kind, _)| *kind)
    }

    /// The kind's number in a pack.
    pub fn code(self) -> u8 {
        KINDS.iter().position(|(kind, _)| *kind == self).unwrap_or(0) as u8
    }

    /// The kind of that number.
    pub fn from_code(code: u8) -> Option<Kind> {
        KINDS.get(usize::from(code)).map(|(kind, _)| *kind)
    }

    /// Precision of the record: point, town, admin2, admin1, country or region.
    pub fn precision(self) -> &'static str {
        match self {
            Kind::Country => "country",
            Kind::Admin1 => "admin1",
            Kind::Admin2 | Kind::Admin3 => "admin2",
            Kind::Capital | Kind::Town | Kind::District => "town",
            Kind::Site => "point",
            Kind::Region | Kind::Island | Kind::Water | Kind::Border => "region",
        }
    }

    /// True for cities, towns and villages.
    pub fn is_town(self) -> bool {
        matches!(self, Kind::Capital | Kind::Town)
    }
}
