//! Many rows in few statements.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe};

/// Rows of one statement. Two sizes only, so that a connection keeps few prepared statements.
const ROWS: usize = 50;

/// One value of a row.
#[derive(Clone, Debug)]
pub enum Value {
    /// A whole number, or none.
    Int(Option<i64>),
    /// A number, or none.
    Real(Option<f64>),
    /// A text, or none. Zero bytes, which PostgreSQL refuses, are left out.
    Text(Option<String>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(Some(value))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        Self::Text(value)
    }
}

impl From<Option<i64>> for Value {
    fn from(value: Option<i64>) -> Self {
        Self::Int(value)
    }
}

impl From<Option<f64>> for Value {
    fn from(value: Option<f64>) -> Self {
        Self::Real(value)
    }
}

/// Binds a value to the next parameter.
pub(crate) fn bind(query: Query<'_, Any, AnyArguments>, value: Value) -> Query<'_, Any, AnyArguments> {
    match value {
        Value::Int(value) => query.bind(value),
        Value::Real(value) => query.bind(value),
        Value::Text(value) => {
            query.bind(value.map(|text| if text.contains('\0') { text.replace('\0', "") } else { text }))
        }
    }
}

/// Inserts rows; `tail` stands after the values ("on conflict do nothing"). Table and columns are the program's own words.
pub(crate) async fn insert(
    to: &mut AnyConnection,
    table: &'static str,
    columns: &'static [&'static str],
    tail: &'static str,
    rows: Vec<Vec<Value>>,
) -> Result<(), sqlx::Error> {
    let mut rows = rows.into_iter();
    loop {
        let left = rows.len();
        let size = if left >= ROWS { ROWS } else { left.min(1) };
        if size == 0 {
            return Ok(());
        }
        let mut query = sqlx::query(AssertSqlSafe(statement(table, columns, tail, size)));
        for value in rows.by_ref().take(size).flatten() {
            query = bind(query, value);
        }
        query.execute(&mut *to).await?;
    }
}

fn statement(table: &str, columns: &[&str], tail: &str, rows: usize) -> String {
    let row = |n: usize| {
        let marks: Vec<String> = (1..=columns.len()).map(|m| format!("${}", n * columns.len() + m)).collect();
        format!("({})", marks.join(","))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("insert into {table} ({}) values {} {tail}", columns.join(","), rows.join(","))
}
