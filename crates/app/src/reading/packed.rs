//! Files packed with gzip or zstd, unpacked on the way in and never whole.
//!
//! A small file can unpack to one without end, so the sum is held against what was read.

use super::zstd::Zstd;
use flate2::bufread::MultiGzDecoder;
use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// gzip, of any number of members.
    Gzip,
    /// zstd, of any number of frames.
    Zstd,
}

/// As much as a file may always unpack to, in bytes.
const FREE: u64 = 64 << 20;
/// Beyond that, as many bytes for each byte read: reports that repeat each other pack to a fiftieth.
const RATIO: u64 = 250;

impl Packing {
    /// By the first bytes.
    pub fn of(first: &[u8]) -> Option<Self> {
        // Some zstd files begin with a frame of other data: a web archive's dictionary.
        let skippable =
            first.get(1..4) == Some(b"\x2a\x4d\x18") && first.first().is_some_and(|b| b >> 4 == 5);
        if first.starts_with(b"\x1f\x8b") {
            Some(Packing::Gzip)
        } else if first.starts_with(b"\x28\xb5\x2f\xfd") || skippable {
            Some(Packing::Zstd)
        } else {
            None
        }
    }

    /// What `input` unpacks to.
    pub fn open<'a>(self, input: impl BufRead + 'a) -> Box<dyn BufRead + 'a> {
        self.open_within(input, FREE)
    }

    fn open_within<'a>(self, input: impl BufRead + 'a, free: u64) -> Box<dyn BufRead + 'a> {
        let packed = Rc::new(Cell::new(0));
        let counted = BufReader::with_capacity(1 << 16, Counted { input, bytes: Rc::clone(&packed) });
        let unpacker: Box<dyn Read + 'a> = match self {
            Packing::Gzip => Box::new(MultiGzDecoder::new(counted)),
            Packing::Zstd => Box::new(Zstd::new(counted)),
        };
        Box::new(BufReader::with_capacity(1 << 16, Rationed { unpacker, packed, unpacked: 0, free }))
    }
}

/// The name without the ending of the packing: "feed.jsonl" of "feed.jsonl.gz".
pub fn inner_name(path: &Path) -> PathBuf {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("").to_ascii_lowercase();
    if matches!(extension.as_str(), "gz" | "zst" | "zstd") {
        path.with_extension("")
    } else {
        path.to_owned()
    }
}

/// Counts what is read.
struct Counted<R> {
    input: R,
    bytes: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.bytes.set(self.bytes.get() + read as u64);
        Ok(read)
    }
}

/// Ends where more comes out than the packed bytes explain.
struct Rationed<'a> {
    unpacker: Box<dyn Read + 'a>,
    packed: Rc<Cell<u64>>,
    unpacked: u64,
    free: u64,
}

impl Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.unpacker.read(buffer)?;
        self.unpacked += read as u64;
        if self.unpacked > self.free.max(self.packed.get().saturating_mul(RATIO)) {
            let what = format!("it unpacks to more than {RATIO} times its size");
            return Err(io::Error::new(io::ErrorKind::InvalidData, what));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn unpack(packed: &[u8], free: u64) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        Packing::of(packed).unwrap().open_within(packed, free).read_to_end(&mut all)?;
        Ok(all)
    }

    #[test]
    fn all_members_and_frames_are_read() {
        let packed = [gzip(b"one "), gzip(b"two")].concat();
        assert_eq!(unpack(&packed, 100).unwrap(), b"one two");
        let frame = |bytes: &[u8]| {
            ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
        };
        let skipped = b"\x5a\x2a\x4d\x18\x03\0\0\0abc";
        let packed = [skipped.to_vec(), frame(b"one "), skipped.to_vec(), frame(b"two")].concat();
        assert_eq!(unpack(&packed, 100).unwrap(), b"one two");
    }

    #[test]
    fn a_bomb_and_a_cut_file_end_with_an_error() {
        let bomb = gzip(&vec![b' '; 4 << 20]);
        assert!(unpack(&bomb, 1 << 20).unwrap_err().to_string().contains("250 times"));
        let packed = gzip(b"some words that are packed");
        assert!(unpack(&packed[..packed.len() - 12], 100).is_err());
    }

    #[test]
    fn the_inner_name_tells_the_form() {
        assert_eq!(inner_name(Path::new("a/feed.csv.GZ")), Path::new("a/feed.csv"));
        assert_eq!(inner_name(Path::new("a/feed.csv")), Path::new("a/feed.csv"));
    }
}
