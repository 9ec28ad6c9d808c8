//! A text in chunks: an ordinary iterator.

use std::io::{self, Read};
use std::sync::Arc;

/// Bytes in a chunk, and so the longest line.
const CHUNK: usize = 64 << 10;

/// Whole lines.
pub struct Chunk {
    pub text: Vec<u8>,
    /// Where in the text it begins, in bytes.
    pub offset: usize,
}

/// The chunks of `source`. It is owned, and of a type without parameters: so nobody can see that it is read ahead of a `break`.
pub struct Chunks {
    source: Box<dyn Read + Send>,
    /// The beginning of a line whose end has not been read.
    rest: Vec<u8>,
    offset: usize,
}

impl Chunks {
    pub fn new(source: Box<dyn Read + Send>) -> Chunks {
        Chunks { source, rest: Vec::new(), offset: 0 }
    }
}

impl Iterator for Chunks {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<io::Result<Chunk>> {
        let mut text = Vec::with_capacity(CHUNK);
        text.append(&mut self.rest);
        let wanted = (CHUNK - text.len()) as u64;
        if let Err(error) = self.source.by_ref().take(wanted).read_to_end(&mut text) {
            return Some(Err(error));
        }
        if text.len() == CHUNK {
            let Some(end) = text.iter().rposition(|&byte| byte == b'\n') else {
                return Some(Err(io::Error::other(format!(
                    "a line of more than {CHUNK} bytes at byte {}",
                    self.offset
                ))));
            };
            self.rest = text.split_off(end + 1);
        }
        let offset = self.offset;
        self.offset += text.len();
        (!text.is_empty()).then_some(Ok(Chunk { text, offset }))
    }
}

/// `text` for ever.
pub struct Endless {
    pub text: Arc<[u8]>,
    pub at: usize,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = (&self.text[self.at..]).read(buffer)?;
        self.at = (self.at + read) % self.text.len();
        Ok(read)
    }
}

/// A mebibyte of readings `station,degrees`.
pub fn made_up() -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(1);
    let mut text = Vec::new();
    while text.len() < 1 << 20 {
        let degrees = random.i32(-200..400) as f64 / 10.0;
        text.extend(format!("station-{},{degrees:.1}\n", random.u32(10..60)).bytes());
    }
    text
}
