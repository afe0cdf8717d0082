//! Files that are no text.

use super::problem::Fault;

/// First bytes, what they mean, and what to do.
const SIGNATURES: [(&[u8], &str, &str); 13] = [
    (b"%PDF-", "a PDF file", "give its text, for instance from pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as text or HTML"),
    (b"{\\rtf", "an RTF document", "save it as text or HTML"),
    (b"\x1f\x8b", "packed with gzip", "unpack it first"),
    (b"BZh", "packed with bzip2", "unpack it first: bunzip2 -c FILE | dateline code -"),
    (b"\xfd7zXZ\0", "packed with xz", "unpack it first: xz -dc FILE | dateline code -"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it first"),
    (b"PAR1", "a Parquet file", "give the file itself, by its name"),
    (b"\x89PNG", "a PNG image", "give text"),
    (b"\xff\xd8\xff", "a JPEG image", "give text"),
    (b"GIF8", "a GIF image", "give text"),
    (b"\x7fELF", "a program", "give text"),
];

/// Refuses bytes that are no text: known signatures, and NUL bytes outside UTF-16.
pub fn refuse(bytes: &[u8]) -> Result<(), Fault> {
    if let Some((_, what, cure)) = SIGNATURES.iter().find(|(first, ..)| bytes.starts_with(first)) {
        return Err(Fault::new(format!("{what}, not text"), *cure));
    }
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if !utf16 && bytes.contains(&0) {
        return Err(Fault::new("binary: it holds NUL bytes", "give text; UTF-16 needs its byte order mark"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_is_no_text() {
        assert!(refuse(b"%PDF-1.7 ...").unwrap_err().what.contains("PDF"));
        assert!(refuse(b"a\0b").unwrap_err().what.contains("NUL"));
        assert_eq!(refuse(b"\xff\xfea\0"), Ok(()));
        assert_eq!(refuse("Zehn Tote in Büren".as_bytes()), Ok(()));
    }
}
