//! Two numbers that bound a figure: "10 to 15", "between 20 and 30", "five or six".

use super::cardinal::cardinal;
use super::tokens::Token;

/// The range that begins at `at`: least, greatest, and where it ends.
pub(crate) fn range(tokens: &[Token], at: usize) -> Option<(u64, u64, usize)> {
    let between = tokens.get(at)?.is("between");
    let from = tokens.get(at)?.is("from");
    let at = at + usize::from(between || from);
    let (low, next) = cardinal(tokens, at)?;
    let joined = match tokens.get(next)? {
        t if between => t.is("and") || t.is_dash(),
        t if from => t.is("to"),
        t => t.is_any(&["to", "or"]) || t.is_dash(),
    };
    if !joined {
        return None;
    }
    let (high, next) = cardinal(tokens, next + 1)?;
    // "2.5 to 3 million": the scale stands only once.
    let low = if low < 1000 && high >= 1_000_000 { scaled(low, high)? } else { low };
    (low < high).then_some((low, high, next))
}

fn scaled(low: u64, high: u64) -> Option<u64> {
    let scale = if high >= 1_000_000_000 { 1_000_000_000 } else { 1_000_000 };
    low.checked_mul(scale)
}
