//! What keeps two tellings from being one event whatever else they share.

use super::spot::Apart;
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

/// What keeps the two apart, if anything does.
pub(crate) fn bar(a: &Telling, b: &Telling) -> Option<Bar> {
    if a.kind != b.kind {
        return Some(Bar::Type);
    }
    let meet = a.days.iter().any(|x| b.days.iter().any(|y| x.gap(*y) == 0));
    if !a.days.is_empty() && !b.days.is_empty() && !meet {
        return Some(Bar::Days);
    }
    let towns = |t: &Telling| !t.spots.is_empty() && t.spots.iter().all(super::spot::Spot::town);
    let apart = || a.spots.iter().all(|x| b.spots.iter().all(|y| x.apart(y) == Apart::Towns));
    (towns(a) && towns(b) && apart()).then_some(Bar::Towns)
}
