//! What is counted end to end.

/// A measure with precision and recall of its own, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Pairs whose triggers overlap.
    Trigger,
    /// Pairs of the same type: the headline figure.
    Typed,
    /// Actors of typed pairs.
    Actors,
    /// Recipients of typed pairs.
    Recipients,
    /// Places of typed pairs.
    Places,
    /// Sources of typed pairs.
    Sources,
    /// Casualty figures of typed pairs.
    Casualties,
    /// Other figures of typed pairs.
    Counts,
    /// Stated times of typed pairs.
    Time,
    /// Denials of typed pairs.
    Denies,
}

impl Measure {
    /// All of them, in the order of their numbers.
    pub const ALL: [Measure; 10] = [
        Measure::Trigger,
        Measure::Typed,
        Measure::Actors,
        Measure::Recipients,
        Measure::Places,
        Measure::Sources,
        Measure::Casualties,
        Measure::Counts,
        Measure::Time,
        Measure::Denies,
    ];

    /// Those that count the items of a list.
    pub const ITEMS: [Measure; 6] = [
        Measure::Actors,
        Measure::Recipients,
        Measure::Places,
        Measure::Sources,
        Measure::Casualties,
        Measure::Counts,
    ];

    /// The name in the results.
    pub const fn label(self) -> &'static str {
        match self {
            Measure::Trigger => "trigger",
            Measure::Typed => "typed",
            Measure::Actors => "actors",
            Measure::Recipients => "recipients",
            Measure::Places => "places",
            Measure::Sources => "sources",
            Measure::Casualties => "casualties",
            Measure::Counts => "counts",
            Measure::Time => "time",
            Measure::Denies => "denies",
        }
    }
}
