//! How the bytes of one report are written.

/// How to read the bytes of one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text with optional header lines.
    Plain,
    /// A body alone, as in a cell of a table: nothing in it is a header.
    Body,
    /// Markdown with optional front matter.
    Markdown,
    /// A web page.
    Html,
    /// A line of JSON lines.
    JsonLines,
    /// An e-mail.
    Mail,
    /// A PDF file.
    Pdf,
}
