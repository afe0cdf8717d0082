//! The files below a folder, sorted, one folder at a time.
//!
//! Hidden files are passed over in silence. Links are followed, except where they lead back into a folder that the walk
//! is inside of.

use super::form::Form;
use super::packed::inner_name;
use super::problem::{Fault, Problem};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What the walk comes across.
pub enum Entry<'a> {
    /// A file to read.
    File(&'a Path),
    /// Something else.
    Problem(Problem),
}

/// Visits everything below `folder`; stops where `visit` breaks.
pub fn walk(folder: &Path, visit: &mut dyn FnMut(Entry<'_>) -> ControlFlow<()>) -> ControlFlow<()> {
    descend(folder, &mut Vec::new(), visit)
}

/// `inside` holds the folders above, by their true paths.
fn descend(
    folder: &Path,
    inside: &mut Vec<PathBuf>,
    visit: &mut dyn FnMut(Entry<'_>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let listed = fs::canonicalize(folder).and_then(|here| Ok((here, list(folder)?)));
    let (here, paths) = match listed {
        Ok(found) => found,
        Err(error) => return visit(Entry::Problem(unreadable(folder, &error))),
    };
    if inside.contains(&here) {
        let fault = Fault::new("a link back to a folder above it", "nothing to do");
        return visit(Entry::Problem(Problem::skipped(&folder.to_string_lossy(), fault)));
    }
    if inside.len() >= 200 {
        let fault = Fault::new("more than 200 folders deep", "give the folder by itself");
        return visit(Entry::Problem(Problem::error(&folder.to_string_lossy(), fault)));
    }
    inside.push(here);
    for path in paths {
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() => descend(&path, inside, visit)?,
            Ok(found) if found.is_file() => visit(file(&path))?,
            Ok(_) => visit(Entry::Problem(Problem::skipped(&path.to_string_lossy(), special())))?,
            Err(error) => visit(Entry::Problem(unreadable(&path, &error)))?,
        }
    }
    inside.pop();
    ControlFlow::Continue(())
}

/// The names in one folder, sorted, without the hidden ones.
fn list(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_name().as_encoded_bytes().starts_with(b".") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// A file whose name says that it is text of some other use is skipped; everything else is tried.
fn file(path: &Path) -> Entry<'_> {
    let inner = inner_name(path);
    let extension = inner.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    if Form::of_name(&inner).is_some() || !OTHER_USES.contains(&extension.as_str()) {
        return Entry::File(path);
    }
    let fault =
        Fault::new(format!("a .{extension} file is no report"), "name the file itself to read it as text");
    Entry::Problem(Problem::skipped(&path.to_string_lossy(), fault))
}

const OTHER_USES: [&str; 18] = [
    "bib", "cfg", "css", "geojson", "ini", "js", "lock", "log", "map", "mjs", "py", "rs", "sh", "svg",
    "toml", "xml", "yaml", "yml",
];

/// A pipe, a device or a socket.
pub fn special() -> Fault {
    Fault::new("a pipe, device or socket, not a file", "to read a stream, pipe it in and give '-'")
}

/// What the operating system says of `path`.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    use std::io::ErrorKind;
    let file = path.to_string_lossy();
    let (what, cure) = match error.kind() {
        ErrorKind::NotFound => {
            ("no such file or folder".to_owned(), "check the name; a link may lead nowhere")
        }
        ErrorKind::PermissionDenied => ("no permission to read it".to_owned(), "check its owner and mode"),
        _ if path.is_symlink() => {
            return Problem::skipped(
                &file,
                Fault::new(format!("a link that leads nowhere: {error}"), "remove the link"),
            );
        }
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof => {
            (format!("damaged, cannot be unpacked: {error}"), "get it anew; what stands before was read")
        }
        _ => (format!("cannot be read: {error}"), "check the disk"),
    };
    Problem::error(&file, Fault::new(what, cure))
}
