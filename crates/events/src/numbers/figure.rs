//! A figure: how many, and how that is meant.

/// How a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// Just so many.
    Exact,
    /// So many or more.
    AtLeast,
    /// So many or fewer.
    AtMost,
    /// Roughly so many.
    About,
    /// So many are feared.
    Feared,
    /// A quantity without a number.
    Vague,
}

impl Qualifier {
    const ALL: [Self; 6] = [Self::Exact, Self::AtLeast, Self::AtMost, Self::About, Self::Feared, Self::Vague];

    /// The name in the record: `at_least`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::About => "about",
            Self::Feared => "feared",
            Self::Vague => "vague",
        }
    }

    /// The qualifier of that name in the record.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|q| q.name() == name)
    }
}

/// How many the words say there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The least number that the words allow; `None` where they set none.
    pub low: Option<u64>,
    /// The greatest; `None` where they set none. Never below `low`.
    pub high: Option<u64>,
    /// How the figure is meant.
    pub qualifier: Qualifier,
}

impl Figure {
    pub(super) const fn exact(n: u64) -> Self {
        Self { low: Some(n), high: Some(n), qualifier: Qualifier::Exact }
    }

    pub(super) const fn vague(low: Option<u64>) -> Self {
        Self { low, high: None, qualifier: Qualifier::Vague }
    }

    /// The greatest number known to be meant, for comparing figures.
    pub(super) fn size(self) -> Option<u64> {
        self.high.or(self.low)
    }
}
