//! No word list longer than twenty entries in code: that is data.

use super::Broken;
use super::sources::Source;
use super::tokens::Token::{self, Letter, Mark, Sign, Text};
use super::tokens::tokens;

const MOST: usize = 20;

/// Lists of literals that belong into a table under data/.
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

/// First line and length of every list, `|` chain and match that holds too many literals.
fn lists(code: &str) -> Vec<(usize, usize)> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    for (at, (line, token)) in tokens.iter().enumerate() {
        let count = match token {
            Mark('[') => entries(&tokens[at + 1..]),
            Mark('{') => arms(&tokens[at + 1..]),
            // Chains that stand in a match are counted with it.
            Text | Letter | Sign if at == 0 || tokens[at - 1].1 != Mark('|') => chain(&tokens[at..]),
            _ => 0,
        };
        // Of lists within a list only the outer one is named.
        let inside = found.last().is_some_and(|(_, _, end)| at < *end);
        if count > MOST && !inside {
            found.push((*line, count, at + closing(&tokens[at + 1..])));
        }
    }
    found.into_iter().map(|(line, count, _)| (line, count)).collect()
}

/// Strings, and characters that are letters: marks of punctuation are no words.
fn is_word(token: Token) -> bool {
    matches!(token, Text | Letter)
}

/// Tokens up to the bracket that closes what is open.
fn closing(tokens: &[(usize, Token)]) -> usize {
    let mut depth = 0_usize;
    let closes = |(_, token): &(usize, Token)| match token {
        Mark('[' | '(' | '{') => {
            depth += 1;
            false
        }
        Mark(']' | ')' | '}') if depth == 0 => true,
        Mark(']' | ')' | '}') => {
            depth -= 1;
            false
        }
        _ => false,
    };
    tokens.iter().position(closes).unwrap_or(tokens.len())
}

/// Entries of the list whose bracket has just been opened: literals, tuples that hold one, and those of lists inside.
fn entries(tokens: &[(usize, Token)]) -> usize {
    let tokens = &tokens[..closing(tokens)];
    split(tokens).into_iter().map(entry).sum()
}

fn entry(element: &[(usize, Token)]) -> usize {
    let first = element.iter().map(|(_, t)| *t).find(|t| *t != Mark('&'));
    match first {
        Some(Text | Letter) => 1,
        Some(Mark('(' | '[')) => {
            let lists = (0..element.len()).filter(|n| element[*n].1 == Mark('['));
            let outer = lists.map(|n| entries(&element[n + 1..])).max().unwrap_or(0);
            outer.max(usize::from(element.iter().any(|(_, t)| is_word(*t))))
        }
        _ => 0,
    }
}

/// The parts between the commas that stand in no bracket of their own.
fn split(tokens: &[(usize, Token)]) -> Vec<&[(usize, Token)]> {
    let (mut parts, mut begun, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match tokens[at].1 {
            Mark('[' | '(' | '{') => at += closing(&tokens[at + 1..]) + 1,
            Mark(',') => {
                parts.push(&tokens[begun..at]);
                begun = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts.push(tokens.get(begun..).unwrap_or(&[]));
    parts
}

/// Literals in the patterns of the match whose brace has just been opened: those before `|` or `=>`.
fn arms(tokens: &[(usize, Token)]) -> usize {
    let tokens = &tokens[..closing(tokens)];
    let (mut count, mut at) = (0, 0);
    while at < tokens.len() {
        let after = tokens.get(at + 1).map(|(_, t)| *t);
        match tokens[at].1 {
            Mark('[' | '(' | '{') => at += closing(&tokens[at + 1..]) + 1,
            Text | Letter if matches!(after, Some(Mark('|' | '='))) => count += 1,
            _ => {}
        }
        at += 1;
    }
    count
}

/// Literals in a row with `|` between them.
fn chain(tokens: &[(usize, Token)]) -> usize {
    let joined = tokens.chunks(2).map_while(|pair| {
        let word = usize::from(is_word(pair[0].1));
        (word == 1 || pair[0].1 == Sign).then_some((word, pair.get(1).map(|(_, t)| *t) == Some(Mark('|'))))
    });
    let mut count = 0;
    for (word, more) in joined {
        count += word;
        if !more {
            break;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(line: &str, times: usize) -> Vec<(usize, usize)> {
        lists(&format!("const A: [&str; 3] = [\n{}];\n", line.repeat(times)))
    }

    #[test]
    fn counts_over_lines() {
        assert!(list("    \"a\", \"b\", \"c\",\n", 6).is_empty());
        assert_eq!(list("    \"a\", \"b\", \"c\",\n", 10), [(1, 30)]);
    }

    #[test]
    fn a_tuple_is_one_entry_and_a_list_inside_counts_in_full() {
        assert!(list("(\"a\", \"b\", 1),\n", 20).is_empty());
        assert_eq!(list("(\"a\", Unit::Day),\n", 21), [(1, 21)]);
        assert_eq!(list("('a', 'b'),\n", 22), [(1, 22)]);
        assert_eq!(list("(1, &[\"a\", \"b\", \"c\"]),\n", 7), [(1, 21)]);
        assert!(list("Rule { a: 1 },\n", 30).is_empty());
    }

    #[test]
    fn chains_and_matches_are_lists_too() {
        assert_eq!(lists(&format!("matches!(x, {}\"b\")", "\"a\" | ".repeat(20))), [(1, 21)]);
        assert_eq!(lists(&format!("matches!(x, {}'b')", "'a' | '.' | ".repeat(20))), [(1, 21)]);
        assert_eq!(lists(&format!("match x {{\n{}_ => 0 }}", "\"a\" | \"b\" => 1,\n".repeat(11))), [(1, 22)]);
        assert!(lists(&format!("match x {{\n{}_ => 0 }}", "A => f(\"a\"),\n".repeat(30))).is_empty());
    }
}
