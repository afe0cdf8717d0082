//! How a name sounds, for names that went from one script to another: Jdeidet Artouz, Jdaidet Artuz, Judaydat Artuz.
//!
//! Writers of Latin letters agree on consonants more than on vowels, and confuse those that are made in one place of the
//! mouth. A skeleton keeps one letter for each class of consonants, as Soundex does (Russell 1918), with the digraphs by
//! which English, French and German write Arabic, Persian and Cyrillic letters.

/// Letters that are written for one sound, longest first.
const DIGRAPHS: [(&str, char); 20] = [
    ("shch", 'S'),
    ("sch", 'S'),
    ("tch", 'S'),
    ("dzh", 'S'),
    ("zh", 'S'),
    ("sh", 'S'),
    ("ch", 'S'),
    ("ts", 'S'),
    ("tz", 'S'),
    ("cz", 'S'),
    ("cs", 'S'),
    ("sj", 'S'),
    ("tj", 'S'),
    ("dj", 'J'),
    ("kh", 'K'),
    ("gh", 'K'),
    ("ph", 'V'),
    ("th", 'T'),
    ("dh", 'T'),
    ("ck", 'K'),
];
/// What a skeleton is made of.
const ALPHABET: [char; 9] = ['S', 'K', 'T', 'B', 'V', 'L', 'R', 'M', 'N'];
/// Skeletons shorter than this have too many neighbours to mean anything.
const SHORTEST_VARIED: usize = 2;

/// Letters that are read in two ways: j is a consonant in Arabic names and a glide in German ones, c is s or k, x and q are
/// k sounds in Arabic and Russian names and s sounds in Chinese ones.
#[derive(Clone, Copy)]
struct Reading {
    j: Option<char>,
    c: char,
    xq: char,
}

/// The skeletons of a folded name: one for every way of reading its letters, eight at most.
pub(super) fn skeletons(key: &str) -> Vec<String> {
    let joined = key.replace(' ', "");
    let mut all = Vec::new();
    for (j, c, xq) in [None, Some('S')].into_iter().flat_map(|j| {
        [('S', 'K'), ('S', 'S'), ('K', 'K'), ('K', 'S')].into_iter().map(move |(c, xq)| (j, c, xq))
    }) {
        let skeleton = skeleton(&joined, Reading { j, c, xq });
        if !all.contains(&skeleton) {
            all.push(skeleton);
        }
        if !joined.contains(['j', 'c', 'x', 'q']) {
            break;
        }
    }
    all
}

fn skeleton(joined: &str, reading: Reading) -> String {
    let (mut out, mut rest, mut before) = (String::new(), joined, None);
    while let Some(first) = rest.chars().next() {
        let digraph = DIGRAPHS.iter().find(|(letters, _)| rest.starts_with(letters));
        let (length, class) = match digraph {
            Some((letters, 'J')) => (letters.len(), reading.j),
            Some((letters, class)) => (letters.len(), Some(*class)),
            // "Wadi" may be written "Vadi"; inside a name w is a vowel ("Sawda", "Souda").
            None if first == 'w' && rest.len() == joined.len() => (1, Some('V')),
            None => (first.len_utf8(), class_of(first, reading)),
        };
        out.extend(class.filter(|c| before != Some(*c)));
        before = class;
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

/// The class of a letter; none of a vowel and of what is as good as one.
fn class_of(letter: char, reading: Reading) -> Option<char> {
    Some(match letter {
        's' | 'z' => 'S',
        'k' | 'g' => 'K',
        'c' => reading.c,
        'x' | 'q' => reading.xq,
        'j' => return reading.j,
        't' | 'd' => 'T',
        'p' | 'b' => 'B',
        'f' | 'v' => 'V',
        'l' | 'r' | 'm' | 'n' => letter.to_ascii_uppercase(),
        _ => return None,
    })
}

/// The skeletons that differ from `skeleton` by one letter more, less or other; none of a very short one.
pub(super) fn neighbours(skeleton: &str) -> Vec<String> {
    if skeleton.len() < SHORTEST_VARIED {
        return Vec::new();
    }
    let mut out = Vec::new();
    for at in 0..=skeleton.len() {
        let (head, tail) = skeleton.split_at_checked(at).unwrap_or_default();
        out.extend(ALPHABET.iter().map(|c| format!("{head}{c}{tail}")));
        if let Some(shorter) = tail.get(1..) {
            out.push(format!("{head}{shorter}"));
            out.extend(ALPHABET.iter().map(|c| format!("{head}{c}{shorter}")));
        }
    }
    out.sort_unstable();
    out.dedup();
    out.retain(|variant| variant != skeleton);
    out
}

/// How far two folded names are from each other in writing: edits for each letter of the longer, 0 to 1 (Levenshtein 1966).
pub(super) fn distance(a: &str, b: &str) -> f64 {
    let (a, b) = (a.replace(' ', ""), b.replace(' ', ""));
    1.0 - strsim::normalized_levenshtein(&a, &b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::fold::fold;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for names in [
            ["Jdeidet Artouz", "Jdaidet Artuz", "Judaydat Artuz"],
            ["Deir ez-Zor", "Deir Ezzor", "Dayr az Zawr"],
            ["Khan Sheikhoun", "Khan Shaykhun", "Khan Cheikhoun"],
            ["Kyiv", "Kiev", "Kyyiv"],
        ] {
            let all = names.map(|name| skeletons(&fold(name)));
            let [first, others @ ..] = &all;
            for other in others {
                assert!(first.iter().any(|s| other.contains(s)), "{names:?}: {all:?}");
            }
        }
    }

    #[test]
    fn neighbours_are_one_letter_away() {
        assert!(neighbours("SRK").contains(&"SRSK".to_owned()));
        assert!(neighbours("SRK").contains(&"SR".to_owned()));
        assert!(neighbours("SRK").contains(&"SLK".to_owned()));
        assert!(!neighbours("SRK").contains(&"SRK".to_owned()));
        assert!(neighbours("S").is_empty());
    }

    proptest! {
        #[test]
        fn any_key_has_a_skeleton(name in "\\PC{0,40}") {
            let all = skeletons(&fold(&name));
            prop_assert!(all.iter().all(|s| s.chars().all(|c| ALPHABET.contains(&c))));
        }
    }
}
