//! What the record has, as far as it fits in memory: who is not in here need not be asked for.
//!
//! A record of an archive is too large for that; there every input is asked for.

use crate::record::Record;
use crate::record::fault::Fault;
use sqlx::Row;
use std::collections::HashSet;

/// Hashes held at most: 64 megabytes, about.
const MOST: usize = 2_000_000;

/// Inputs that a record has at most, for its hashes to be read at the start of a run: a tenth of a second, about.
const READ: i64 = 10_000;

/// Hashes of inputs, of reports and of sentences, all in one: a hash that is in here for another reason costs a question and nothing else.
pub(super) struct Seen(Option<HashSet<u64>>);

impl Seen {
    /// What is in a record.
    pub(super) fn of(record: &Record) -> Result<Self, Fault> {
        let read = async {
            // The highest number stands for the count, which takes long where they are many.
            let query = sqlx::query("select coalesce(max(id), 0) from input");
            if query.fetch_one(&record.pool).await?.try_get::<i64, _>(0)? > READ {
                return Ok(Self(None));
            }
            let mut all = HashSet::new();
            for query in ["select hash from input", "select hash from report"] {
                for row in sqlx::query(query).fetch_all(&record.pool).await? {
                    all.insert(of_text(&row.try_get::<String, _>(0)?));
                }
            }
            for row in sqlx::query("select hash from print").fetch_all(&record.pool).await? {
                all.insert(row.try_get::<i64, _>(0)?.cast_unsigned());
            }
            Ok(Self(Some(all)))
        };
        record.wait(read).map_err(|error: sqlx::Error| record.fault(&error))
    }

    /// True where the record may have the hash of an input or a report.
    pub(super) fn may_have(&self, hash: &str) -> bool {
        self.0.as_ref().is_none_or(|all| all.contains(&of_text(hash)))
    }

    /// True where it may have one of some sentences.
    pub(super) fn may_have_one(&self, sketch: &[i64]) -> bool {
        self.0.as_ref().is_none_or(|all| sketch.iter().any(|hash| all.contains(&hash.cast_unsigned())))
    }

    /// What this run adds.
    pub(super) fn add(&mut self, hashes: &[&str], sketch: &[i64]) {
        let Some(all) = &mut self.0 else { return };
        if all.len() > MOST {
            self.0 = None;
            return;
        }
        all.extend(hashes.iter().map(|hash| of_text(hash)));
        all.extend(sketch.iter().map(|hash| hash.cast_unsigned()));
    }
}

/// The first 16 of 32 hexadecimal digits.
fn of_text(hash: &str) -> u64 {
    hash.get(..16).and_then(|start| u64::from_str_radix(start, 16).ok()).unwrap_or(0)
}
