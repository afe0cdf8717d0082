//! From the HTML of an entry to text, paragraphs kept. An entry holds only its article, so there is nothing to choose.

use crate::reading::html_nesting;
use crate::reading::problem::Fault;
use dom_query::Document;

/// What is no running text.
const FURNITURE: &str = "script, style, noscript, template, nav, form, iframe, figcaption, button";

/// The text of `html`, an empty line between paragraphs.
pub fn text(html: &str) -> Result<String, Fault> {
    html_nesting::check_source(html)?;
    let page = Document::fragment(html);
    html_nesting::check_tree(&page)?;
    page.select(FURNITURE).remove();
    // What a widespread program puts below each entry: it names the headline once more.
    for paragraph in page.select("p").nodes() {
        let text = paragraph.text();
        if text.trim_start().starts_with("The post ") && text.contains(" appeared first on ") {
            paragraph.remove_from_parent();
        }
    }
    Ok(page.formatted_text().trim().to_owned())
}

/// A line of text, such as a title, that may hold marks of HTML.
pub fn line(html: &str) -> Result<String, Fault> {
    let text = if has_marks(html) { text(html)? } else { html.to_owned() };
    Ok(one_line(&text))
}

/// The text with single spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text that does not say what it is looks like HTML: it has a tag or a named character.
pub fn has_marks(text: &str) -> bool {
    let tag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let tags = text.split('<').skip(1).any(|rest| tag(rest) && rest.contains('>'));
    tags || text.split('&').skip(1).any(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).unwrap_or(rest.len());
        (2..=10).contains(&end) && rest.get(end..).is_some_and(|r| r.starts_with(';'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_paragraphs_and_drops_furniture() {
        let html = "<p>One <b>shell</b> fell.</p><script>x</script><p>Two &amp; more<br>lines.</p><ul><li>A</li></ul>\
            <p>The post <a>One fell</a> appeared first on <a>Wire</a>.</p>";
        let text = text(html).unwrap();
        assert!(text.starts_with("One shell fell.\n\nTwo & more\nlines."), "{text}");
        assert!(!text.contains("appeared") && !text.contains('x'), "{text}");
    }

    #[test]
    fn bare_text_stays() {
        assert_eq!(text("Three hurt, a medic said.").unwrap(), "Three hurt, a medic said.");
        assert_eq!(text("").unwrap(), "");
        assert!(text(&"<div>".repeat(100_000)).is_err());
    }

    #[test]
    fn knows_marks() {
        assert!(has_marks("a<br>b") && has_marks("a&nbsp;b") && has_marks("it&#8217;s"));
        assert!(!has_marks("a < b > c & d; e"));
        assert_eq!(line("Two&#8217;s  <i>up</i>\n").unwrap(), "Two’s up");
    }
}
