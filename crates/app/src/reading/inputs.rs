//! Walks what the user named, in order, and hands on bounded pieces of bytes.

use super::folder::{self, Entry};
use super::kind::Kind;
use super::limits;
use super::lines::{self, Next};
use super::names::Names;
use super::problem::{Fault, Problem};
use super::{Raw, binary};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// One piece of input.
#[derive(Clone, Debug)]
pub enum Item {
    /// The bytes of one report.
    Raw(Raw),
    /// Something that is not handed on.
    Problem(Problem),
}

/// Takes the pieces; breaks to end the walk.
pub type Take<'a> = &'a mut dyn FnMut(Item) -> ControlFlow<()>;

/// Walks `paths` in their order; `-` is standard input, folders are walked sorted. What `except` lists is passed over inside
/// folders: the file that the program itself writes.
pub fn walk(paths: &[PathBuf], except: &[PathBuf], take: Take<'_>) -> ControlFlow<()> {
    let mut names = Names::default();
    for path in paths {
        if path.as_os_str() == "-" {
            stream(Path::new("stdin"), None, &mut io::stdin().lock(), &mut names, take)?;
            continue;
        }
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => walk_folder(path, except, &mut names, take)?,
            Ok(found) if found.is_file() => read_file(path, &mut names, take)?,
            Ok(_) => take(problem(path, folder::special()))?,
            Err(error) => take(Item::Problem(folder::unreadable(path, &error)))?,
        }
    }
    ControlFlow::Continue(())
}

/// True for a file of the list, whose paths are canonical.
fn is_one_of(file: &Path, all: &[PathBuf]) -> bool {
    !all.is_empty() && fs::canonicalize(file).is_ok_and(|file| all.contains(&file))
}

fn walk_folder(path: &Path, except: &[PathBuf], names: &mut Names, take: Take<'_>) -> ControlFlow<()> {
    let mut files = 0_usize;
    folder::walk(path, &mut |entry| match entry {
        Entry::File(file) if is_one_of(file, except) => {
            let fault = Fault::new("the file that this run writes", "nothing to do");
            take(Item::Problem(Problem::skipped(&file.to_string_lossy(), fault)))
        }
        Entry::File(file) => {
            files += 1;
            read_file(file, names, take)
        }
        Entry::Problem(problem) => take(Item::Problem(problem)),
    })?;
    if files == 0 {
        let cure = "give a folder with .txt, .md, .html or .jsonl files";
        take(problem(path, Fault::new("no readable files in this folder", cure)))?;
    }
    ControlFlow::Continue(())
}

fn read_file(path: &Path, names: &mut Names, take: Take<'_>) -> ControlFlow<()> {
    match File::open(path) {
        Ok(file) => {
            stream(path, Kind::of_name(path), &mut BufReader::with_capacity(1 << 16, file), names, take)
        }
        Err(error) => take(Item::Problem(folder::unreadable(path, &error))),
    }
}

/// Reads one file or stream; where `kind` is unknown, its first bytes decide.
fn stream(
    path: &Path,
    kind: Option<Kind>,
    input: &mut dyn BufRead,
    names: &mut Names,
    take: Take<'_>,
) -> ControlFlow<()> {
    let first = match first_bytes(input) {
        Ok(first) => first,
        Err(error) => return take(Item::Problem(folder::unreadable(path, &error))),
    };
    if first.is_empty() {
        return take(problem(path, Fault::new("empty", "give a file that holds a report")));
    }
    if let Err(fault) = binary::refuse(&first) {
        return take(problem(path, fault));
    }
    let kind = kind.unwrap_or_else(|| Kind::of_content(&first));
    if kind == Kind::JsonLines && (first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff")) {
        return take(problem(path, super::jsonl::not_utf8(&first)));
    }
    let mut input = io::Cursor::new(first).chain(input);
    match kind {
        Kind::JsonLines => json_lines(path, &mut input, names, take),
        _ => whole(path, kind, &mut input, names, take),
    }
}

/// Enough bytes to tell the kind by, without waiting for more of a slow stream than its first line.
fn first_bytes(input: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut first = Vec::new();
    (&mut *input).take(512).read_until(b'\n', &mut first)?;
    while first.trim_ascii().is_empty() && !first.is_empty() && first.len() < 1 << 16 {
        let before = first.len();
        (&mut *input).take(512).read_until(b'\n', &mut first)?;
        if first.len() == before {
            break;
        }
    }
    Ok(first)
}

fn whole(
    path: &Path,
    kind: Kind,
    input: &mut dyn Read,
    names: &mut Names,
    take: Take<'_>,
) -> ControlFlow<()> {
    let mut bytes = Vec::new();
    match input.take(limits::FILE + 1).read_to_end(&mut bytes) {
        Err(error) => return take(Item::Problem(folder::unreadable(path, &error))),
        Ok(length) if length as u64 > limits::FILE => return take(problem(path, limits::file_too_large())),
        Ok(_) => {}
    }
    let file = path.to_string_lossy().into_owned();
    take(Item::Raw(Raw { file, line: None, kind, bytes, fallback_id: names.of_report(path) }))
}

fn json_lines(path: &Path, input: &mut dyn BufRead, names: &mut Names, take: Take<'_>) -> ControlFlow<()> {
    let file = path.to_string_lossy().into_owned();
    let name = names.of_file(path);
    let mut bytes = Vec::new();
    let mut any = false;
    for number in 1_u64.. {
        match lines::next(input, &mut bytes) {
            Err(error) => return take(Item::Problem(folder::unreadable(path, &error))),
            Ok(Next::End) => break,
            Ok(Next::TooLong) => {
                any = true;
                let fault = limits::line_too_long().or_line(Some(number));
                take(Item::Problem(Problem::error(&file, fault)))?;
            }
            Ok(Next::Line) => {
                let mark = if number == 1 { b"\xef\xbb\xbf".as_slice() } else { b"" };
                let line = bytes.strip_prefix(mark).unwrap_or(&bytes).trim_ascii();
                if line.is_empty() {
                    continue;
                }
                any = true;
                let fallback_id = format!("{name}:{number}");
                let (kind, bytes) = (Kind::JsonLines, line.to_vec());
                take(Item::Raw(Raw { file: file.clone(), line: Some(number), kind, bytes, fallback_id }))?;
            }
        }
    }
    if any {
        ControlFlow::Continue(())
    } else {
        take(problem(path, Fault::new("empty", "give one report a line")))
    }
}

fn problem(path: &Path, fault: Fault) -> Item {
    Item::Problem(Problem::error(&path.to_string_lossy(), fault))
}
