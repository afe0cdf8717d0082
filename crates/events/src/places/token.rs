//! Words of a description of a place, with what each may do there.

use crate::gazetteer::words::{Class, PlaceWords};

/// One word, or one punctuation mark.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// As published, without a possessive ending.
    pub text: &'a str,
    /// In lower case.
    pub lower: String,
    /// First byte in the description.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// "Syria's", "rebels'".
    pub possessive: bool,
    /// First byte in upper case, or an article joined to a word in upper case ("al-Bab", "d'Ivoire").
    pub capital: bool,
}

impl Token<'_> {
    /// True for a comma or another mark between words.
    pub fn is_mark(&self) -> bool {
        !self.text.chars().any(char::is_alphanumeric)
    }

    /// True where the word has that class; words in upper case count too.
    pub fn is(&self, words: &PlaceWords, class: Class) -> bool {
        words.is(&self.lower, class)
    }
}

/// Splits a description at spaces and punctuation; hyphens, dots and apostrophes inside a word stay in it.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside =
            c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '‘' | 'ʿ' | 'ʾ' | '`' | '.' | '&' | '–');
        // "US$6" is money, and not the country.
        if inside || is_mark_of_letter(c) || (c == '$' && start.is_some()) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            push_word(&mut tokens, text, from, at);
        }
        if !c.is_whitespace() {
            push(&mut tokens, text, at, at + c.len_utf8(), false);
        }
    }
    if let Some(from) = start {
        push_word(&mut tokens, text, from, text.len());
    }
    tokens
}

fn is_mark_of_letter(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn push_word<'a>(tokens: &mut Vec<Token<'a>>, text: &'a str, start: usize, end: usize) {
    let word = text.get(start..end).unwrap_or_default();
    // A full stop belongs to the word only in abbreviations: "U.S.", "St.".
    let trimmed = word.trim_end_matches(['-', '–', '`', '‘']);
    let abbreviation = trimmed.matches('.').count() > 1 || (trimmed.len() <= 4 && trimmed.ends_with('.'));
    let trimmed = if abbreviation { trimmed } else { trimmed.trim_end_matches('.') };
    let lead = trimmed.len() - trimmed.trim_start_matches(['-', '–', '`', '.']).len();
    let core = trimmed.get(lead..).unwrap_or_default();
    let bare = ["'s", "’s"].iter().find_map(|end| core.strip_suffix(end));
    let bare = bare.or_else(|| core.strip_suffix(['\'', '’']).filter(|b| b.ends_with('s')));
    let kept = bare.unwrap_or(core);
    if !kept.is_empty() {
        push(tokens, text, start + lead, start + lead + kept.len(), bare.is_some());
    }
    if kept.len() + lead < word.len() && word.ends_with('.') && !abbreviation {
        push(tokens, text, end - 1, end, false);
    }
}

fn push<'a>(tokens: &mut Vec<Token<'a>>, text: &'a str, start: usize, end: usize, possessive: bool) {
    let Some(word) = text.get(start..end) else { return };
    let upper = |part: &str| part.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let joined =
        word.split_once(['-', '\'', '’']).is_some_and(|(article, rest)| article.len() <= 3 && upper(rest));
    // "Israeli-occupied", "Christian-majority": no names.
    let compound = word
        .rsplit_once('-')
        .is_some_and(|(_, end)| ["ed", "eld", "run", "ity"].iter().any(|e| end.ends_with(e)));
    let capital = (upper(word) && !compound) || joined;
    tokens.push(Token { text: word, lower: word.to_lowercase(), start, end, possessive, capital });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.text).collect()
    }

    #[test]
    fn splits_words_and_marks() {
        assert_eq!(words("al-Bab, in Syria's north."), ["al-Bab", ",", "in", "Syria", "north", "."]);
        assert_eq!(words("the U.S. coast (east)"), ["the", "U.S.", "coast", "(", "east", ")"]);
        assert_eq!(words("Maarrat al-Nu'man"), ["Maarrat", "al-Nu'man"]);
        assert!(tokens("al-Bab")[0].capital && !tokens("rebel-held")[0].capital);
        assert_eq!(words("US$6 of $7"), ["US$6", "of", "$", "7"]);
        assert!(tokens("Syria’s")[0].possessive);
    }
}
