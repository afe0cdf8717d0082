//! Which column of a table holds what, by name.

use super::header::{Head, Stated};
use super::problem::Fault;

/// The fields of a report, and the names that their columns go by, the best first.
const NAMES: [(&str, &[&str]); 7] = [
    ("text", &["text", "body", "content"]),
    ("id", &["id"]),
    ("title", &["title", "headline"]),
    ("published", &["published", "date", "publish_date"]),
    ("publisher", &["publisher", "source", "outlet"]),
    ("dateline", &["dateline"]),
    ("url", &["url", "link"]),
];

/// Where the fields of a report stand in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    text: usize,
    others: Vec<(&'static str, usize)>,
}

impl Columns {
    /// Reads a header row. A table without a text column is refused.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, Fault> {
        let names: Vec<&str> = names.into_iter().collect();
        let plain: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let find = |all: &[&str]| all.iter().find_map(|name| plain.iter().position(|n| n == name));
        let mut found = NAMES.iter().filter_map(|(field, all)| Some((*field, find(all)?))).peekable();
        match found.next_if(|(field, _)| *field == "text") {
            Some((_, text)) => Ok(Self { text, others: found.collect() }),
            None => Err(no_text(&names)),
        }
    }

    /// The column of the body.
    pub fn text(&self) -> usize {
        self.text
    }

    /// The columns that are read, of the fields `(name, column)`.
    pub fn others(&self) -> &[(&'static str, usize)] {
        &self.others
    }

    /// What a row says of its report; `cell` gives the words of a column.
    pub fn head(&self, mut cell: impl FnMut(usize) -> Option<String>) -> Head {
        let mut head = Head::default();
        for (field, column) in &self.others {
            let Some(value) = cell(*column).filter(|value| !value.trim().is_empty()) else { continue };
            if *field == "published" {
                head.published = Some(Stated { value: value.trim().to_owned(), line: None });
            } else {
                head.set(field, &value, None);
            }
        }
        head
    }

    /// True for a line of column names, the text's among them, and nothing else: no such line begins a report.
    pub fn looks_like_a_header(line: &[u8]) -> bool {
        let Ok(line) = std::str::from_utf8(line) else { return false };
        let names: Vec<&str> = line.trim_end().split([',', ';', '\t']).collect();
        let is_name = |n: &&str| !n.is_empty() && !n.trim().contains(char::is_whitespace);
        let known = |n: &&&str| NAMES.iter().any(|(_, all)| all.contains(&plain(n).as_str()));
        names.iter().all(is_name) && names.iter().filter(known).count() > 1 && Self::of(names).is_ok()
    }
}

fn plain(name: &str) -> String {
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '"'));
    name.to_lowercase().replace([' ', '-'], "_")
}

fn no_text(names: &[&str]) -> Fault {
    let some: Vec<String> = names.iter().take(12).map(|n| n.trim().chars().take(30).collect()).collect();
    let more = if names.len() > some.len() { ", ..." } else { "" };
    let what = format!("no column 'text', 'body' or 'content'; its columns: {}{more}", some.join(", "));
    Fault::new(what, "name the column that holds the reports 'text'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_are_found_in_any_case() {
        let columns = Columns::of(["\u{feff}ID", "Publish Date", "Body", "text", "Outlet"]).unwrap();
        assert_eq!(columns.text(), 3);
        let cells = ["7", "2012-12-13", "no", "yes", " "];
        let head = columns.head(|n| Some(cells[n].to_owned()));
        assert_eq!((head.id.as_deref(), head.publisher.as_deref()), (Some("7"), None));
        assert_eq!(head.published.unwrap().value, "2012-12-13");
    }

    #[test]
    fn a_table_without_text_names_its_columns() {
        let fault = Columns::of(["name", "age"]).unwrap_err();
        assert!(fault.what.ends_with("its columns: name, age"), "{}", fault.what);
    }
}
