//! The text of a PDF file.

use super::paragraphs;
use crate::reading::problem::Fault;

/// Reads the text, as paragraphs. A file of pictures of text has none.
pub fn text(bytes: &[u8]) -> Result<String, Fault> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(bytes).map_err(|error| broken(&error))?;
    let text = paragraphs::of_lines(&pages.join("\n\n"));
    if text.chars().filter(|c| c.is_alphabetic()).count() < 20 {
        return Err(Fault::new(
            "a PDF file without text, perhaps a scan",
            "have its text recognised first, for instance by ocrmypdf",
        ));
    }
    Ok(text)
}

fn broken(error: &pdf_extract::OutputError) -> Fault {
    let said: String = error.to_string().chars().take(200).collect();
    Fault::new(
        format!("a PDF file that cannot be read: {said}"),
        "give its text, for instance from pdftotext",
    )
}
