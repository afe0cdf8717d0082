//! `POST /api/v1/examples`: the example reports into an empty record.

use crate::serve::refusal::Refusal;
use crate::serve::shared::Shared;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use rust_embed::RustEmbed;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

/// Reports written for this project.
#[derive(RustEmbed)]
#[folder = "../../examples/reports"]
#[allow_missing = true]
struct Examples;

/// True where this build has them.
pub fn are_there() -> bool {
    Examples::iter().next().is_some()
}

/// Loads the example reports into an empty record. The server codes nothing: `dateline ingest` does, in a process of its own.
#[utoipa::path(post, path = "/api/v1/examples", params(("x-dateline" = String, Header, description = "\"page\": other sites cannot send it")),
    responses((status = 204), (status = 409, body = crate::serve::refusal::Error)))]
pub async fn examples(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<StatusCode, Refusal> {
    if headers.get("x-dateline").is_none_or(|value| value != "page") {
        return Err(Refusal::forbidden("only the page asks for this: send the header X-Dateline: page"));
    }
    let Ok(_loading) = shared.loading.try_lock() else {
        return Err(Refusal::conflict("the examples are being loaded already"));
    };
    let sizes = shared.record.sizes().await.map_err(|error| shared.failed(&error))?;
    if sizes.reports > 0 {
        return Err(Refusal::conflict("there are reports in the record; examples go into an empty one only"));
    }
    let record = shared.record.address.in_full();
    let loaded = tokio::task::spawn_blocking(move || load(&record)).await;
    // Whoever asks next is to see them.
    shared.renew().await.map_err(|error| shared.failed(&error))?;
    match loaded {
        Ok(Ok(())) => Ok(StatusCode::NO_CONTENT),
        Ok(Err(error)) => Err(Refusal::failed(&format!(
            "the examples were not read: {error}; what the server printed says why"
        ))),
        Err(_) => Err(Refusal::mistake("reading the examples broke off")),
    }
}

fn load(record: &OsStr) -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    for name in Examples::iter() {
        let file = Examples::get(&name).map(|file| file.data).unwrap_or_default();
        // Names of files of one folder, by the build.
        let name = Path::new(&*name).file_name().unwrap_or_default();
        std::fs::write(folder.path().join(name), file)?;
    }
    let mut ingest = Command::new(std::env::current_exe()?);
    // By the environment: a server's password is not to be seen in lists of processes.
    ingest.args(["ingest", "--quiet"]).arg(folder.path()).env("DATELINE_RECORD", record);
    let done = ingest.stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    match done.success() {
        true => Ok(()),
        false => Err(std::io::Error::other(format!("dateline ingest ended with {done}"))),
    }
}
