//! A PostgreSQL server for the tests, started from the system's package and gone with the run.

use crate::packages::{self, is_root, run};
use anyhow::{Context, Result, bail, ensure};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// By what the tests know the server; `{}` in it stands for the name of a database.
pub const VARIABLE: &str = "DATELINE_TEST_POSTGRES";

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that stops when this goes.
pub struct Server {
    folder: tempfile::TempDir,
    process: Child,
    url: String,
}

impl Server {
    /// Starts a server of its own, in a folder of its own, on a free port of the loopback; none where [`VARIABLE`] names one already.
    pub fn start() -> Result<Option<Self>> {
        if std::env::var_os(VARIABLE).is_some() {
            return Ok(None);
        }
        let programs = programs()?;
        let folder = tempfile::Builder::new().prefix("dateline-postgres").tempdir()?;
        let data = folder.path().join("data");
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(folder.path()))?;
        }
        let mut make = as_other(&programs.join("initdb"));
        run(make
            .args([
                "--no-sync",
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--username",
                "dateline",
                "--pgdata",
            ])
            .arg(&data))?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut serve = as_other(&programs.join("postgres"));
        serve.arg("-D").arg(&data).arg("-k").arg(folder.path()).args([
            "-h",
            "127.0.0.1",
            "-p",
            &port.to_string(),
        ]);
        serve
            .args(["-c", "fsync=off", "-c", "max_connections=200"])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = serve.spawn().context("cannot start postgres")?;
        let server = Self { folder, process, url: format!("postgres://dateline@127.0.0.1:{port}/{{}}") };
        server.wait(&programs, port)?;
        Ok(Some(server))
    }

    /// By what the tests find it.
    pub fn url(&self) -> &str {
        &self.url
    }

    fn wait(&self, programs: &Path, port: u16) -> Result<()> {
        let begun = Instant::now();
        let ready = || {
            let mut ask = Command::new(programs.join("pg_isready"));
            ask.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()])
                .status()
                .is_ok_and(|status| status.success())
        };
        while !ready() {
            ensure!(
                begun.elapsed() < PATIENCE,
                "the PostgreSQL server in {} does not answer",
                self.folder.path().display()
            );
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its own process id stands in its folder: the child may be the program that has changed the user.
        let id = std::fs::read_to_string(self.folder.path().join("data/postmaster.pid")).unwrap_or_default();
        if let Some(id) = id.lines().next().filter(|id| id.parse::<u32>().is_ok()) {
            let _ = Command::new("kill").args(["-INT", id]).status();
        }
        let _ = self.process.wait();
    }
}

/// The folder of the server's programs; installs them where that can be done.
fn programs() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    packages::install("postgresql")?;
    match installed() {
        Some(found) => Ok(found),
        None => bail!(
            "the tests need PostgreSQL's server: install it (Debian: apt-get install postgresql), or name a running one in {VARIABLE}, as postgres://USER@HOST/{{}}"
        ),
    }
}

/// The newest that Debian's packages have put there, else what the path has.
fn installed() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let packaged = versions.map(|version| version.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut all: Vec<PathBuf> = packaged.collect();
    all.sort();
    let all = all.into_iter().rev().chain(std::env::split_paths(&path));
    all.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

/// The server refuses to run as root: as root, its programs run as the user of its package.
fn as_other(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid", "postgres", "--regid", "postgres", "--clear-groups"])
        .arg(program)
        .current_dir("/");
    command
}
