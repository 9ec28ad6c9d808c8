use std::sync::{Mutex, MutexGuard};

use superscalar::{pipeline, task};

#[task]
fn lock(mutex: &Mutex<u32>) -> MutexGuard<'_, u32> {
    mutex.lock().unwrap()
}

#[task]
fn look(guard: &MutexGuard<'_, u32>) -> u32 {
    **guard
}

#[task]
fn pure() -> u32 {
    2
}

pipeline! {
    pub fn solar(mutex: &Mutex<u32>) -> u32 {
        let guard = lock(mutex);
        let n = look(&guard);
        n + pure()
    }
}

fn main() {}
