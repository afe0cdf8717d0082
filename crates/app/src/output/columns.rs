//! The columns of the CSV form. Stable: a new one goes to the end, none is renamed or moved.
//!
//! Several values in one cell are joined by "; ". A value that is not known is an empty cell.

use dateline_events::record::{Casualty, Claim, Denial, Party, Place, Source, Time, Words};

/// One column.
pub struct Column {
    /// Its name in the first row.
    pub name: &'static str,
    /// What stands in it, for the manual.
    pub meaning: &'static str,
    /// Its value for a claim.
    pub value: fn(&Claim) -> String,
}

const fn column(name: &'static str, meaning: &'static str, value: fn(&Claim) -> String) -> Column {
    Column { name, meaning, value }
}

/// All columns, in order.
pub const COLUMNS: [Column; 48] = [
    column("claim_id", "id of the claim", |c| c.id.clone()),
    column("report_id", "id of the report", |c| c.report.id.clone()),
    column("publisher", "who published the report", |c| own(&c.report.publisher)),
    column("title", "its headline", |c| own(&c.report.title)),
    column("published", "its day, ISO 8601", |c| own(&c.report.published)),
    column("url", "where it stands on the web", |c| own(&c.report.url)),
    column("type", "event type", |c| c.event.kind.clone()),
    column("modes", "modes of the type", |c| c.event.modes.join("; ")),
    column("quad", "statement, verbal or material cooperation or conflict", |c| c.event.quad.clone()),
    column("scope", "event, or cumulative for a sum over time", |c| c.event.scope.clone()),
    column("historical", "true for background of more than about a month before", |c| {
        c.event.historical.to_string()
    }),
    column("status", "occurred, possible, future, hypothetical or denied", |c| c.status.clone()),
    column("actors", "who did it", |c| parties(&c.actors)),
    column("actor_countries", "ISO 3166 alpha-3, in the order of actors", |c| {
        each(&c.actors, |p| own(&p.country))
    }),
    column("actor_sectors", "sectors, in the order of actors", |c| each(&c.actors, |p| own(&p.sector))),
    column("recipients", "to whom", |c| parties(&c.recipients)),
    column("recipient_countries", "in the order of recipients", |c| each(&c.recipients, |p| own(&p.country))),
    column("recipient_sectors", "in the order of recipients", |c| each(&c.recipients, |p| own(&p.sector))),
    column("places", "where, all places", |c| each(&c.places, place)),
    column("country", "ISO 3166 alpha-3 of the first place", |c| first(c, |p| p.country.clone())),
    column("admin1", "first-order division of the first place", |c| first(c, |p| p.admin1.clone())),
    column("lat", "degrees north of the first place", |c| first(c, |p| text(p.lat))),
    column("lon", "degrees east of the first place", |c| first(c, |p| text(p.lon))),
    column("geonames_id", "GeoNames id of the first place", |c| first(c, |p| text(p.geonames_id))),
    column("precision", "point, town, admin2, admin1, country or region", |c| {
        first(c, |p| p.precision.clone())
    }),
    column("radius_km", "the event lies within this radius", |c| first(c, |p| text(p.radius_km))),
    column("first_day", "first day, or month or year", |c| time(c, |t| t.first.clone())),
    column("last_day", "last day, or month or year", |c| time(c, |t| t.last.clone())),
    column("part_of_day", "dawn ... night, or a clock time", |c| time(c, |t| t.part.clone())),
    column("time_basis", "stated, inherited or published", |c| time(c, |t| t.basis.clone())),
    column("time_words", "the words for the time", |c| time(c, |t| t.text.clone())),
    column("killed_low", "least number killed; figures that are part of another are not added", |c| {
        low(c, "killed")
    }),
    column("killed_high", "greatest number killed; empty where a figure sets none", |c| high(c, "killed")),
    column("wounded_low", "least number wounded", |c| low(c, "wounded")),
    column("wounded_high", "greatest number wounded", |c| high(c, "wounded")),
    column("casualties", "every figure: kind: words (whose)", |c| each(&c.casualties, casualty)),
    column("counts", "other figures: what: words", |c| {
        each(&c.counts, |n| format!("{}: {}", own(&n.what), n.words.text))
    }),
    column("instrument", "what it was done with", |c| words(&c.instrument)),
    column("sources", "according to whom, nearest first; empty: the report itself", |c| {
        each(&c.sources, source)
    }),
    column("source_kinds", "in the order of sources", |c| each(&c.sources, |s| own(&s.kind))),
    column("denies", "id of the claim that this one denies", |c| denial(c).0),
    column("denies_what", "event, actor or figure", |c| denial(c).1),
    column("confidence", "probability that trigger and type are right", |c| format!("{:.3}", c.confidence)),
    column("trigger", "the word that names the event", |c| c.evidence.trigger.text.clone()),
    column("sentence", "the sentence", |c| c.evidence.text.clone()),
    column("sentence_start", "its first code point in the text of the report", |c| {
        c.evidence.start.to_string()
    }),
    column("sentence_end", "one past its last code point", |c| c.evidence.end.to_string()),
    column("coder", "version of the program", |c| c.coder.version.clone()),
];

fn own(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|v| v.to_string())
}

fn each<T>(all: &[T], value: impl Fn(&T) -> String) -> String {
    all.iter().map(value).collect::<Vec<_>>().join("; ")
}

fn first(claim: &Claim, value: impl Fn(&Place) -> Option<String>) -> String {
    claim.places.first().and_then(value).unwrap_or_default()
}

fn time(claim: &Claim, value: impl Fn(&Time) -> Option<String>) -> String {
    claim.time.as_ref().and_then(value).unwrap_or_default()
}

fn words(value: &Option<Words>) -> String {
    value.as_ref().map(|w| w.text.clone()).unwrap_or_default()
}

/// The full name where it is known, else the words.
pub fn party(party: &Party) -> String {
    party.who.clone().unwrap_or_else(|| party.words.text.clone())
}

/// The resolved name where there is one, else the words.
pub fn place(place: &Place) -> String {
    place.name.clone().unwrap_or_else(|| place.words.text.clone())
}

/// The full name where it is known, else the words.
pub fn source(source: &Source) -> String {
    source.who.clone().unwrap_or_else(|| source.words.text.clone())
}

fn parties(all: &[Party]) -> String {
    each(all, party)
}

fn casualty(figure: &Casualty) -> String {
    let whose = figure.whose.as_ref().map(|w| format!(" ({w})")).unwrap_or_default();
    format!("{}: {}{whose}", figure.kind, figure.words.text)
}

fn denial(claim: &Claim) -> (String, String) {
    match &claim.denies {
        None => (String::new(), String::new()),
        Some(Denial::Bare(id)) => (id.clone(), String::new()),
        Some(Denial::Link { claim, what }) => (claim.clone(), what.clone()),
    }
}

/// The figures of one kind that are not part of another figure.
fn whole<'a>(claim: &'a Claim, kind: &'a str) -> impl Iterator<Item = &'a Casualty> {
    claim.casualties.iter().filter(move |f| f.kind == kind && f.subset_of.is_none())
}

fn low(claim: &Claim, kind: &str) -> String {
    let sum = whole(claim, kind).filter_map(|f| f.low).map(Some).reduce(|a, b| a?.checked_add(b?));
    text(sum.flatten()).unwrap_or_default()
}

fn high(claim: &Claim, kind: &str) -> String {
    let sum = whole(claim, kind).map(|f| f.high).reduce(|a, b| a?.checked_add(b?));
    text(sum.flatten()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(low: u64, high: Option<u64>, subset_of: Option<usize>) -> Casualty {
        Casualty { kind: "killed".into(), low: Some(low), high, subset_of, ..Casualty::default() }
    }

    #[test]
    fn sums_leave_out_parts_and_never_wrap() {
        let mut claim = Claim::default();
        assert_eq!((low(&claim, "killed"), high(&claim, "killed")), (String::new(), String::new()));
        claim.casualties = vec![figure(9, Some(9), None), figure(2, Some(2), Some(0)), figure(3, None, None)];
        assert_eq!((low(&claim, "killed"), high(&claim, "killed")), ("12".into(), String::new()));
        claim.casualties.push(figure(u64::MAX, None, None));
        assert_eq!(low(&claim, "killed"), "");
    }

    #[test]
    fn names_differ_and_meanings_are_given() {
        let mut names: Vec<_> = COLUMNS.iter().map(|c| c.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COLUMNS.len());
        assert!(COLUMNS.iter().all(|c| !c.meaning.is_empty()));
    }
}
