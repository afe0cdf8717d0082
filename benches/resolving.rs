//! Speed of the resolvers alone, on one core.
//!
//! `cargo bench -p dateline-events`. Times and places are those of `gold/`; figures are expressions, names and descriptions a second.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline_events::gazetteer::Gazetteer;
use dateline_events::parties::{ActorTables, Actors};
use dateline_events::places::rank;
use dateline_events::table::Table;
use dateline_events::times::{Moment, Tense, resolve};
use jiff::civil::Date;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// How many cases are resolved: of every form some, and no more as the file grows.
const TIMES: usize = 200;

fn times(criterion: &mut Criterion) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/times/cases.tsv");
    let text = std::fs::read_to_string(file).unwrap();
    let table = Table::parse(&text).unwrap();
    let step = (table.rows.len() / TIMES).max(1);
    let rows = table.rows.iter().step_by(step).take(TIMES);
    let cases: Vec<(&str, Moment)> = rows.map(|(_, row)| (row[0], moment(row))).collect();
    let mut group = criterion.benchmark_group("times");
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_secs(1));
    group.throughput(Throughput::Elements(cases.len() as u64));
    group.bench_function("expressions", |b| {
        b.iter(|| cases.iter().filter(|(words, moment)| black_box(resolve(words, moment)).is_some()).count())
    });
    group.finish();
}

fn places(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let gazetteer =
        Gazetteer::from_bytes(std::fs::read(root.join("data/gazetteer/gazetteer.bin")).unwrap()).unwrap();
    let text = std::fs::read_to_string(root.join("gold/places/cases.tsv")).unwrap();
    let table = Table::parse(&text).unwrap();
    let marked = table.rows.iter().filter_map(|(_, row)| row[0].split_once('[')?.1.split_once(']'));
    let words: Vec<&str> = marked.map(|(words, _)| words).collect();
    let names: Vec<&str> = table.rows.iter().map(|(_, row)| row[2]).filter(|name| *name != "-").collect();
    let mut group = criterion.benchmark_group("places");
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_secs(1));
    group.throughput(Throughput::Elements(names.len() as u64));
    group.bench_function("names", |b| {
        b.iter(|| names.iter().map(|name| black_box(gazetteer.candidates(name)).len()).sum::<usize>())
    });
    group.bench_function("names by their sound", |b| {
        b.iter(|| names.iter().map(|n| black_box(gazetteer.sounding_like(n, &["SY"])).len()).sum::<usize>())
    });
    group.throughput(Throughput::Elements(words.len() as u64));
    group.bench_function("descriptions", |b| {
        b.iter(|| {
            words.iter().filter(|w| black_box(rank(&gazetteer, w, "", "")).answer.place.is_some()).count()
        })
    });
    group.finish();
}

fn parties(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let texts = ActorTables::PATHS.map(|path| std::fs::read_to_string(root.join("data").join(path)).unwrap());
    let actors = Actors::from_tables(&ActorTables::from_texts(&texts)).unwrap();
    let text = std::fs::read_to_string(root.join("gold/parties/phrases.tsv")).unwrap();
    let table = Table::parse(&text).unwrap();
    let phrases: Vec<(&str, Option<Date>)> =
        table.rows.iter().map(|(_, row)| (row[0], row[2].parse().ok())).collect();
    let mut group = criterion.benchmark_group("parties");
    group.sample_size(20).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_secs(1));
    group.throughput(Throughput::Elements(phrases.len() as u64));
    group.bench_function("phrases", |b| {
        b.iter(|| {
            phrases
                .iter()
                .filter(|(p, day)| black_box(actors.identify(p, Some("SYR"), *day)).is_some())
                .count()
        })
    });
    group.bench_function("tables", |b| {
        b.iter(|| black_box(Actors::from_tables(&ActorTables::from_texts(&texts)).is_ok()))
    });
    group.finish();
}

fn moment<'a>(row: &[&str]) -> Moment<'a> {
    let tense = if row[2] == "future" { Tense::Future } else { Tense::Past };
    Moment { published: row[1].parse().ok(), tense, year: row[4].parse().ok(), ..Moment::default() }
}

criterion_group!(benches, times, places, parties);
criterion_main!(benches);
