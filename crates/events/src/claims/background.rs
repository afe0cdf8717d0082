//! What words date more than a month before the report is background, whatever the annotator thinks of it.

use super::explained::field;
use crate::coding::Coding;
use crate::record::Claim;
use crate::times::Partial;
use crate::why::Why;
use jiff::Span as Length;
use jiff::civil::Date;

/// The codebook's "about a month". On the claims corpus's train part 199 of 204 claims dated so are marked as background.
const NEWS_DAYS: i64 = 31;

/// Marks what lies before the news. Sums over time reach back by their nature, and what has not happened is no background.
pub(super) fn mark(coding: &mut Coding, published: Option<Date>) {
    let Some(oldest) = published.and_then(|day| day.checked_sub(Length::new().days(NEWS_DAYS)).ok()) else {
        return;
    };
    for (claim, explanation) in coding.claims.iter_mut().zip(&mut coding.explanations) {
        if claim.event.historical || !tells_of_the_past(claim) || ended(claim).is_none_or(|day| day >= oldest)
        {
            continue;
        }
        claim.event.historical = true;
        let why = Why::new("dated more than a month before the report", "");
        explanation.fields.retain(|f| f.field != "event.historical");
        explanation.fields.push(field("event.historical", "historical", None, None, why));
    }
}

fn tells_of_the_past(claim: &Claim) -> bool {
    claim.event.scope == "event" && ["occurred", "possible", "denied"].contains(&claim.status.as_str())
}

/// The last day that words give.
fn ended(claim: &Claim) -> Option<Date> {
    let time = claim.time.as_ref().filter(|time| time.basis.as_deref() != Some("published"))?;
    Some(time.last.as_deref()?.parse::<Partial>().ok()?.last_day())
}
