//! The project's own chores: checks, data, training, measures. `cargo xtask --help` lists them.

mod check;
mod coded;
mod data;
mod event_place;
mod merging;
mod packages;
mod parties;
mod places;
mod postgres;
mod python;
#[cfg(feature = "record")]
mod record;
mod score;
mod shell;
mod spellings;
mod test;
mod times;
mod times_found;
mod toponyms;
mod train;
mod web;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// The project's own chores.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Every check that a change must pass
    Test {
        /// Also the long ones: large inputs, soak
        #[arg(long)]
        full: bool,
    },
    /// Format, lints, and the rules of ARCHITECTURE.md
    Check,
    /// Builds the page into web/dist, which is part of the program
    Page {
        /// Check it instead: its own tests, whether web/dist is of these sources, and a browser on a real server
        #[arg(long)]
        check: bool,
    },
    /// Packs the gazetteer into data/gazetteer/gazetteer.bin
    Data {
        /// Folder with the project's corpora
        #[arg(long, default_value = "../shared")]
        shared: PathBuf,
    },
    /// Trains the annotator, accurate and fast, and writes data/models
    Train {
        /// Folder with the project's corpora
        #[arg(long, default_value = "../shared")]
        shared: PathBuf,
        /// Seed of everything that is drawn by chance
        #[arg(long, default_value_t = 1)]
        seed: u32,
        /// How many annotators teach those that ship
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
        teachers: u32,
    },
    /// Measures the program on the claims corpus and writes gold/scores.csv
    Score {
        /// Folder with the project's corpora
        #[arg(long, default_value = "../shared")]
        shared: PathBuf,
        /// Which part: tune to choose by, dev to report
        #[arg(long, default_value = "tune")]
        split: String,
        /// Which model: accurate or fast
        #[arg(long, default_value = "accurate", value_parser = ["accurate", "fast"])]
        model: String,
        /// Print only, leave gold/scores.csv as it is
        #[arg(long)]
        dry: bool,
    },
    #[cfg(feature = "record")]
    /// Measures the record: how fast reports come in; with --claims how fast a large one answers; with --load how fast its server does
    Record {
        /// Stories that claims are made of, with --claims
        #[arg(requires = "claims")]
        stories: Vec<PathBuf>,
        /// Fill a record with so many claims and ask it
        #[arg(long, value_name = "N", requires = "record")]
        claims: Option<usize>,
        /// Ask the server of a record so many times a second
        #[arg(long, value_name = "N", requires = "record", conflicts_with = "claims")]
        load: Option<u32>,
        /// For so many seconds
        #[arg(long, value_name = "N", default_value_t = 60, requires = "load")]
        seconds: u32,
        /// The record: a file, or a URL, in which {} stands for the model's name [default: target/record/MODEL.db]
        #[arg(long, value_name = "FILE|URL")]
        record: Option<String>,
        /// Reports that are read
        #[arg(long, value_name = "N", default_value_t = 10_000)]
        reports: usize,
        /// Folder with the project's corpora
        #[arg(long, default_value = "../shared")]
        shared: PathBuf,
    },
    /// Measures who is who on gold words for parties and sources
    Parties {
        /// JSON lines of the claims corpus; none: the hand-made cases of gold/parties
        claims: Vec<PathBuf>,
        /// The parties of the program's own claims instead, where it finds the words
        #[arg(long, conflicts_with_all = ["errors", "questions"], requires = "claims")]
        found: bool,
        /// How many parties of reports (JSON lines) that nobody annotated have an id or a country
        #[arg(long, value_name = "REPORTS", conflicts_with_all = ["errors", "questions", "found", "claims"])]
        coverage: Option<PathBuf>,
        /// Which model finds them: accurate or fast
        #[arg(long, default_value = "accurate", value_parser = ["accurate", "fast"])]
        model: String,
        /// Also list what is wrong
        #[arg(long)]
        errors: bool,
        /// Write the choices with their clues to FILE, for training/choices.py
        #[arg(long, value_name = "FILE", requires = "asks")]
        questions: Option<PathBuf>,
        /// Which choices
        #[arg(long, value_parser = ["country", "antecedent"])]
        asks: Option<String>,
    },
    /// Measures merging on the gold claims of stories
    Merging {
        /// JSON lines of the claims corpus; none: the stories of gold/merge
        claims: Vec<PathBuf>,
        /// Write all pairs with their clues to FILE, for training/joining.py
        #[arg(long, value_name = "FILE")]
        pairs: Option<PathBuf>,
        /// From raw text: the program's own claims merged, and what each stage loses
        #[arg(long, conflicts_with_all = ["errors", "scale"])]
        found: bool,
        /// Which model finds them: accurate or fast
        #[arg(long, default_value = "accurate", value_parser = ["accurate", "fast"])]
        model: String,
        /// Merge as many claims, made from these by moving them: time and memory
        #[arg(long, value_name = "SIZES", value_delimiter = ',', conflicts_with_all = ["pairs", "errors"])]
        scale: Vec<usize>,
        /// With --scale, plot the times to FILE (SVG)
        #[arg(long, value_name = "FILE", requires = "scale")]
        plot: Option<PathBuf>,
        /// Also list events that were joined or parted wrongly
        #[arg(long)]
        errors: bool,
    },
    /// Measures the place resolver on gold place words
    Places {
        /// JSON lines of the claims corpus
        claims: PathBuf,
        /// Also list what is wrong
        #[arg(long)]
        errors: bool,
    },
    /// Measures how well places are found by spellings that the gazetteer lacks
    Spellings {
        /// Folder with the project's corpora
        #[arg(long, default_value = "../shared")]
        shared: PathBuf,
    },
    /// Measures the time resolver on gold words for times
    Times {
        /// JSON lines of the claims corpus
        claims: PathBuf,
        /// The days of the program's own claims instead, where it finds the words
        #[arg(long, conflicts_with = "errors")]
        found: bool,
        /// Also list what is wrong
        #[arg(long)]
        errors: bool,
    },
    /// Measures the place resolver on corpora of toponyms with coordinates, the toponyms given or found
    Toponyms {
        /// Gzipped XML of LGL or GeoVirus
        #[arg(required = true)]
        corpora: Vec<PathBuf>,
        /// Find the toponyms in the text as well: geoparsing end to end
        #[arg(long)]
        found: bool,
        /// Also list what is more than 161 km off, missed, or found beside the corpus
        #[arg(long)]
        errors: bool,
    },
    /// Measures where the program says that events happened, beside rules that take the nearest or the first place
    EventPlace {
        /// Gzipped JSON lines of the corpus of Halterman (2019): labeled_text.jsonl.gz
        corpus: PathBuf,
        /// Which model: accurate or fast
        #[arg(long, default_value = "accurate", value_parser = ["accurate", "fast"])]
        model: String,
        /// Also list the texts whose claim has none of the corpus's places: verb, these, the claim's, text
        #[arg(long)]
        errors: bool,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().chore) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: Chore) -> Result<()> {
    match chore {
        Chore::Test { full } => test::run(full),
        Chore::Check => check::run(),
        Chore::Page { check: true } => web::check(),
        Chore::Page { .. } => web::build(),
        Chore::Data { shared } => data::run(&shared),
        Chore::Train { shared, seed, teachers } => train::run(&shared, seed, teachers),
        Chore::Score { shared, split, model, dry } => score::run(&shared, &split, &model, dry),
        Chore::Parties { claims, questions: Some(file), asks, .. } => {
            parties::questions(&claims, &asks.unwrap_or_default(), &file)
        }
        Chore::Parties { coverage: Some(reports), model, .. } => parties::found::coverage(&reports, &model),
        Chore::Parties { claims, errors, .. } if claims.is_empty() => parties::cases::measure(errors),
        Chore::Parties { claims, found: true, model, .. } => parties::found::measure(&claims, &model),
        Chore::Parties { claims, errors, .. } => parties::measure(&claims, errors),
        Chore::Merging { claims, pairs: Some(file), found, model, .. } => {
            merging::pairs(&claims, &file, found.then_some(&*model))
        }
        Chore::Merging { claims, found: true, model, .. } => merging::found(&claims, &model),
        #[cfg(feature = "record")]
        Chore::Record { stories, claims: Some(claims), record, .. } => {
            record::large(&stories, claims, &record.unwrap_or_default())
        }
        #[cfg(feature = "record")]
        Chore::Record { load: Some(rate), seconds, record, .. } => {
            record::load(&record.unwrap_or_default(), rate, seconds)
        }
        #[cfg(feature = "record")]
        Chore::Record { record, reports, shared, .. } => record::reading(&shared, reports, record.as_deref()),
        Chore::Merging { claims, scale, plot, .. } if !scale.is_empty() => {
            merging::scale(&claims, &scale, plot.as_deref())
        }
        Chore::Merging { claims, errors, .. } if claims.is_empty() => merging::cases(errors),
        Chore::Merging { claims, errors, .. } => merging::measure(&claims, errors).map(drop),
        Chore::Places { claims, errors } => places::measure(&data::pack_file(), &claims, errors),
        Chore::Spellings { shared } => spellings::measure(&shared),
        Chore::Toponyms { corpora, found, errors } => {
            toponyms::measure(&data::pack_file(), &corpora, found, errors)
        }
        Chore::EventPlace { corpus, model, errors } => {
            event_place::measure(&data::pack_file(), &corpus, &model, errors)
        }
        Chore::Times { claims, found: true, .. } => times_found::measure(&claims),
        Chore::Times { claims, errors, .. } => times::measure(&claims, errors),
    }
}
