//! Parts of a file, read where they are asked for.

use bytes::Bytes;
use pmtiles::{AsyncBackend, BackendResponse, PmtError, PmtResult};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes that are read at once at most: directories and tiles are far smaller, and a length comes from the file itself.
const MOST: usize = 16 << 20;

/// An open file. It is read and not mapped into memory: a file that somebody shortens meanwhile must not end the program.
pub struct Archive(Arc<Mutex<File>>);

impl Archive {
    /// Of an open file.
    pub fn new(file: File) -> Self {
        Self(Arc::new(Mutex::new(file)))
    }
}

impl AsyncBackend for Archive {
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        let file = Arc::clone(&self.0);
        let read = tokio::task::spawn_blocking(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(offset))?;
            let mut bytes = Vec::new();
            file.by_ref().take(length.min(MOST) as u64).read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(bytes)
        });
        let bytes = read.await.map_err(|error| PmtError::Reading(std::io::Error::other(error)))??;
        Ok(BackendResponse::new(Bytes::from(bytes)))
    }
}
