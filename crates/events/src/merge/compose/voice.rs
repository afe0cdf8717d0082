//! Whose word a claim is: its nearest source, else the publisher of the report.

use super::Group;
use crate::merge::names::Name;
use crate::merge::sketch::{Sketch, Voice};

/// Kinds of source that hand on what others say.
const OUTLETS: [&str; 3] = ["media", "news-agency", "state-media"];

/// Whose word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Speaker {
    /// A source that the report cites.
    Cited(Name),
    /// The report's own voice, by its publisher.
    Own(Name),
}

impl Speaker {
    /// The name of either.
    pub(crate) fn name(self) -> Name {
        match self {
            Self::Cited(name) | Self::Own(name) => name,
        }
    }
}

impl Group<'_> {
    /// Whose word a claim is; a report without a publisher speaks by its own id.
    pub(crate) fn speaker(&self, claim: &Sketch) -> Speaker {
        match claim.voices.first() {
            Some(voice) => Speaker::Cited(voice.who),
            None => Speaker::Own(self.publisher(claim)),
        }
    }

    /// All whose word it is, each with its kind: the nearest source, and others that say it side by side. An outlet behind the first
    /// relays what was said.
    pub(super) fn speakers(&self, claim: &Sketch) -> Vec<(Speaker, Option<String>)> {
        let mut voices = claim.voices.iter();
        let Some(first) = voices.next() else {
            return vec![(Speaker::Own(self.publisher(claim)), Some("media".to_owned()))];
        };
        let relays = |voice: &&Voice| voice.kind.is_some_and(|kind| OUTLETS.contains(&self.names.word(kind)));
        let kind = |voice: &Voice| voice.kind.map(|kind| self.word(kind));
        let beside = voices.filter(|voice| !relays(voice));
        std::iter::once(first).chain(beside).map(|voice| (Speaker::Cited(voice.who), kind(voice))).collect()
    }

    fn publisher(&self, claim: &Sketch) -> Name {
        let report = self.report(claim);
        report.and_then(|r| r.publisher.or(Some(r.id))).unwrap_or(claim.kind)
    }
}
