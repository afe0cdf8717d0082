//! Which language a text is in: the program reads English.

use whatlang::{Lang, detect};

/// The language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Another, by its English name.
    Other(&'static str),
    /// Too little text to tell.
    Unknown,
}

/// Letters below which nothing is said: a headline of names looks like any language.
const LEAST: usize = 40;
/// Small words that English has and its neighbours lack. Names of people and places, of which reports are full, look like other
/// languages; these words do not.
const SMALL: [&str; 12] =
    ["after", "and", "by", "from", "had", "said", "that", "the", "were", "which", "with", "under"];
/// One word in so many is a small one in English; in reports about one in seven.
const ONE_IN: usize = 9;
/// As much of a text as is looked at, in bytes.
const LOOKED_AT: usize = 4_000;

/// Tells the language of `text`.
pub fn of(text: &str) -> Language {
    let start = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or(text);
    if start.chars().filter(|c| c.is_alphabetic()).count() < LEAST {
        return Language::Unknown;
    }
    if is_plainly_english(start) {
        return Language::English;
    }
    match detect(start) {
        Some(found) if found.lang() == Lang::Eng => Language::English,
        Some(found) if found.is_reliable() => Language::Other(found.lang().eng_name()),
        _ => Language::Unknown,
    }
}

fn is_plainly_english(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_small = |word: &&&str| SMALL.iter().any(|small| word.eq_ignore_ascii_case(small));
    let small = words.iter().filter(is_small).count();
    small > 1 && small * ONE_IN >= words.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "The convoy left the town in the morning, and nobody was hurt, the mayor said.";

    #[test]
    fn tells_the_languages_that_reports_come_in() {
        let texts = [
            (
                "French",
                "Des obus sont tombés vendredi sur le marché de la ville et trois personnes ont été blessées.",
            ),
            (
                "Spanish",
                "Tres personas resultaron heridas el viernes en el mercado de la ciudad, dijo un médico.",
            ),
            (
                "German",
                "Am Freitag schlugen Granaten auf dem Markt der Stadt ein, drei Menschen wurden verletzt.",
            ),
            ("Russian", "В пятницу снаряды упали на рынок города, три человека были ранены, сообщил врач."),
            (
                "Arabic",
                "سقطت قذائف يوم الجمعة على سوق المدينة وأصيب ثلاثة أشخاص بجروح كما قال طبيب في المستشفى",
            ),
        ];
        for (name, text) in texts {
            assert_eq!(of(text), Language::Other(name), "{text}");
        }
        assert_eq!(of(LINE), Language::English);
    }

    #[test]
    fn foreign_names_leave_a_text_english() {
        for text in [
            "Shells hit Maarat al-Numan, Jisr al-Shughur and Khan Sheikhoun on Friday, the governor of Idlib said.",
            "DONETSK, Jan 2 - Kramatorsk, Kostiantynivka and Chasiv Yar came under fire overnight, officials said.",
            "Ouagadougou said that soldiers had left Djibo, Dori and Fada N'Gourma for Bobo-Dioulasso.",
        ] {
            assert_eq!(of(text), Language::English, "{text}");
        }
    }

    #[test]
    fn says_nothing_of_too_little() {
        assert_eq!(of("Kyiv, Odesa"), Language::Unknown);
        assert_eq!(of("1 2 3 4 5 6 7 8 9 0 ".repeat(20).as_str()), Language::Unknown);
    }

    #[test]
    fn a_cut_within_a_letter_is_no_harm() {
        assert_eq!(of(&format!("{}é", LINE.repeat(60))), Language::English);
        assert_eq!(of(&"é".repeat(9_000)), of(&"é".repeat(9_000)));
    }
}
