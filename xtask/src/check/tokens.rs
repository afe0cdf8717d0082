//! Rust code as tokens, as far as the checks need it: literals and marks, each with its line.

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A string.
    Text,
    /// A character that is a letter or digit.
    Letter,
    /// Any other character, or one by its number.
    Sign,
    /// A name, keyword or number.
    Name,
    /// Any other mark.
    Mark(char),
}

/// The tokens of `code` with their lines from 1; comments and blanks left out.
pub fn tokens(code: &str) -> Vec<(usize, Token)> {
    let letters: Vec<char> = code.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    while at < letters.len() {
        let (token, end) = next(&letters, at);
        let end = end.min(letters.len());
        found.extend(token.map(|t| (line, t)));
        line += letters[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    found
}

/// The token that begins at `at`, if it is one, and where it ends.
fn next(letters: &[char], at: usize) -> (Option<Token>, usize) {
    let is = |n: usize, c: char| letters.get(at + n) == Some(&c);
    match letters[at] {
        '/' if is(1, '/') => (None, until(letters, at, |c| c == '\n')),
        '/' if is(1, '*') => (None, block_end(letters, at)),
        '"' => (Some(Token::Text), string_end(letters, at + 1)),
        'r' if is(1, '"') || is(1, '#') && (is(2, '"') || is(2, '#')) => raw(letters, at),
        '\'' if is(1, '\\') => (Some(Token::Sign), until(letters, at + 3, |c| c == '\'') + 1),
        '\'' if is(2, '\'') && is_name(letters[at + 1]) => (Some(Token::Letter), at + 3),
        '\'' if is(2, '\'') => (Some(Token::Sign), at + 3),
        c if is_name(c) => (Some(Token::Name), name_end(letters, at)),
        c if c.is_whitespace() => (None, at + 1),
        c => (Some(Token::Mark(c)), at + 1),
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn until(letters: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..letters.len()).find(|n| stop(letters[*n])).unwrap_or(letters.len())
}

fn name_end(letters: &[char], at: usize) -> usize {
    until(letters, at, |c| !is_name(c))
}

fn block_end(letters: &[char], at: usize) -> usize {
    (at + 2..letters.len())
        .find(|n| letters[n - 1] == '*' && letters[*n] == '/')
        .map_or(letters.len(), |n| n + 1)
}

fn string_end(letters: &[char], mut at: usize) -> usize {
    while at < letters.len() {
        match letters[at] {
            '"' => return at + 1,
            '\\' => at += 2,
            _ => at += 1,
        }
    }
    letters.len()
}

/// `r"…"`, `r#"…"#`; `r#name` is a name.
fn raw(letters: &[char], at: usize) -> (Option<Token>, usize) {
    let open = until(letters, at + 1, |c| c != '#');
    if letters.get(open) != Some(&'"') {
        return (Some(Token::Name), name_end(letters, open));
    }
    let hashes = open - at - 1;
    let closes = |n: &usize| {
        letters[*n] == '"' && letters[n + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
    };
    let end = (open + 1..letters.len()).find(closes).map_or(letters.len(), |n| n + 1 + hashes);
    (Some(Token::Text), end)
}

#[cfg(test)]
mod tests {
    use super::Token::{Letter, Mark, Name, Sign, Text};
    use super::*;

    fn of(code: &str) -> Vec<Token> {
        tokens(code).into_iter().map(|(_, token)| token).collect()
    }

    #[test]
    fn literals_comments_and_lifetimes_are_told_apart() {
        assert_eq!(of("a(\"x\\\"[\") // \"b\""), [Name, Mark('('), Text, Mark(')')]);
        assert_eq!(
            of("'a' '\\'' '\\u{61}' &'a str"),
            [Letter, Sign, Sign, Mark('&'), Mark('\''), Name, Name]
        );
        assert_eq!(of("/* [ */ r#\"a\"b\"# r\"\\\""), [Text, Text]);
    }

    #[test]
    fn lines_go_on_within_literals() {
        assert_eq!(tokens("\"a\nb\"\nc"), [(1, Text), (3, Name)]);
    }
}
