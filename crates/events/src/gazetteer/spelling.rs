//! Which of GeoNames' other names are spellings that an English report may use.

use super::fold::fold;

/// True for names in Latin script that look like names: not codes, not machine romanisations (which begin in lower
/// case), not descriptions in brackets.
pub fn useful(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let latin =
        letters().all(|c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c) || ('ʰ'..='˿').contains(&c));
    let shaped = !name.contains(['(', ')', '/', ',', ';']) && !name.contains(" - ");
    let code = letters().count() < 3
        || letters().all(char::is_uppercase)
        || name.contains(|c: char| c.is_ascii_digit());
    latin && shaped && !code && name.len() <= 40 && begins_like_a_name(name)
}

fn begins_like_a_name(name: &str) -> bool {
    let first_is_upper =
        |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    // "al-Bab": the article may be in lower case.
    first_is_upper(name)
        || (fold(name).len() + 2 < name.len() && name.split(['-', ' ']).nth(1).is_some_and(first_is_upper))
}

/// The name without words such as "Province", "Oblast", "Muhafazat", where something is left.
pub fn core(name: &str) -> Option<String> {
    const TYPES: [&str; 19] = [
        "Province",
        "Governorate",
        "Oblast",
        "Oblast'",
        "Region",
        "Republic",
        "District",
        "Subdistrict",
        "County",
        "Prefecture",
        "Raion",
        "Kray",
        "Krai",
        "State",
        "Municipality",
        "Muhafazat",
        "Wilaya",
        "Department",
        "Nahiyat",
    ];
    let words: Vec<&str> = name.split_whitespace().filter(|w| !TYPES.contains(w)).collect();
    let left = words.join(" ");
    (!left.is_empty() && left != name && !left.starts_with("of ") && !left.starts_with("de ")).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_spellings_and_drops_the_rest() {
        for name in ["Kobanî", "al-Bab", "Ta‘izz", "Deir ez-Zor"] {
            assert!(useful(name), "{name}");
        }
        for name in ["Дамаск", "دمشق", "DAM", "swldw", "Soldeu (town)", "sheng hu li ya", "A1"] {
            assert!(!useful(name), "{name}");
        }
        assert_eq!(core("Kherson Oblast").as_deref(), Some("Kherson"));
        assert_eq!(core("Kherson"), None);
        assert_eq!(core("Republic"), None);
    }
}
