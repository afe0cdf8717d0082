//! Colour, on a terminal only.

use std::ffi::OsStr;

/// Colours used, as numbers of the terminal's own palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Of what is said about the text rather than by it.
    Dim,
    /// Of triggers and types.
    Red,
    /// Of parties.
    Green,
    /// Of figures.
    Yellow,
    /// Of times.
    Blue,
    /// Of sources.
    Magenta,
    /// Of places.
    Cyan,
}

/// Paints words, or leaves them alone.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// Colour for what is written to a terminal that has it, unless `NO_COLOR` is set (<https://no-color.org>).
    ///
    /// `terminal` is true where the very thing that is written to is one: a file written from a terminal is not.
    pub fn for_target(terminal: bool) -> Self {
        let (refused, name) = (std::env::var_os("NO_COLOR"), std::env::var_os("TERM"));
        Self { on: has_colour(terminal, refused.as_deref(), name.as_deref()) }
    }

    /// No colour.
    #[cfg(test)]
    pub const fn off() -> Self {
        Self { on: false }
    }

    /// Colour whatever the output is.
    #[cfg(test)]
    pub const fn on() -> Self {
        Self { on: true }
    }

    /// `text` in a colour.
    pub fn colour(self, colour: Colour, text: &str) -> String {
        let code = match colour {
            Colour::Dim => 2,
            Colour::Red => 31,
            Colour::Green => 32,
            Colour::Yellow => 33,
            Colour::Blue => 34,
            Colour::Magenta => 35,
            Colour::Cyan => 36,
        };
        if self.on && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// `text` in bold.
    pub fn bold(self, text: &str) -> String {
        if self.on && !text.is_empty() { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

fn has_colour(terminal: bool, refused: Option<&OsStr>, name: Option<&OsStr>) -> bool {
    terminal && refused.is_none_or(OsStr::is_empty) && name.is_none_or(|n| n != "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_for_terminals_that_have_it() {
        let [colour, dumb, yes, empty] = ["xterm-256color", "dumb", "1", ""].map(OsStr::new);
        assert!(has_colour(true, None, Some(colour)));
        assert!(has_colour(true, Some(empty), Some(colour)));
        assert!(!has_colour(false, None, Some(colour)));
        assert!(!has_colour(true, Some(yes), Some(colour)));
        assert!(!has_colour(true, None, Some(dumb)));
    }

    #[test]
    fn paints_only_where_it_is_on() {
        assert_eq!(Paint::off().colour(Colour::Red, "x"), "x");
        assert_eq!(Paint::on().colour(Colour::Red, "x"), "\u{1b}[31mx\u{1b}[0m");
        assert_eq!(Paint::on().bold(""), "");
    }
}
