//! The entries of a feed that were not read yet, as pieces of input.

use crate::feeds::entry::{Entry, Feed, Written};
use crate::feeds::feed_url::shown;
use crate::feeds::fetcher::Fetcher;
use crate::feeds::miss::{Again, Miss};
use crate::feeds::report::{Body, FeedReport};
use crate::ingest::Stop;
use crate::reading::Raw;
use crate::reading::kind::Kind;
use crate::reading::limits;
use crate::reading::problem::{Fault, Problem};
use crate::record::report::short_hash;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

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

/// Reports, and bytes of them, that are fetched before they go into the record; the rest of a long feed comes the next time.
const REPORTS: usize = 100;
const BYTES: usize = 64 << 20;

/// Fetches what is new.
pub(super) fn fresh(
    fetcher: &mut Fetcher,
    (feed, news): (&str, &Feed),
    pages: bool,
    read: &HashSet<String>,
    stop: &Stop,
) -> Fresh {
    let (mut fresh, mut held) = (Fresh::default(), 0);
    for entry in &news.entries {
        let hash = hash(feed, entry, pages);
        if read.contains(&hash) {
            fresh.read.insert(hash);
            continue;
        }
        // What was read before is gone through to the end, or it would be forgotten.
        if stop.is_asked() || fresh.raws.len() >= REPORTS || held >= BYTES {
            fresh.cut = true;
            continue;
        }
        match report(fetcher, (feed, entry), pages) {
            Ok(report) => {
                let warning = |fault: &Fault| Problem::warning(&shown(feed), fault.clone());
                fresh.problems.extend(report.doubts.iter().map(warning));
                let raw = raw(report);
                held += raw.bytes.len();
                fresh.raws.push(raw);
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

/// The report of an entry. A mistake in a reader costs that entry and not the watch.
fn report(fetcher: &mut Fetcher, (feed, entry): (&str, &Entry), pages: bool) -> Result<FeedReport, Miss> {
    let mistake = |_| Err(Miss { fault: limits::mistake(), status: None, again: Again::Never });
    catch_unwind(AssertUnwindSafe(|| fetcher.report(feed, entry, pages))).unwrap_or_else(mistake)
}

/// What tells an entry from others, and from itself after a change. With its page it is another than without.
fn hash(feed: &str, entry: &Entry, pages: bool) -> String {
    let written = |text: &Option<Written>| match text {
        Some(Written::Html(text) | Written::Plain(text)) => text.clone(),
        None => String::new(),
    };
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    let parts = [
        entry.wide_id(feed),
        of(&entry.title),
        of(&entry.published),
        of(&entry.updated),
        written(&entry.content),
        written(&entry.summary),
        if pages { "pages".to_owned() } else { String::new() },
    ];
    short_hash(parts.iter().map(|part| part.as_bytes()))
}

fn raw(report: FeedReport) -> Raw {
    let (kind, bytes, charset) = match report.body {
        Body::Text(text) => (Kind::Body, text.into_bytes(), None),
        Body::Page { bytes, charset } => (Kind::Html, bytes, charset),
    };
    let id = report.head.id.clone().unwrap_or_default();
    // The id that the entry bears is its own.
    Raw { given: report.head, charset, ..Raw::new(&report.feed, kind, bytes, format!("{id}\u{1f}")) }
}
