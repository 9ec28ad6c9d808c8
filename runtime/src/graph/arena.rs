//! Memory for cells: given out piece by piece, given back as a whole.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

const FIRST_CHUNK: usize = 4 << 10;
const LARGEST_CHUNK: usize = 1 << 20;

/// Chunks of growing size. Pieces do not move.
pub struct Arena {
    free: Cell<NonNull<u8>>,
    left: Cell<usize>,
    chunks: RefCell<Vec<(NonNull<u8>, Layout)>>,
}

impl Arena {
    pub const fn new() -> Arena {
        Arena { free: Cell::new(NonNull::dangling()), left: Cell::new(0), chunks: RefCell::new(Vec::new()) }
    }

    /// A piece of memory that lives as long as the arena.
    pub fn allocate(&self, layout: Layout) -> NonNull<u8> {
        let padding = self.free.get().align_offset(layout.align());
        if padding.saturating_add(layout.size()) > self.left.get() {
            self.grow(layout);
            return self.allocate(layout);
        }
        // SAFETY: `left` bytes from `free` on are in the chunk, and are not given out.
        let (piece, free) = unsafe { (self.free.get().add(padding), self.free.get().add(padding + layout.size())) };
        self.left.set(self.left.get() - padding - layout.size());
        self.free.set(free);
        piece
    }

    #[cold]
    fn grow(&self, layout: Layout) {
        let mut chunks = self.chunks.borrow_mut();
        let regular = (FIRST_CHUNK << chunks.len().min(8)).min(LARGEST_CHUNK);
        let size = regular.max(layout.size());
        let chunk =
            Layout::from_size_align(size, layout.align().max(align_of::<u128>())).expect("the layout of a type");
        // SAFETY: the size is not zero.
        let Some(start) = NonNull::new(unsafe { alloc(chunk) }) else { handle_alloc_error(chunk) };
        chunks.push((start, chunk));
        self.free.set(start);
        self.left.set(size);
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        for (start, layout) in self.chunks.get_mut().drain(..) {
            // SAFETY: allocated with this layout, and given back once.
            unsafe { dealloc(start.as_ptr(), layout) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_aligned_and_apart() {
        let arena = Arena::new();
        let layouts = [(1, 1), (8, 8), (3, 1), (64, 64), (0, 1), (5000, 16), (2 << 20, 128), (24, 8)];
        let mut pieces = Vec::new();
        for _ in 0..40 {
            for (size, align) in layouts {
                let piece = arena.allocate(Layout::from_size_align(size, align).unwrap());
                assert_eq!(piece.addr().get() % align, 0);
                // SAFETY: the piece is ours.
                unsafe { piece.write_bytes(0xa5, size) };
                pieces.push((piece.addr().get(), size));
            }
        }
        pieces.sort_unstable();
        assert!(pieces.windows(2).all(|pair| pair[0].0 + pair[0].1 <= pair[1].0));
    }
}
