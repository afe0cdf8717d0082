//! A whole number in digits or in words: "2,000", "1.2 million", "forty-six", "two hundred and five", "half a dozen".

use super::lexicon::{NUMBER_WORDS, Role};
use super::tokens::{Kind, Token};

/// The number that begins at `at`, and where it ends; `None` where none begins there.
pub(crate) fn cardinal(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let first = tokens.get(at)?;
    if first.kind == Kind::Number {
        return if is_designation(tokens, at) { None } else { digits(tokens, at) };
    }
    halves(tokens, at).or_else(|| spelled(tokens, at))
}

/// The role and value of the number word at `at`.
pub(crate) fn role(tokens: &[Token], at: usize) -> Option<(Role, u64)> {
    tokens.get(at).filter(|t| t.kind == Kind::Word).and_then(|t| NUMBER_WORDS.get(t.low.as_str()).copied())
}

/// "MiG-29", "F16", "T-72": a number that is part of a name.
fn is_designation(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let before = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i));
    let glued_word = token.glued && before(1).is_some_and(|t| t.kind == Kind::Word && !is_currency(t));
    let dashed_word = token.glued
        && before(1).is_some_and(|t| t.is_dash() && t.glued)
        && before(2).is_some_and(|t| t.kind == Kind::Word && !NUMBER_WORDS.contains_key(t.low.as_str()));
    glued_word || dashed_word
}

fn is_currency(token: &Token) -> bool {
    token.is_any(&["us", "usd", "eur", "gbp", "c", "a", "rs", "£", "$", "€"])
}

fn digits(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let scaled = matches!(role(tokens, at + 1), Some((Role::Scale | Role::Suffix, _)));
    let (whole, decimals) = mantissa(&tokens.get(at)?.low, scaled)?;
    let mut next = at + 1;
    let dashed = tokens.get(next).is_some_and(Token::is_dash);
    let scale_at = if dashed && role(tokens, next + 1).is_some() { next + 1 } else { next };
    let mut scale = 1;
    match role(tokens, scale_at) {
        Some((Role::Hundred | Role::Scale, value)) => (scale, next) = (value, scale_at + 1),
        Some((Role::Suffix, value)) if scale_at == next && tokens.get(next)?.glued => {
            (scale, next) = (value, next + 1)
        }
        Some((Role::Group, 12)) => (scale, next) = (12, scale_at + 1),
        _ => {}
    }
    let value = whole.checked_mul(scale)?.checked_div(10_u64.checked_pow(decimals)?)?;
    Some((value, next))
}

/// Digits without their separators, and how many of them stand after the decimal point; `scaled` where a scale
/// follows: "16.379 billion" has a decimal point, "16.379" alone has not.
fn mantissa(text: &str, scaled: bool) -> Option<(u64, u32)> {
    if text.contains([':', '/']) {
        return None;
    }
    let thousands = |mark: char| {
        let mut groups = text.split(mark);
        groups.next().is_some_and(|g| (1..=3).contains(&g.len())) && groups.all(|g| g.len() == 3)
    };
    if let Some((whole, part)) = text.split_once('.') {
        // "1.200.000" and "12.000" alike; a decimal point has other than three digits behind it.
        if !scaled && thousands('.') && (part.contains('.') || !whole.starts_with('0')) {
            return text.replace('.', "").parse().ok().map(|n| (n, 0));
        }
        let plain = format!("{}{part}", whole.replace(',', ""));
        return Some((plain.parse().ok()?, u32::try_from(part.len()).ok()?));
    }
    text.replace(',', "").parse().ok().map(|n| (n, 0))
}

/// "half a million", "a half-dozen", "half-dozen".
fn halves(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let is_a = |n: usize| tokens.get(n).is_some_and(|t| t.is_any(&["a", "an"]));
    let mut next = if is_a(at) { at + 1 } else { at };
    if !tokens.get(next)?.is("half") {
        return None;
    }
    next += 1;
    if tokens.get(next).is_some_and(Token::is_dash) || is_a(next) {
        next += 1;
    }
    match role(tokens, next)? {
        (Role::Scale | Role::Hundred | Role::Group, value) if value > 2 => Some((value / 2, next + 1)),
        _ => None,
    }
}

fn spelled(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let article = tokens.get(at)?.is_any(&["a", "an"]);
    if let Some((Role::Word, value)) = role(tokens, at) {
        return Some((value, at + 1));
    }
    let mut sum = Sum { total: 0, current: u64::from(article), last: None, next: at + usize::from(article) };
    while sum.step(tokens).is_some() {}
    sum.last?;
    Some((sum.total.checked_add(sum.current)?, sum.next))
}

/// A spelled number on the way: whole thousands so far, the group under way, and the last word's role.
struct Sum {
    total: u64,
    current: u64,
    last: Option<Role>,
    next: usize,
}

impl Sum {
    /// Takes in the next word; `None` where the number ends before it.
    fn step(&mut self, tokens: &[Token]) -> Option<()> {
        let mut at = self.next;
        let token = tokens.get(at)?;
        let joins = token.is_dash() && token.glued || token.is("and") && self.takes_and();
        if self.last.is_some() && joins {
            at += 1;
        }
        let (role, value) = role(tokens, at)?;
        if token.is("and") && !matches!(role, Role::Unit | Role::Ten) {
            return None;
        }
        match (role, self.last) {
            (Role::Unit, None | Some(Role::Hundred | Role::Scale)) => {
                let article = self.last.is_none() && self.current == 1;
                if article {
                    return None;
                }
                self.current = self.current.checked_add(value)?;
            }
            (Role::Unit, Some(Role::Ten)) if (1..10).contains(&value) => {
                self.current = self.current.checked_add(value)?
            }
            (Role::Ten, None | Some(Role::Hundred | Role::Scale))
                if !(self.last.is_none() && self.current == 1) =>
            {
                self.current = self.current.checked_add(value)?;
            }
            (Role::Hundred, _) if (1..100).contains(&self.current) => {
                self.current = self.current.checked_mul(value)?
            }
            (Role::Scale, _) if self.current > 0 => {
                self.total = self.total.checked_add(self.current.checked_mul(value)?)?;
                self.current = 0;
            }
            (Role::Group, _) if self.current > 0 && self.total == 0 => {
                self.current = self.current.checked_mul(value)?
            }
            _ => return None,
        }
        self.last = Some(role);
        self.next = at + 1;
        Some(())
    }

    fn takes_and(&self) -> bool {
        matches!(self.last, Some(Role::Hundred | Role::Scale))
    }
}
