//! No word list longer than twenty entries in code: that is data.

use super::Broken;
use super::sources::Source;

const MOST: usize = 20;

/// Lists of string literals that belong into a table under data/.
pub fn check(files: &[Source]) -> Broken {
    let shipped = files.iter().filter(|f| f.ships() && f.path.starts_with("crates/"));
    shipped
        .flat_map(|file| {
            lists(&file.code).into_iter().map(move |(line, count)| {
                format!("{}:{line}: a list of {count} words; more than {MOST} belong into data/", file.path)
            })
        })
        .collect()
}

/// First line and length of every list or `|` chain of bare string literals that is too long.
fn lists(code: &str) -> Vec<(usize, usize)> {
    let (mut found, mut begun, mut count) = (Vec::new(), 0, 0);
    for (number, line) in code.lines().enumerate() {
        let bare: String = line.split("//").next().unwrap_or("").to_owned();
        let literals = bare.matches('"').count() / 2;
        let rest = outside_literals(&bare);
        let only_list = rest.chars().all(|c| c.is_whitespace() || ",|[]&".contains(c));
        if literals > 0 && (only_list || rest.trim_end().ends_with(['[', ',', '|']) && count == 0) {
            begun = if count == 0 { number + 1 } else { begun };
            count += literals;
            continue;
        }
        if count + literals > MOST {
            found.push((if count == 0 { number + 1 } else { begun }, count + literals));
        }
        count = 0;
    }
    found
}

fn outside_literals(line: &str) -> String {
    line.split('"').step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_over_lines() {
        let short = format!("const A: [&str; 3] = [\n{}];\n", "    \"a\", \"b\", \"c\",\n".repeat(1));
        assert!(lists(&short).is_empty());
        let long = format!("const A: [&str; 30] = [\n{}];\n", "    \"a\", \"b\", \"c\",\n".repeat(10));
        assert_eq!(lists(&long), [(2, 30)]);
    }
}
