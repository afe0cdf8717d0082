//! The built program on temporary folders: exit codes, messages, and what others rely on in its output.
//!
//! Nothing here depends on which claims the coder finds.

mod actors;
mod apart;
mod bad_input;
mod export;
mod formats;
mod gazetteer;
mod good_input;
mod killing;
mod merging;
mod output;
mod record;
mod resolving;

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A folder with inputs, removed at the end.
struct Place {
    folder: TempDir,
}

/// What a run left behind.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, b"")
    }

    fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = program(self.folder.path(), args).spawn().unwrap();
        // A program that ends early closes its input: no failure of the test.
        let _ = child.stdin.take().unwrap().write_all(input);
        let done = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
    }
}

impl Ran {
    /// Asserts the exit code, showing the messages where it differs.
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.err);
        self
    }

    /// Asserts that a line of the messages begins with `start` and holds `part`.
    fn says(self, start: &str, part: &str) -> Self {
        let found = self.err.lines().any(|l| l.starts_with(start) && l.contains(part));
        assert!(found, "no line '{start} ... {part}' in:\n{}", self.err);
        self
    }
}

fn program(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(folder).args(args);
    // Nobody's own places: those of this test alone.
    command.env("DATELINE_HOME", folder.join("home"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}
