//! Further forms of the names in the tables: plurals, and names without their article.

/// "Syrians" of "Syrian"; none where English makes no such plural ("French", "Japanese").
pub(crate) fn nationals(demonym: &str) -> Option<String> {
    let bare = ["s", "sh", "ch", "ese", "men", "man"].iter().any(|end| demonym.ends_with(end));
    (!bare).then(|| format!("{demonym}s"))
}

/// The regular plural of a role noun; none for what is plural already.
pub(crate) fn plural(role: &str) -> Option<String> {
    let last = role.rsplit(' ').next().unwrap_or(role);
    let ends = |tails: &[&str]| tails.iter().any(|t| last.ends_with(t));
    if let Some(stem) = role.strip_suffix("man") {
        return Some(format!("{stem}men"));
    }
    if ends(&["men", "people", "children", "police", "media", "personnel", "press"]) {
        return None;
    }
    if ends(&["ss", "sh", "ch", "x"]) {
        return Some(format!("{role}es"));
    }
    if ends(&["s"]) {
        return None;
    }
    match role.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => Some(format!("{stem}ies")),
        _ => Some(format!("{role}s")),
    }
}

/// A name, and the same without the Arabic article before it where enough is left to know it by.
pub(crate) fn without_article(name: String) -> impl Iterator<Item = String> {
    let bare = ["al-", "Al-", "Al ", "al "].iter().find_map(|article| name.strip_prefix(article));
    let bare = bare.filter(|rest| rest.contains([' ', '-'])).map(str::to_owned);
    std::iter::once(name).chain(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals() {
        assert_eq!(plural("soldier").as_deref(), Some("soldiers"));
        assert_eq!(plural("militia").as_deref(), Some("militias"));
        assert_eq!(plural("gunman").as_deref(), Some("gunmen"));
        assert_eq!(plural("ministry").as_deref(), Some("ministries"));
        assert_eq!(plural("witness").as_deref(), Some("witnesses"));
        assert_eq!(plural("troops"), None);
        assert_eq!(nationals("French"), None);
        assert_eq!(nationals("Iraqi").as_deref(), Some("Iraqis"));
    }
}
