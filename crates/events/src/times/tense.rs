//! Whether the words around a time put it into the future: "will meet on Sunday", "postponed until Thursday".

use super::moment::{Moment, Tense};
use crate::numbers::tokens::{Kind, Token};

/// How far before the time a word may stand.
const REACH: usize = 9;
/// After these the time is that of the report's own verb: "he said on Friday that it would".
const REPORTING: [&str; 16] = [
    "said",
    "says",
    "told",
    "announced",
    "added",
    "reported",
    "warned",
    "stated",
    "declared",
    "confirmed",
    "vowed",
    "promised",
    "pledged",
    "urged",
    "asked",
    "agreed",
];
const AHEAD: [&str; 12] = [
    "will",
    "would",
    "shall",
    "'ll",
    "due",
    "scheduled",
    "expected",
    "planned",
    "plans",
    "postponed",
    "delayed",
    "upcoming",
];

/// In the present tense with a weekday, these tell of what is planned: "the council meets on Sunday".
const SCHEDULED: [&str; 9] =
    ["meets", "convenes", "begins", "opens", "starts", "resumes", "arrives", "travels", "votes"];
const PUT_OFF: [&str; 7] = ["postponed", "delayed", "adjourned", "rescheduled", "deferred", "moved", "off"];

/// True where the words before the moment's put an event off, so that "until Thursday" is its new day.
pub(super) fn is_put_off(moment: &Moment, sentence: &[Token]) -> bool {
    let Some(span) = moment.span else { return false };
    let before = sentence.iter().take_while(|t| t.span.end <= span.start).count();
    let near = sentence.get(before.saturating_sub(4)..before).unwrap_or(&[]);
    near.iter().any(|t| t.is_any(&PUT_OFF))
}

/// The tense of the event at the moment's words, as told by the caller and by the sentence before them.
pub(super) fn of(moment: &Moment, sentence: &[Token]) -> Tense {
    if moment.tense == Tense::Future {
        return Tense::Future;
    }
    let Some(span) = moment.span else { return moment.tense };
    let before = sentence.iter().take_while(|t| t.span.end <= span.start).count();
    let words = sentence.get(before.saturating_sub(REACH)..before).unwrap_or(&[]);
    for (n, token) in words.iter().enumerate().rev() {
        let stop = token.kind == Kind::Mark && token.is_any(&[";", ":", ".", "\"", "”", "“", ","]);
        if stop || token.is_any(&REPORTING) {
            break;
        }
        // "would have met" is past.
        let have = words.get(n + 1).is_some_and(|t| t.is("have"));
        let to = token.is_any(&["are", "is", "were", "was"]) && words.get(n + 1).is_some_and(|t| t.is("to"));
        if to || token.is_any(&SCHEDULED) || token.is_any(&AHEAD) && !have {
            return Tense::Future;
        }
    }
    moment.tense
}
