//! The project's own chores: `cargo xtask test|check|data|train|score|places|times|toponyms`.

mod check;
mod data;
mod places;
mod score;
mod shell;
mod test;
mod times;
mod toponyms;
mod train;

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
    /// Measures the place resolver on gold place words
    Places {
        /// JSON lines of the claims corpus
        claims: PathBuf,
        /// Also list what is wrong
        #[arg(long)]
        errors: bool,
    },
    /// Measures the time resolver on gold words for times
    Times {
        /// JSON lines of the claims corpus
        claims: PathBuf,
        /// Also list what is wrong
        #[arg(long)]
        errors: bool,
    },
    /// Measures the place resolver on corpora of toponyms with coordinates, the toponyms given
    Toponyms {
        /// Gzipped XML of LGL or GeoVirus
        #[arg(required = true)]
        corpora: Vec<PathBuf>,
        /// Also list what is more than 161 km off
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
        Chore::Data { shared } => data::run(&shared),
        Chore::Train { shared, seed, teachers } => train::run(&shared, seed, teachers),
        Chore::Score { shared, split, model, dry } => score::run(&shared, &split, &model, dry),
        Chore::Places { claims, errors } => places::measure(&data::pack_file(), &claims, errors),
        Chore::Times { claims, errors } => times::measure(&claims, errors),
        Chore::Toponyms { corpora, errors } => toponyms::measure(&data::pack_file(), &corpora, errors),
    }
}
