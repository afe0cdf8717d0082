//! Scores coded claims against gold claims.
//!
//! Within a report gold and predicted claims are paired one to one so that the sum of weights is greatest. A pair has a
//! weight only if the triggers overlap, or the type is the same and the sentence too; the same type counts most, then
//! the overlap of the triggers, then the fields that agree. The order of lines does not matter.
//!
//! End to end (precision, recall, F1; what stands in an unpaired claim is a miss or a false alarm):
//!
//! | measure | what is counted |
//! |---|---|
//! | trigger | pairs whose triggers overlap |
//! | typed | pairs of the same type: the headline figure |
//! | actors, recipients, places, sources, casualties, counts | items of typed pairs that agree |
//! | time | stated or inherited times whose first and last day are the same |
//! | denies | links from a claim to the claim that it denies |
//!
//! On typed pairs (accuracy): status, modes, scope, historical; and on agreeing items: country, sector, kind, name of
//! the place.
//!
//! Where predicted claims bear a confidence, also whether they are right as often as it says; the reference does not measure it.
//!
//! The method is that of the project's reference scorer in Python. It is followed operation for operation, because the
//! order in which ties are met decides which claims are paired: both give the same figures to the last digit shown.
//! `gold/eval` keeps the cases that hold the two together.

mod agree;
mod assign;
mod bootstrap;
mod calibration;
mod claim;
mod count;
mod lenient;
mod lines;
mod measure;
mod name;
mod overlap;
mod score;
mod tally;
mod twister;
mod weight;

pub use calibration::Calibration;
pub use claim::CodedClaim;
pub use lines::{LineError, ReportClaims, Reports, parse};
pub use measure::Measure;
pub use score::{Accuracy, Row, Score};
pub use tally::{Tally, tally_reports, typed_pairs};
