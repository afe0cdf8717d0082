//! From bytes to text: byte order mark, UTF-8, the declared encoding, then a guess.
//!
//! Valid UTF-8 goes before the declaration: a legacy text is hardly ever valid UTF-8 by chance, whereas pages saved or
//! converted later often keep a declaration that is no longer true.

use super::problem::Fault;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// A decoded text, with line ends as `\n`, and what is doubtful about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// Characters that could not be read.
    pub doubt: Option<Fault>,
}

/// Decodes `bytes`; `declared` is the label that they give themselves.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Result<Decoded, Fault> {
    super::binary::refuse(bytes)?;
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => lossy(encoding, bytes.get(length..).unwrap_or_default()),
        None => decode_unmarked(bytes, declared),
    };
    check(&text)?;
    let doubt = doubt(&text);
    Ok(Decoded { text: unix_lines(text), doubt })
}

fn decode_unmarked(bytes: &[u8], declared: Option<&str>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let stated = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(text) = stated.and_then(|e| e.decode_without_bom_handling_and_without_replacement(bytes)) {
        return text.into_owned();
    }
    if mostly_utf8(bytes) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    lossy(detector.guess(None, Utf8Detection::Deny), bytes)
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// True where a few bytes spoil what is otherwise UTF-8: a text cut off within a character, or two glued together.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad.saturating_mul(10)
}

/// Refuses what decodes to something that is no text.
fn check(text: &str) -> Result<(), Fault> {
    let (mut all, mut bad) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
        bad += usize::from(control || c == char::REPLACEMENT_CHARACTER);
    }
    if text.contains('\0') || bad > all / 20 + 2 {
        return Err(Fault::new("not text in an encoding that could be recognised", "save it as UTF-8"));
    }
    Ok(())
}

fn doubt(text: &str) -> Option<Fault> {
    let count = text.matches(char::REPLACEMENT_CHARACTER).count();
    let what = format!("{count} characters could not be read");
    (count > 0).then(|| Fault::new(what, "they are shown as \u{fffd}; save the file as UTF-8"))
}

fn unix_lines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], declared: Option<&str>) -> String {
        decode(bytes, declared).unwrap().text
    }

    #[test]
    fn reads_marks_utf8_declarations_and_guesses() {
        let utf16: Vec<u8> = "\u{feff}Büren\r\nzwei".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf16, None), "Büren\nzwei");
        assert_eq!(text("\u{feff}Büren".as_bytes(), Some("windows-1251")), "Büren");
        assert_eq!(text(b"\xcc\xee\xf1\xea\xe2\xe0", Some("windows-1251")), "Москва");
        assert_eq!(
            text(b"The caf\xe9 in the town was hit, a resident said.", None).chars().nth(7),
            Some('é')
        );
    }

    #[test]
    fn a_cut_utf8_text_stays_utf8_with_a_doubt() {
        let whole = "é".repeat(40);
        let decoded = decode(&whole.as_bytes()[..79], None).unwrap();
        assert!(decoded.text.starts_with("éé"));
        assert!(decoded.doubt.unwrap().what.starts_with("1 char"));
    }

    #[test]
    fn refuses_noise() {
        let noise: Vec<u8> = (1..=31).cycle().take(400).collect();
        assert!(decode(&noise, None).is_err());
        assert!(decode(b"\xff\xfe\0\0a\0\0\0", None).is_err());
    }
}
