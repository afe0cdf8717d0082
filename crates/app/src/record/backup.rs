//! A copy of the whole record while others read and write it.

use super::Record;
use super::address::Address;
use super::fault::Fault;
use super::open::Purpose;
use std::fs;
use std::path::{Path, PathBuf};

/// Copies the record to a file, which appears once it is whole. Others go on meanwhile; the copy has what was committed when it began.
pub fn backup(record: &Record, to: &Path) -> Result<(), Fault> {
    let fault = |what: String, cure: &str| Fault::new(to.display(), what, cure);
    if to.exists() {
        return Err(fault("is there already".into(), "name another file; a backup never replaces one"));
    }
    let Address::File(_) = record.address else {
        return Err(fault(
            "a record on a server is backed up by the server's own tools".into(),
            "run pg_dump --format custom --file FILE URL",
        ));
    };
    let part = beside(to);
    let _ = fs::remove_file(&part);
    let name =
        part.to_str().ok_or_else(|| fault("its name is no UTF-8".into(), "name another file"))?.to_owned();
    let copied = record.wait(async { sqlx::query("vacuum into $1").bind(name).execute(&record.pool).await });
    let finished = copied.map_err(|error| Fault::of(&Address::File(to.to_owned()), &error)).and_then(|_| {
        let synced = fs::File::open(&part).and_then(|file| file.sync_all());
        synced
            .and_then(|()| fs::rename(&part, to))
            .map_err(|error| fault(error.to_string(), "check the folder and the disk"))
    });
    if finished.is_err() {
        let _ = fs::remove_file(&part);
    }
    finished
}

/// Puts a backup in the place of a record that is not there.
pub fn restore(from: &Path, to: &Address) -> Result<Record, Fault> {
    let fault = |record: String, what: String, cure: &str| Fault::new(record, what, cure);
    let Address::File(file) = to else {
        return Err(fault(
            to.to_string(),
            "a record on a server is restored by the server's own tools".into(),
            "run pg_restore --dbname URL FILE",
        ));
    };
    if file.exists() {
        return Err(fault(
            to.to_string(),
            "is there already".into(),
            "name another file with --record, or move this one away first",
        ));
    }
    // What is no record, or a damaged one, is found out before anything is put in place.
    let part = beside(file);
    let copied = fs::copy(from, &part).map_err(|error| {
        fault(from.display().to_string(), error.to_string(), "name the file that dateline backup wrote")
    });
    let checked = copied.and_then(|_| check(&part)).and_then(|()| {
        fs::rename(&part, file)
            .map_err(|error| fault(to.to_string(), error.to_string(), "check the folder and the disk"))
    });
    for tail in ["", "-wal", "-shm"] {
        let mut name = part.clone().into_os_string();
        name.push(tail);
        let _ = fs::remove_file(name);
    }
    checked.and_then(|()| Record::open(to, Purpose::Look))
}

fn check(file: &Path) -> Result<(), Fault> {
    let address = Address::File(file.to_owned());
    let record = Record::open(&address, Purpose::Look)?;
    let sound = record.wait(async {
        let row = sqlx::query("pragma quick_check(1)").fetch_one(&record.pool).await?;
        // All that the journal holds goes into the file itself.
        sqlx::query("pragma wal_checkpoint(truncate)").fetch_all(&record.pool).await?;
        record.pool.close().await;
        sqlx::Row::try_get::<String, _>(&row, 0)
    });
    match sound {
        Ok(word) if word == "ok" => Ok(()),
        Ok(word) => Err(Fault::new(file.display(), format!("damaged: {word}"), "use another backup")),
        Err(error) => Err(record.fault(&error)),
    }
}

/// The name of a file that is not whole yet.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".part-{}", std::process::id()));
    PathBuf::from(name)
}
