//! What a page asks of a record, and how long the answers take.

use super::at;
use anyhow::Result;
use dateline::record::Record;
use dateline::record::find::{Filter, Line};
use dateline::record::overview::Overview;
use std::time::Instant;

/// What is asked of each filter: in the database alone a list and a count; by the overview a list with whose word it is, a timeline, a map, counts.
const ASKED: usize = 6;

/// Asks for all that pages ask for, by filters of each kind.
pub fn ask(record: &Record) -> Result<()> {
    let begun = Instant::now();
    let overview = record.wait(record.overview())?;
    println!("overview of {} events read in {:.2} s", overview.len(), begun.elapsed().as_secs_f64());
    let lines = record.wait(record.find(&Filter::default(), 5_000))?;
    let sample: Vec<&Line> = lines.iter().step_by(lines.len().div_ceil(25).max(1)).collect();
    println!("filter\tevents\tlist: median, 95 of 100\tcount\tlist by overview\ttimeline\tmap\ttally   (ms)");
    for (name, filters) in kinds(&sample) {
        let (mut most, mut times) = (0, <[Vec<f64>; ASKED]>::default());
        for filter in &filters {
            most = most.max(answered(record, &overview, filter, &mut times)?);
        }
        times.iter_mut().for_each(|t| t.sort_by(f64::total_cmp));
        let shown: Vec<String> =
            times.iter().map(|t| format!("{:.1}, {:.1}", at(t, 0.5), at(t, 0.95))).collect();
        println!("{name}\t{most}\t{}", shown.join("\t"));
    }
    one_by_one(record, &sample)
}

/// How long the answers for one filter take, in milliseconds; returns how many events it lets through.
fn answered(
    record: &Record,
    overview: &Overview,
    filter: &Filter,
    times: &mut [Vec<f64>; ASKED],
) -> Result<i64> {
    let mut time = |n: usize, work: &mut dyn FnMut() -> Result<i64>| -> Result<i64> {
        let begun = Instant::now();
        let done = work()?;
        times[n].push(begun.elapsed().as_secs_f64() * 1e3);
        Ok(done)
    };
    let select = || record.wait(record.select(overview, filter));
    time(0, &mut || Ok(record.wait(record.find(filter, 50))?.len() as i64))?;
    let count = time(1, &mut || Ok(record.wait(record.count(filter))?))?;
    time(2, &mut || {
        let numbers = overview.page(&select()?, None, 50);
        let lines = record.wait(record.lines(&numbers))?;
        Ok((lines.len() + record.wait(record.voices(&numbers))?.len()) as i64)
    })?;
    time(3, &mut || {
        let selection = select()?;
        Ok(overview.timeline(&selection, overview.step(&selection)).len() as i64)
    })?;
    time(4, &mut || Ok(overview.cells(&select()?, None, 7).len() as i64))?;
    time(5, &mut || Ok(overview.tally(&select()?).placed as i64))?;
    Ok(count)
}

/// Filters of each kind, made of some lines of the record.
fn kinds(sample: &[&Line]) -> Vec<(&'static str, Vec<Filter>)> {
    let all = Filter::default;
    let of_each = |filter: &dyn Fn(&Line) -> Filter| sample.iter().map(|line| filter(line)).collect();
    let grades = ["contested", "corroborated", "expected", "single-source"];
    let parties = ["syrian people", "syrian observatory for human rights", "united states", "al-shabaab"];
    let word = |line: &Line| line.summary.split_whitespace().nth(3).map(|w| format!("{w} "));
    let kind = |line: &Line| vec![line.kind.clone()];
    vec![
        ("nothing", vec![all(); 20]),
        ("type", of_each(&|line| Filter { kinds: kind(line), ..all() })),
        ("grade", grades.map(|g| Filter { grades: vec![g.into()], ..all() }).to_vec()),
        ("killed", [1, 10, 50, 500].map(|n| Filter { killed: Some(n), ..all() }).to_vec()),
        ("a month", of_each(&month)),
        ("a box", sample.iter().filter_map(|line| boxed(line)).collect()),
        ("words", of_each(&|line| Filter { words: word(line), ..all() })),
        ("party", facet("party", &parties)),
        ("source kind", facet("source-kind", &["government", "activist", "police", "media"])),
        (
            "type, month, killed",
            of_each(&|line| Filter { kinds: vec!["ASSAULT".into()], killed: Some(5), ..month(line) }),
        ),
        (
            "words, type",
            of_each(&|line| Filter { words: Some("police killed ".into()), kinds: kind(line), ..all() }),
        ),
    ]
}

/// From the first to the last day of its month that every month has.
fn month(line: &Line) -> Filter {
    let month = line.day.get(..7).unwrap_or("2010-01");
    Filter { from: Some(format!("{month}-01")), to: Some(format!("{month}-28")), ..Filter::default() }
}

fn boxed(line: &Line) -> Option<Filter> {
    let (lat, lon) = line.at?;
    Some(Filter { area: Some([lat - 1.0, lat + 1.0, lon - 1.0, lon + 1.0]), ..Filter::default() })
}

fn facet(facet: &'static str, values: &[&str]) -> Vec<Filter> {
    let of = |value: &&str| Filter { facets: vec![(facet, vec![(*value).to_owned()])], ..Filter::default() };
    values.iter().map(of).collect()
}

/// An event with its claims.
fn one_by_one(record: &Record, sample: &[&Line]) -> Result<()> {
    let mut times = Vec::new();
    for line in sample {
        let begun = Instant::now();
        record.wait(record.event(&line.id))?;
        record.wait(record.claims(line.number))?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    println!("an event with its claims: {:.1}, {:.1} ms", at(&times, 0.5), at(&times, 0.95));
    Ok(())
}
