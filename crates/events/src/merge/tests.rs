//! What merging promises: the same events whatever the order, however the claims are split, and however often they come.

use super::*;
use crate::record::event::EventRecord;
use crate::record::{
    Casualty, Claim, Denial, Event, Evidence, Party, Place, ReportHead, Source, Time, Words,
};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

pub(super) fn file(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

pub(super) static TABLES: LazyLock<Merging> = LazyLock::new(|| {
    let texts = Merging::PATHS.map(|path| file(&format!("data/{path}")));
    Merging::from_tables(&MergingTables::from_texts(&texts)).unwrap_or_else(|e| panic!("{e}"))
});

fn events(merger: &mut Merger<'_>) -> Vec<EventRecord> {
    merger.settle();
    merger.events().collect()
}

fn merge(claims: &[Claim]) -> Vec<EventRecord> {
    let mut merger = Merger::new(&TABLES);
    claims.iter().for_each(|claim| merger.add(claim));
    events(&mut merger)
}

/// A claim that a story tells: what, where (a town's number), when (a day of January 2015), by whom, in which report.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub report: u8,
    pub kind: u8,
    pub town: Option<u8>,
    pub day: Option<u8>,
    pub actor: Option<u8>,
    pub killed: Option<u64>,
    pub source: Option<u8>,
    pub denied: bool,
    pub sum: bool,
}

pub(super) fn told() -> impl Strategy<Value = Told> {
    let some = |n: u8| prop::option::weighted(0.7, 0..n);
    let numbers = (0u8..9, 0u8..2, some(4), some(5), some(3), prop::option::of(1u64..6), some(3));
    (numbers, prop::bool::weighted(0.1), prop::bool::weighted(0.1)).prop_map(|(n, denied, sum)| {
        let (report, kind, town, day, actor, killed, source) = n;
        Told { report, kind, town, day, actor, killed, source, denied, sum }
    })
}

pub(super) fn claim(number: usize, told: &Told) -> Claim {
    let words = |text: &str| Words { text: text.into(), start: 0, end: text.len() };
    let (lat, lon) = told.town.map_or((0.0, 0.0), |n| (33.0 + f64::from(n) * 0.15, 36.0));
    let kind = ["ASSAULT", "ACCUSE"][usize::from(told.kind)];
    Claim {
        id: format!("c_{number}"),
        report: ReportHead {
            id: format!("r{}", told.report),
            publisher: Some(format!("Outlet {}", told.report % 4)),
            published: Some(format!("2015-01-{:02}", 5 + told.report % 3)),
            ..ReportHead::default()
        },
        evidence: Evidence {
            sentence: number,
            text: format!("A blast in town {:?}.", told.town),
            trigger: words("blast"),
            ..Evidence::default()
        },
        event: Event {
            kind: kind.into(),
            scope: if told.sum { "cumulative" } else { "event" }.into(),
            ..Event::default()
        },
        status: if told.denied { "denied" } else { "occurred" }.into(),
        actors: told
            .actor
            .iter()
            .map(|n| Party { who: Some(format!("Group {n}")), ..Party::default() })
            .collect(),
        places: told
            .town
            .iter()
            .map(|n| Place {
                name: Some(format!("Town {n}, Province, Syria")),
                country: Some("SYR".into()),
                lat: Some(lat),
                lon: Some(lon),
                precision: Some("town".into()),
                radius_km: Some(5.0),
                ..Place::default()
            })
            .collect(),
        time: told.day.map(|d| Time { first: Some(format!("2015-01-{:02}", d + 1)), ..Time::default() }),
        casualties: told
            .killed
            .iter()
            .map(|n| Casualty { kind: "killed".into(), low: Some(*n), high: Some(*n), ..Casualty::default() })
            .collect(),
        sources: told
            .source
            .iter()
            .map(|n| Source { who: Some(format!("Source {n}")), ..Source::default() })
            .collect(),
        ..Claim::default()
    }
}

pub(super) fn shuffled(claims: &[Claim], by: &[usize]) -> Vec<Claim> {
    let mut order: Vec<(usize, usize)> =
        (0..claims.len()).map(|n| (by[n % by.len()].wrapping_mul(n + 1), n)).collect();
    order.sort_unstable();
    order.iter().map(|(_, n)| claims[*n].clone()).collect()
}

fn by_report(claims: &[Claim]) -> Vec<(String, Vec<Claim>)> {
    let mut found: std::collections::BTreeMap<String, Vec<Claim>> = std::collections::BTreeMap::new();
    claims.iter().for_each(|claim| found.entry(claim.report.id.clone()).or_default().push(claim.clone()));
    found.into_iter().collect()
}

/// Settles, and puts what that touched in the place of the events whose claims it holds.
fn touch(merger: &mut Merger<'_>, held: &mut Vec<EventRecord>) {
    let settled = merger.settle();
    let new: Vec<EventRecord> = merger.events_of(&settled).collect();
    let moved: std::collections::HashSet<&str> =
        settled.gone().chain(new.iter().flat_map(|event| event.claims.iter().map(String::as_str))).collect();
    held.retain(|event| !event.claims.iter().any(|claim| moved.contains(claim.as_str())));
    held.extend(new);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn neither_order_nor_splits_nor_doubles_change_the_events(
        told in prop::collection::vec(told(), 1..60),
        by in prop::collection::vec(0usize..1_000_000, 7),
        cut in 0usize..60,
    ) {
        let claims: Vec<Claim> = told.iter().enumerate().map(|(n, t)| claim(n, t)).collect();
        let once = merge(&claims);
        prop_assert_eq!(&merge(&shuffled(&claims, &by)), &once);
        let mut twice = claims.clone();
        twice.extend(claims.iter().cloned());
        prop_assert_eq!(&merge(&twice), &once);
        // One part is brought up to date before the other comes in, so that reports grow and edges go.
        let mixed = shuffled(&claims, &by);
        let (first, second) = mixed.split_at(cut.min(mixed.len()));
        let mut merger = Merger::new(&TABLES);
        first.iter().for_each(|claim| merger.add(claim));
        merger.settle();
        second.iter().for_each(|claim| merger.add(claim));
        prop_assert_eq!(&events(&mut merger), &once);
    }

    #[test]
    fn sets_that_grow_too_large_give_the_same_in_any_order(
        told in prop::collection::vec(told(), 1..80),
        by in prop::collection::vec(0usize..1_000_000, 7),
        some in 1usize..12,
    ) {
        // The limits of real sets are out of reach here: with small ones sets pass them all the time.
        let small = || {
            let mut merger = Merger::new(&TABLES);
            merger.graph.levels = &[(0, 3), (500, 3), (1000, 4), (2000, 6), (3000, usize::MAX)];
            merger
        };
        let claims: Vec<Claim> = told.iter().enumerate().map(|(n, t)| claim(n, t)).collect();
        let (mut once, mut bit_by_bit) = (small(), small());
        claims.iter().for_each(|claim| once.add(claim));
        for few in shuffled(&claims, &by).chunks(some) {
            few.iter().for_each(|claim| bit_by_bit.add(claim));
            bit_by_bit.settle();
        }
        prop_assert_eq!(events(&mut bit_by_bit), events(&mut once));
    }

    #[test]
    fn what_settling_touched_is_all_that_changed(
        told in prop::collection::vec(told(), 1..60),
        other in prop::collection::vec(told(), 1..60),
        some in 1usize..12,
    ) {
        // Reports come in bit by bit, each first with other claims than those that stand at the end.
        let mut merger = Merger::new(&TABLES);
        merger.graph.levels = &[(0, 3), (500, 3), (1000, 4), (2000, 6), (3000, usize::MAX)];
        let numbered = |from: usize, told: &[Told]| told.iter().enumerate().map(|(n, t)| claim(from + n, t)).collect::<Vec<Claim>>();
        let (last, first) = (numbered(0, &told), numbered(1000, &other));
        let mut held: Vec<EventRecord> = Vec::new();
        for reports in by_report(&first).chunks(some).chain(by_report(&last).chunks(some)) {
            reports.iter().for_each(|(report, claims)| merger.replace(report, claims));
            touch(&mut merger, &mut held);
        }
        for (report, _) in by_report(&first) {
            if !last.iter().any(|claim| claim.report.id == report) {
                merger.replace(&report, &[]);
            }
        }
        touch(&mut merger, &mut held);
        let mut once = Merger::new(&TABLES);
        once.graph.levels = merger.graph.levels;
        last.iter().for_each(|claim| once.add(claim));
        let mut all = events(&mut once);
        all.sort_by(|a, b| a.id.cmp(&b.id));
        held.sort_by(|a, b| a.id.cmp(&b.id));
        let claimed: Vec<(String, Vec<String>)> =
            events(&mut once).into_iter().map(|event| (event.id, event.claims)).collect();
        prop_assert_eq!(once.claimed(None), claimed);
        prop_assert_eq!(merger.len(), last.len());
        prop_assert_eq!(held, all);
    }

    #[test]
    fn constraints_never_bend(told in prop::collection::vec(told(), 1..60)) {
        let claims: Vec<Claim> = told.iter().enumerate().map(|(n, t)| claim(n, t)).collect();
        for event in merge(&claims) {
            let of: Vec<&Claim> = claims.iter().filter(|c| event.claims.contains(&c.id)).collect();
            for (a, b) in of.iter().flat_map(|a| of.iter().map(move |b| (a, b))) {
                prop_assert_eq!(&a.event.kind, &b.event.kind);
                let days = a.time.as_ref().zip(b.time.as_ref());
                prop_assert!(days.is_none_or(|(x, y)| x.first == y.first));
                // Towns stand 16.7 km apart, one north of the other.
                let towns = a.places.first().and_then(|p| p.lat).zip(b.places.first().and_then(|p| p.lat));
                prop_assert!(towns.is_none_or(|(x, y)| (x - y).abs() < 0.2));
                prop_assert!(a.event.scope != "cumulative");
            }
        }
    }

    #[test]
    fn a_block_of_many_gives_the_same_in_any_order(by in prop::collection::vec(0usize..1_000_000, 7), cut in 0usize..120) {
        // More tellings of one town and day than a block holds together.
        let one = |n: usize| {
            let told = Told { report: (n % 100) as u8, kind: 0, town: Some((n % 2) as u8), day: Some(1), actor: Some((n % 3) as u8), killed: None, source: None, denied: false, sum: false };
            claim(n, &told)
        };
        let claims: Vec<Claim> = (0..120).map(one).collect();
        let once = merge(&claims);
        let mixed = shuffled(&claims, &by);
        let (first, second) = mixed.split_at(cut);
        let mut merger = Merger::new(&TABLES);
        first.iter().for_each(|claim| merger.add(claim));
        merger.settle();
        second.iter().for_each(|claim| merger.add(claim));
        prop_assert_eq!(&events(&mut merger), &once);
    }
}

fn blast(id: &str, report: &str, source: &str, low: u64) -> Claim {
    let told = Told {
        report: 0,
        kind: 0,
        town: Some(1),
        day: Some(1),
        actor: Some(1),
        killed: Some(low),
        source: None,
        denied: false,
        sum: false,
    };
    let mut claim = claim(1, &told);
    claim.id = id.into();
    claim.report.id = report.into();
    claim.report.publisher = Some(format!("Outlet of {report}"));
    if !source.is_empty() {
        claim.sources =
            vec![Source { who: Some(source.into()), kind: Some("police".into()), ..Source::default() }];
    }
    claim
}

#[test]
fn a_report_that_cites_the_same_source_adds_no_independence() {
    let same = merge(&[blast("c_1", "r1", "Police", 16), blast("c_2", "r2", "Police", 16)]);
    assert_eq!((same.len(), same[0].reports, same[0].publishers, same[0].independent_sources), (1, 2, 2, 1));
    assert_eq!(same[0].grade, "single-source");
    let other = merge(&[blast("c_1", "r1", "Police", 16), blast("c_2", "r2", "Doctors", 16)]);
    assert_eq!((other[0].independent_sources, other[0].grade.as_str()), (2, "corroborated"));
}

#[test]
fn the_tenth_print_of_an_agency_text_is_no_tenth_source() {
    let text =
        "A car bomb went off beside a bakery in the old quarter of the northern town on Monday morning";
    let print = |n: usize| {
        let mut claim = blast(&format!("c_{n}"), &format!("r{n}"), "", 16);
        claim.evidence.text = format!("{text}{}", if n > 5 { ", residents told this newspaper" } else { "" });
        claim
    };
    let prints: Vec<Claim> = (0..10).map(print).collect();
    let merged = merge(&prints);
    assert_eq!((merged.len(), merged[0].publishers, merged[0].independent_sources), (1, 10, 1));
    assert_eq!(merged[0].grade, "single-source");
}

#[test]
fn every_source_keeps_its_figure_and_the_newest_make_the_range() {
    let mut later = blast("c_3", "r3", "Police", 25);
    later.report.published = Some("2015-01-20".into());
    let merged = merge(&[blast("c_1", "r1", "Police", 16), blast("c_2", "r2", "Doctors", 23), later]);
    let killed = &merged[0].casualties[0];
    assert_eq!((killed.low, killed.high), (Some(23), Some(25)));
    let figures: Vec<_> = killed.figures.iter().map(|f| (f.source.as_str(), f.low, f.newest)).collect();
    assert_eq!(
        figures,
        [("Police", Some(16), false), ("Doctors", Some(23), true), ("Police", Some(25), true)]
    );
}

#[test]
fn figures_keep_how_they_are_said() {
    let said = |id: &str, who: &str, day: &str, qualifier: &str, text: &str| {
        let mut claim = blast(id, &format!("r-{id}"), who, 17);
        claim.report.published = Some(day.into());
        let figure = &mut claim.casualties[0];
        (figure.high, figure.qualifier) = (None, Some(qualifier.into()));
        figure.words.text = text.into();
        claim
    };
    let feared = said("c_1", "Police", "2015-01-10", "feared", "17");
    assert!(merge(std::slice::from_ref(&feared))[0].summary.contains("17 feared killed"));
    // The same number, and no fear any more.
    let merged = merge(&[feared, said("c_2", "Police", "2015-01-12", "at_least", "at least 17")]);
    assert!(merged[0].summary.contains("at least 17 killed"), "{}", merged[0].summary);
    let qualifiers: Vec<_> = merged[0].casualties[0].figures.iter().map(|f| f.qualifier.as_deref()).collect();
    assert_eq!(qualifiers, [Some("feared"), None]);
    let vague = |text| merge(&[said("c_1", "Police", "2015-01-10", "vague", text)])[0].summary.clone();
    assert!(vague("dozens").contains("\"dozens\" killed"));
    assert!(vague("their drivers").contains("at least 17 killed"));
    // Of what is feared in part, the sum is only feared.
    let mut groups = said("c_1", "Police", "2015-01-10", "exact", "5");
    groups.casualties[0].whose = Some("soldiers".into());
    let mut civilians = groups.casualties[0].clone();
    (civilians.whose, civilians.qualifier) = (Some("civilians".into()), Some("feared".into()));
    groups.casualties.push(civilians);
    assert!(merge(&[groups])[0].summary.contains("34 feared killed"));
}

#[test]
fn denials_stand_beside_what_they_deny_and_make_no_event_alone() {
    let mut denial = blast("c_2", "r1", "Group 1", 16);
    (denial.status, denial.casualties) = ("denied".into(), Vec::new());
    assert_eq!(merge(std::slice::from_ref(&denial)), []);
    denial.denies = Some(Denial::Link { claim: "c_1".into(), what: "actor".into() });
    let merged = merge(&[blast("c_1", "r1", "Police", 16), denial]);
    assert_eq!((merged.len(), merged[0].grade.as_str()), (1, "contested"));
    assert_eq!((merged[0].actors[0].named_by.len(), merged[0].actors[0].denied_by.len()), (1, 1));
}

#[test]
fn what_was_expected_becomes_corroborated_and_keeps_its_history() {
    let mut plan = blast("c_1", "r1", "Police", 16);
    (plan.status, plan.casualties) = ("future".into(), Vec::new());
    let mut done = [blast("c_2", "r2", "Police", 16), blast("c_3", "r3", "Doctors", 16)];
    done.iter_mut().for_each(|claim| claim.report.published = Some("2015-01-09".into()));
    let [second, third] = done;
    let merged = merge(&[plan, second, third]);
    let history: Vec<_> = merged[0].history.iter().map(|g| (g.since.as_deref(), g.grade.as_str())).collect();
    assert_eq!(history, [(Some("2015-01-05"), "expected"), (Some("2015-01-09"), "corroborated")]);
}

#[test]
fn sums_over_time_are_series_by_source() {
    let mut sums = [blast("c_1", "r1", "Opposition", 40_000), blast("c_2", "r2", "Opposition", 60_000)];
    sums.iter_mut().for_each(|claim| (claim.event.scope, claim.time) = ("cumulative".into(), None));
    sums[1].report.published = Some("2015-02-05".into());
    let mut merger = Merger::new(&TABLES);
    sums.iter().for_each(|claim| merger.add(claim));
    assert_eq!(events(&mut merger), []);
    let series = merger.series();
    let figures: Vec<_> = series[0].figures.iter().map(|f| (f.as_of.as_deref(), f.low)).collect();
    assert_eq!(series.len(), 1);
    assert_eq!(figures, [(Some("2015-01-05"), Some(40_000)), (Some("2015-02-05"), Some(60_000))]);
}

#[test]
fn the_reasons_name_what_kept_the_nearest_claim_out() {
    let mut other = blast("c_3", "r3", "Police", 16);
    other.time = Some(Time { first: Some("2015-01-03".into()), ..Time::default() });
    let mut merger = Merger::new(&TABLES);
    [blast("c_1", "r1", "Police", 16), blast("c_2", "r2", "Doctors", 17), other]
        .iter()
        .for_each(|c| merger.add(c));
    let whole = merger.explain("e_");
    let why = whole.iter().find(|why| why.event.reports == 2).expect("an event of two reports");
    assert_eq!(why.members.len(), 2);
    let link = why.members[0].nearest.as_ref().expect("a link");
    assert!(link.odds > 0.0 && link.clues.iter().any(|(name, _)| *name == "days.same-day"));
    let outsider = why.outsider.as_ref().expect("an outsider");
    assert_eq!((outsider.claim.as_str(), outsider.bar), ("c_3", Some("their days cannot meet")));
}

#[test]
fn the_stories_merge_the_same_in_any_order() {
    #[derive(serde::Deserialize)]
    struct Line {
        report: ReportHead,
        claims: Vec<Claim>,
    }
    let mut claims = Vec::new();
    for story in ["m01", "m04", "m10"] {
        for line in file(&format!("gold/merge/{story}.jsonl")).lines() {
            let line: Line = serde_json::from_str(line).unwrap_or_else(|e| panic!("{story}: {e}"));
            claims
                .extend(line.claims.into_iter().map(|claim| Claim { report: line.report.clone(), ..claim }));
        }
    }
    let once = merge(&claims);
    assert!(once.iter().any(|event| event.reports == 5));
    let mut merger = Merger::new(&TABLES);
    for some in shuffled(&claims, &[17, 4_711, 99_991]).chunks(13) {
        some.iter().for_each(|claim| merger.add(claim));
        merger.settle();
    }
    assert_eq!(events(&mut merger), once);
}

#[test]
fn six_hundred_reports_of_one_day_are_one_event() {
    let one = |n: usize| blast(&format!("c_{n}"), &format!("r{n}"), "Police", 16);
    let claims: Vec<Claim> = (0..600).map(one).collect();
    let merged = merge(&claims);
    assert_eq!((merged.len(), merged[0].reports, merged[0].independent_sources), (1, 600, 1));
}
