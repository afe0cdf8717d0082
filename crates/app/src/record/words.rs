//! Words as they are searched for: folded, so that "Erdoğan" is found by "erdogan", in both databases alike.

use dateline_events::parties::fold;

/// Most words of one text that are searched for: PostgreSQL takes a megabyte of them.
const MOST: usize = 10_000;

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && w.len() <= 60)
        .take(MOST)
        .map(str::to_owned)
        .collect()
}

/// The same, joined, as the databases take them.
pub(crate) fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<String> = texts.into_iter().flat_map(words).take(MOST).collect();
    all.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_bare() {
        assert_eq!(words("Al-Nusra's \"R. T. Erdoğan\" (16)"), ["al", "nusras", "r", "t", "erdogan", "16"]);
        assert!(words("\" OR * NEAR(").iter().all(|w| w.chars().all(char::is_alphanumeric)));
    }
}
