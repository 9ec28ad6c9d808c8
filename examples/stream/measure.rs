//! What a run took: the time, and the most that was on the heap at once.

use std::alloc::{GlobalAlloc, Layout, System};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use crate::Table;

/// What a run gave, and what it took.
pub struct Run {
    pub table: Table,
    pub out: Digest,
    pub time: Duration,
    /// Bytes on the heap beyond those before the run.
    pub peak: usize,
}

pub fn measured(run: impl FnOnce(&mut Digest) -> io::Result<Table>) -> io::Result<Run> {
    let mut out = Digest { hash: DefaultHasher::new(), lines: 0 };
    let before = HEAP.load(Relaxed);
    PEAK.store(before, Relaxed);
    let start = Instant::now();
    let table = run(&mut out)?;
    Ok(Run { table, time: start.elapsed(), out, peak: PEAK.load(Relaxed) - before })
}

/// A writer that keeps what tells two outputs apart.
pub struct Digest {
    hash: DefaultHasher,
    pub lines: usize,
}

impl PartialEq for Digest {
    fn eq(&self, other: &Digest) -> bool {
        (self.hash.finish(), self.lines) == (other.hash.finish(), other.lines)
    }
}

impl Write for Digest {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.hash.write(text);
        self.lines += text.iter().filter(|&&byte| byte == b'\n').count();
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The system's allocator, and how many bytes are out, now and at most.
struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;
static HEAP: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: memory comes from `System` as asked, and goes back to it as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(HEAP.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        // SAFETY: the caller answers for `layout`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HEAP.fetch_sub(layout.size(), Relaxed);
        // SAFETY: `memory` is from `alloc` with this layout.
        unsafe { System.dealloc(memory, layout) }
    }
}
