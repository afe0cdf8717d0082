//! `dateline when`: what words for a time mean, and by which rule.

use super::answer::Format;
use crate::output::target::Target;
use crate::reading::date;
use crate::tally::SOME_FAILED;
use anyhow::{Context, Result};
use dateline_events::times::{Partial, Reading};
use dateline_shared::time::{Answer, CountedFrom};
use jiff::civil::Date;
use std::io::{self, BufRead, Write};

const EXAMPLES: &str = "\
Examples:
  dateline when \"on Tuesday\" --published 2012-12-13
  dateline when \"next week\" \"by the end of May\" --published 2013-05-02 --future
  dateline when \"a day earlier\" --published 2012-12-13 --told 2012-12-11
  dateline when - --published 2012-12-13 --format jsonl < expressions.txt

Days are counted by the codebook: docs/codebook.md. An open end is printed as two dots.
Exit codes: 0 all resolved; 1 some not; 2 wrong usage.";

/// Resolve words for a time: first and last day, and the rule that found them
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Words for a time, or - for lines of standard input
    #[arg(required = true)]
    words: Vec<String>,
    /// Day of publication, which "on Tuesday" is counted from
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    published: Option<Date>,
    /// The event is to come: "on Tuesday" is the next Tuesday
    #[arg(long)]
    future: bool,
    /// A day that the report told before, which "a day earlier" is counted from
    #[arg(long, value_name = "DATE", value_parser = date::parse_argument)]
    told: Option<Date>,
    /// Year of a bare "24 March" where the day of publication is not known
    #[arg(long, conflicts_with = "published", value_parser = clap::value_parser!(i16).range(1900..=2100))]
    year: Option<i16>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8> {
    let from =
        CountedFrom { published: args.published, future: args.future, told: args.told, year: args.year };
    from.check()?;
    let (mut target, mut all) = (Target::open(None)?, true);
    for words in &args.words {
        if words == "-" {
            // A line that is not UTF-8 is read as far as it is.
            for line in io::stdin().lock().split(b'\n') {
                let line = line.context("reading standard input")?;
                let line = String::from_utf8_lossy(&line);
                all &= print(args.format, &from, line.trim_start_matches('\u{feff}').trim(), &mut target)?;
            }
        } else {
            all &= print(args.format, &from, words, &mut target)?;
        }
    }
    target.finish()?;
    Ok(if all { 0 } else { SOME_FAILED })
}

/// Prints what one means; true where it is resolved.
fn print(format: Format, from: &CountedFrom, words: &str, target: &mut Target) -> Result<bool> {
    let reading = from.resolve(words);
    target.write(|out| line(format, words, reading.as_ref(), out))?;
    Ok(reading.is_some())
}

fn line(format: Format, words: &str, reading: Option<&Reading>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => writeln!(out, "{words}\t{}", text(reading)),
        Format::Jsonl => {
            serde_json::to_writer(&mut *out, &Answer::of(words, reading))?;
            writeln!(out)
        }
    }
}

/// The interval, as ISO 8601 writes it, the part of the day and the rule.
fn text(reading: Option<&Reading>) -> String {
    let Some(reading) = reading else { return "-\tno time of an event, or nothing to count from".to_owned() };
    let end = |point: Option<Partial>| point.map_or_else(|| "..".to_owned(), |p| p.to_string());
    let interval = match (end(reading.first), end(reading.last)) {
        (first, last) if first == last => first,
        (first, last) => format!("{first}/{last}"),
    };
    let part = reading.part.as_deref().map(|part| format!(", {part}")).unwrap_or_default();
    format!("{interval}{part}\t{}", reading.rule)
}
