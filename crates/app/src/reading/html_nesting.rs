//! Refuses pages whose elements nest too deeply to be read in reasonable time.
//!
//! Parsing and the readability method look upwards from each element, so their time grows with the square of the depth: a
//! page of a hundred thousand open `div`s would take hours. The sum of all depths is what they cost. It is bounded twice:
//! roughly in the source, for the parser's sake, and exactly in the tree.

use super::limits::{NESTING, OPEN_TAGS, SOURCE_STEPS, TREE_STEPS};
use super::problem::Fault;
use dom_query::{Document, NodeRef};

/// Refuses `html` where more than [`OPEN_TAGS`] elements are open at once, or where the depths of all tags add up to more
/// than [`SOURCE_STEPS`].
///
/// Signs in scripts that look like a tag count as one, until the script ends. End tags that end nothing are passed over,
/// as the parser passes over them after looking for their start.
pub fn check_source(html: &str) -> Result<(), Fault> {
    let (mut open, mut steps): (Vec<&str>, usize) = (Vec::new(), 0);
    for piece in html.split('<').skip(1) {
        steps += open.len();
        if open.len() > OPEN_TAGS || steps > SOURCE_STEPS {
            return Err(too_deep());
        }
        let (closing, rest) = match piece.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, piece),
        };
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or("");
        if closing {
            let start = open.iter().rposition(|n| n.eq_ignore_ascii_case(name));
            open.truncate(start.unwrap_or(open.len()));
        } else if !name.is_empty() && !UNCLOSED.iter().any(|u| name.eq_ignore_ascii_case(u)) {
            open.push(name);
        }
    }
    Ok(())
}

/// Elements without an end tag, or that the parser closes of itself.
const UNCLOSED: [&str; 20] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "option", "td", "tr", "dd", "dt",
];

/// Refuses a tree in which a node has more than [`NESTING`] ancestors, or all nodes together more than [`TREE_STEPS`].
pub fn check_tree(page: &Document) -> Result<(), Fault> {
    let (mut depth, mut steps) = (0_usize, 0_usize);
    let mut next: Option<NodeRef<'_>> = Some(page.root());
    while let Some(node) = next {
        steps += depth;
        if steps > TREE_STEPS {
            return Err(too_deep());
        }
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
    Fault::new("the page nests too many elements in one another", "give the article's text as a .txt file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_many_tags_at_a_depth() {
        let bold = format!("{}{}", "<b>".repeat(OPEN_TAGS / 2), "</x>".repeat(SOURCE_STEPS / OPEN_TAGS * 3));
        assert!(check_source(&bold).is_err());
        let once = format!("{}x{}", "<div>".repeat(NESTING / 2), "</div>".repeat(NESTING / 2));
        let page = Document::from(once.repeat(TREE_STEPS / NESTING * 8 / NESTING + 1));
        assert!(check_tree(&page).is_err());
    }

    #[test]
    fn a_script_full_of_signs_is_no_nesting() {
        let script = format!("<script>{}</script>", "if(a<b)c();".repeat(OPEN_TAGS / 2));
        assert_eq!(check_source(&script.repeat(6)), Ok(()));
    }

    #[test]
    fn refuses_depth_and_not_length() {
        let long = "<div><p>x<br><li>y</div>".repeat(NESTING * 20);
        assert_eq!(check_source(&long), Ok(()));
        assert_eq!(check_tree(&Document::from(long.as_str())), Ok(()));
        assert!(check_tree(&Document::from("<b>".repeat(NESTING + 1))).is_err());
        assert!(check_source(&"<div>".repeat(OPEN_TAGS + 2)).is_err());
    }
}
