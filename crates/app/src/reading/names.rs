//! Ids for reports that bear none: the file's stem, else as much of its path as makes it unique in the run.

use std::collections::HashSet;
use std::path::Path;

/// The names given so far.
#[derive(Debug, Default)]
pub struct Names {
    given: HashSet<String>,
}

impl Names {
    /// A name for the single report of a file: "s01-a" for "reports/s01-a.txt".
    pub fn of_report(&mut self, path: &Path) -> String {
        let stem = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        self.unique(&stem, path)
    }

    /// A name for a file of many reports, to which the line number is added: "feed.jsonl".
    pub fn of_file(&mut self, path: &Path) -> String {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        self.unique(&name, path)
    }

    fn unique(&mut self, short: &str, path: &Path) -> String {
        let long = path.to_string_lossy();
        let numbered = (2_u64..).map(|n| format!("{long}#{n}"));
        let mut names = [short.to_owned(), long.to_string()].into_iter().chain(numbered);
        let name = names.find(|n| !self.given.contains(n)).unwrap_or_default();
        self.given.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_once() {
        let mut names = Names::default();
        let mut name = |path: &str| names.of_report(Path::new(path));
        assert_eq!(name("a/x.txt"), "x");
        assert_eq!(name("b/x.txt"), "b/x.txt");
        assert_eq!(name("b/x.txt"), "b/x.txt#2");
    }
}
