//! What parts promise: the events of the whole, to the letter, however claims, blocks and sets are shared out.

use super::sets::sets_by;
use super::*;
use crate::merge::Merger;
use crate::merge::tests::{TABLES, Told, claim, file, shuffled, told};
use crate::parties::fold::hash;
use crate::record::part::{Member, Placed, Sheet, TellingRow, Tie};
use crate::record::series::TollSeries;
use crate::record::{Claim, ReportHead};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// Small levels: made-up sets pass them all the time.
const SMALL: &[Level] = &[(0, 3), (500, 3), (1000, 4), (2000, 6), (3000, usize::MAX)];

/// How large the largest block and the largest set of likely pairs were.
#[derive(Debug, Default)]
struct Largest {
    block: usize,
    set: usize,
}

/// What comes out of a machine as text and goes into another.
fn carried<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

fn whole(claims: &[Claim], levels: &'static [Level]) -> (Vec<String>, Vec<TollSeries>) {
    let mut merger = Merger::new(&TABLES);
    merger.graph.levels = levels;
    claims.iter().for_each(|claim| merger.add(claim));
    merger.settle();
    (merger.events().map(|event| serde_json::to_string(&event).unwrap()).collect(), merger.series())
}

/// The number that a machine might give a telling: in no order.
fn number(row: &TellingRow) -> i64 {
    hash(&row.order).cast_signed()
}

/// The claims of each report, each report on a machine of its own.
fn apart(claims: &[Claim]) -> Vec<Vec<Claim>> {
    let mut found: BTreeMap<&str, Vec<Claim>> = BTreeMap::new();
    claims.iter().for_each(|claim| found.entry(&claim.report.id).or_default().push(claim.clone()));
    found.into_values().collect()
}

/// The pairs of all blocks, each cut into parts of `cut` tellings that nobody has put into order.
fn ties(rows: &[TellingRow], cut: usize, largest: &mut Largest) -> Vec<Tie> {
    let mut blocks: BTreeMap<i64, Vec<&TellingRow>> = BTreeMap::new();
    for row in rows {
        row.keys.iter().for_each(|key| blocks.entry(*key).or_default().push(row));
    }
    let mut found = BTreeSet::new();
    for mut block in blocks.into_values() {
        largest.block = largest.block.max(block.len());
        block.sort_by(|a, b| a.order.cmp(&b.order));
        for from in (0..block.len()).step_by(cut) {
            let own = cut.min(block.len() - from);
            let mut part = block[from..block.len().min(from + own + WINDOW)].to_vec();
            part.reverse();
            let sheets: Vec<Sheet> = part.iter().map(|row| carried(&row.sheet)).collect();
            let tie =
                |(a, b, odds): (usize, usize, i64)| Tie { a: number(part[a]), b: number(part[b]), odds };
            found.extend(weigh(&TABLES, &sheets, own).into_iter().map(tie));
        }
    }
    found.into_iter().collect()
}

/// The set of each telling, found on many machines: first by the first level, then of each set by itself.
fn sets_of(levels: &[Level], numbers: &[i64], ties: &[Tie], largest: &mut Largest) -> BTreeMap<i64, i64> {
    let first: Vec<Level> = vec![(levels[0].0, usize::MAX)];
    let mut members: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (set, telling) in sets_by(&first, numbers, ties).into_iter().zip(numbers) {
        members.entry(set).or_default().push(*telling);
    }
    largest.set = largest.set.max(members.values().map(Vec::len).max().unwrap_or(0));
    let mut found = BTreeMap::new();
    for tellings in members.into_values() {
        found.extend(tellings.iter().copied().zip(sets_by(levels, &tellings, ties)));
    }
    let at_once: BTreeMap<i64, i64> = numbers.iter().copied().zip(sets_by(levels, numbers, ties)).collect();
    assert_eq!(found, at_once);
    found
}

/// The events as many machines make them, and the series.
fn in_parts(claims: &[Claim], levels: &[Level], cut: usize) -> (Vec<String>, Vec<TollSeries>, Largest) {
    let mut largest = Largest::default();
    let mixed = shuffled(claims, &[17, 4_711, 99_991]);
    let reports = apart(&mixed);
    let rows: Vec<TellingRow> = reports.iter().flat_map(|claims| tellings(&TABLES, claims)).collect();
    let rows: Vec<TellingRow> = rows.iter().map(carried).collect();
    let numbers: Vec<i64> = rows.iter().map(number).collect();
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), rows.len());
    let ties = ties(&rows, cut, &mut largest);
    let sets = sets_of(levels, &numbers, &ties, &mut largest);
    // Sets are shared out among five machines.
    let mut machines: BTreeMap<i64, Vec<Member>> = BTreeMap::new();
    for row in &rows {
        let (telling, set) = (number(row), sets[&number(row)]);
        let (report, claims) = (row.report.clone(), row.claims.clone());
        let member = Member { telling, set, report, claims, told: row.told };
        machines.entry(set.rem_euclid(5)).or_default().push(member);
    }
    let mut placed: Vec<Placed> = Vec::new();
    for members in machines.values().rev() {
        let told: BTreeSet<&str> = members.iter().map(|member| member.report.as_str()).collect();
        let claims: Vec<Claim> =
            mixed.iter().filter(|c| told.contains(c.report.id.as_str())).map(carried).collect();
        placed.extend(compose(&TABLES, &claims, members, &ties).unwrap());
    }
    placed.sort_by(|a, b| a.order.cmp(&b.order));
    let events = placed.iter().map(|placed| serde_json::to_string(&placed.event).unwrap()).collect();
    (events, series_in_parts(&reports), largest)
}

fn series_in_parts(reports: &[Vec<Claim>]) -> Vec<TollSeries> {
    let mut by_source: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for sum in reports.iter().rev().flat_map(|claims| sums(&TABLES, claims)) {
        by_source.entry(sum.source).or_default().push(carried(&sum.claim));
    }
    by_source.values().flat_map(|claims| series(&TABLES, claims)).collect()
}

/// Asserts that parts give what the whole gives; returns how large the largest were.
fn hold_together(claims: &[Claim], levels: &'static [Level], cut: usize) -> Largest {
    let (events, series) = whole(claims, levels);
    let (in_parts, in_series, largest) = in_parts(claims, levels, cut);
    assert_eq!(in_parts.len(), events.len());
    for (part, event) in in_parts.iter().zip(&events) {
        assert_eq!(part, event);
    }
    assert_eq!(in_series, series);
    largest
}

/// The claims of the gold stories, with their sentences, and each town at a point of its own.
fn gold() -> Vec<Claim> {
    #[derive(serde::Deserialize)]
    struct Line {
        report: Head,
        claims: Vec<Claim>,
    }
    #[derive(serde::Deserialize)]
    struct Head {
        #[serde(flatten)]
        head: ReportHead,
        text: String,
    }
    let stories = (1..=16).map(|n| format!("m{n:02}")).chain((1..=8).map(|n| format!("n{n:02}")));
    let mut found = Vec::new();
    for story in stories {
        for line in file(&format!("gold/merge/{story}.jsonl")).lines() {
            let line: Line = serde_json::from_str(line).unwrap();
            for mut claim in line.claims {
                claim.report = line.report.head.clone();
                let (start, end) = (claim.evidence.start, claim.evidence.end);
                claim.evidence.text = line.report.text.chars().skip(start).take(end - start).collect();
                claim.places.iter_mut().for_each(locate);
                found.push(claim);
            }
        }
    }
    found
}

fn locate(place: &mut crate::record::Place) {
    let name = place.name.clone().unwrap_or_default();
    let parts: Vec<&str> = name.rsplit(", ").take(2).collect();
    if parts.len() == 2 {
        let at = hash(&parts.join(",")) % 1_000_000;
        place.lat = Some((at % 1000) as f64 / 10.0 - 50.0);
        place.lon = Some((at / 1000) as f64 / 5.0 - 100.0);
        (place.precision, place.radius_km) = (Some("town".into()), Some(5.0));
    }
}

/// Every story told by so many more reports, with other figures and on the days after.
fn retold(claims: &[Claim], copies: usize) -> Vec<Claim> {
    let copy = |n: usize| {
        claims.iter().cloned().map(move |mut claim| {
            claim.id = format!("{}~{n}", claim.id);
            claim.report.id = format!("{}~{n}", claim.report.id);
            if n % 3 == 1 {
                claim.report.publisher = Some(format!("Paper {n}"));
                claim.evidence.text = format!("{} Word {n}.", claim.evidence.text);
            }
            if n % 4 == 2 {
                claim.report.published = Some(format!("2016-07-{:02}", 1 + n % 20));
                claim.places.clear();
            }
            claim
                .casualties
                .iter_mut()
                .for_each(|figure| figure.low = figure.low.map(|low| low + n as u64 % 3));
            if n % 5 == 3 {
                claim.actors.clear();
                claim.time = None;
            }
            claim
        })
    };
    (0..copies).flat_map(copy).collect()
}

#[test]
fn the_stories_come_out_the_same_in_parts() {
    let mut claims = gold();
    assert!(claims.len() > 400);
    claims.extend(claims.clone().into_iter().step_by(3));
    hold_together(&claims, LEVELS, 1000);
    hold_together(&claims, SMALL, 2);
}

#[test]
fn crowded_blocks_and_sets_too_large_come_out_the_same() {
    let stories = gold().into_iter().filter(|claim| ["m01", "m04", "n02"].contains(&&claim.report.id[..3]));
    let claims = retold(&stories.collect::<Vec<Claim>>(), 40);
    let largest = hold_together(&claims, LEVELS, 30);
    assert!(largest.block > 10 * WINDOW && largest.set > 2 * LEVELS[0].1, "{largest:?}");
}

#[test]
fn a_report_tells_the_same_whatever_was_read_before_it() {
    let claims = gold();
    let one_by_one: Vec<TellingRow> =
        apart(&claims).iter().rev().flat_map(|claims| tellings(&TABLES, claims)).collect();
    let mut at_once = tellings(&TABLES, &shuffled(&claims, &[31, 7]));
    at_once.reverse();
    let key = |row: &TellingRow| row.order.clone();
    let sorted = |mut rows: Vec<TellingRow>| {
        rows.sort_by_key(key);
        rows
    };
    assert_eq!(sorted(at_once), sorted(one_by_one));
}

#[test]
fn orders_sort_as_letters() {
    let mut orders =
        [(i32::MIN, 3, 1), (-1, u128::MAX, 0), (0, 0, 9), (0, 1, 0), (0, 1, 10), (i32::MAX, 0, 0)];
    orders.reverse();
    let mut letters: Vec<String> = orders.iter().map(|order| super::tellings::letters(*order)).collect();
    letters.sort();
    orders.sort_unstable();
    assert_eq!(letters, orders.map(super::tellings::letters));
    assert!(letters.iter().all(|order| order.len() == 48));
}

#[test]
fn a_report_of_which_claims_are_missing_is_an_error() {
    let claims = gold();
    let of = |report: &str| -> Vec<Claim> {
        claims.iter().filter(|claim| claim.report.id == report).cloned().collect()
    };
    let report = of("m01-1");
    let rows = tellings(&TABLES, &report);
    let members: Vec<Member> = rows
        .iter()
        .map(|row| Member {
            telling: number(row),
            set: 1,
            report: row.report.clone(),
            claims: row.claims.clone(),
            told: row.told,
        })
        .collect();
    assert!(compose(&TABLES, &report, &members, &[]).is_ok());
    let missing = Err(Missing { report: "m01-1".into() });
    assert_eq!(compose(&TABLES, &report[1..], &members, &[]), missing);
    assert_eq!(compose(&TABLES, &of("m02-1"), &members, &[]), missing);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn made_up_reports_come_out_the_same_in_parts(
        told in prop::collection::vec(told(), 1..120),
        heads in prop::collection::vec(0u8..6, 5),
        cut in 1usize..40,
    ) {
        let of = |(n, told): (usize, &Told)| {
            let mut claim = claim(n, told);
            // Some claims say other things of their report.
            match heads[n % heads.len()] {
                0 => claim.report.published = None,
                1 => claim.report.title = Some("A blast".into()),
                2 => claim.report.publisher = None,
                _ => {}
            }
            claim
        };
        let mut claims: Vec<Claim> = told.iter().enumerate().map(of).collect();
        claims.extend(claims.clone().into_iter().step_by(7));
        hold_together(&claims, SMALL, cut);
        hold_together(&claims, LEVELS, cut);
    }
}
