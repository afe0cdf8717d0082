//! What a web server answered, as a web archive keeps it: the head taken off, and what was done to the body for its way
//! undone.

use super::fields::Fields;
use super::limits;
use super::problem::Fault;
use flate2::bufread::{MultiGzDecoder, ZlibDecoder};
use std::io::Read;

/// A page or a text that a server sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The code: 200 where it is what was asked for.
    pub status: u16,
    /// The fields of its head.
    pub fields: Fields,
    /// The body as it was sent.
    body: Vec<u8>,
}

impl Answer {
    /// Splits an answer into head and body.
    pub fn of(bytes: &[u8]) -> Result<Self, Fault> {
        let (head, body) = split(bytes).ok_or_else(|| no_answer("the head of the page does not end"))?;
        let first = head.split(|b| *b == b'\n').next().unwrap_or_default();
        let first = String::from_utf8_lossy(first);
        let mut words = first.split_whitespace();
        let protocol = words.next().unwrap_or("");
        let status = words.next().and_then(|word| word.parse().ok());
        match status {
            Some(status) if protocol.starts_with("HTTP/") => {
                Ok(Self { status, fields: Fields::of(head), body: body.to_vec() })
            }
            _ => Err(no_answer("it does not begin with the status of a page")),
        }
    }

    /// The body as the server meant it.
    pub fn body(self) -> Result<Vec<u8>, Fault> {
        let field = |name: &str| self.fields.get(name).unwrap_or("").trim().to_ascii_lowercase();
        // Some archives undo the chunks and leave the field as it was.
        let chunked = field("transfer-encoding").ends_with("chunked");
        let whole = if chunked { unchunk(&self.body) } else { None }.unwrap_or_else(|| self.body.clone());
        let packing = field("content-encoding");
        match packing.as_str() {
            "gzip" | "x-gzip" if whole.starts_with(b"\x1f\x8b") => unpack(MultiGzDecoder::new(&*whole)),
            "deflate" if whole.first().is_some_and(|b| b & 15 == 8) => unpack(ZlibDecoder::new(&*whole)),
            "br" | "zstd" | "compress" => Err(Fault::new(
                format!("a page packed as '{packing}'"),
                "have it captured without or with gzip",
            )),
            _ => Ok(whole),
        }
    }
}

/// Head and body, between which an empty line stands.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let near = bytes.get(..bytes.len().min(limits::HEAD))?;
    let end = |mark: &[u8]| near.windows(mark.len()).position(|w| w == mark).map(|at| (at, at + mark.len()));
    let (head, body) = match (end(b"\r\n\r\n"), end(b"\n\n")) {
        (Some(long), Some(short)) => long.min(short),
        (long, short) => long.or(short)?,
    };
    Some((bytes.get(..head)?, bytes.get(body..)?))
}

/// Joins the chunks: each is its length in hexadecimal digits on a line, then its bytes. None where it is not that.
fn unchunk(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(bytes.len());
    loop {
        let end = bytes.iter().take(80).position(|b| *b == b'\n')?;
        let line = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        bytes = bytes.get(end + 1..)?;
        if length == 0 {
            return Some(whole);
        }
        let Some(chunk) = bytes.get(..length) else {
            // Cut off within a chunk: what is there is better than nothing.
            whole.extend_from_slice(bytes);
            return Some(whole);
        };
        whole.extend_from_slice(chunk);
        bytes = bytes.get(length..)?.trim_ascii_start();
        if bytes.is_empty() {
            return Some(whole);
        }
    }
}

/// Unpacks to at most one byte more than a page may have, which the page's reader then refuses.
fn unpack(packed: impl Read) -> Result<Vec<u8>, Fault> {
    let mut open = Vec::new();
    let read = packed.take(limits::PAGE as u64 + 1).read_to_end(&mut open);
    match read {
        Ok(_) => Ok(open),
        // The archive cut the page off: its beginning is there.
        Err(_) if !open.is_empty() => Ok(open),
        Err(error) => Err(no_answer(&format!("the page cannot be unpacked: {error}"))),
    }
}

fn no_answer(what: &str) -> Fault {
    Fault::new(what, "the archive may be damaged; the other records are read")
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn body(fields: &str, body: &[u8]) -> Result<Vec<u8>, Fault> {
        Answer::of(&[format!("HTTP/1.1 200 OK\r\n{fields}\r\n").as_bytes(), body].concat())?.body()
    }

    #[test]
    fn undoes_chunks_and_packing() {
        let packed = gzip(b"some words");
        let (one, two) = packed.split_at(7);
        let length = format!("\r\n{:x};x=y\r\n", two.len());
        let chunks = [b"7\r\n", one, length.as_bytes(), two, b"\r\n0\r\n\r\n"];
        let fields = "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n";
        assert_eq!(body(fields, &chunks.concat()).unwrap(), b"some words");
        assert_eq!(body(fields, b"undone before").unwrap(), b"undone before");
        assert_eq!(body("", b"bare\n\nwords").unwrap(), b"bare\n\nwords");
        assert!(body("Content-Encoding: br\r\n", b"x").unwrap_err().what.contains("br"));
    }

    #[test]
    fn a_bomb_ends_at_the_size_of_a_page() {
        let bomb = gzip(&vec![b' '; limits::PAGE * 2]);
        assert_eq!(body("Content-Encoding: gzip\r\n", &bomb).unwrap().len(), limits::PAGE + 1);
    }

    #[test]
    fn refuses_what_is_no_answer() {
        assert!(Answer::of(b"HTTP/1.1 200 OK\r\nA: b\r\n").is_err());
        assert!(Answer::of(b"words\r\n\r\nwords").is_err());
        assert_eq!(Answer::of(b"HTTP/2 404\r\n\r\n").unwrap().status, 404);
    }
}
