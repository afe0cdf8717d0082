//! By what near copies of a report are found: an agency's text that another outlet prints, with a line changed or cut.
//!
//! A report is a near copy where all of its sentences stand in the other, whatever was cut and however lines are broken; a dateline before
//! the first and lines of a few words (a byline, a credit) do not count. A text that says one thing more is no copy, however much of it was
//! printed before: that one thing may be another toll, or who did it. Such a text is coded, and merging knows that it repeats the other.
//!
//! Candidates are found by the smallest hashes of sentences (bottom-k sketches: Broder 1997, "On the resemblance and containment of
//! documents").

use super::insert::{Columns, Value};
use super::words::words;
use dateline_events::parties::hash;
use sqlx::{AnyPool, Row};
use std::collections::BTreeSet;

/// Hashes kept of each report.
const KEPT: usize = 8;

/// Words that a sentence has at least, to be compared by.
const WORDS: usize = 5;

/// Sentences that a report has at least, to be taken for a copy of another.
const SENTENCES: usize = 5;

/// Longest dateline, in bytes.
const DATELINE: usize = 80;

/// The sentences of a text, by their hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Print(BTreeSet<i64>);

impl Print {
    /// Of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut found = BTreeSet::new();
        for sentence in without_dateline(text).split_inclusive(['.', '!', '?', '\n']) {
            let words = words(sentence);
            if words.len() >= WORDS || sentence.bytes().any(|b| b.is_ascii_digit()) {
                found.insert(hash(&words.join(" ")).cast_signed());
            }
        }
        Self(found)
    }

    /// The smallest hashes.
    pub(crate) fn sketch(&self) -> Vec<i64> {
        self.0.iter().take(KEPT).copied().collect()
    }

    /// True where this text says nothing that `other` does not say.
    pub(crate) fn is_copy_of(&self, other: &Self) -> bool {
        self.0.len() >= SENTENCES && self.0.is_subset(&other.0)
    }
}

/// A text from behind its dateline on: "BEIRUT, Dec 13 (Wire) - ".
fn without_dateline(text: &str) -> &str {
    let text = text.trim_start();
    let dashes = [" - ", " -- ", " \u{2013} ", " \u{2014} "];
    let ends = dashes.iter().filter_map(|dash| text.find(dash).map(|at| at + dash.len()));
    let end = ends.min().filter(|end| *end <= DATELINE);
    let first = |end: &usize| {
        !text.get(..*end).is_some_and(|before| before.contains(['.', '\n']) && !before.contains('('))
    };
    end.filter(first).and_then(|end| text.get(end..)).unwrap_or(text)
}

/// Reports that share the most of some hashes.
pub(crate) async fn candidates(pool: &AnyPool, sketch: &[i64]) -> Result<Vec<i64>, sqlx::Error> {
    let at = |n: usize| sketch.get(n).or(sketch.first()).copied().unwrap_or(0);
    let query = "select report, count(*) as n from print where hash in ($1, $2, $3, $4, $5, $6, $7, $8) \
        group by report order by n desc, report limit 4";
    let query = (0..KEPT).fold(sqlx::query(query), |query, n| query.bind(at(n)));
    query.fetch_all(pool).await?.iter().map(|row| row.try_get(0)).collect()
}

/// Where the hashes of reports go.
pub(crate) const INTO: Columns = Columns::new("print", &["hash", "report"], "on conflict do nothing");

/// The hashes of a report, as rows.
pub(crate) fn rows(report: i64, sketch: &[i64]) -> impl Iterator<Item = Vec<Value>> + '_ {
    sketch.iter().map(move |hash| vec![(*hash).into(), report.into()])
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "A bridge over the river fell on Monday night. Nobody was hurt, the police of the town said. \
        Two lorries stood on it when it gave way. The mayor said that the bridge was old and rusty. Repairs had been put off for years. \
        The road to the coast is closed until further notice. Drivers are asked to take the old pass. Boats carry people over the water. \
        The next bridge stands far to the north. Engineers will look at the piers as soon as the water falls.";

    #[test]
    fn a_reprint_is_a_copy_and_another_toll_is_none() {
        let wire = Print::of(WIRE);
        let cut = WIRE.split_once(" Engineers").unwrap().0;
        assert!(Print::of(cut).is_copy_of(&wire));
        assert!(
            Print::of(&format!(
                "HILLTOWN, Dec 13 (Wire) \u{2014} {}\nReporting by the desk.",
                WIRE.replace(". ", ".\n")
            ))
            .is_copy_of(&wire)
        );
        for more in [
            "The paper thanks all who sent pictures.",
            "Three people are now feared dead.",
            "It fell on 5 May.",
        ] {
            assert!(!Print::of(&format!("{cut} {more}")).is_copy_of(&wire), "{more}");
        }
        assert!(!Print::of(&WIRE.replace("Two lorries", "Three lorries")).is_copy_of(&wire));
        assert!(!Print::of("Nobody was hurt, the police of the town said.").is_copy_of(&wire));
    }
}
