//! `key: value` lines above a text, bare or between `---` lines.
//!
//! ```text
//! published: 2012-05-26
//! publisher: Meridian Wire
//!
//! The body begins here.
//! ```

/// What a report says of itself, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it was written.
    pub dateline: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Stated>,
}

/// A value, and the line that states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// As written.
    pub value: String,
    /// Line in the file, from 1, where known.
    pub line: Option<u64>,
}

impl Head {
    /// What this head says, and what `other` says where this one is silent.
    pub fn or(self, other: Head) -> Head {
        Head {
            id: self.id.or(other.id),
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            dateline: self.dateline.or(other.dateline),
            url: self.url.or(other.url),
            published: self.published.or(other.published),
        }
    }

    /// Sets the field `key` unless it is set; false where there is no such field.
    pub fn set(&mut self, key: &str, value: &str, line: Option<u64>) -> bool {
        let value = value.trim();
        let slot = match key.trim().to_ascii_lowercase().as_str() {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "publisher" => &mut self.publisher,
            "dateline" => &mut self.dateline,
            "url" => &mut self.url,
            "published" | "date" => {
                if !value.is_empty() && self.published.is_none() {
                    self.published = Some(Stated { value: value.to_owned(), line });
                }
                return true;
            }
            _ => return false,
        };
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value.to_owned());
        }
        true
    }
}

/// Splits `text` into what its header says and the body; no header is an empty head.
pub fn split(text: &str) -> (Head, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let fenced = front_matter(text);
    fenced.or_else(|| bare(text)).unwrap_or((Head::default(), text))
}

/// Header lines up to an empty line. The first must be a known field, so that a text is not taken for a header.
fn bare(text: &str) -> Option<(Head, &str)> {
    let mut head = Head::default();
    let mut used = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        used += line.len();
        if line.trim().is_empty() {
            return (number > 1).then(|| (head, text.get(used..).unwrap_or("")));
        }
        let (key, value) = line.split_once(':').filter(|(key, _)| is_key(key))?;
        let known = head.set(key, value, Some(number));
        if !known && number == 1 {
            return None;
        }
    }
    // Header lines down to the end: a report without a body, which the caller refuses by name.
    (used > 0 && head != Head::default()).then_some((head, ""))
}

/// YAML front matter of the plain kind: one `key: value` a line; other lines of it are passed over.
fn front_matter(text: &str) -> Option<(Head, &str)> {
    let mut lines = (1..).zip(text.split_inclusive('\n'));
    let (_, first) = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut head = Head::default();
    let mut used = first.len();
    for (number, line) in lines {
        used += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some((head, text.get(used..).unwrap_or("")));
        }
        if let Some((key, value)) = line.split_once(':') {
            head.set(key, unquoted(value.trim()), Some(number));
        }
    }
    None
}

fn is_key(key: &str) -> bool {
    (1..=20).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_' || b == b'-')
}

fn unquoted(value: &str) -> &str {
    let inside = |q: char| value.strip_prefix(q).and_then(|v| v.strip_suffix(q));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_header_lines() {
        let (head, body) =
            split("id: a-1\nPublished: 2024-01-02\nauthor: B. C.\ntitle: Two: three\n\nThe body.\n");
        assert_eq!(head.id.as_deref(), Some("a-1"));
        assert_eq!(head.published, Some(Stated { value: "2024-01-02".into(), line: Some(2) }));
        assert_eq!(head.title.as_deref(), Some("Two: three"));
        assert_eq!(body, "The body.\n");
    }

    #[test]
    fn a_text_is_no_header() {
        for text in ["Breaking: two hurt.\n\nMore.", "Plain words.\n\nid: 3\n", "\n\nid: 3\n\nx"] {
            assert_eq!(split(text), (Head::default(), text));
        }
    }

    #[test]
    fn reads_front_matter() {
        let (head, body) = split("---\ntitle: \"A town\"\ntags:\n  - x\ndate: 2024-01-02\n---\n# Heading\n");
        assert_eq!(head.title.as_deref(), Some("A town"));
        assert_eq!(head.published.unwrap().line, Some(5));
        assert_eq!(body, "# Heading\n");
        assert_eq!(split("---\nnever closed").1, "---\nnever closed");
    }
}
