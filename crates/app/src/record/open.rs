//! Opening a record, and bringing its tables up to date.

use super::address::Address;
use super::engine::Engine;
use super::fault::Fault;
use super::{Held, Record};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions, install_default_drivers};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection, Executor, Row, SqlSafeStr};
use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// Connections at once. More would not help a file; a server's are few as well.
const CONNECTIONS: u32 = 8;

/// How long to wait for another writer, or for a server.
const PATIENCE: Duration = Duration::from_secs(30);

/// The steps from one form of the tables to the next: only ever added to.
pub(super) const STEPS: &[(i64, &str, &str, &str)] = &[
    (1, "first form", include_str!("schema/sqlite/0001.sql"), include_str!("schema/postgres/0001.sql")),
    (
        2,
        "what changed when",
        include_str!("schema/sqlite/0002.sql"),
        include_str!("schema/postgres/0002.sql"),
    ),
    (3, "no months", include_str!("schema/sqlite/0003.sql"), include_str!("schema/postgres/0003.sql")),
];

/// For what it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To add to it; a file that is not there is made.
    Write,
    /// To look into it; a file that is not there is an error.
    Look,
    /// To read it once from one end to the other; a file that is not there is an error.
    HandOn,
}

/// What is set on every connection to a file: committed is on the disk, readers do not wait for a writer.
const PRAGMAS: &str = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; \
    pragma busy_timeout = 30000; pragma cache_size = -65536; pragma mmap_size = 268435456; pragma temp_store = memory; pragma journal_size_limit = 67108864;";

/// What is set besides where all is read once: what was read need not stay in memory.
const ONCE: &str = "pragma mmap_size = 0; pragma cache_size = -8192;";

impl Record {
    /// Opens it.
    pub fn open(address: &Address, purpose: Purpose) -> Result<Self, Fault> {
        let fault = |what: String, cure: &str| Fault::new(address, what, cure);
        if let Address::File(path) = address
            && purpose != Purpose::Write
            && !path.exists()
        {
            return Err(fault(
                "no record there".into(),
                "make one with dateline ingest, or name another with --record",
            ));
        }
        install_default_drivers();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(|error| fault(error.to_string(), "close other programs"))?;
        let url = address.url(purpose == Purpose::Write).map_err(|what| fault(what, "name another file"))?;
        let pool = runtime
            .block_on(connect(address.engine(), purpose, &url))
            .map_err(|error| Fault::of(address, &error))?;
        let held = Arc::new(Held { pool: pool.clone(), runtime });
        let record = Self { pool, engine: address.engine(), address: address.clone(), held };
        record.wait(refuse_others(&record))?;
        record.wait(migrate(&record, STEPS))?;
        Ok(record)
    }

    /// The fault that an error of this record's database is.
    pub(crate) fn fault(&self, error: &sqlx::Error) -> Fault {
        Fault::of(&self.address, error)
    }
}

async fn connect(engine: Engine, purpose: Purpose, url: &str) -> Result<AnyPool, sqlx::Error> {
    let options = AnyConnectOptions::from_str(url)?.disable_statement_logging();
    // A pool tries again and again, and then says no more than that time is up: the first connection says what is wrong.
    let mut first = AnyConnection::connect_with(&options).await?;
    set_up(&mut first, engine, purpose).await?;
    first.close().await?;
    let pool = AnyPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
    let pool = pool.after_connect(move |connection, _| Box::pin(set_up(connection, engine, purpose)));
    pool.connect_with(options).await
}

async fn set_up(connection: &mut AnyConnection, engine: Engine, purpose: Purpose) -> Result<(), sqlx::Error> {
    let settings = match engine {
        Engine::Sqlite => PRAGMAS,
        Engine::Postgres => "set client_min_messages = warning",
    };
    connection.execute(settings).await?;
    if (engine, purpose) == (Engine::Sqlite, Purpose::HandOn) {
        connection.execute(ONCE).await?;
    }
    Ok(())
}

/// Refuses a SQLite file of some other program, before anything is added to it.
async fn refuse_others(record: &Record) -> Result<(), Fault> {
    if record.engine == Engine::Postgres {
        return Ok(());
    }
    let query = "select count(*), coalesce(sum(name = '_sqlx_migrations'), 0) from sqlite_master where type = 'table'";
    let row = sqlx::query(query).fetch_one(&record.pool).await.map_err(|error| record.fault(&error))?;
    let number = |n: usize| row.try_get::<i64, _>(n).map_err(|error| record.fault(&error));
    if number(0)? > 0 && number(1)? == 0 {
        return Err(Fault::new(&record.address, "a database of some other program", "name another file"));
    }
    Ok(())
}

/// Takes the steps that the tables have not seen yet.
pub(super) async fn migrate(
    record: &Record,
    steps: &[(i64, &'static str, &'static str, &'static str)],
) -> Result<(), Fault> {
    let step = |(version, name, file, server): &(i64, &'static str, &'static str, &'static str)| {
        let sql = if record.engine == Engine::Sqlite { *file } else { *server };
        Migration::new(*version, Cow::Borrowed(name), MigrationType::Simple, sql.into_sql_str(), false)
    };
    let migrator = Migrator { migrations: Cow::Owned(steps.iter().map(step).collect()), ..Migrator::DEFAULT };
    migrator.run(&record.pool).await.map_err(|error| Fault::of_migration(&record.address, &error))
}
