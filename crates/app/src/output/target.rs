//! Where the output goes: standard output, or a file that appears whole or not at all.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// An open output. Errors name it.
pub struct Target {
    out: BufWriter<Box<dyn Write + Send>>,
    name: String,
    pending: Option<Pending>,
}

/// A file under a temporary name beside its final place; removed unless it is put in place.
struct Pending {
    file: File,
    temporary: PathBuf,
    place: PathBuf,
    done: bool,
}

impl Target {
    /// Opens `file`, or standard output.
    pub fn open(file: Option<&Path>) -> Result<Self> {
        let Some(path) = file else {
            let out: Box<dyn Write + Send> = Box::new(io::stdout());
            return Ok(Self { out: BufWriter::new(out), name: "standard output".into(), pending: None });
        };
        let name = path.display().to_string();
        let (out, pending) = open(path).with_context(|| format!("{name}: cannot be written"))?;
        Ok(Self { out: BufWriter::new(out), name, pending })
    }

    /// True for standard output on a terminal.
    pub fn is_terminal(file: Option<&Path>) -> bool {
        file.is_none() && io::stdout().is_terminal()
    }

    /// What is written to, for whoever writes as it comes.
    pub fn stream(&mut self) -> &mut (dyn Write + Send) {
        &mut self.out
    }

    /// Its name in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Writes by `body`.
    pub fn write(&mut self, body: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        body(&mut self.out).with_context(|| self.failed())
    }

    /// Hands on what has been written so far.
    pub fn flush(&mut self) -> Result<()> {
        self.out.flush().with_context(|| self.failed())
    }

    /// Ends the output; a file is put in its place. Without this call an earlier file stays as it is.
    pub fn finish(mut self) -> Result<()> {
        self.flush()?;
        let failed = self.failed();
        self.pending.as_mut().map_or(Ok(()), Pending::put_in_place).context(failed)
    }

    fn failed(&self) -> String {
        format!("{}: cannot be written", self.name)
    }
}

fn open(path: &Path) -> Result<(Box<dyn Write + Send>, Option<Pending>)> {
    let place = match fs::metadata(path) {
        Ok(found) if found.is_dir() => bail!("it is a folder"),
        // A device or a pipe, such as /dev/null: there is nothing to put in its place.
        Ok(found) if !found.is_file() => {
            return Ok((Box::new(File::options().write(true).open(path)?), None));
        }
        // What a link points to is written, not the link.
        Ok(_) => fs::canonicalize(path)?,
        Err(_) => path.to_owned(),
    };
    let pending = Pending::beside(place)?;
    Ok((Box::new(pending.file.try_clone()?), Some(pending)))
}

impl Pending {
    fn beside(place: PathBuf) -> Result<Self> {
        let name = place.file_name().context("it has no file name")?.to_string_lossy().into_owned();
        for attempt in 0..100_u32 {
            let temporary = place.with_file_name(format!(".{name}.{}-{attempt}.part", std::process::id()));
            match File::create_new(&temporary) {
                Ok(file) => return Ok(Self { file, temporary, place, done: false }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.into()),
            }
        }
        bail!("temporary files of earlier runs are in the way: remove .{name}.*.part");
    }

    fn put_in_place(&mut self) -> io::Result<()> {
        // A full disk may show itself only here.
        self.file.sync_all()?;
        if let Ok(earlier) = fs::metadata(&self.place) {
            fs::set_permissions(&self.temporary, earlier.permissions())?;
        }
        fs::rename(&self.temporary, &self.place)?;
        self.done = true;
        Ok(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if !self.done {
            // Nothing is lost where this fails: the file bears a temporary name.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Refuses outputs, each by its option, that are also an input or another output: they would put one thing in the place of another.
pub fn refuse_to_overwrite(inputs: &[PathBuf], outputs: &[(&str, Option<&Path>)]) -> Result<()> {
    let given: Vec<(&str, &Path)> =
        outputs.iter().filter_map(|(option, path)| Some((*option, (*path)?))).collect();
    for (n, (option, path)) in given.iter().enumerate() {
        let Some(place) = place_of(path) else { continue };
        if let Some(input) = inputs.iter().find(|input| place_of(input).is_some_and(|input| input == place)) {
            bail!("{option} {}: this is also an input; name another file", input.display());
        }
        if let Some((other, _)) =
            given.iter().take(n).find(|(_, other)| place_of(other).is_some_and(|p| p == place))
        {
            bail!("{other} and {option} are one file: {}; name two", path.display());
        }
    }
    Ok(())
}

/// Where a file lies or would lie; none for what is no file, such as a device or a folder.
fn place_of(path: &Path) -> Option<PathBuf> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => None,
        Ok(_) => fs::canonicalize(path).ok(),
        Err(_) => {
            let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
        }
    }
}

/// True where `error` says that the reader of a pipe has gone: no failure, it has seen enough.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_file_stays_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        fs::write(&path, "old").unwrap();
        let mut target = Target::open(Some(&path)).unwrap();
        target.write(|out| out.write_all(b"half")).unwrap();
        target.flush().unwrap();
        drop(target);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        let mut target = Target::open(Some(&path)).unwrap();
        target.write(|out| out.write_all(b"new")).unwrap();
        target.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn errors_name_the_file() {
        let error = Target::open(Some(Path::new("/nowhere/at/all.csv"))).err().unwrap();
        assert!(format!("{error:#}").contains("/nowhere/at/all.csv"));
    }
}
