//! Hostile text made harmless: a news text can hold the escape sequences that drive a terminal.

use std::borrow::Cow;

/// True for control characters and for the marks that turn the direction of writing around.
pub fn is_hostile(c: char) -> bool {
    // U+061C is the Arabic letter mark, the third of those that U+200E and U+200F belong to.
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// `text` on one line without hostile characters; line ends and tabs become spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hostile) {
        return Cow::Borrowed(text);
    }
    let space = |c: char| if c.is_whitespace() { ' ' } else { c };
    Cow::Owned(text.chars().map(space).filter(|c| !is_hostile(*c)).collect())
}

/// JSON for a terminal: hostile characters inside its strings become `\u` escapes, the same value to a reader.
pub fn escape_json(json: &str) -> Cow<'_, str> {
    let raw = |c: char| is_hostile(c) && c != '\n';
    if !json.contains(raw) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if raw(c) { safe.push_str(&format!("\\u{:04x}", u32::from(c))) } else { safe.push(c) }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_escape_sequence_is_left() {
        assert_eq!(clean("a\u{1b}[2Jb\nc\u{9b}1md\u{202e}e"), "a[2Jb c1mde");
        assert_eq!(escape_json("{\"a\":\"\u{9b}x\u{7f}\"}\n"), "{\"a\":\"\\u009bx\\u007f\"}\n");
    }

    #[test]
    fn no_mark_of_direction_is_left() {
        let marks =
            "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
        assert_eq!(clean(&format!("a{marks}b")), "ab");
        assert_eq!(escape_json("\"\u{61c}\""), "\"\\u061c\"");
    }
}
