//! An element of an XML document, with what is in it.

use quick_xml::escape::partial_escape;

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Its name, with the prefix by which its namespace is commonly known.
    pub name: String,
    /// Names and values.
    pub attributes: Vec<(String, String)>,
    /// What is inside, in its order.
    pub inside: Vec<Inside>,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    /// Another one.
    Node(Node),
    /// Text.
    Text(String),
}

impl Node {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// The elements inside, in their order.
    pub fn children(&self) -> impl Iterator<Item = &Node> {
        self.inside.iter().filter_map(|inside| match inside {
            Inside::Node(node) => Some(node),
            Inside::Text(_) => None,
        })
    }

    /// The elements of this name inside.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children().filter(move |node| node.name == name)
    }

    /// The first element of this name inside.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children().find(|node| node.name == name)
    }

    /// The text of the first element of this name, if there is any.
    pub fn word(&self, name: &str) -> Option<String> {
        self.child(name).map(|node| node.text().trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The text right inside, not that of elements.
    pub fn text(&self) -> String {
        let texts = self.inside.iter().filter_map(|inside| match inside {
            Inside::Text(text) => Some(text.as_str()),
            Inside::Node(_) => None,
        });
        texts.collect()
    }

    /// All that is inside as HTML, without attributes.
    pub fn markup(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        for inside in &self.inside {
            match inside {
                Inside::Text(text) => out.push_str(&partial_escape(text.as_str())),
                Inside::Node(node) => {
                    let name = node.name.rsplit(':').next().unwrap_or_default();
                    out.extend(["<", name, ">"]);
                    node.write(out);
                    // An end of these would begin a second one.
                    if !matches!(name, "br" | "hr" | "img") {
                        out.extend(["</", name, ">"]);
                    }
                }
            }
        }
    }

    /// Adds text at the end.
    pub fn push_text(&mut self, text: &str) {
        match self.inside.last_mut() {
            Some(Inside::Text(before)) => before.push_str(text),
            _ => self.inside.push(Inside::Text(text.to_owned())),
        }
    }
}
