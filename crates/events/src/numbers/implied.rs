//! Words that count without a number: a name, a pronoun, "a soldier", "civilians".

use super::Figure;
use super::lexicon::{NOUNS, NUMBER_WORDS, Role};
use super::tokens::{Kind, Token};

/// The figure of words in which no number stands.
pub(super) fn implied(words: &[Token]) -> Option<Figure> {
    if is_outcome(words) {
        return Some(Figure::vague(None));
    }
    let parts: Vec<&[Token]> = parts(words).collect();
    if let [only] = parts[..]
        && let Some(figure) = head(only).and_then(by_noun)
    {
        return Some(figure);
    }
    if parts.iter().any(|part| is_many(part)) {
        return Some(Figure::vague(Some(2)));
    }
    u64::try_from(parts.len()).ok().filter(|n| *n > 0).map(Figure::exact)
}

/// "a married couple" is two; "heavy casualties" are some.
fn by_noun(noun: &Token) -> Option<Figure> {
    match NUMBER_WORDS.get(noun.low.as_str()) {
        Some((Role::Group, n)) if *n < 12 => Some(Figure::exact(*n)),
        _ if noun.is_any(&["casualties", "losses", "fatalities"]) => Some(Figure::vague(None)),
        _ => None,
    }
}

/// A bare "dead" or "wounded" says that there are some, not how many.
fn is_outcome(words: &[Token]) -> bool {
    let bare =
        |t: &Token| t.is_any(&["the", "dead", "wounded", "injured", "killed", "missing", "casualties"]);
    words.iter().all(bare)
}

/// "the minister, Mr. X, and his deputy": the members of a list, with what is only set beside one taken out.
fn parts(words: &[Token]) -> impl Iterator<Item = &[Token]> {
    let listed = words.iter().filter(|t| t.is_any(&["a", "an"])).count() > 2;
    let ends = move |t: &Token| t.is("and") || listed && t.is(",");
    words.split(move |t| ends(t)).filter(|part| part.iter().any(|t| t.kind == Kind::Word))
}

fn is_many(part: &[Token]) -> bool {
    if part.iter().any(|t| t.is_any(&["they", "them", "these", "those", "we", "us", "some", "any"])) {
        return true;
    }
    let one = part.first().is_some_and(|t| {
        t.is_any(&["a", "an", "one", "another", "he", "she", "him", "her", "each", "it", "every"])
    });
    !one && head(part).is_some_and(is_plural)
}

/// The noun that the rest of the phrase hangs on: the last word before "of", a comma or a clause.
fn head(part: &[Token]) -> Option<&Token> {
    let stop = |t: &Token| {
        t.kind == Kind::Mark && !t.is_dash() && !t.is("\"") && !t.is("'s")
            || t.is_any(&[
                "of", "in", "from", "at", "who", "whose", "that", "among", "with", "were", "was", "on",
            ])
    };
    let end = part.iter().skip(1).position(stop).map_or(part.len(), |n| n + 1);
    part.get(..end)?.iter().rev().find(|t| t.kind == Kind::Word)
}

fn is_plural(noun: &Token) -> bool {
    let word = noun.low.as_str();
    if let Some((many, _)) = NOUNS.get(word) {
        return *many;
    }
    // A name such as "Abbas" or "Hamas" is one; "Americans" and "Palestinians" are many.
    let people = ["ans", "ians", "is", "ese", "ists", "ers"].iter().any(|end| word.ends_with(end));
    let ends = word.ends_with('s') && !["ss", "us", "is", "as"].iter().any(|end| word.ends_with(end));
    if noun.capital { people && word.len() > 4 } else { ends }
}
