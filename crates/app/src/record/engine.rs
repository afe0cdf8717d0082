//! What differs between SQLite and PostgreSQL.

use super::insert::Columns;

/// Which database holds the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file, embedded.
    Sqlite,
    /// A server, for a team.
    Postgres,
}

impl Engine {
    /// How a transaction that will write begins. SQLite takes its one place for a writer at once: one that only asks for it at the first
    /// change could be turned away after it has read.
    pub(crate) fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Begins a transaction that sees one state of the database and alters nothing.
    pub(crate) fn begin_to_read(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// What words go through on their way into a column of words.
    pub(crate) fn words(self) -> Option<(&'static str, &'static str, &'static str)> {
        (self == Self::Postgres).then_some(("words", "to_tsvector('simple', ", ")"))
    }

    /// Where the words of a report go.
    pub(crate) fn report_words(self) -> Columns {
        Columns { through: self.words(), ..Columns::new("report_words", &["rowid", "words"], "") }
    }

    /// Where the words of an event go.
    pub(crate) fn event_words(self) -> Columns {
        let table = if self == Self::Sqlite { "event_words" } else { "event_searched" };
        Columns { through: self.words(), ..Columns::new(table, &["rowid", "words"], "") }
    }

    /// Where the place of an event goes; PostgreSQL has it from the columns of the event.
    pub(crate) fn event_box(self) -> Option<Columns> {
        (self == Self::Sqlite).then_some(Columns::new(
            "event_box",
            &["id", "south", "north", "west", "east"],
            "",
        ))
    }

    /// Takes away what stands beside events, whose numbers follow.
    pub(crate) fn remove_beside(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => &["delete from event_words where rowid in", "delete from event_box where id in"],
            Self::Postgres => &["delete from event_searched where rowid in"],
        }
    }

    /// Keeps others from making events at the same time; a file has one writer anyway.
    pub(crate) fn lock_events(self) -> Option<&'static str> {
        (self == Self::Postgres).then_some("lock table event in exclusive mode")
    }

    /// The numbers of a column, joined by commas; none where there are no rows.
    pub(crate) fn joined(self, column: &str) -> String {
        match self {
            Self::Sqlite => format!("group_concat({column})"),
            Self::Postgres => format!("string_agg({column}::text, ',')"),
        }
    }

    /// A condition: that a column begins with the text of parameter `n`.
    pub(crate) fn begins(self, column: &str, n: usize) -> String {
        match self {
            // A range, which the index answers; 1114111 is the last of all characters.
            Self::Sqlite => format!("{column} >= ${n} and {column} < ${n} || char(1114111)"),
            Self::Postgres => format!("starts_with({column}, ${n})"),
        }
    }

    /// A condition on `event`: that its words hold all those of parameter `n`, which [`query`](Self::query) makes.
    pub(crate) fn has_words(self, n: usize) -> String {
        match self {
            Self::Sqlite => {
                format!("event.id in (select rowid from event_words where event_words match ${n})")
            }
            Self::Postgres => format!(
                "event.id in (select rowid from event_searched where words @@ to_tsquery('simple', ${n}))"
            ),
        }
    }

    /// The newest reports whose words hold all those of parameter 1, at most as many as parameter 2 says.
    pub(crate) fn reports_with_words(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "select name, version, published, publisher, title from report where id in \
                 (select rowid from report_words where report_words match $1) order by published desc, id desc limit $2"
            }
            Self::Postgres => {
                "select name, version, published, publisher, title from report where id in \
                 (select rowid from report_words where words @@ to_tsquery('simple', $1)) \
                 order by published desc nulls last, id desc limit $2"
            }
        }
    }

    /// Words that must all be there, in the language of the search; the last may be the beginning of one.
    pub(crate) fn query(self, words: &[String], open_ended: bool) -> String {
        let last = words.len().saturating_sub(1);
        let open = |n: usize| open_ended && n == last;
        let term = |(n, word): (usize, &String)| match self {
            Self::Sqlite => format!("\"{word}\"{}", if open(n) { "*" } else { "" }),
            Self::Postgres => format!("{word}{}", if open(n) { ":*" } else { "" }),
        };
        let terms: Vec<String> = words.iter().enumerate().map(term).collect();
        terms.join(if self == Self::Sqlite { " " } else { " & " })
    }

    /// A condition on `event`: that it stands within south, north, west and east, parameters `n` to `n + 3`.
    pub(crate) fn within(self, n: usize) -> String {
        let (south, north, west, east) = (n, n + 1, n + 2, n + 3);
        match self {
            Self::Sqlite => format!(
                "event.id in (select id from event_box where south >= ${south} and north <= ${north} and west >= ${west} and east <= ${east})"
            ),
            Self::Postgres => format!(
                "point(event.lon, event.lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))"
            ),
        }
    }
}
