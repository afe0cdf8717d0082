//! The entries of a feed that were not read yet, as pieces of input.

use crate::feeds::entry::{Entry, Feed, Written};
use crate::feeds::feed_url::shown;
use crate::feeds::fetcher::Fetcher;
use crate::feeds::miss::Again;
use crate::feeds::report::{Body, FeedReport};
use crate::ingest::Stop;
use crate::reading::Raw;
use crate::reading::kind::Kind;
use crate::reading::problem::{Fault, Problem};
use crate::record::report::short_hash;
use std::collections::HashSet;

/// What a feed has that is new.
#[derive(Default)]
pub(super) struct Fresh {
    pub raws: Vec<Raw>,
    /// All entries that count as read once these are in the record.
    pub read: HashSet<String>,
    pub problems: Vec<Problem>,
    /// True where some are left for the next time.
    pub cut: bool,
}

/// Fetches what is new.
pub(super) fn fresh(
    fetcher: &mut Fetcher,
    (feed, news): (&str, &Feed),
    pages: bool,
    read: &HashSet<String>,
    stop: &Stop,
) -> Fresh {
    let mut fresh = Fresh::default();
    for entry in &news.entries {
        let hash = hash(feed, entry);
        if read.contains(&hash) {
            fresh.read.insert(hash);
            continue;
        }
        if stop.is_asked() {
            fresh.cut = true;
            break;
        }
        match fetcher.report(feed, entry, pages) {
            Ok(report) => {
                let warning = |fault: &Fault| Problem::warning(&shown(feed), fault.clone());
                fresh.problems.extend(report.doubts.iter().map(warning));
                fresh.raws.push(raw(report));
                fresh.read.insert(hash);
            }
            Err(miss) => {
                let what = format!("{}: {}", entry.url.as_deref().unwrap_or(&entry.id), miss.fault.what);
                let fault = Fault { what, ..miss.fault.clone() };
                fresh.problems.push(Problem::warning(&shown(feed), fault));
                if miss.again == Again::Never {
                    fresh.read.insert(hash);
                } else {
                    fresh.cut = true;
                }
            }
        }
    }
    fresh
}

/// What tells an entry from others, and from itself after a change.
fn hash(feed: &str, entry: &Entry) -> String {
    let written =
        |text: &Option<Written>| text.as_ref().and_then(|text| text.text().ok()).unwrap_or_default();
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    let parts = [
        entry.wide_id(feed),
        of(&entry.title),
        of(&entry.published),
        of(&entry.updated),
        written(&entry.content),
        written(&entry.summary),
    ];
    short_hash(parts.iter().map(|part| part.as_bytes()))
}

fn raw(report: FeedReport) -> Raw {
    let (kind, bytes) = match report.body {
        Body::Text(text) => (Kind::Body, text.into_bytes()),
        Body::Page(page) => (Kind::Html, page),
    };
    let id = report.head.id.clone().unwrap_or_default();
    // The id that the entry bears is its own.
    Raw { given: report.head, ..Raw::new(&report.feed, kind, bytes, format!("{id}\u{1f}")) }
}
