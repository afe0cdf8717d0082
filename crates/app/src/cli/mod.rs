//! What the user can ask for. One file a command.

pub mod actors;
pub mod answer;
pub mod backup;
pub mod code;
pub mod completions;
pub mod eval;
pub mod explain;
pub mod export;
pub mod filter_args;
pub mod find;
pub mod gazetteer;
pub mod ingest;
pub mod jobs_args;
pub mod merge;
pub mod read_apart;
pub mod reading_args;
pub mod recode;
pub mod record_args;
pub mod retract;
pub mod serve;
pub mod status;
pub mod watch;
pub mod when;
pub mod whereis;
pub mod who;

use crate::output::target::is_broken_pipe;
use crate::screen::Screen;
use crate::tally::FAILED;
use clap::{Parser, Subcommand};
use reading_args::CoderArgs;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  dateline code report.txt                  what one report claims, as a table
  dateline code reports/ --out claims.csv   a folder, one claim a row
  cat feed.jsonl | dateline code -          a stream of reports, claims as JSON lines
  dateline code reports/ --events events.jsonl --out claims.jsonl   also the events that the claims make together
  dateline explain report.txt               where each field of a claim comes from

Exit codes: 0 all inputs read; 1 some could not be read, the others were; 2 nothing could be read, or wrong usage.";

/// Reads news reports and says who did or said what to whom, where, when, and according to whom.
#[derive(Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES, propagate_version = true)]
pub struct Cli {
    /// Show errors only: no summary, no warnings, no progress
    #[arg(short, long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Code(code::Args),
    Merge(merge::Args),
    Ingest(ingest::Args),
    Watch(watch::Args),
    Recode(recode::Args),
    Retract(retract::Args),
    Status(status::Args),
    Serve(serve::Args),
    Find(find::Args),
    Export(export::Args),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Explain(explain::Args),
    Eval {
        #[command(flatten)]
        coder: CoderArgs,
        #[command(flatten)]
        args: eval::Args,
    },
    #[command(name = "where")]
    Where(whereis::Args),
    When(when::Args),
    Who(who::Args),
    Gazetteer(gazetteer::Args),
    Actors(actors::Args),
    Completions(completions::Args),
    #[command(hide = true)]
    ReadApart(read_apart::Args),
}

/// Runs the program.
pub fn main() -> ExitCode {
    let Cli { quiet, command } = Cli::parse();
    let done = match command {
        Command::Code(args) => code::run(args, quiet),
        Command::Merge(args) => merge::run(&args, quiet),
        Command::Ingest(args) => ingest::run(args, quiet),
        Command::Watch(args) => watch::run(args, quiet),
        Command::Recode(args) => recode::run(&args, quiet),
        Command::Retract(args) => retract::run(&args, quiet),
        Command::Status(args) => status::run(&args),
        Command::Serve(args) => serve::run(&args, quiet),
        Command::Find(args) => find::run(&args, quiet),
        Command::Export(args) => export::run(&args, quiet),
        Command::Backup(args) => backup::backup(&args, quiet),
        Command::Restore(args) => backup::restore(&args, quiet),
        Command::Explain(args) => explain::run(&args, quiet),
        Command::Eval { coder, args } => score(&coder, &args),
        Command::Where(args) => whereis::run(&args),
        Command::When(args) => when::run(&args),
        Command::Who(args) => who::run(&args),
        Command::Gazetteer(args) => gazetteer::run(&args, quiet),
        Command::Actors(args) => actors::run(&args, quiet),
        Command::Completions(args) => completions::run(&args),
        Command::ReadApart(args) => read_apart::run(&args),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader of the pipe has seen enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            Screen::new(quiet).error(&format!("{error:#}"));
            ExitCode::from(FAILED)
        }
    }
}

fn score(coder: &CoderArgs, args: &eval::Args) -> anyhow::Result<u8> {
    let code = coder.load()?;
    eval::run(args, |report| code(report).claims, &mut std::io::stdout().lock())?;
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_of_every_command_has_examples() {
        for command in Cli::command().get_subcommands_mut() {
            let help = command.render_help().to_string();
            assert!(help.contains("Examples:\n  "), "{help}");
        }
    }
}
