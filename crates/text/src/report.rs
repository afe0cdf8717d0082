//! One article as published.

use jiff::civil::Date;

/// A report: the text as published, never altered, and what is known about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The caller's name for the report; unique among the reports of a run.
    pub id: String,
    /// The body. Every offset in the program counts from its start.
    pub text: String,
    /// The headline, which is no part of `text`.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it was written ("BEIRUT"), where the source gives that apart from the text.
    pub dateline: Option<String>,
    /// The day of publication. Where it is missing, relative times stay unresolved.
    pub published: Option<Date>,
    /// Where it stands on the web.
    pub url: Option<String>,
}
