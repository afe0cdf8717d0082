//! What a sentence is to the report that it stands in.

/// The part that a sentence plays in its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Running text.
    Body,
    /// The title, or a line under it, as the first line of the text. It makes claims as the body does.
    Headline,
    /// A section heading.
    Heading,
    /// A pointer to another item: "Read more: ...".
    Teaser,
    /// Words that belong to a picture, with its credit.
    Caption,
    /// Who wrote the report, at its top.
    Byline,
    /// Who reported, wrote and edited it, or which agency it is from.
    Credit,
    /// A bare date or time stamp.
    Date,
    /// Copyright lines, newsletter and sharing prompts, rules and ornaments.
    Clutter,
}

impl Kind {
    /// True where claims are looked for in sentences of this kind.
    pub const fn makes_claims(self) -> bool {
        matches!(self, Kind::Body | Kind::Headline)
    }

    /// The kind's name in data tables; none for a word that names no kind.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// One lower-case word, the same from run to run.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Body => "body",
            Kind::Headline => "headline",
            Kind::Heading => "heading",
            Kind::Teaser => "teaser",
            Kind::Caption => "caption",
            Kind::Byline => "byline",
            Kind::Credit => "credit",
            Kind::Date => "date",
            Kind::Clutter => "clutter",
        }
    }

    const ALL: [Kind; 9] = [
        Kind::Body,
        Kind::Headline,
        Kind::Heading,
        Kind::Teaser,
        Kind::Caption,
        Kind::Byline,
        Kind::Credit,
        Kind::Date,
        Kind::Clutter,
    ];
}
