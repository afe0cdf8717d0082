//! "last", "this", "next" and their like before the name of a stretch of time.

use crate::numbers::tokens::Token;

/// Which one of the stretches of that name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The one before the report's: last.
    Last,
    /// The report's own: this.
    This,
    /// The one after the report's: next.
    Next,
    /// The one before the anchor's: the previous.
    Before,
    /// The anchor's own: the same, that.
    Same,
    /// The one after the anchor's: the following.
    After,
}

impl Which {
    /// The word at `at`, and where it ends; "this past" and "that same" are one word in two.
    pub fn read(tokens: &[Token], at: usize) -> Option<(Self, usize)> {
        let this = Self::of(tokens.get(at)?)?;
        match tokens.get(at + 1).and_then(Self::of) {
            Some(which @ (Self::Last | Self::Next)) if this == Self::This => Some((which, at + 2)),
            Some(Self::Same) if this == Self::Same => Some((this, at + 2)),
            _ => Some((this, at + 1)),
        }
    }

    /// What a single word means.
    pub fn of(token: &Token) -> Option<Self> {
        Some(match token.low.as_str() {
            "last" | "past" => Self::Last,
            "this" | "current" => Self::This,
            "next" | "coming" | "upcoming" => Self::Next,
            "previous" | "preceding" | "prior" => Self::Before,
            "same" | "that" => Self::Same,
            "following" | "subsequent" => Self::After,
            _ => return None,
        })
    }

    /// -1, 0 or 1.
    pub const fn step(self) -> i64 {
        match self {
            Self::Last | Self::Before => -1,
            Self::This | Self::Same => 0,
            Self::Next | Self::After => 1,
        }
    }

    /// True where it is counted from the anchor, not from the report.
    pub const fn is_anchored(self) -> bool {
        matches!(self, Self::Before | Self::Same | Self::After)
    }
}
