//! The Parquet form: the columns of csv, with types.

use super::tabular::claims;
use super::tabular::parquet_file::ParquetFile;
use super::tabular::writer::Writer;
use super::{Coded, Layout};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// Claims as rows of a Parquet file.
#[derive(Default)]
pub struct Parquet {
    file: Option<ParquetFile<Written>>,
    written: Written,
}

/// What the file has written and nobody has taken yet: never more than a group of rows.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Written {
    fn hand_on(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl Layout for Parquet {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.file = Some(ParquetFile::begin(&claims::heads(), self.written.clone())?);
        self.written.hand_on(out)
    }

    fn report(&mut self, coded: &Coded, out: &mut dyn Write) -> io::Result<()> {
        if let Some(file) = &mut self.file {
            coded.coding.claims.iter().try_for_each(|claim| file.row(claims::cells(claim)))?;
        }
        self.written.hand_on(out)
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.file.take().map_or(Ok(()), |file| Box::new(file).end())?;
        self.written.hand_on(out)
    }
}
