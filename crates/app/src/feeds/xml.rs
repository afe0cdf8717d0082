//! XML as a small tree, without anything that a hostile document could grow by: no entities of its own, few attributes,
//! bounded depth and number of elements. Time and memory are linear in the text.

use super::node::{Inside, Node};
use super::prefixes::Names;
use crate::reading::limits::ELEMENTS;
use crate::reading::problem::Fault;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// Deepest nesting of elements.
const DEPTH: usize = 200;
/// Most attributes of an element that are kept.
const ATTRIBUTES: usize = 50;

/// Reads the first element of `text` and all inside it. What follows it is passed over.
pub fn parse(text: &str) -> Result<Node, Fault> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let (mut open, mut count, mut names): (Vec<Node>, usize, _) = (Vec::new(), 0, Names::default());
    loop {
        match reader.read_event().map_err(|e| malformed(&e))? {
            Event::Start(start) => {
                count += 1;
                if open.len() >= DEPTH || count > ELEMENTS {
                    return Err(Fault::new(
                        "its XML has too many elements, or too deep ones",
                        "it is no news feed",
                    ));
                }
                let mut node = node(&start);
                if open.is_empty() {
                    names = Names::declared(&node);
                }
                node.name = names.common(&node.name);
                open.push(node);
            }
            Event::End(_) => {
                let Some(node) = open.pop() else { return Err(malformed(&"an end without a start")) };
                match open.last_mut() {
                    Some(around) => around.inside.push(Inside::Node(node)),
                    None => return Ok(node),
                }
            }
            Event::Eof => return Err(malformed(&"it breaks off")),
            other => {
                if let Some(around) = open.last_mut() {
                    take_text(around, &other);
                }
            }
        }
    }
}

fn take_text(around: &mut Node, event: &Event<'_>) {
    match event {
        Event::Text(text) => around.push_text(text),
        Event::CData(text) => around.push_text(text),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(c)) => around.push_text(c.encode_utf8(&mut [0; 4])),
            Ok(None) => match resolve_predefined_entity(name) {
                Some(text) => around.push_text(text),
                // One of HTML, as the text may be, or of the document's own: it stays as it is.
                None => around.push_text(&format!("&{};", &**name)),
            },
            Err(_) => around.push_text("\u{fffd}"),
        },
        _ => {}
    }
}

fn node(start: &BytesStart<'_>) -> Node {
    let name = start.name().as_ref().to_owned();
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).take(ATTRIBUTES).flatten().map(|attribute| {
        let value = unescape(&attribute.value);
        let value = value.map_or_else(|_| attribute.value.to_string(), |v| v.into_owned());
        (attribute.key.as_ref().to_owned(), value)
    });
    Node { name, attributes: attributes.collect(), inside: Vec::new() }
}

fn malformed(why: &dyn std::fmt::Display) -> Fault {
    Fault::new(format!("its XML is malformed: {why}"), "tell its publisher")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn reads_text_marks_and_prefixes() {
        let node = parse(
            "<?xml version='1.0'?><!-- x --><r xmlns:c='http://purl.org/rss/1.0/modules/content/'>\
             <c:encoded>a &lt;b&gt; &#233;&nbsp;<![CDATA[<i>&amp;]]> &own; R&D</c:encoded><x y='1 &amp; 2'/></r> tail <",
        );
        let node = node.unwrap();
        assert_eq!(node.word("content:encoded").unwrap(), "a <b> é&nbsp;<i>&amp; &own; R&D");
        assert_eq!(node.child("x").unwrap().attribute("y"), Some("1 & 2"));
        let xhtml = parse("<t><h:p class='x'>1 &lt; 2<h:br/>b</h:p></t>").unwrap();
        assert_eq!(xhtml.markup(), "<p>1 &lt; 2<br>b</p>");
    }

    #[test]
    fn entities_of_a_document_are_not_expanded() {
        let mut bomb = "<!DOCTYPE r [<!ENTITY a0 'ha'>".to_owned();
        for n in 1..40 {
            bomb.push_str(&format!("<!ENTITY a{n} '&a{0};&a{0};'>", n - 1));
        }
        bomb.push_str("<!ENTITY f SYSTEM 'file:///etc/passwd'>]><r><t>&a39;&f;</t></r>");
        assert_eq!(parse(&bomb).unwrap().word("t").unwrap(), "&a39;&f;");
    }

    #[test]
    fn size_costs_no_more_than_itself() {
        let begun = Instant::now();
        assert!(parse(&"<a>".repeat(1_000_000)).is_err());
        assert!(parse(&format!("<a>{}</a>", "<b/>".repeat(1_000_000))).is_err());
        let attributes: String = (0..400_000).map(|n| format!(" xmlns:a{n}='b{n}'")).collect();
        assert!(parse(&format!("<a{attributes}><b x='{}'/></a>", "x".repeat(5_000_000))).is_ok());
        assert!(begun.elapsed().as_secs() < 10);
    }

    #[test]
    fn what_is_malformed_is_refused() {
        for text in [
            "",
            "words",
            "<a>",
            "<a></b>",
            "<a",
            "<a><b></a>",
            "</a>",
            "<!DOCTYPE",
            "<!--",
            "<a><![CDATA[x</a>",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
