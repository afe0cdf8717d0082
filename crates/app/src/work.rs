//! One piece of input, read and coded: what a worker thread does.

use crate::coder::Code;
use crate::output::Coded;
use crate::reading::inputs::Item;
use crate::reading::problem::{Fault, Problem};
use crate::reading::{self, Defaults, Raw};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What became of a piece of input.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The report and its claims, where it could be read.
    pub coded: Option<Coded>,
    /// The file and the line that it came from.
    pub from: (String, Option<u64>),
    /// What went wrong, or is doubtful.
    pub problems: Vec<Problem>,
    /// Length of the input.
    pub bytes: u64,
}

/// Reads and codes one piece. A mistake in the program costs that piece only, and says so.
pub fn one(item: Item, defaults: &Defaults, code: &Code) -> Outcome {
    let raw = match item {
        Item::Raw(raw) => raw,
        Item::Problem(problem) => return Outcome { problems: vec![problem], ..Outcome::default() },
    };
    let (coded, problems) = catch_unwind(AssertUnwindSafe(|| read_and_code(&raw, defaults, code)))
        .unwrap_or_else(|_| {
            let fault = Fault::new(
                "a mistake in dateline: it could not be coded",
                "please report it with this input",
            );
            (None, vec![Problem::error(&raw.file, fault.or_line(raw.line))])
        });
    let bytes = u64::try_from(raw.bytes.len()).unwrap_or(u64::MAX);
    Outcome { coded, from: (raw.file, raw.line), problems, bytes }
}

fn read_and_code(raw: &Raw, defaults: &Defaults, code: &Code) -> (Option<Coded>, Vec<Problem>) {
    match reading::read(raw, defaults) {
        Err(problem) => (None, vec![problem]),
        Ok((report, problems)) => {
            let coding = code(&report);
            (Some(Coded { report, coding }), problems)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::kind::Kind;
    use dateline_events::coding::Coding;
    use std::sync::Arc;

    #[test]
    fn a_mistake_in_the_coder_costs_one_report_only() {
        let code: Code =
            Arc::new(|report| if report.text == "bad" { panic!("a test") } else { Coding::default() });
        let outcome = |text: &str| {
            let raw = Raw::new("f.txt", Kind::Plain, text.as_bytes().to_vec(), "f".to_owned());
            one(Item::Raw(raw), &Defaults::default(), &code)
        };
        assert!(outcome("good").coded.is_some());
        let failed = outcome("bad");
        assert!(failed.coded.is_none() && failed.problems[0].to_string().contains("f.txt: a mistake"));
    }
}
