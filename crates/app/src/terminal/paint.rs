//! Colour, on a terminal only.

use std::io::IsTerminal;

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
    /// Colour where standard output is a terminal that has it, unless `NO_COLOR` is set (<https://no-color.org>).
    pub fn for_stdout() -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
        Self { on: std::io::stdout().is_terminal() && !refused && !dumb }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paints_only_where_it_is_on() {
        assert_eq!(Paint::off().colour(Colour::Red, "x"), "x");
        assert_eq!(Paint::on().colour(Colour::Red, "x"), "\u{1b}[31mx\u{1b}[0m");
        assert_eq!(Paint::on().bold(""), "");
    }
}
