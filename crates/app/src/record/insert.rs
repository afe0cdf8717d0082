//! Many rows in few statements.

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe};

/// Rows of one statement, the most first. Few sizes, so that a connection keeps few prepared statements; many rows at once, since every
/// statement costs a way to the database and back.
const ROWS: [usize; 7] = [64, 32, 16, 8, 4, 2, 1];

/// One value of a row.
#[derive(Clone, Debug)]
pub enum Value {
    /// A whole number, or none.
    Int(Option<i64>),
    /// A number, or none.
    Real(Option<f64>),
    /// A text, or none. A zero byte, which PostgreSQL refuses, becomes the sign for what cannot be shown.
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
        Value::Text(value) => query
            .bind(value.map(|text| if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text })),
    }
}

/// Where rows go: a table and its columns, both words of the program's own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    pub table: &'static str,
    pub columns: &'static [&'static str],
    /// What stands after the values: "on conflict do nothing", "returning id".
    pub tail: &'static str,
    /// A column whose value goes through a function of the database: its name, and what stands before and after the value.
    pub through: Option<(&'static str, &'static str, &'static str)>,
}

impl Columns {
    /// Columns of a table.
    pub(crate) const fn new(
        table: &'static str,
        columns: &'static [&'static str],
        tail: &'static str,
    ) -> Self {
        Self { table, columns, tail, through: None }
    }

    fn statement(&self, rows: usize, numbered: bool) -> String {
        let mark = |row: usize, (n, column): (usize, &&str)| {
            let mark = mark(row * self.columns.len() + n + 1, numbered);
            match self.through.filter(|(name, ..)| name == column) {
                Some((_, before, after)) => format!("{before}{mark}{after}"),
                None => mark,
            }
        };
        let row = |row: usize| {
            let marks: Vec<String> =
                self.columns.iter().enumerate().map(|column| mark(row, column)).collect();
            format!("({})", marks.join(","))
        };
        let rows: Vec<String> = (0..rows).map(row).collect();
        format!(
            "insert into {} ({}) values {} {}",
            self.table,
            self.columns.join(","),
            rows.join(","),
            self.tail
        )
    }
}

/// The mark of a parameter. SQLite looks numbered ones up by their names, one after the other, which takes long where they are many.
fn mark(n: usize, numbered: bool) -> String {
    if numbered { format!("${n}") } else { "?".to_owned() }
}

fn is_numbered(connection: &AnyConnection) -> bool {
    connection.backend_name() != "SQLite"
}

/// Inserts rows; returns what the tail asks for.
pub(crate) async fn insert(
    to: &mut AnyConnection,
    into: Columns,
    rows: Vec<Vec<Value>>,
) -> Result<Vec<AnyRow>, sqlx::Error> {
    let mut found = Vec::new();
    let mut rows = rows.into_iter();
    loop {
        let left = rows.len();
        let Some(size) = ROWS.into_iter().find(|size| *size <= left) else { return Ok(found) };
        let numbered = is_numbered(to);
        // PostgreSQL's driver keeps a statement with the types of its first values, and gives a missing number another type than one
        // that is there: such statements are not kept.
        let has_numbers = rows.as_slice().iter().flatten().any(|value| matches!(value, Value::Real(_)));
        let mut query =
            sqlx::query(AssertSqlSafe(into.statement(size, numbered))).persistent(!(numbered && has_numbers));
        for value in rows.by_ref().take(size).flatten() {
            query = bind(query, value);
        }
        if into.tail.starts_with("returning") {
            found.extend(query.fetch_all(&mut *to).await?);
        } else {
            query.execute(&mut *to).await?;
        }
    }
}

/// Asks for the rows whose column is one of many values: `before` ends with "in", what follows the list is `after`.
pub(crate) async fn one_of(
    from: &mut AnyConnection,
    before: &'static str,
    values: &[Value],
    after: &str,
) -> Result<Vec<AnyRow>, sqlx::Error> {
    let (mut found, numbered) = (Vec::new(), is_numbered(from));
    for some in values.chunks(ROWS[0]) {
        // A list is filled up with its last value: so there is one statement for lists of all lengths.
        let marks: Vec<String> = (1..=ROWS[0]).map(|n| mark(n, numbered)).collect();
        let text = format!("{before} ({}) {after}", marks.join(","));
        let filled = (0..ROWS[0]).filter_map(|n| some.get(n).or(some.last()).cloned());
        let query = filled.fold(sqlx::query(AssertSqlSafe(text)), bind);
        found.extend(query.fetch_all(&mut *from).await?);
    }
    Ok(found)
}
