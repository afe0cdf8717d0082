//! The program `dateline`: reads news reports and says who did or said what to whom, where, when, and according to whom.
//!
//! The only crate that touches files, threads and the terminal. From here:
//!
//! - [`cli`]: what the user can ask for, one file a command.
//! - [`reading`]: from files, folders and streams to reports.
//! - [`feeds`]: from RSS, Atom and JSON feeds to reports.
//! - [`coder`]: where the program gets its coder from.
//! - [`gazetteer`]: the places that the program knows, and a user's own on top of them.
//! - [`actors`]: who is who, and a user's own on top; [`home`]: the folder that a user's own data lie in.
//! - [`work`]: one report, read and coded; [`pipeline`]: many, on all cores, in order.
//! - [`output`]: claims as a table, JSON lines or CSV; [`explain`]: one claim with its reasons.
//! - [`record`]: everything that was read, coded and merged, in a database; [`ingest`]: from inputs into it; [`watch`]: from feeds; [`recode`]: old claims
//!   made anew.
//! - [`serve`]: the record as a page and an API; [`export`]: as tables for others.
//! - [`merging`]: claims that were stored, and the events of them.
//! - [`screen`]: messages and progress; [`tally`]: what was done, and the exit code.
//! - [`terminal`]: colour, widths, and text made harmless.
//!
//! A library only so that `benches/` can call the coder as the program does.

mod actors;
mod cli;
pub mod coder;
mod explain;
mod export;
pub mod feeds;
mod gazetteer;
mod home;
pub mod ingest;
pub mod merging;
mod output;
mod pipeline;
pub mod reading;
mod recode;
pub mod record;
pub mod screen;
mod seen;
mod serve;
mod tally;
mod terminal;
pub mod watch;
mod work;

pub use cli::main;
