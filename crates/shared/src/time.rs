//! What words for a time mean.

use anyhow::{Result, ensure};
use dateline_events::times::{self, Interval, Moment, Partial, Reading, Tense};
use jiff::civil::Date;
use serde::Serialize;

/// From where the words are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct CountedFrom {
    /// Day of publication, which "on Tuesday" is counted from.
    pub published: Option<Date>,
    /// True for an event that is to come: "on Tuesday" is the next one.
    pub future: bool,
    /// A day told before, which "a day earlier" is counted from.
    pub told: Option<Date>,
    /// The year of a bare "24 March" where the day of publication is not known.
    pub year: Option<i16>,
}

impl CountedFrom {
    /// An error where its days are none that can be counted in.
    pub fn check(&self) -> Result<()> {
        for day in self.published.into_iter().chain(self.told) {
            ensure!(
                Partial::day(day).is_some(),
                "'{day}' lies outside of 1900 to 2100, which days are counted in"
            );
        }
        Ok(())
    }

    /// What words mean; none where they name no time of an event, or there is nothing to count from.
    pub fn resolve(&self, words: &str) -> Option<Reading> {
        let told: Vec<Date> = self.told.into_iter().collect();
        let moment = Moment {
            published: self.published,
            tense: if self.future { Tense::Future } else { Tense::Unknown },
            year: self.year,
            anchor: self.told.and_then(Partial::day).map(Interval::at),
            told: &told,
            ..Moment::default()
        };
        times::resolve(words, &moment)
    }
}

/// An answer as JSON has it.
#[derive(Clone, Debug, Serialize)]
pub struct Answer<'a> {
    words: &'a str,
    first: Option<String>,
    last: Option<String>,
    part: Option<String>,
    rule: Option<&'a str>,
}

impl<'a> Answer<'a> {
    /// Of words that mean that, or nothing.
    pub fn of(words: &'a str, reading: Option<&'a Reading>) -> Self {
        let day = |point: fn(&Reading) -> Option<Partial>| Some(point(reading?)?.to_string());
        Self {
            words,
            first: day(|r| r.first),
            last: day(|r| r.last),
            part: reading.and_then(|r| r.part.clone()),
            rule: reading.map(|r| r.rule),
        }
    }
}
