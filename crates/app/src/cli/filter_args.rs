//! Which events a command works on.

use crate::reading::date;
use crate::record::find::Filter;
use jiff::civil::Date;

/// What events are asked for by. All conditions must hold; values of one option are alternatives.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct FilterArgs {
    /// Words that must all be there: in names, the summary or the sentences of the claims
    pub words: Vec<String>,
    /// First day, as 2012-12-13
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    from: Option<Date>,
    /// Last day
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    to: Option<Date>,
    /// A box in degrees: SOUTH,NORTH,WEST,EAST
    #[arg(long, value_name = "BOX", value_parser = area, allow_hyphen_values = true)]
    area: Option<[f64; 4]>,
    /// Country of the place (ISO 3166: SYR)
    #[arg(long, value_name = "CODE")]
    country: Vec<String>,
    /// Event type: ASSAULT, ACCUSE ...
    #[arg(long = "type", value_name = "TYPE")]
    kind: Vec<String>,
    /// Mode: explosives, heavy-weapons ...
    #[arg(long, value_name = "MODE")]
    mode: Vec<String>,
    /// Actor or recipient, by name or id
    #[arg(long, value_name = "NAME")]
    party: Vec<String>,
    /// Who says so, by name
    #[arg(long, value_name = "NAME")]
    source: Vec<String>,
    /// Kind of source: government, activists, state-media ...
    #[arg(long, value_name = "KIND")]
    source_kind: Vec<String>,
    /// Status that some claim gives it: occurred, possible, future, hypothetical or denied
    #[arg(long, value_name = "STATUS")]
    status: Vec<String>,
    /// Publisher of a report that tells of it
    #[arg(long, value_name = "NAME")]
    publisher: Vec<String>,
    /// single-source, corroborated, contested or expected
    #[arg(long, value_name = "GRADE")]
    grade: Vec<String>,
    /// At least so many killed
    #[arg(long, value_name = "N")]
    killed: Option<u32>,
}

impl FilterArgs {
    /// As the record takes it.
    pub fn filter(&self) -> Filter {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let facets = [
            ("mode", &self.mode),
            ("party", &self.party),
            ("source", &self.source),
            ("source-kind", &self.source_kind),
            ("status", &self.status),
            ("publisher", &self.publisher),
        ];
        let upper = |all: &[String]| all.iter().map(|word| word.to_uppercase()).collect();
        Filter {
            // What was given as words is whole words.
            words: (!self.words.is_empty()).then(|| format!("{} ", self.words.join(" "))),
            from: day(self.from),
            to: day(self.to),
            area: self.area,
            countries: upper(&self.country),
            kinds: upper(&self.kind),
            grades: self.grade.clone(),
            killed: self.killed.map(i64::from),
            facets: facets.into_iter().filter(|(_, v)| !v.is_empty()).map(|(f, v)| (f, v.clone())).collect(),
        }
    }
}

fn area(text: &str) -> Result<[f64; 4], String> {
    let numbers: Vec<f64> =
        text.split(',').filter_map(|n| n.trim().parse().ok()).filter(|n: &f64| n.abs() <= 180.0).collect();
    match <[f64; 4]>::try_from(numbers) {
        Ok([south, north, west, east]) if south <= north => Ok([south, north, west, east]),
        _ => Err("four numbers in degrees: SOUTH,NORTH,WEST,EAST, as 33,34,36,37".into()),
    }
}
