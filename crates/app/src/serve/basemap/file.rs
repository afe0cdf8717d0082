//! Parts of a file, read where they are asked for.

use bytes::Bytes;
use pmtiles::{AsyncBackend, BackendResponse, PmtError, PmtResult};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of a tile at most: a length comes from the file itself.
const TILE: usize = 16 << 20;

/// Bytes of a directory or of metadata at most, packed: a thousand times as much can come out of them.
const DIRECTORY: usize = 256 << 10;

/// Where the header says that the tiles begin (PMTiles, version 3).
const TILES_AT: std::ops::Range<usize> = 56..64;

/// An open file. It is read and not mapped into memory: a file that somebody shortens meanwhile must not end the program.
pub struct Archive {
    file: Arc<Mutex<File>>,
    /// Where its tiles begin; what lies before is unpacked.
    tiles: u64,
}

impl Archive {
    /// Of an open file.
    pub fn new(mut file: File) -> std::io::Result<Self> {
        let mut header = [0; TILES_AT.end];
        file.read_exact(&mut header)?;
        let tiles =
            header.get(TILES_AT).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes);
        Ok(Self { file: Arc::new(Mutex::new(file)), tiles })
    }
}

impl AsyncBackend for Archive {
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        if length > if offset < self.tiles { DIRECTORY } else { TILE } {
            let what =
                format!("{length} bytes at {offset} are more than a directory, metadata or a tile may have");
            return Err(PmtError::Reading(std::io::Error::other(what)));
        }
        let file = Arc::clone(&self.file);
        let read = tokio::task::spawn_blocking(move || {
            let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(offset))?;
            let mut bytes = Vec::new();
            file.by_ref().take(length as u64).read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(bytes)
        });
        let bytes = read.await.map_err(|error| PmtError::Reading(std::io::Error::other(error)))??;
        Ok(BackendResponse::new(Bytes::from(bytes)))
    }
}
