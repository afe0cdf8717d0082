//! `dateline actors add`: one more actor in the user's file.

use crate::actors::ActorsArgs;
use crate::actors::append::append;
use crate::cli::who;
use crate::home;
use crate::output::target::Target;
use crate::screen::Screen;
use crate::tally::FAILED;
use anyhow::{Context, Result};
use clap::ValueEnum;
use dateline_events::parties::Actors;
use dateline_events::parties::user::{ActorSort, NewActor, is_day_or_year};
use dateline_shared::built_in;
use dateline_shared::party;
use jiff::civil::Date;

const EXAMPLES: &str = "\
Examples:
  dateline actors add --name \"Qatana Martyrs Brigade\" --alias \"Liwa Shuhada Qatana\" --sort group --country SYR --sector REB
  dateline actors add --name \"Jane Doe\" --sort person --country SYR --sector GOV --office \"defence minister\" --from 2012
  dateline actors add --id group:ahrar-al-sham --alias \"Free Men\"

The actor is put at the end of your actors.toml, whose text stays as it is; then you see what its name resolves to.
Exit codes: 0 added, with warnings or without; 2 refused, and the file is as before.";

/// Add an actor
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Full name
    #[arg(long, required_unless_present = "id")]
    name: Option<String>,
    /// What it is
    #[arg(long, value_enum, required_unless_present = "id")]
    sort: Option<Sort>,
    /// Another name, as reports have it; may be given several times
    #[arg(long = "alias", value_name = "NAME")]
    aliases: Vec<String>,
    /// Country, ISO 3166 alpha-3, as SYR; leave it out for none
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Sector, a code of the codebook, as REB
    #[arg(long, value_name = "CODE")]
    sector: Option<String>,
    /// Kind of source, as the codebook has it [default: that of the sector]
    #[arg(long)]
    kind: Option<String>,
    /// First day, or year
    #[arg(long, value_name = "DATE", value_parser = day_or_year)]
    from: Option<String>,
    /// Last day, or year
    #[arg(long, value_name = "DATE", value_parser = day_or_year)]
    to: Option<String>,
    /// Office that the person holds then, as "defence minister"
    #[arg(long)]
    office: Option<String>,
    /// Id of an actor of the program, which this takes over: its other names and what you leave out stay
    #[arg(long)]
    id: Option<String>,
    /// Anything, for yourself
    #[arg(long)]
    note: Option<String>,
    #[command(flatten)]
    actors: ActorsArgs,
}

/// What an actor is, in the words of the file.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sort {
    /// An armed group, party or movement
    Group,
    /// An organisation, agency or outlet
    Body,
    /// A person
    Person,
    /// A role noun, such as "shabiha"
    Role,
}

fn day_or_year(text: &str) -> Result<String, &'static str> {
    let fits = is_day_or_year(text);
    if fits { Ok(text.to_owned()) } else { Err("write a day as 2012-03-01, or a year as 2012") }
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    let place = args.actors.file_to_be().with_context(|| {
        format!("no file for your actors: name a folder in {}, or a file with --actors", home::VARIABLE)
    })?;
    let done = append(built_in::actors()?, &args.actor(), &place)?;
    let screen = Screen::new(quiet);
    done.problems.iter().for_each(|problem| screen.problem(problem));
    let Some(actors) = done.actors else {
        screen.error(&format!("{}: nothing was added", place.display()));
        return Ok(FAILED);
    };
    screen.message(&format!("{}: written", place.display()));
    show(&actors, args)?;
    Ok(0)
}

/// What the name now means, on a day on which it does.
fn show(actors: &Actors, args: &Args) -> Result<()> {
    let Some(name) = args.name.as_ref().or(args.aliases.first()) else { return Ok(()) };
    let day = |text: &Option<String>, rest: &str| -> Option<Date> {
        let text = text.as_ref()?;
        text.parse().or_else(|_| format!("{text}{rest}").parse()).ok()
    };
    let day = day(&args.from, "-01-01").or(day(&args.to, "-12-31"));
    let found = party::resolve(actors, name, day, None);
    let mut target = Target::open(None)?;
    target.write(|out| who::text(&found, out))?;
    target.finish()
}

impl Args {
    fn actor(&self) -> NewActor {
        let sort = |sort: Sort| match sort {
            Sort::Group => ActorSort::Group,
            Sort::Body => ActorSort::Body,
            Sort::Person => ActorSort::Person,
            Sort::Role => ActorSort::Role,
        };
        NewActor {
            name: self.name.clone(),
            sort: self.sort.map(sort),
            aliases: self.aliases.clone(),
            country: self.country.clone(),
            sector: self.sector.clone(),
            kind: self.kind.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            office: self.office.clone(),
            id: self.id.clone(),
            note: self.note.clone(),
        }
    }
}
