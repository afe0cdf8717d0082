//! zstd, frame by frame: the crate reads one frame only.

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, Read};

/// Largest window that a frame may ask for, in bytes: what zstd itself unpacks without being told to.
const WINDOW: u64 = 128 << 20;

/// What the frames of `source` hold.
pub struct Zstd<R> {
    source: R,
    frame: FrameDecoder,
    /// True inside a frame.
    open: bool,
}

impl<R: BufRead> Zstd<R> {
    /// Begins before the first frame.
    pub fn new(source: R) -> Self {
        let mut frame = FrameDecoder::new();
        frame.set_max_window_size(WINDOW);
        Self { source, frame, open: false }
    }

    /// Opens the next frame; false at the end.
    fn next_frame(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.frame.init(&mut self.source) {
                Ok(()) => {
                    self.open = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.source).take(u64::from(length)), &mut io::sink())?;
                }
                Err(error) => return Err(damaged(&error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.open && !self.next_frame()? {
                return Ok(0);
            }
            if self.frame.can_collect() > 0 {
                return self.frame.read(buffer);
            }
            if self.frame.is_finished() {
                self.open = false;
            } else {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.frame.decode_blocks(&mut self.source, one).map_err(|e| damaged(&e))?;
            }
        }
        Ok(0)
    }
}

fn damaged(error: &FrameDecoderError) -> io::Error {
    let what = match error {
        FrameDecoderError::DictNotProvided { .. } => "packed with a dictionary, which is not read".to_owned(),
        error => error.to_string(),
    };
    io::Error::new(io::ErrorKind::InvalidData, what)
}
