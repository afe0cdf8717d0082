//! How merging grows: many claims, made from the stories by moving each of them elsewhere and to another day.
//!
//! Every copy of a story keeps its inner order: what was near in place and time stays near. Its places go to another point of the globe, its
//! days to another of twenty years, its parties keep their names in every second copy, its reports get new ids and one of fifty
//! publishers. So blocks fill as in an archive: the same groups, countries and types everywhere, and several stories on every day.

use super::gold::Stories;
use anyhow::Result;
use dateline_events::merge::{Merger, Merging};
use dateline_events::record::Claim;
use jiff::civil::Date;
use std::time::Instant;

/// Years over which copies are spread, in days.
const DAYS: u64 = 20 * 365;

/// Merges about as many claims as each of `sizes`, and says how long it took and how much memory; then adds one report to the last.
pub fn measure(stories: &Stories, tables: &Merging, sizes: &[usize]) -> Result<Vec<(usize, f64)>> {
    let mut points = Vec::new();
    println!("claims\tadd s\tsettle s\tevents s\tevents\tMB\treport ms (median, 95 of 100, most of 200)");
    for size in sizes {
        let copies = size.div_ceil(stories.claims.len());
        let mut merger = Merger::new(tables);
        let begun = Instant::now();
        (0..copies as u64).for_each(|copy| each(stories, copy, |claim| merger.add(&claim)));
        let added = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        merger.settle();
        let settled = begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        let events = merger.events().count();
        let told = begun.elapsed().as_secs_f64();
        let claims = merger.len();
        points.push((claims, added + settled + told));
        let ms = one_report(&mut merger, stories, copies as u64);
        println!(
            "{claims}\t{added:.1}\t{settled:.1}\t{told:.1}\t{events}\t{}\t{:.1}\t{:.1}\t{:.1}",
            memory("/proc/self/status"),
            ms[0],
            ms[1],
            ms[2]
        );
    }
    Ok(points)
}

/// Milliseconds to add one report of a story that is there already, on another day's copy: the median, what 95 of 100 stay below, and the most of 200.
fn one_report(merger: &mut Merger<'_>, stories: &Stories, copies: u64) -> [f64; 3] {
    let mut reports: Vec<&str> = stories.claims.iter().map(|c| c.report.id.as_str()).collect();
    reports.dedup();
    let mut times: Vec<f64> = Vec::new();
    for n in 0..200_u64 {
        let report = reports[(n as usize * 7) % reports.len()];
        let copy = n * 31 % copies.max(1);
        let mut claims = Vec::new();
        each(stories, copy, |claim| claims.push(claim));
        claims.retain(|c| c.report.id.starts_with(&format!("{report}~")));
        for claim in &mut claims {
            claim.report.id.push_str("~again");
            claim.id.push_str("~again");
        }
        let begun = Instant::now();
        claims.iter().for_each(|claim| merger.add(claim));
        merger.settle();
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    [times.len() / 2, times.len() * 95 / 100, times.len() - 1].map(|n| times[n])
}

/// Calls `take` with every claim of a copy; copy 0 is the stories themselves.
pub(crate) fn each(stories: &Stories, copy: u64, mut take: impl FnMut(Claim)) {
    for claim in &stories.claims {
        let story = super::gold::story(&claim.report.id);
        let mut draw = Draw(
            copy ^ story
                .bytes()
                .fold(copy.wrapping_mul(0x9e37), |h, b| h.wrapping_mul(31).wrapping_add(b.into())),
        );
        let (days, north, east) = (draw.below(DAYS), draw.below(120), draw.below(340));
        let parties = draw.below(2) == 0;
        take(moved(claim, copy, days, (north as f64 - 60.0, east as f64 - 170.0), parties));
    }
}

fn moved(claim: &Claim, copy: u64, days: u64, to: (f64, f64), parties: bool) -> Claim {
    let mut claim = claim.clone();
    let tail = format!("~{copy}");
    claim.id.push_str(&tail);
    claim.report.id.push_str(&tail);
    claim.report.publisher = claim.report.publisher.map(|p| format!("{p} {}", copy % 10));
    let shift = |day: &mut Option<String>| {
        if let Some(date) = day.as_deref().and_then(|d| d.parse::<Date>().ok()) {
            let span = jiff::Span::new().days(i64::try_from(days).unwrap_or(0));
            *day = date.checked_sub(span).ok().map(|d| d.to_string());
        }
    };
    shift(&mut claim.report.published);
    if let Some(time) = &mut claim.time {
        shift(&mut time.first);
        shift(&mut time.last);
    }
    for place in &mut claim.places {
        place.lat = place.lat.map(|lat| (lat / 4.0 + to.0 / 1.5).clamp(-80.0, 80.0));
        place.lon = place.lon.map(|lon| (lon + to.1 + 540.0).rem_euclid(360.0) - 180.0);
        place.name = place
            .name
            .take()
            .map(|name| name.split(", ").map(|part| format!("{part}{tail}")).collect::<Vec<_>>().join(", "));
    }
    for party in claim.actors.iter_mut().chain(&mut claim.recipients).filter(|_| !parties) {
        party.id = party.id.take().map(|id| format!("{id}{tail}"));
        party.who = party.who.take().map(|who| format!("{who} {copy}"));
    }
    if let Some(denial) = &mut claim.denies {
        match denial {
            dateline_events::record::Denial::Bare(id)
            | dateline_events::record::Denial::Link { claim: id, .. } => id.push_str(&tail),
        }
    }
    claim
}

/// Numbers that look drawn by chance and are the same in every run (SplitMix64: Steele, Lea and Flood 2014).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}

/// Most memory that a process has held, in megabytes, by its `/proc/PID/status`.
pub(crate) fn memory(status: &str) -> u64 {
    let status = std::fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
