//! A file of many reports as its readers know it: what its pieces and its problems are called.

use super::Raw;
use super::header::Head;
use super::inputs::Item;
use super::kind::Kind;
use super::problem::{Fault, Problem};
use std::io;
use std::path::PathBuf;

/// The file or stream that reports come from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Its path.
    pub path: PathBuf,
    /// The name that ids of its reports begin with.
    pub name: String,
    /// True where the user named a folder above it and not the file.
    pub in_folder: bool,
}

impl Origin {
    /// The file as the user knows it.
    pub fn file(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }

    /// The report that is the `number`th piece.
    pub fn raw(&self, number: u64, kind: Kind, bytes: Vec<u8>, given: Head) -> Raw {
        let fallback_id = format!("{}:{number}", self.name);
        Raw { line: Some(number), given, ..Raw::new(&self.file(), kind, bytes, fallback_id) }
    }

    /// What is wrong with the `number`th piece.
    pub fn problem_at(&self, number: u64, fault: Fault) -> Item {
        self.problem(fault.or_line(Some(number)))
    }

    /// What is wrong with all of it.
    pub fn problem(&self, fault: Fault) -> Item {
        Item::Problem(Problem::error(&self.file(), fault))
    }

    /// It holds no reports: a fault of a file that the user named, nothing of note of one in a folder.
    pub fn no_reports(&self, fault: Fault) -> Item {
        let gravity = if self.in_folder { Problem::skipped } else { Problem::error };
        Item::Problem(gravity(&self.file(), fault))
    }

    /// It cannot be read on.
    pub fn unreadable(&self, error: &io::Error) -> Item {
        Item::Problem(super::folder::unreadable(&self.path, error))
    }
}
