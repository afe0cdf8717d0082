//! Folding of letters, so that "Erdoğan", "Erdogan" and "ERDOGAN" are one word.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Appends the folded form of `c` to `out`: lower case, without diacritics; apostrophes and full stops vanish.
pub(crate) fn fold_into(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '.' => {}
        _ => decompose_canonical(c, |part| push_plain(part, out)),
    }
}

/// Marks vanish, so that decomposed text folds like composed text.
fn push_plain(c: char, out: &mut String) {
    if is_combining_mark(c) {
        return;
    }
    match undivided(c) {
        Some(plain) => out.push_str(plain),
        None => out.extend(c.to_lowercase()),
    }
}

/// Letters that Unicode does not take apart, as they are written where the mark is left out.
fn undivided(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'Đ' => "d",
        'ħ' | 'Ħ' => "h",
        'ı' => "i",
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'ə' | 'Ə' | 'є' | 'Є' => "e",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        _ => return None,
    })
}

/// The folded form of a whole text, words parted by single spaces as [`super::token`] parts them.
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    text.chars().for_each(|c| fold_into(c, &mut out));
    out
}

/// A 64-bit hash (FNV-1a) of folded text: the identity of a word in the lexicon and in a report.
pub fn hash(folded: &str) -> u64 {
    more(0xcbf2_9ce4_8422_2325, folded.as_bytes())
}

/// The hash of what a hash is of and more bytes behind it.
pub(crate) fn more(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_points_vanish() {
        assert_eq!(fold("Erdoğan"), fold("ERDOGAN"));
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("Da’esh"), "daesh");
        assert_eq!(fold("e\u{301}"), "e");
        assert_eq!(fold("İZMİR"), "izmir");
        assert_eq!(fold("Øystein Łukaszewicz Đorđe Groß Ḩamāh"), "oystein lukaszewicz dorde gross hamah");
    }
}
