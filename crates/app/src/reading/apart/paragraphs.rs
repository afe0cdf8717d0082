//! Paragraphs of the lines of a page: words parted at the ends of lines are joined, and so are the lines.

/// Joins lines into paragraphs; an empty line parts two, unless the second goes on with the sentence of the first.
pub fn of_lines(page: &str) -> String {
    let mut all: Vec<String> = Vec::new();
    let mut apart = true;
    for line in page.lines().map(str::trim) {
        if line.is_empty() {
            apart = true;
            continue;
        }
        match all.last_mut() {
            Some(last) if !apart || goes_on(last, line) => join(last, line),
            _ => all.push(words(line)),
        }
        apart = false;
    }
    all.retain(|paragraph| !is_page_number(paragraph));
    all.join("\n\n")
}

/// True where `line` goes on with what `last` leaves open, across a page or a wide gap.
fn goes_on(last: &str, line: &str) -> bool {
    let open =
        last.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '\u{2010}' | '\u{ad}'));
    open && line.starts_with(char::is_lowercase)
}

fn join(last: &mut String, line: &str) {
    let parted = last.ends_with(['-', '\u{2010}', '\u{ad}']) && line.starts_with(char::is_lowercase);
    if parted {
        last.pop();
    } else {
        last.push(' ');
    }
    last.push_str(&words(line));
}

/// With one space between words.
fn words(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_page_number(paragraph: &str) -> bool {
    paragraph.len() <= 4 && paragraph.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_paragraphs() {
        let page = "Shells fell on the mar-\nket of  the town\non Friday.\n\nA medic said that\n\n 12 \n\nTwo were hurt.";
        assert_eq!(
            of_lines(page),
            "Shells fell on the market of the town on Friday.\n\nA medic said that\n\nTwo were hurt."
        );
        assert_eq!(of_lines("The army\n\nof the north left."), "The army of the north left.");
    }
}
