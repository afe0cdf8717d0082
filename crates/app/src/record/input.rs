//! What a run read, and what became of it. Each piece of input ends in one state, and the same bytes are not read twice.

use super::insert::{Columns, Value};
use sqlx::{AnyConnection, AnyPool, Row};

/// What became of a piece of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its claims are in the record.
    Coded,
    /// A text that the record has.
    Copy,
    /// In another language.
    NotEnglish,
    /// Nothing to read in it.
    NoText,
    /// It could not be read.
    Refused,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Coded, Self::Copy, Self::NotEnglish, Self::NoText, Self::Refused];

    /// As the database has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Coded => "coded",
            Self::Copy => "copy",
            Self::NotEnglish => "not-english",
            Self::NoText => "no-text",
            Self::Refused => "refused",
        }
    }

    /// For a reader.
    pub fn title(self) -> &'static str {
        match self {
            Self::Coded => "coded",
            Self::Copy => "copy",
            Self::NotEnglish => "not English",
            Self::NoText => "no text",
            Self::Refused => "refused",
        }
    }

    /// From the database's word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// One piece of input: a file, or a line, record or message of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// The file, as the system names it, or the address.
    pub origin: String,
    /// Which part of it; empty for the whole.
    pub part: String,
    /// Hash of its bytes and of what its container says of it.
    pub hash: String,
}

/// What is known of bytes that were read before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What became of them.
    pub state: State,
    /// Why.
    pub why: Option<String>,
    /// The report that they are.
    pub report: Option<i64>,
    /// True where they came from the same place.
    pub same_place: bool,
}

/// What became of these bytes before, if they were read.
pub(crate) async fn known(pool: &AnyPool, input: &Input) -> Result<Option<Known>, sqlx::Error> {
    let query = "select state, why, report, origin, part from input where hash = $1 order by id";
    let rows = sqlx::query(query).bind(input.hash.clone()).fetch_all(pool).await?;
    let mut found: Option<Known> = None;
    for row in rows {
        let here = row.try_get::<String, _>(3)? == input.origin && row.try_get::<String, _>(4)? == input.part;
        if found.is_none() || here {
            let state = State::of_word(&row.try_get::<String, _>(0)?).unwrap_or(State::Refused);
            found = Some(Known { state, why: row.try_get(1)?, report: row.try_get(2)?, same_place: here });
        }
    }
    Ok(found)
}

/// What became of a piece of input: its state, why, and the report that it is.
pub(crate) type Became = (State, Option<String>, Option<i64>);

/// What became of bytes that were read earlier.
pub(crate) async fn first(to: &mut AnyConnection, hash: &str) -> Result<Option<Became>, sqlx::Error> {
    let query = "select state, why, report from input where hash = $1 order by id limit 1";
    let Some(row) = sqlx::query(query).bind(hash.to_owned()).fetch_optional(to).await? else {
        return Ok(None);
    };
    let state = State::of_word(&row.try_get::<String, _>(0)?).unwrap_or(State::Refused);
    Ok(Some((state, row.try_get(1)?, row.try_get(2)?)))
}

/// Where inputs go.
pub(crate) const INTO: Columns = Columns::new(
    "input",
    &["origin", "part", "hash", "state", "why", "report", "run", "read_at"],
    "on conflict do nothing",
);

/// What became of a piece, as a row.
pub(crate) fn row(run: i64, input: &Input, (state, why, report): Became) -> Vec<Value> {
    vec![
        input.origin.as_str().into(),
        input.part.as_str().into(),
        input.hash.as_str().into(),
        state.word().into(),
        why.into(),
        Value::Int(report),
        run.into(),
        super::now().into(),
    ]
}

/// A run begins.
pub(crate) async fn begin_run(pool: &AnyPool, command: &str) -> Result<i64, sqlx::Error> {
    let query = "insert into run (command, begun, program) values ($1, $2, $3) returning id";
    let query = sqlx::query(query)
        .bind(command.to_owned())
        .bind(super::now())
        .bind(env!("CARGO_PKG_VERSION").to_owned());
    query.fetch_one(pool).await?.try_get(0)
}

/// A run ends.
pub(crate) async fn end_run(pool: &AnyPool, run: i64) -> Result<(), sqlx::Error> {
    sqlx::query("update run set ended = $1 where id = $2")
        .bind(super::now())
        .bind(run)
        .execute(pool)
        .await
        .map(drop)
}
