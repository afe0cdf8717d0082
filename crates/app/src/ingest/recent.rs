//! Reports of this run that may not be committed yet: what follows them can be a copy of theirs.

use super::sieve::Original;
use crate::record::print::Print;
use std::collections::VecDeque;

/// Reports kept: more than can be under way at once.
const KEPT: usize = 2_000;

/// One of them.
struct Recent {
    input: String,
    report: String,
    article: String,
    print: Print,
}

/// The newest reports of a run.
#[derive(Default)]
pub(super) struct Reports(VecDeque<Recent>);

impl Reports {
    /// The report with this hash of text and head.
    pub(super) fn same(&self, report: &str) -> Option<Original> {
        self.0.iter().find(|r| r.report == report).map(|r| Original::Input(r.input.clone()))
    }

    /// A report of another article of which this is a near copy.
    pub(super) fn original(&self, article: &str, print: &Print) -> Option<Original> {
        let found = self.0.iter().find(|r| r.article != article && print.is_copy_of(&r.print));
        found.map(|r| Original::Input(r.input.clone()))
    }

    /// Adds one, by the hashes of its input and its report.
    pub(super) fn add(&mut self, input: &str, report: &str, article: &str, print: Print) {
        if self.0.len() >= KEPT {
            self.0.pop_front();
        }
        let own = str::to_owned;
        self.0.push_back(Recent { input: own(input), report: own(report), article: own(article), print });
    }
}
