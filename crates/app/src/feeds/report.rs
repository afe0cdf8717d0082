//! From an entry to a report that the readers take: its text, or the page that it leads to.

use super::address::Home;
use super::entry::Entry;
use super::exchange::Ask;
use super::feed_url;
use super::fetcher::{Fetcher, Want};
use super::miss::{Again, Miss};
use super::poll::charset;
use crate::reading::header::{Head, Stated};
use crate::reading::html;
use crate::reading::problem::Fault;

const ACCEPT: &str = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

/// A report of a feed.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedReport {
    /// What the entry says of it.
    pub head: Head,
    /// Its body.
    pub body: Body,
    /// The address of the feed, without name and password.
    pub feed: String,
    /// What is doubtful about it.
    pub doubts: Vec<Fault>,
}

/// The body of a report of a feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The text, paragraphs with empty lines between.
    Text(String),
    /// The page, for the reader of web pages. What it says of itself goes before what the entry says.
    Page {
        /// As the server sent it.
        bytes: Vec<u8>,
        /// The encoding that the server names.
        charset: Option<String>,
    },
}

impl Entry {
    /// The report as the feed of this address has it.
    pub fn report(&self, feed: &str) -> Result<FeedReport, Fault> {
        let text = self.text()?;
        if text.is_empty() {
            return Err(Fault::new("an entry without text", "have the pages fetched that the feed leads to"));
        }
        Ok(FeedReport {
            head: self.head(feed),
            body: Body::Text(text),
            feed: feed_url::shown(feed),
            doubts: Vec::new(),
        })
    }

    /// What the entry says of its report.
    pub fn head(&self, feed: &str) -> Head {
        Head {
            id: Some(self.wide_id(feed)),
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            dateline: None,
            url: self.url.clone(),
            published: self.published.clone().map(|value| Stated { value, line: None }),
        }
    }

    /// An id that no entry of another feed has: many feeds only count.
    pub fn wide_id(&self, feed: &str) -> String {
        let id = &self.id;
        let wide = ["http://", "https://", "urn:", "tag:"].iter().any(|start| id.starts_with(start));
        if wide { id.clone() } else { format!("{}#{id}", feed_url::shown(feed)) }
    }
}

impl Fetcher {
    /// The report of an entry, with `pages` as the page that it leads to. A page that will never be had is replaced by
    /// the feed's own text, with a doubt; one that may be had later is a miss that says when.
    pub fn report(&mut self, feed: &str, entry: &Entry, pages: bool) -> Result<FeedReport, Miss> {
        let own = |entry: &Entry| {
            entry.report(feed).map_err(|fault| Miss { fault, status: None, again: Again::Never })
        };
        if !pages || entry.url.is_none() {
            return own(entry);
        }
        match self.page(feed, entry) {
            Ok(body) => {
                let doubts = Vec::new();
                Ok(FeedReport { head: entry.head(feed), body, feed: feed_url::shown(feed), doubts })
            }
            Err(miss) if miss.again == Again::Never => {
                let mut report = own(entry).map_err(|_| miss.clone())?;
                let what = format!("its page was not read: {}", miss.fault.what);
                report.doubts.push(Fault::new(what, "the feed's own text stands in for it"));
                Ok(report)
            }
            Err(miss) => Err(miss),
        }
    }

    /// The page of an entry. It is one that the reader can read.
    fn page(&mut self, feed: &str, entry: &Entry) -> Result<Body, Miss> {
        let url = feed_url::parse(entry.url.as_deref().unwrap_or_default())?;
        let home = feed_url::parse(feed).map(|feed| Home::of(&feed)).unwrap_or_default();
        let ask = Ask { most: self.options.page, ..Ask::new(&url, ACCEPT) };
        let answer = self.fetch(&Want { ask, home: &home, robots: true })?.answer;
        let never = |fault: Fault| Miss { fault, status: Some(answer.status), again: Again::Never };
        let kind = answer.header("content-type").unwrap_or("text/html").to_ascii_lowercase();
        if !["text/", "html", "xml"].iter().any(|known| kind.contains(known)) {
            return Err(never(Fault::new("no web page", "open it in a browser")));
        }
        let charset = charset(&answer);
        html::read(&answer.body, charset.as_deref()).map_err(never)?;
        Ok(Body::Page { bytes: answer.body, charset })
    }
}
