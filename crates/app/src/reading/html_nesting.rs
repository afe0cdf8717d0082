//! Refuses pages whose elements nest too deeply to be read in reasonable time.
//!
//! Parsing and the readability method look upwards from each element, so their time grows with the square of the depth: a
//! page of a hundred thousand open `div`s would take hours. Depth is checked twice: roughly in the source, so that the
//! parser's own work is bounded, and exactly in the tree.

use super::limits::{NESTING, OPEN_TAGS};
use super::problem::Fault;
use dom_query::{Document, NodeRef};

/// Refuses `html` where start tags outnumber end tags by more than [`OPEN_TAGS`].
///
/// Elements that need no end tag count as open unless they are listed, and so do signs in scripts that look like a tag:
/// the bound is far above what such pages reach.
pub fn check_source(html: &str) -> Result<(), Fault> {
    let mut open = 0_usize;
    for piece in html.split('<').skip(1) {
        let (closing, rest) = match piece.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, piece),
        };
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or("");
        if name.is_empty() || UNCLOSED.iter().any(|u| name.eq_ignore_ascii_case(u)) {
            continue;
        }
        open = if closing { open.saturating_sub(1) } else { open + 1 };
        if open > OPEN_TAGS {
            return Err(too_deep());
        }
    }
    Ok(())
}

/// Elements without an end tag, or that the parser closes of itself.
const UNCLOSED: [&str; 20] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "option", "td", "tr", "dd", "dt",
];

/// Refuses a tree in which an element has more than [`NESTING`] ancestors.
pub fn check_tree(page: &Document) -> Result<(), Fault> {
    let mut depth = 0_usize;
    let mut next: Option<NodeRef<'_>> = Some(page.root());
    while let Some(node) = next {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > NESTING {
                return Err(too_deep());
            }
            next = Some(child);
            continue;
        }
        next = after(node, &mut depth);
    }
    Ok(())
}

/// The node that follows `node` and all below it, in the order of the page.
fn after<'a>(node: NodeRef<'a>, depth: &mut usize) -> Option<NodeRef<'a>> {
    let mut node = node;
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
        *depth = depth.saturating_sub(1);
    }
}

fn too_deep() -> Fault {
    let what = format!("the page nests more than {NESTING} elements in one another");
    Fault::new(what, "give the article's text as a .txt file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_depth_and_not_length() {
        let long = "<div><p>x<br><li>y</div>".repeat(NESTING * 20);
        assert_eq!(check_source(&long), Ok(()));
        assert_eq!(check_tree(&Document::from(long.as_str())), Ok(()));
        assert!(check_tree(&Document::from("<b>".repeat(NESTING + 1))).is_err());
        assert!(check_source(&"<div>".repeat(OPEN_TAGS + 1)).is_err());
    }
}
