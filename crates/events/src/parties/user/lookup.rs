//! What a name means in the tables.

use crate::parties::actors::Actors;
use crate::parties::entry::{Class, Entry};
use crate::parties::token::{Gap, Token, tokens};

impl Actors {
    /// The words of a name without "the".
    pub(super) fn words(&self, name: &str) -> Vec<Token> {
        let mut words = tokens(name);
        words.retain(|t| t.word != self.the);
        words
    }

    /// All entries that the words of a name, and not fewer of them, may mean.
    pub(super) fn called(&self, name: &str) -> Vec<&Entry> {
        let mut words = self.words(name);
        // The marks of a name as written keep it from being found in a report, not from being the same name.
        words.iter_mut().for_each(|t| t.gap = Gap::Space);
        let found = self.lexicon.longest(&words, 0, words.len(), self.the);
        let whole = found.filter(|f| f.to == words.len());
        let uses = whole.iter().flat_map(|f| self.lexicon.uses(f, &words));
        uses.filter_map(|n| self.entry(n)).collect()
    }

    /// ISO code of a country by its name.
    pub(super) fn country_code(&self, name: &str) -> Option<&str> {
        let named =
            self.called(name).into_iter().find(|e| matches!(e.class, Class::Country | Class::Demonym));
        named.and_then(|e| e.country).and_then(|c| self.row(c)).map(|row| &*row.code)
    }
}
