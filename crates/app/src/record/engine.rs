//! What differs between SQLite and PostgreSQL.

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

    /// Adds the words (parameter 2) of a report (parameter 1).
    pub(crate) fn add_report_words(self) -> &'static str {
        match self {
            Self::Sqlite => "insert into report_words (rowid, words) values ($1, $2)",
            Self::Postgres => {
                "insert into report_words (rowid, words) values ($1, to_tsvector('simple', $2))"
            }
        }
    }

    /// Adds the words (parameter 2) of an event (parameter 1) that is there.
    pub(crate) fn add_event_words(self) -> &'static str {
        match self {
            Self::Sqlite => "insert into event_words (rowid, words) values ($1, $2)",
            Self::Postgres => "update event set words = to_tsvector('simple', $2) where id = $1",
        }
    }

    /// Takes away what stands beside an event (parameter 1).
    pub(crate) fn remove_beside(self) -> &'static [&'static str] {
        match self {
            Self::Sqlite => {
                &["delete from event_words where rowid = $1", "delete from event_box where id = $1"]
            }
            Self::Postgres => &[],
        }
    }

    /// Puts the place of an event (parameter 1) at degrees north and east (2 and 3) on the map; PostgreSQL has it from its columns.
    pub(crate) fn add_place(self) -> Option<&'static str> {
        (self == Self::Sqlite)
            .then_some("insert into event_box (id, south, north, west, east) values ($1, $2, $2, $3, $3)")
    }

    /// Keeps others from making events at the same time; a file has one writer anyway.
    pub(crate) fn lock_events(self) -> Option<&'static str> {
        (self == Self::Postgres).then_some("lock table event in exclusive mode")
    }

    /// A condition on `event`: that its words hold all those of parameter `n`, which [`query`](Self::query) makes.
    pub(crate) fn has_words(self, n: usize) -> String {
        match self {
            Self::Sqlite => {
                format!("event.id in (select rowid from event_words where event_words match ${n})")
            }
            Self::Postgres => format!("event.words @@ to_tsquery('simple', ${n})"),
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
