//! Web pages: the main text by the readability method (the crate dom_smoothie), what the page says of itself by
//! [`html_head`](super::html_head).

use super::problem::Fault;
use super::{Found, encoding, html_head, html_nesting, limits};
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

/// Reads a page; `charset` is the encoding that the server stated, which goes before the page's own word. A page of too many or too deeply nested elements is refused before it is parsed.
pub fn read(bytes: &[u8], charset: Option<&str>) -> Result<Found, Fault> {
    limits::check_page(bytes)?;
    let own = declared(bytes);
    let decoded = encoding::decode(bytes, charset.or(own.as_deref()))?;
    html_nesting::check_source(&decoded.text)?;
    let page = Document::from(decoded.text.as_str());
    html_nesting::check_tree(&page)?;
    let mut head = html_head::read(&page);
    let text = main_text(page, &mut head.title)?;
    Ok(Found { text, head, doubts: decoded.doubt.into_iter().collect() })
}

/// The article as paragraphs, an empty line between two; the method's own title where the page states none.
fn main_text(page: Document, title: &mut Option<String>) -> Result<String, Fault> {
    // The default text mode glues paragraphs together, and with them the sentences at their edges.
    let config = Config {
        text_mode: TextMode::Formatted,
        disable_json_ld: true,
        max_elements_to_parse: limits::ELEMENTS,
        ..Config::default()
    };
    let whole = body(&page);
    let mut reader = Readability::with_document(page, None, Some(config)).map_err(|e| no_article(&e))?;
    let text = match reader.parse() {
        Ok(article) => {
            if title.is_none() {
                *title = Some(article.title.trim().to_owned()).filter(|t| !t.is_empty());
            }
            article.text_content.trim().to_owned()
        }
        // Too short or too bare for the method: the page's own text is better than none.
        Err(dom_smoothie::ReadabilityError::GrabFailed) => whole,
        Err(error) => return Err(no_article(&error)),
    };
    if text.is_empty() { Err(no_article(&"it holds no running text")) } else { Ok(text) }
}

/// All running text of the page apart from its furniture.
fn body(page: &Document) -> String {
    let copy = page.clone();
    copy.select("script, style, noscript, template, nav, header, footer, aside, form, h1").remove();
    copy.select("body").formatted_text().trim().to_owned()
}

fn no_article(why: &dyn std::fmt::Display) -> Fault {
    Fault::no_text(format!("no article found in the page: {why}"), "give the article's text as a .txt file")
}

/// The encoding that the page declares in its first bytes.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096))?).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|mark| start.split_once(mark))?.1;
    let label = after.trim_start_matches([' ', '"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    label.get(..end).filter(|l| !l.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_declared_encoding() {
        let declared = |html: &str| declared(html.as_bytes());
        assert_eq!(declared("<meta charset=\"windows-1251\">").as_deref(), Some("windows-1251"));
        let old = "<meta http-equiv=x content='text/html; charset=ISO-8859-1'>";
        assert_eq!(declared(old).as_deref(), Some("iso-8859-1"));
        assert_eq!(declared("<p>"), None);
    }

    #[test]
    fn paragraphs_stay_apart() {
        let line =
            "Shells fell on the market of the town on Friday, and three people were hurt, a medic said.";
        let html = format!(
            "<html><body><nav>Home</nav><article>{}</article></body>",
            format!("<p>{line}</p>").repeat(9)
        );
        let text = read(html.as_bytes(), None).unwrap().text;
        assert_eq!(text.matches("\n\n").count(), 8, "{text}");
        assert!(!text.contains("Home"));
    }

    #[test]
    fn a_short_page_keeps_its_text() {
        assert_eq!(read(b"<p>Three hurt.</p><script>x()</script>", None).unwrap().text, "Three hurt.");
        assert!(read(b"<html><body></body></html>", None).is_err());
    }
}
