//! From feeds (RSS, Atom, JSON Feed) to reports, asked for as a guest should.
//!
//! - [`fetcher`]: one document of the web, by the rules of its site ([`obedience`], [`robots`], [`site_rules`]), with
//!   pauses ([`pace`]), never from the local network that others name ([`address`], [`resolver`]); [`exchange`] is one
//!   request, [`miss`] one that gave nothing, [`backoff`] the time to leave a feed alone after that.
//! - [`poll`]: one feed: what it holds now, and how it is to be kept ([`state`]) until it is asked for again.
//! - [`document`]: from bytes to entries ([`entry`]): [`rss`], [`atom`], [`json_feed`], over [`xml`] ([`node`],
//!   [`prefixes`]); [`no_feed`] is a page where a feed was expected.
//! - [`report`]: from an entry to what the readers take; [`fragment`] makes text of its HTML, [`day`] a day of its date.
//! - [`list`]: a user's list of feeds; [`feed_url`] reads the address of one. [`options`]: what a user may set. [`clock`]:
//!   the time.
//!
//! The formats are read here and not by a library for feeds: the one that is alive (feed-rs 3.0) panics on some hostile
//! authors and times, gives every date as one of UTC, so that its day is lost, and passes over the source of an entry.

pub mod address;
pub mod atom;
pub mod backoff;
pub mod clock;
pub mod day;
pub mod document;
pub mod entry;
pub mod exchange;
pub mod feed_url;
pub mod fetcher;
pub mod fragment;
pub mod json_feed;
pub mod list;
pub mod miss;
pub mod no_feed;
pub mod node;
pub mod obedience;
pub mod options;
pub mod pace;
pub mod poll;
pub mod prefixes;
pub mod report;
pub mod resolver;
pub mod robots;
pub mod rss;
pub mod site_rules;
pub mod state;
pub mod xml;

#[cfg(test)]
mod tests;
