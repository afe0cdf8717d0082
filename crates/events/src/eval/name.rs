//! When two names are the same: regardless of case, accents, width, punctuation and spaces.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// The words of `text` in compatibility form, case folded and without accents, one space between.
pub(super) fn name(text: Option<&str>) -> String {
    let folded = text.unwrap_or("").nfkd().default_case_fold();
    let bare = folded.filter(|c| canonical_combining_class(*c) == 0);
    let mut name = String::new();
    let mut between = false;
    for c in bare {
        if !in_word(c) {
            between = true;
            continue;
        }
        if between && !name.is_empty() {
            name.push(' ');
        }
        between = false;
        name.push(c);
    }
    name
}

/// Letters, numbers and the underscore: Python's `\w`, which leaves out the vowel signs that `char::is_alphanumeric`
/// lets in.
fn in_word(c: char) -> bool {
    c == '_'
        || matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_width_and_punctuation() {
        assert_eq!(name(Some("  Deir ez-Zor's ")), "deir ez zor s");
        assert_eq!(name(Some("São  Tomé")), "sao tome");
        assert_eq!(name(Some("STRASSE")), name(Some("Straße")));
        assert_eq!(name(Some("ﬁre ＡＢＣ")), "fire abc");
        assert_eq!(name(Some("حِمْص")), "حمص");
        assert_eq!(name(Some("...")), "");
        assert_eq!(name(None), "");
    }
}
