//! Which candidates of a choice are right, by the gold party that asks.

use super::gold::GoldParty;
use super::named::folded;
use dateline_events::parties::choice::{Candidate, Question};
use serde_json::{Value, json};

/// A row for `training/choices.py`.
pub fn row(question: &Question, gold: &GoldParty) -> Value {
    let named = |c: &Candidate| matches!((&c.who, &gold.who), (Some(a), Some(b)) if folded(a) == folded(b));
    let like = |c: &Candidate| {
        c.country == gold.country
            && (c.sector.is_none() || c.sector.as_deref() == Some(gold.sector.as_deref().unwrap_or("")))
    };
    // A party of the very name is right before one that is only alike.
    let by_name = question.asks == "antecedent" && question.candidates.iter().any(named);
    let right = |c: &Candidate| if by_name { named(c) } else { like(c) };
    // Nobody is right where no party is.
    let nobody = |c: &Candidate| question.asks == "antecedent" && c.sector.is_none();
    let found = question.candidates.iter().any(|c| !nobody(c) && right(c));
    let is_right = |c: &Candidate| if nobody(c) { !found } else { right(c) };
    let candidates: Vec<Value> = question.candidates.iter().map(|c| json!([is_right(c), c.clues])).collect();
    json!({"kind": question.kind, "candidates": candidates})
}
