//! What keeps two tellings from being one event whatever else they share.

use super::spot::{Apart, Spot};
use super::telling::Telling;

/// Why two tellings cannot be one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bar {
    /// They are of different types.
    Type,
    /// Their days cannot meet.
    Days,
    /// They stand in towns farther apart than 25 km.
    Towns,
}

impl Bar {
    /// For a reader.
    pub(crate) fn reason(self) -> &'static str {
        match self {
            Self::Type => "they are of different types",
            Self::Days => "their days cannot meet",
            Self::Towns => "they stand in towns more than 25 km apart",
        }
    }
}

/// What keeps the two apart, if anything does: that any two of their claims cannot be one.
pub(crate) fn bar(a: &Telling, b: &Telling) -> Option<Bar> {
    if a.kind != b.kind {
        return Some(Bar::Type);
    }
    if a.days.iter().any(|x| b.days.iter().any(|y| x.gap(*y) > 0)) {
        return Some(Bar::Days);
    }
    let apart = |x: &[Spot], y: &[Spot]| x.iter().all(|p| y.iter().all(|q| p.apart(q) == Apart::Towns));
    a.towns.iter().any(|x| b.towns.iter().any(|y| apart(x, y))).then_some(Bar::Towns)
}
