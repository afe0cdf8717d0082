//! Folding of letters, so that "Erdoğan", "Erdogan" and "ERDOGAN" are one word.

/// Appends the folded form of `c` to `out`: lower case, without diacritics; apostrophes and full stops vanish.
pub(crate) fn fold_into(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' | '.' => {}
        // Combining marks, so that decomposed text folds like composed text.
        '\u{300}'..='\u{36f}' => {}
        _ => match base_of(c) {
            Some(base) => out.push_str(base),
            None => out.extend(c.to_lowercase()),
        },
    }
}

/// Letters by the plain letters that they are written with where the mark is left out.
const BASES: [(&str, &str); 22] = [
    ("àáâãäåāăąǎạảấầậắ", "a"),
    ("çćčĉċ", "c"),
    ("ďđ", "d"),
    ("èéêëēĕėęěẹếềệễ", "e"),
    ("ğĝġģ", "g"),
    ("ĥħḥḩ", "h"),
    ("ìíîïĩīĭįıǐị", "i"),
    ("ķ", "k"),
    ("łĺļľ", "l"),
    ("ñńņňṇ", "n"),
    ("òóôõöøōŏőơọốồộ", "o"),
    ("ŕřŗ", "r"),
    ("śşšșŝṣ", "s"),
    ("ťţțṭ", "t"),
    ("ùúûüũūŭůűųưụ", "u"),
    ("ýÿŷ", "y"),
    ("źżžẓ", "z"),
    ("ŵ", "w"),
    ("əє", "e"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
];

fn base_of(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    BASES.iter().find(|(letters, _)| letters.contains(lower)).map(|(_, base)| *base)
}

/// The folded form of a whole text, words parted by single spaces as [`super::token`] parts them.
#[cfg(test)]
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::new();
    text.chars().for_each(|c| fold_into(c, &mut out));
    out
}

/// A 64-bit hash (FNV-1a) of folded text: the identity of a word in the lexicon and in a report.
pub(crate) fn hash(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
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
    }
}
