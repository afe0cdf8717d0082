//! Markdown, reduced to its running text.
//!
//! Paragraphs, headings, list items and table rows become paragraphs; emphasis and links keep their words. Code blocks,
//! images and raw HTML are left out: they are no part of what a report says.

use super::problem::Fault;
use super::{Found, encoding, header};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Reads a Markdown file. Where the header gives no title, a first heading of the first level is the title.
pub fn read(bytes: &[u8]) -> Result<Found, Fault> {
    let decoded = encoding::decode(bytes, None)?;
    let (mut head, body) = header::split(&decoded.text);
    let plain = reduce(body);
    if head.title.is_none() {
        head.title = plain.title;
    }
    Ok(Found { text: plain.text.trim().to_owned(), head, doubts: decoded.doubt.into_iter().collect() })
}

/// The running text so far.
#[derive(Default)]
struct Plain {
    text: String,
    title: Option<String>,
    /// Where the heading of the first level began, while the reader is inside it.
    heading: Option<usize>,
    /// How many elements that are left out the reader is inside of.
    left_out: usize,
}

fn reduce(markdown: &str) -> Plain {
    let mut plain = Plain::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        plain.take(event);
    }
    plain
}

impl Plain {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => self.left_out += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image | TagEnd::HtmlBlock) => {
                self.left_out = self.left_out.saturating_sub(1);
            }
            Event::Text(words) | Event::Code(words) if self.left_out == 0 => self.text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                self.end_paragraph();
                self.heading = Some(self.text.len());
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => self.end_title(),
            Event::Start(tag) if is_block(&tag) => self.end_paragraph(),
            Event::End(TagEnd::TableCell) => self.text.push('\t'),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead,
            ) => {
                self.end_paragraph();
            }
            _ => {}
        }
    }

    /// A first heading above all text is the title and no part of the text.
    fn end_title(&mut self) {
        let start = self.heading.take().unwrap_or(self.text.len());
        if start == 0 && self.title.is_none() {
            let title = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.title = Some(title).filter(|t| !t.is_empty());
            self.text.clear();
        }
        self.end_paragraph();
    }

    fn end_paragraph(&mut self) {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        if kept > 0 {
            self.text.push_str("\n\n");
        }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph | Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::BlockQuote(_) | Tag::Table(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_words_and_drops_the_marks() {
        let source = "---\npublisher: Wire\n---\n# Shells *hit* town\n\nThe **army** shelled [the town](http://x.y)\non \
                      Friday.\n\n![map](m.png)\n\n- Ten hurt\n- `Two` missing\n\n```\nlet x;\n```\n\n## More\nEnd.";
        let found = read(source.as_bytes()).unwrap();
        assert_eq!(found.head.title.as_deref(), Some("Shells hit town"));
        assert_eq!(found.head.publisher.as_deref(), Some("Wire"));
        assert_eq!(
            found.text,
            "The army shelled the town\non Friday.\n\nTen hurt\n\nTwo missing\n\nMore\n\nEnd."
        );
    }
}
