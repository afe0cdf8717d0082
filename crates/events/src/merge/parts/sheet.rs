//! A telling as it goes from machine to machine: what is looked at where it is weighed against others, in words and numbers that mean the
//! same everywhere.

use crate::merge::days::Days;
use crate::merge::names::Name;
use crate::merge::reports::Reports;
use crate::merge::sketch::{Deed, Figure, Number, ReportSketch, Status, Who, rank};
use crate::merge::spot::Spot;
use crate::merge::telling::Telling;
use crate::merge::wording::Stems;
use crate::record::Place;
use crate::record::part::{Sheet, SheetFigure, SheetParty, SheetSpot};

/// The sheet of a telling; `beside`: those of its report that are near.
pub(super) fn write(reports: &Reports<'_>, telling: &Telling, beside: Vec<(Number, i64)>) -> Option<Sheet> {
    let head = reports.head(telling)?;
    let word = |name: Name| reports.names.word(name).to_owned();
    let words = |names: &[Name]| names.iter().map(|name| word(*name)).collect();
    let stems = |stems: &Stems| stems.0.to_vec();
    let parties = |of: &[Who]| of.iter().map(|who| party(who, &word)).collect();
    let place = |spot: &Spot| telling.spots.iter().position(|other| other == spot);
    Some(Sheet {
        report: word(head.id),
        published: head.published,
        title: stems(&head.title),
        number: telling.order.2,
        claims: u32::try_from(telling.claims.len()).unwrap_or(u32::MAX),
        main: telling.main,
        beside,
        kind: word(telling.kind),
        modes: words(&telling.modes),
        statuses: telling.statuses.iter().map(|status| status.name().to_owned()).collect(),
        historical: telling.historical,
        days: telling.days.iter().map(|days| (days.first, days.last)).collect(),
        spots: telling.spots.iter().map(|one| spot(one, &word)).collect(),
        towns: telling.towns.iter().map(|towns| towns.iter().filter_map(place).collect()).collect(),
        actors: parties(&telling.actors),
        recipients: parties(&telling.recipients),
        figures: telling.figures.iter().map(|one| figure(one, &word)).collect(),
        instruments: words(&telling.instruments),
        triggers: stems(&telling.triggers),
        words: stems(&telling.words),
        names: stems(&telling.names),
    })
}

fn spot(spot: &Spot, word: &dyn Fn(Name) -> String) -> SheetSpot {
    SheetSpot {
        name: word(spot.name),
        country: spot.country.map(word),
        lat: spot.at.map(|(lat, _)| wide(lat)),
        lon: spot.at.map(|(_, lon)| wide(lon)),
        precision: spot.precision.name().map(str::to_owned),
        radius_km: wide(spot.radius_km),
    }
}

/// A number that text can carry and that becomes the same again: JSON has no infinity.
fn wide(number: f32) -> f64 {
    if number.is_infinite() { f64::MAX.copysign(number.into()) } else { number.into() }
}

fn party(who: &Who, word: &dyn Fn(Name) -> String) -> SheetParty {
    SheetParty {
        key: word(who.key),
        country: who.country.map(word),
        sector: who.sector.map(word),
        words: who.words.0.to_vec(),
    }
}

fn figure(figure: &Figure, word: &dyn Fn(Name) -> String) -> SheetFigure {
    SheetFigure { kind: word(figure.kind), low: figure.low, high: figure.high, whose: figure.whose.map(word) }
}

/// The telling of a sheet, as far as weighing looks at it.
pub(super) fn read(reports: &mut Reports<'_>, sheet: &Sheet) -> Telling {
    let stems = |stems: &[u32]| Stems::collect(stems.iter().copied());
    let rank = rank(&sheet.report);
    let quad = reports.tables.codebook.quad(&sheet.kind);
    let id = reports.names.number(&sheet.report);
    let title = stems(&sheet.title);
    let report = reports.hear(ReportSketch { id, rank, publisher: None, published: sheet.published, title });
    let mut number = |word: &str| reports.names.number(word);
    let mut numbers = |words: &[String]| words.iter().map(|word| number(word)).collect::<Vec<Name>>();
    let (modes, instruments) = (numbers(&sheet.modes), numbers(&sheet.instruments));
    let spots: Vec<Spot> = sheet.spots.iter().map(|one| place(reports, one)).collect();
    let town = |towns: &Vec<usize>| towns.iter().filter_map(|n| spots.get(*n).cloned()).collect();
    Telling {
        claims: (0..sheet.claims).collect(),
        report,
        order: (sheet.published.unwrap_or(i32::MAX), rank, sheet.number),
        kind: reports.names.number(&sheet.kind),
        deed: Deed::of(&sheet.kind, quad),
        modes,
        statuses: sheet.statuses.iter().map(|status| Status::of(status)).collect(),
        historical: sheet.historical,
        main: sheet.main,
        days: sheet.days.iter().map(|(first, last)| Days { first: *first, last: *last }).collect(),
        towns: sheet.towns.iter().map(town).collect(),
        actors: sheet.actors.iter().map(|party| who(reports, party)).collect(),
        recipients: sheet.recipients.iter().map(|party| who(reports, party)).collect(),
        figures: sheet.figures.iter().map(|figure| hurt(reports, figure)).collect(),
        instruments,
        triggers: stems(&sheet.triggers),
        words: stems(&sheet.words),
        names: stems(&sheet.names),
        spots,
    }
}

fn place(reports: &mut Reports<'_>, spot: &SheetSpot) -> Spot {
    let place = Place {
        name: Some(spot.name.clone()),
        country: spot.country.clone(),
        lat: spot.lat,
        lon: spot.lon,
        precision: spot.precision.clone(),
        radius_km: Some(spot.radius_km),
        ..Place::default()
    };
    Spot::of(&place, &mut reports.names)
}

fn who(reports: &mut Reports<'_>, party: &SheetParty) -> Who {
    let mut number = |word: &str| reports.names.number(word);
    let key = number(&party.key);
    Who {
        key,
        // What it is called is not weighed.
        who: key,
        country: party.country.as_deref().map(&mut number),
        sector: party.sector.as_deref().map(&mut number),
        words: Stems::collect(party.words.iter().copied()),
    }
}

fn hurt(reports: &mut Reports<'_>, figure: &SheetFigure) -> Figure {
    Figure {
        kind: reports.names.number(&figure.kind),
        low: figure.low,
        high: figure.high,
        whose: figure.whose.as_deref().map(|whose| reports.names.number(whose)),
        // Nor is whether it is a part of another.
        part: false,
    }
}
