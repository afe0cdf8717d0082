//! What a feed says, whatever its format.

use super::day;
use super::fragment;
use crate::reading::problem::Fault;
use url::Url;

/// Longest title or id that is kept, in characters.
const LINE: usize = 1_000;
/// Longest address that is kept, in bytes.
const ADDRESS: usize = 4_000;

/// A feed as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    /// Its own title.
    pub title: Option<String>,
    /// How often it asks to be asked at most, in minutes.
    pub ttl: Option<u64>,
    /// Its entries, in its own order.
    pub entries: Vec<Entry>,
}

/// An entry: a report, or what leads to one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its id within the feed; where it has none, its address, its title or its text.
    pub id: String,
    /// The page that it stands on.
    pub url: Option<String>,
    /// Its headline, as plain text.
    pub title: Option<String>,
    /// Its day of publication as `2012-12-13`, or as written where that is no date.
    pub published: Option<String>,
    /// The day when it was last changed, likewise.
    pub updated: Option<String>,
    /// Who published it: the source that it names, else the feed's title.
    pub publisher: Option<String>,
    /// The whole text, if it has it.
    pub content: Option<Written>,
    /// A summary, or the beginning.
    pub summary: Option<Written>,
}

/// A text in an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// As HTML.
    Html(String),
    /// As it is.
    Plain(String),
}

impl Written {
    /// Of a text that does not say what it is.
    pub fn guess(text: String) -> Self {
        if fragment::has_marks(&text) { Self::Html(text) } else { Self::Plain(text) }
    }

    /// As plain text.
    pub fn text(&self) -> Result<String, Fault> {
        match self {
            Self::Html(html) => fragment::text(html),
            Self::Plain(text) => Ok(text.trim().to_owned()),
        }
    }

    /// As one line; nothing where that is empty.
    pub fn line(&self) -> Option<String> {
        let line = match self {
            Self::Html(html) => fragment::line(html).ok()?,
            Self::Plain(text) => fragment::one_line(text),
        };
        let line: String = line.chars().take(LINE).collect();
        Some(line).filter(|line| !line.is_empty())
    }

    fn raw(&self) -> &str {
        match self {
            Self::Html(text) | Self::Plain(text) => text,
        }
    }
}

impl Entry {
    /// Its text: the whole of it where the feed has that, else the summary. Empty where there is neither.
    pub fn text(&self) -> Result<String, Fault> {
        let content = self.content.as_ref().map(Written::text).transpose()?.filter(|text| !text.is_empty());
        match (content, &self.summary) {
            (Some(text), _) => Ok(text),
            (None, Some(summary)) => summary.text(),
            (None, None) => Ok(String::new()),
        }
    }

    /// Sets the days of what the feed states.
    pub fn set_days(&mut self, published: Option<String>, updated: Option<String>) {
        self.published = published.as_deref().and_then(day::stated);
        self.updated = updated.as_deref().and_then(day::stated);
    }

    /// Sets the page, when `link` leads to one.
    pub fn set_url(&mut self, link: Option<&str>, base: &Url) {
        let url = link.map(str::trim).filter(|l| !l.is_empty()).and_then(|link| base.join(link).ok());
        let web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.as_str().len() <= ADDRESS;
        self.url = url.filter(web).map(String::from);
    }

    /// Fills what the entry leaves open; none where there is nothing in it.
    pub fn finish(mut self, feed_title: Option<&str>) -> Option<Self> {
        let text = self.content.as_ref().or(self.summary.as_ref()).map(Written::raw);
        if self.id.trim().is_empty() {
            let start = || text.map(|text| text.chars().take(200).collect());
            self.id = self.url.clone().or_else(|| self.title.clone()).or_else(start)?;
        }
        self.id = self.id.trim().chars().take(LINE).collect();
        if self.publisher.is_none() {
            self.publisher = feed_title.map(str::to_owned);
        }
        Some(self).filter(|e| !e.id.is_empty())
    }
}
