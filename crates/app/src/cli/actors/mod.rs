//! `dateline actors`: a user's own actors.

mod add;
mod check;
mod list;

use anyhow::Result;

const EXAMPLES: &str = "\
Examples:
  dateline actors add --name \"Qatana Martyrs Brigade\" --sort group --country SYR --sector REB
  dateline actors list brigade --country SYR
  dateline actors check

Your actors stand in actors.toml, in the folder of your own data, and go before those of the program in code, explain, eval
and who. docs/actors.md describes the file; --actors FILE takes another, --actors built-in none.";

/// Add actors of your own to those that the program knows: who is who
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    Add(add::Args),
    List(list::Args),
    Check(check::Args),
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    match &args.what {
        What::Add(args) => add::run(args, quiet),
        What::List(args) => list::run(args),
        What::Check(args) => check::run(args, quiet),
    }
}
