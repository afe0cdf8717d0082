//! Readers that run in a process of their own: PDF, Parquet, and large e-mails.
//!
//! Their crates are large and trust what a file says of its sizes: a hostile one can make them take all of the memory or
//! never end, which no caller in the same process can stop. So the program starts itself once more, with less memory to
//! take ([`child`]), reads JSON lines from that and ends it where it is silent for too long.

pub mod child;
pub mod paragraphs;
pub mod parquet;
pub mod pdf;

use super::lines::{self, Next};
use super::problem::Fault;
use super::{Found, jsonl, limits};
use std::ffi::OsStr;
use std::io::{self, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How long the other process may take for one report.
const PATIENCE: Duration = Duration::from_secs(60);
/// The hidden command that it runs.
pub const COMMAND: &str = "read-apart";

/// Reads a single report of that form.
pub fn one(form: &str, bytes: &[u8]) -> Result<Found, Fault> {
    let mut apart = Apart::start(&[form], bytes.to_vec())?;
    match apart.next() {
        Some(line) => jsonl::read(&line?),
        None => Err(apart.end().err().unwrap_or_else(|| Fault::no_text("no text to read", "give its text"))),
    }
}

/// A process that reads a file.
pub struct Apart {
    child: Child,
    lines: Receiver<io::Result<(Next, Vec<u8>)>>,
}

impl Apart {
    /// Starts the program with `arguments` and gives it `input`.
    pub fn start<A: AsRef<OsStr>>(arguments: &[A], input: Vec<u8>) -> Result<Self, Fault> {
        Self::try_start(arguments, input).map_err(|error| {
            Fault::new(
                format!("its reader cannot be started: {error}"),
                "give the reports as text or JSON lines",
            )
        })
    }

    fn try_start<A: AsRef<OsStr>>(arguments: &[A], input: Vec<u8>) -> io::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(COMMAND).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            // It may end before it has read all: no failure of its own.
            thread::spawn(move || _ = stdin.write_all(&input));
        }
        let (send, lines) = sync_channel(2);
        if let Some(stdout) = child.stdout.take() {
            thread::spawn(move || {
                let mut stdout = BufReader::new(stdout);
                let mut line = Vec::new();
                loop {
                    let next = lines::next(&mut stdout, &mut line);
                    let end = !matches!(next, Ok(Next::Line | Next::TooLong));
                    if send.send(next.map(|next| (next, std::mem::take(&mut line)))).is_err() || end {
                        return;
                    }
                }
            });
        }
        Ok(Self { child, lines })
    }

    /// Waits for the end; a fault where it was none of the reader's own choice.
    pub fn end(mut self) -> Result<(), Fault> {
        match self.child.wait() {
            Ok(status) if status.success() => Ok(()),
            _ => Err(Fault::new(
                "damaged, or it takes too much memory or time: it cannot be read to its end",
                "give its text; save it anew with the program that made it",
            )),
        }
    }

    fn stop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The reports as lines of JSON, or what is wrong with one.
impl Iterator for Apart {
    type Item = Result<Vec<u8>, Fault>;

    fn next(&mut self) -> Option<Result<Vec<u8>, Fault>> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(Ok((Next::Line, line))) => Some(child::unwrap(line)),
            Ok(Ok((Next::TooLong, _))) => Some(Err(limits::line_too_long())),
            Err(RecvTimeoutError::Timeout) => {
                let what = format!("not read within {} seconds", PATIENCE.as_secs());
                self.stop();
                Some(Err(Fault::new(what, "give its text")))
            }
            Ok(_) | Err(RecvTimeoutError::Disconnected) => None,
        }
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        self.stop();
    }
}
