//! How large an input may be, so that one bad file cannot take all of the memory.

use super::problem::Fault;

/// Largest file that holds a single report, in bytes.
pub const FILE: u64 = 50 << 20;
/// Longest line of a file of JSON lines, in bytes.
pub const LINE: usize = 16 << 20;
/// Largest body of a report, in bytes of UTF-8: far above any article, about twice the Bible.
pub const TEXT: usize = 10_000_000;
/// Largest web page, in bytes.
pub const PAGE: usize = 10 << 20;
/// Deepest nesting of elements in a page: real ones stay below a hundred.
pub const NESTING: usize = 512;
/// Most elements that the source of a page may hold open at once, by the rough count before parsing.
pub const OPEN_TAGS: usize = 2_000;
/// Sum of the depths of all tags in the source of a page: a large page of 100,000 tags at depth 30 has 3 million.
pub const SOURCE_STEPS: usize = 30_000_000;
/// Sum of the depths of all nodes of a page, about a million for every second that the readability method takes.
pub const TREE_STEPS: usize = 4_000_000;
/// Most elements of a page.
pub const ELEMENTS: usize = 100_000;

/// Largest PDF file, in bytes: a report has hundreds of kilobytes, more with its pictures.
pub const PDF: usize = 20 << 20;
/// Largest head of a record of a web archive, and of the answer within, in bytes.
pub const HEAD: usize = 64 << 10;

/// Refuses a file of more than [`FILE`] bytes.
pub fn file_too_large() -> Fault {
    let what = format!("larger than {} MB, too large for one report", FILE >> 20);
    Fault::new(what, "split it, or give many reports as JSON lines (.jsonl)")
}

/// Refuses a page of more than [`PAGE`] bytes.
pub fn check_page(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.len() <= PAGE {
        return Ok(());
    }
    let what = format!("larger than {} MB, too large for a web page", PAGE >> 20);
    Err(Fault::new(what, "give the article's text as a .txt file"))
}

/// Refuses a line of more than [`LINE`] bytes.
pub fn line_too_long() -> Fault {
    Fault::new(format!("longer than {} MB", LINE >> 20), "give one report a line")
}

/// Refuses a body of more than [`TEXT`] bytes.
pub fn check_text(text: &str) -> Result<(), Fault> {
    if text.len() <= TEXT {
        return Ok(());
    }
    let what = format!("the text has {} bytes; a report may have {TEXT}", text.len());
    Err(Fault::new(what, "split it into its reports"))
}

/// Refuses a PDF file of more than [`PDF`] bytes.
pub fn check_pdf(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.len() <= PDF {
        return Ok(());
    }
    let what = format!("larger than {} MB, too large for a PDF file of a report", PDF >> 20);
    Err(Fault::new(what, "give its text, for instance from pdftotext"))
}

/// True for JSON of more than so many parts: a value takes many times the memory of the two bytes that it may be written with.
pub fn has_more_parts(json: &str, most: usize) -> bool {
    json.matches([',', '[', '{']).count() > most
}

/// What a reader says of itself where it fails.
pub fn mistake() -> Fault {
    Fault::new("a mistake in dateline: it could not be read to its end", "please report it with this input")
}
