//! `dateline serve`: the record as a page.

use super::record_args::RecordArgs;
use crate::record::open::Purpose;
use crate::screen::Screen;
use crate::serve::serve;
use anyhow::Result;
use std::net::SocketAddr;

const EXAMPLES: &str = "\
Examples:
  dateline serve                                      then open http://127.0.0.1:8080 in a browser
  dateline serve --listen 127.0.0.1:9000 --record archive.db
  dateline serve --basemap region.pmtiles             over a map of your own
  curl 'http://127.0.0.1:8080/api/v1/events?type=ASSAULT&killed=10&from=2012-12-01'

Recent events on a timeline and a map, with who says so, and a REST API under /api/v1 (described at /api/v1/openapi.json). The page follows
the record while others add to it (dateline ingest, dateline watch). Nothing is fetched from outside, but for tiles of a server that you name
with --basemap, which then sees what part of the world readers look at. Ctrl-C ends it.
It listens on this machine alone. /healthz says whether the record answers, /metrics has figures for Prometheus.
Exit codes: 0 ended; 2 the record or the address could not be opened, or wrong usage.";

/// Show the record as a page: recent events, on a timeline and a map
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    record: RecordArgs,
    /// Address and port of this machine to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Draw this map in the place of Natural Earth's: a PMTiles file, or an address of pictures with {z}, {x} and {y} in it
    #[arg(long, value_name = "FILE|URL")]
    basemap: Option<String>,
    /// Whose map that is, as shown in its corner; a PMTiles file says it itself
    #[arg(long, value_name = "TEXT", requires = "basemap")]
    basemap_credit: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args, quiet: bool) -> Result<u8> {
    // Where there is none yet, the page says how to fill it.
    let record = args.record.open(Purpose::Write)?;
    let screen = Screen::new(quiet);
    let basemap = args.basemap.as_deref().map(|given| (given, args.basemap_credit.as_deref()));
    serve(&record, args.listen, basemap, |address| {
        screen.message(&format!("{} is at http://{address} (Ctrl-C ends it)", args.record.address()));
    })?;
    Ok(0)
}
