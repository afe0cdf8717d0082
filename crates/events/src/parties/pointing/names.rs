//! The clues by name and by number.

use super::asking::Part;
use crate::parties::choice::clues::{MOST, named_clues};

/// How a country is named.
pub(super) const FORMS: [&str; 11] = [
    "place-in",
    "place",
    "country-in",
    "country",
    "capital",
    "demonym",
    "nationals",
    "group",
    "leader",
    "seat",
    "body",
];

/// Where it is named, seen from the party.
pub(super) const WHERE: [&str; 12] = [
    "before-near",
    "before",
    "before-far",
    "after-near",
    "after",
    "after-far",
    "last-sentence",
    "two-back",
    "few-back",
    "earlier",
    "next-sentence",
    "later",
];

named_clues! {
    /// The other clues for a country.
    Other {
        FirstInSentence = "first-in-sentence",
        FirstInLastSentence = "first-in-last-sentence",
        Faces = "faces",
        SameSide = "same-side",
        OtherSide = "other-side",
        Title = "title",
        TitleFirst = "title-first",
        Dateline = "dateline",
        MostNamed = "most-named",
        ShareTiny = "share-tiny",
        ShareSmall = "share-small",
        ShareHalf = "share-half",
        ShareMost = "share-most",
        ShareAll = "share-all",
        Publisher = "publisher",
        Owner = "owner",
        SameRole = "same-role",
        NamedOnce = "named-once",
        NamedOften = "named-often",
        OnlyCountry = "only-country",
        Backed = "backed",
        PlaceInSentence = "place-in-sentence",
        PlaceInLastSentence = "place-in-last-sentence",
        StateInSentence = "state-in-sentence",
        Opening = "opening",
    }
}

named_clues! {
    /// The clues for no country.
    Nowhere {
        Always = "none",
        OneCountry = "none.one-country",
        TwoCountries = "none.two-countries",
        FewCountries = "none.few-countries",
        ManyCountries = "none.many-countries",
        Definite = "none.definite",
        Article = "none.article",
        Bare = "none.bare",
        Determiner = "none.determiner",
        Pronoun = "none.pronoun",
        Name = "none.name",
        Unknown = "none.nothing-known",
        Owner = "none.owner",
        SameRole = "none.same-role",
        Long = "none.long",
        ActorInside = "none.actor-inside",
        PlaceInSentence = "none.place-in-sentence",
        ShareHalf = "none.share-half",
        ShareMost = "none.share-most",
        ManyInSentence = "none.many-in-sentence",
        NoneInSentence = "none.no-country-in-sentence",
        Capital = "none.capital",
        Beside = "none.beside",
        BodyHere = "none.international-body-in-sentence",
        BodyBefore = "none.international-body-before",
        StatelessGroupHere = "none.group-without-country-in-sentence",
    }
}

/// How a party's part is seen with a candidate.
pub(super) const WITH_PART: [&str; 3] = ["place-here", "state-here", "most-named"];

const PLACED: usize = FORMS.len() * WHERE.len();
const PARTS: usize = Part::ALL.len() * (WITH_PART.len() + 1);

/// How many clues there are.
const CLUES: usize = PLACED + Other::NAMES.len() + PARTS + Nowhere::NAMES.len();

const _: () = assert!(CLUES <= MOST);

/// The names of all clues, in the order of their numbers.
pub(super) fn names() -> Vec<String> {
    (0..CLUES).map(name).collect()
}

/// The name of a clue, as the table has it.
fn name(clue: usize) -> String {
    let at = |list: &[&str], n: usize| list.get(n).copied().unwrap_or("").to_owned();
    if clue < PLACED {
        return format!("{}.{}", at(&FORMS, clue / WHERE.len()), at(&WHERE, clue % WHERE.len()));
    }
    let rest = clue - PLACED;
    if rest < Other::NAMES.len() {
        return at(Other::NAMES, rest);
    }
    let rest = rest - Other::NAMES.len();
    if rest < PARTS {
        let part = Part::ALL.get(rest % Part::ALL.len()).map_or("", |(_, name)| name);
        return format!("{}.{part}", WITH_PART.get(rest / Part::ALL.len()).unwrap_or(&"none"));
    }
    at(Nowhere::NAMES, rest - PARTS)
}

pub(super) fn other(clue: Other) -> usize {
    PLACED + clue as usize
}

/// The clue of a part with [`WITH_PART`], or where `n` is one past them, with no country.
pub(super) fn with_part(part: Part, n: usize) -> usize {
    PLACED + Other::NAMES.len() + n * Part::ALL.len() + part as usize
}

pub(super) fn nowhere(clue: Nowhere) -> usize {
    PLACED + Other::NAMES.len() + PARTS + clue as usize
}
