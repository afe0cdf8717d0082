//! What went wrong with an input, where, and what cures it.

use crate::terminal::clean::clean;
use std::fmt;

/// What is wrong inside one input, and its cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1.
    pub line: Option<u64>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub cure: String,
    /// True where nothing is wrong but that there is nothing to read: a page without an article, an empty message.
    pub no_text: bool,
}

impl Fault {
    /// A fault of a whole input.
    pub fn new(what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { line: None, what: what.into(), cure: cure.into(), no_text: false }
    }

    /// An input that has nothing to read.
    pub fn no_text(what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { no_text: true, ..Self::new(what, cure) }
    }

    /// The same fault, at `line` where it names no line itself.
    pub fn or_line(self, line: Option<u64>) -> Self {
        Self { line: self.line.or(line), ..self }
    }
}

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gravity {
    /// An input that the user asked for was not read: exit code 1.
    Error,
    /// It was read, but a part of it is doubtful.
    Warning,
    /// Something in a folder that is no report.
    Skipped,
}

/// A fault of a named input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub gravity: Gravity,
    /// The file as the user knows it.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Problem {
    /// An input that could not be read.
    pub fn error(file: &str, fault: Fault) -> Self {
        Self { gravity: Gravity::Error, file: file.to_owned(), fault }
    }

    /// An input that was read with a doubt.
    pub fn warning(file: &str, fault: Fault) -> Self {
        Self { gravity: Gravity::Warning, file: file.to_owned(), fault }
    }

    /// Something that was not looked into.
    pub fn skipped(file: &str, fault: Fault) -> Self {
        Self { gravity: Gravity::Skipped, file: file.to_owned(), fault }
    }
}

/// `FILE:LINE: what; cure`, without control characters: names and texts may be hostile.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { line, what, cure, .. } = &self.fault;
        write!(f, "{}:", clean(&self.file))?;
        if let Some(line) = line {
            write!(f, "{line}:")?;
        }
        let kind = match self.gravity {
            Gravity::Error => "",
            Gravity::Warning => "warning: ",
            Gravity::Skipped => "skipped: ",
        };
        write!(f, " {kind}{}; {}", clean(what), clean(cure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_place_and_prints_no_escape_sequence() {
        let fault = Fault { line: Some(7), ..Fault::new("bad \u{1b}[31mword", "mend it") };
        let problem = Problem::warning("a\u{7}.txt", fault);
        assert_eq!(problem.to_string(), "a.txt:7: warning: bad [31mword; mend it");
    }
}
