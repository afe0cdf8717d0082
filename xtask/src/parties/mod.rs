//! Measures who is who on gold words: countries, sectors, kinds of source.

pub mod cases;
pub mod found;
mod gold;
mod learn;
mod named;
mod tally;

use anyhow::{Context, Result};
use dateline_events::parties::{ActorTables, Actors, choice, resolve_report};
use dateline_events::sources;
use gold::Line;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tally::Tallies;

/// The actor base of this checkout.
pub fn actors() -> Result<Actors> {
    let read = |path: &str| {
        let file = crate::shell::root().join("data").join(path);
        std::fs::read_to_string(&file).with_context(|| file.display().to_string())
    };
    let mut texts = ActorTables::PATHS.map(|_| String::new());
    for (text, path) in texts.iter_mut().zip(ActorTables::PATHS) {
        *text = read(path)?;
    }
    Ok(Actors::from_tables(&ActorTables::from_texts(&texts))?)
}

/// Prints the shares of right readings of the gold words of `claims`, as the reference scorer judges them; with `errors`, a line for
/// each wrong one: what is wrong, words, gold, ours, rule, sentence.
pub fn measure(claims: &[PathBuf], errors: bool) -> Result<()> {
    let begun = Instant::now();
    let actors = actors()?;
    eprintln!("tables loaded in {:.1} ms", begun.elapsed().as_secs_f64() * 1e3);
    let (mut tallies, mut spent, mut phrases) = (Tallies::default(), Duration::ZERO, 0);
    for line in gold::lines(claims)? {
        let (report, sentences) = line.report();
        let scene = dateline_events::scene::Scene { report: &report, sentences: &sentences };
        let (parties, cited) = (line.parties(), line.sources());
        let begun = Instant::now();
        let read = resolve_report(&actors, &scene, &parties);
        let said = sources::resolve_report(&actors, &scene, &cited);
        spent += begun.elapsed();
        phrases += read.len() + said.len();
        for wrong in tallies.judge(&actors, &line, &scene, &read, &said).iter().filter(|_| errors) {
            println!("{wrong}");
        }
    }
    tallies.show();
    eprintln!("{:.0} phrases a second", phrases as f64 / spent.as_secs_f64());
    Ok(())
}

/// Writes each choice of a kind ("country", "antecedent") to `file`, one JSON object a line: the kind of question, the candidates with
/// their clues, and whether each is right.
pub fn questions(claims: &[PathBuf], asks: &str, file: &Path) -> Result<()> {
    let actors = actors()?;
    let out = std::fs::File::create(file).with_context(|| file.display().to_string())?;
    let mut out = BufWriter::new(out);
    for line in gold::lines(claims)? {
        let (report, sentences) = line.report();
        let scene = dateline_events::scene::Scene { report: &report, sentences: &sentences };
        let gold: Vec<_> = line.each_party().collect();
        for (n, question) in choice::questions(&actors, &scene, &line.parties()) {
            if let Some((_, party)) = gold.get(n).filter(|_| question.asks == asks) {
                writeln!(out, "{}", learn::row(&question, party))?;
            }
        }
    }
    Ok(out.flush()?)
}

/// A line that cannot be read names its file.
fn parse(file: &Path, line: &str) -> Result<Line> {
    serde_json::from_str(line).with_context(|| file.display().to_string())
}
