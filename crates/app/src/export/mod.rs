//! Handing on: events and claims as tables, and in the layouts of others.
//!
//! A layout is a list of columns ([`crate::output::tabular`]), each with its name, what stands in it and how it is told from a row; a form writes any of
//! them. [`told`] is a row of events; [`crosswalk`] what stands for what in [`acled`], [`gdelt`], [`polecat`] and [`ucdp`]; [`beside`] the data
//! dictionary and the citation. All is streamed: memory stays flat, however many rows there are.

mod acled;
mod beside;
mod crosswalk;
mod events;
mod fields;
mod gdelt;
mod polecat;
mod told;
mod ucdp;

use crate::output::tabular::cell::{Cell, Column, Head};
use crate::output::tabular::claims;
use crate::output::tabular::parquet_file::ParquetFile;
use crate::output::tabular::writer::{GeoJson, Lines, Text, Writer};
use crate::output::target::Target;
use crate::record::Record;
use crate::record::find::Filter;
use crate::record::handing_on::Reading;
use crate::record::show::Head as ReportHead;
use anyhow::{Context, Result};
use dateline_events::record::Claim;
use std::fmt;
use std::io::{self, Write};
use std::sync::mpsc::sync_channel;
use std::thread;
use told::Told;

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Comma-separated text, with names of columns
    Csv,
    /// The records themselves, one a line
    Jsonl,
    /// A Parquet file
    Parquet,
    /// Points for maps (RFC 7946)
    Geojson,
    /// Columns of POLECAT, separated by tabs
    Polecat,
    /// Columns of GDELT 1.0, separated by tabs, without names
    Gdelt,
    /// Columns of ACLED
    Acled,
    /// Columns of UCDP GED: deadly events
    Ucdp,
}

impl Form {
    /// True where a row may be a claim.
    pub fn has_claims(self) -> bool {
        matches!(self, Self::Csv | Self::Jsonl | Self::Parquet)
    }

    /// True for what is no text.
    pub fn is_binary(self) -> bool {
        self == Self::Parquet
    }

    /// The columns of events.
    fn columns(self) -> &'static [Column<Told>] {
        match self {
            Self::Csv | Self::Jsonl | Self::Parquet | Self::Geojson => &events::COLUMNS,
            Self::Polecat => &polecat::COLUMNS,
            Self::Gdelt => &gdelt::COLUMNS,
            Self::Acled => &acled::COLUMNS,
            Self::Ucdp => &ucdp::COLUMNS,
        }
    }

    /// True for an event that the layout has.
    fn has(self, told: &Told) -> bool {
        match self {
            Self::Csv | Self::Jsonl | Self::Parquet | Self::Geojson => true,
            Self::Polecat => polecat::has(told),
            Self::Gdelt => gdelt::has(told),
            Self::Acled => acled::has(told),
            Self::Ucdp => ucdp::has(told),
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(clap::ValueEnum::to_possible_value(self).as_ref().map_or("", |value| value.get_name()))
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// One event
    #[default]
    Events,
    /// One source's word on one event in one report
    Claims,
}

/// What is wanted.
pub struct Export {
    pub form: Form,
    pub what: What,
    pub filter: Filter,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub rows: u64,
    /// Events that the layout does not have.
    pub left_out: u64,
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} row{}", self.rows, if self.rows == 1 { "" } else { "s" })?;
        if self.left_out > 0 {
            write!(f, "; {} events left out, which the layout does not have", self.left_out)?;
        }
        Ok(())
    }
}

/// Rows that were read at once.
struct Page {
    /// The number behind which the next ones stand.
    last: i64,
    /// Records (JSON), each with the reports that tell of it where it is an event.
    rows: Vec<(String, Vec<ReportHead>)>,
}

impl Export {
    /// What stands over the columns.
    fn heads(&self) -> Vec<Head> {
        match self.what {
            What::Claims => claims::heads(),
            What::Events => self.form.columns().iter().map(|column| column.head).collect(),
        }
    }

    fn writer<'w, W: Write + Send + 'w>(&self, out: W) -> io::Result<Box<dyn Writer + 'w>> {
        let heads = self.heads();
        Ok(match self.form {
            Form::Csv | Form::Acled | Form::Ucdp => Box::new(Text::commas(&heads, out)?),
            Form::Polecat => Box::new(Text::tabs(Some(&heads), out)?),
            Form::Gdelt => Box::new(Text::tabs(None, out)?),
            Form::Parquet => Box::new(ParquetFile::begin(&heads, out)?),
            Form::Geojson => Box::new(GeoJson::begin(&heads, out)?),
            Form::Jsonl => Box::new(Lines::to(out)),
        })
    }

    /// The next rows behind a number; none at the end.
    async fn page(&self, record: &mut Reading, number: i64) -> Result<Option<Page>, sqlx::Error> {
        let alone = |text: String| (text, Vec::new());
        Ok(match self.what {
            What::Events => {
                let events = record.events_behind(&self.filter, number).await?;
                events.last().map(|event| event.number).map(|last| Page {
                    last,
                    rows: events.into_iter().map(|event| (event.record, event.reports)).collect(),
                })
            }
            What::Claims if self.filter == Filter::default() => {
                let claims = record.claims_behind(number).await?;
                claims.last().map(|(number, _)| *number).map(|last| Page {
                    last,
                    rows: claims.into_iter().map(|(_, text)| alone(text)).collect(),
                })
            }
            What::Claims => {
                let claims = record.claims_of_events_behind(&self.filter, number).await?;
                claims.map(|(last, claims)| Page { last, rows: claims.into_iter().map(alone).collect() })
            }
        })
    }

    /// Hands page by page to `take`, until there is no more or it wants no more.
    fn read(&self, record: &Record, take: impl Fn(Result<Ready>) -> bool) {
        let fault = |error: sqlx::Error| -> Result<Ready> { Err(record.fault(&error).into()) };
        let mut reading = match record.wait(record.reading()) {
            Ok(reading) => reading,
            Err(error) => {
                take(fault(error));
                return;
            }
        };
        let mut number = 0;
        loop {
            let page = match record.wait(self.page(&mut reading, number)) {
                Ok(None) => break,
                Ok(Some(page)) => {
                    number = page.last;
                    self.ready(page)
                }
                Err(error) => fault(error),
            };
            let failed = page.is_err();
            if !take(page) || failed {
                break;
            }
        }
        // All was read: what goes wrong from here on changes nothing.
        let _ = record.wait(reading.end());
    }

    fn ready(&self, page: Page) -> Result<Ready> {
        let mut ready = Ready::default();
        for (text, reports) in page.rows {
            match self.cells(text, reports).context("a record cannot be read; recode makes it anew")? {
                Some(cells) => ready.rows.push(cells),
                None => ready.left_out += 1,
            }
        }
        Ok(ready)
    }

    /// The cells of a record; none of an event that the layout does not have.
    fn cells(&self, text: String, reports: Vec<ReportHead>) -> serde_json::Result<Option<Vec<Cell>>> {
        if self.form == Form::Jsonl {
            return Ok(Some(vec![Cell::Text(text)]));
        }
        if self.what == What::Claims {
            return Ok(Some(claims::cells(&serde_json::from_str::<Claim>(&text)?)));
        }
        let told = Told { event: serde_json::from_str(&text)?, reports };
        let cells = || self.form.columns().iter().map(|column| (column.value)(&told)).collect();
        Ok(self.form.has(&told).then(cells))
    }
}

/// Rows that are ready to be written.
#[derive(Default)]
struct Ready {
    rows: Vec<Vec<Cell>>,
    left_out: u64,
}

/// Pages that are ready and wait to be written.
const AHEAD: usize = 2;

/// Writes what is wanted, and says how much that was. `told` is told the number of rows now and then.
///
/// One thread reads the record and makes rows, the caller's writes them.
pub fn export(
    record: &Record,
    wanted: &Export,
    target: &mut Target,
    mut told: impl FnMut(u64),
) -> Result<Done> {
    let failed = format!("{}: cannot be written", target.name());
    let mut writer = wanted.writer(target.stream()).context(failed.clone())?;
    let mut done = Done::default();
    thread::scope(|scope| -> Result<()> {
        let (send, pages) = sync_channel(AHEAD);
        scope.spawn(move || wanted.read(record, |page| send.send(page).is_ok()));
        for page in pages {
            let page = page?;
            done.rows += page.rows.len() as u64;
            done.left_out += page.left_out;
            page.rows.into_iter().try_for_each(|cells| writer.row(cells)).context(failed.clone())?;
            told(done.rows);
        }
        Ok(())
    })?;
    writer.end().context(failed)?;
    Ok(done)
}
