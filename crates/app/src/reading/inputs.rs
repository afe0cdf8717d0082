//! Walks what the user named, in order, and hands on bounded pieces of bytes.

use super::folder::{self, Entry};
use super::form::Form;
use super::kind::Kind;
use super::names::Names;
use super::origin::Origin;
use super::packed::{self, Packing};
use super::problem::{Fault, Problem};
use super::{Raw, binary, limits, many_lines, mbox, parquet_file, table, warc};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
            let stdin = Input { path: Path::new("stdin"), on_disk: false, in_folder: false };
            guarded(stdin.path, take, |take| stdin.read(&mut io::stdin().lock(), &mut names, take))?;
            continue;
        }
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => walk_folder(path, except, &mut names, take)?,
            Ok(found) if found.is_file() => read_file(path, false, &mut names, take)?,
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
            read_file(file, true, names, take)
        }
        Entry::Problem(problem) => take(Item::Problem(problem)),
    })?;
    if files == 0 {
        let cure = "give a folder with reports; dateline code --help lists the kinds of file";
        take(problem(path, Fault::new("no readable files in this folder", cure)))?;
    }
    ControlFlow::Continue(())
}

fn read_file(path: &Path, in_folder: bool, names: &mut Names, take: Take<'_>) -> ControlFlow<()> {
    match File::open(path) {
        Ok(file) => {
            let input = Input { path, on_disk: true, in_folder };
            let mut bytes = BufReader::with_capacity(1 << 16, file);
            guarded(path, take, |take| input.read(&mut bytes, names, take))
        }
        Err(error) => take(Item::Problem(folder::unreadable(path, &error))),
    }
}

/// A mistake in a reader costs the rest of its file and not the run.
fn guarded(path: &Path, take: Take<'_>, read: impl FnOnce(Take<'_>) -> ControlFlow<()>) -> ControlFlow<()> {
    match catch_unwind(AssertUnwindSafe(|| read(take))) {
        Ok(flow) => flow,
        Err(_) => take(problem(path, limits::mistake())),
    }
}

/// A file or stream that is about to be read.
struct Input<'p> {
    path: &'p Path,
    on_disk: bool,
    in_folder: bool,
}

impl Input<'_> {
    /// Unpacks the bytes where they are packed, and hands on what they hold.
    fn read(&self, bytes: &mut dyn BufRead, names: &mut Names, take: Take<'_>) -> ControlFlow<()> {
        let first = match first_bytes(bytes) {
            Ok(first) => first,
            Err(error) => return take(Item::Problem(folder::unreadable(self.path, &error))),
        };
        let Some(packing) = Packing::of(&first) else {
            return self.read_open(self.path, first, bytes, names, take);
        };
        let mut open = packing.open(io::Cursor::new(first).chain(bytes));
        let first = match first_bytes(&mut *open) {
            Ok(first) => first,
            Err(error) => return take(Item::Problem(folder::unreadable(self.path, &error))),
        };
        if Packing::of(&first).is_some() {
            return take(problem(self.path, Fault::new("packed twice", "unpack it once by hand")));
        }
        let inner = Input { on_disk: false, ..*self };
        inner.read_open(&packed::inner_name(self.path), first, &mut *open, names, take)
    }

    /// Reads what is not packed: `first` and then `rest`. `name` says what it would be called.
    fn read_open(
        &self,
        name: &Path,
        first: Vec<u8>,
        rest: &mut dyn BufRead,
        names: &mut Names,
        take: Take<'_>,
    ) -> ControlFlow<()> {
        if first.is_empty() {
            return take(problem(self.path, Fault::new("empty", "give a file that holds a report")));
        }
        let marked = Form::of_mark(&first);
        if marked.is_none()
            && let Err(fault) = binary::refuse(&first)
        {
            return take(problem(self.path, fault));
        }
        let form = marked.or_else(|| Form::of_name(name)).unwrap_or_else(|| Form::of_content(&first));
        let mut bytes = io::Cursor::new(first).chain(rest);
        if let Form::One(kind) = form {
            return whole(self.path, kind, &mut bytes, names.of_report(name), take);
        }
        let origin =
            Origin { path: self.path.to_owned(), name: names.of_file(self.path), in_folder: self.in_folder };
        match form {
            Form::Table => table::read(&origin, &mut bytes, take),
            Form::Warc => warc::read(&origin, &mut bytes, take),
            Form::Mbox => mbox::read(&origin, &mut bytes, take),
            Form::Parquet if self.on_disk => parquet_file::read(&origin, take),
            Form::Parquet => take(origin.problem(parquet_file::not_a_file())),
            Form::One(_) | Form::JsonLines => many_lines::read(&origin, &mut bytes, take),
        }
    }
}

/// Enough bytes to tell the kind by, without waiting for more of a slow stream than its first line.
fn first_bytes(input: &mut dyn BufRead) -> io::Result<Vec<u8>> {
    let mut first = Vec::new();
    (&mut *input).take(512).read_until(b'\n', &mut first)?;
    let mut looked_at = 0;
    while first.get(looked_at..).is_some_and(|new| !new.is_empty() && new.trim_ascii().is_empty()) {
        looked_at = first.len();
        if looked_at < 1 << 16 {
            (&mut *input).take(512).read_until(b'\n', &mut first)?;
        }
    }
    Ok(first)
}

fn whole(path: &Path, kind: Kind, input: &mut dyn Read, id: String, take: Take<'_>) -> ControlFlow<()> {
    let mut bytes = Vec::new();
    match input.take(limits::FILE + 1).read_to_end(&mut bytes) {
        Err(error) => return take(Item::Problem(folder::unreadable(path, &error))),
        Ok(length) if length as u64 > limits::FILE => return take(problem(path, limits::file_too_large())),
        Ok(_) => {}
    }
    take(Item::Raw(Raw::new(&path.to_string_lossy(), kind, bytes, id)))
}

fn problem(path: &Path, fault: Fault) -> Item {
    Item::Problem(Problem::error(&path.to_string_lossy(), fault))
}
