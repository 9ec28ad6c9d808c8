//! Help from a pool for a thread outside of it.
//!
//! `rayon` lets a thread outside either wait until the pool has done all the work, or put a job on the heap. So each
//! pool has one more thread, the *relay*, which hands a call for help over and waits in the place of the caller. The caller
//! works on meanwhile.
//!
//! One caller at a time *reserves* the relay. It *posts* its call, which a worker of the pool *takes*, and *revokes* it
//! when there is nothing left to do. The relay sleeps until something is posted, and again while the pool is at it.
//!
//! A caller that finds new work for a worker that is still there does not call: the worker finds it. That none is lost: the
//! caller publishes it, then looks at the state; the worker changes the state to LEAVING, then looks for what is published.
//! With a `SeqCst` fence between the two, on both sides, one of them sees the other, and a caller that sees LEAVING takes that
//! back.

use std::cell::UnsafeCell;
use std::io;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicU32, fence};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use super::Pool;

/// Nobody uses the relay.
const FREE: u32 = 0;
/// Somebody does, and has posted nothing.
const RESERVED: u32 = 1;
/// A call is posted, which nobody has begun to answer.
const POSTED: u32 = 2;
/// A worker of the pool answers it.
const TAKEN: u32 = 3;
/// It has found nothing more to do, and looks once more.
const LEAVING: u32 = 4;
/// It has answered, and does not look at what the caller has any more.
const DONE: u32 = 5;
/// The pool is not used any more.
const CLOSED: u32 = 6;

/// How long a caller looks for work while others finish theirs, before it sleeps.
const LINGER: Duration = Duration::from_micros(20);

/// What a worker of the pool does when it is called.
pub(crate) trait Answer: Sync {
    /// Helps, until there is nothing to do.
    fn answer(&self);

    /// Whether there is something to do.
    fn is_wanted(&self) -> bool;
}

/// The relay of a pool.
#[derive(Debug)]
pub(super) struct Relay {
    state: AtomicU32,
    /// Written by who reserved the relay; read by who took its call.
    request: UnsafeCell<Option<Request>>,
    thread: OnceLock<Thread>,
    starting: Mutex<()>,
}

// SAFETY: `request` is shared as `state` says: (1) from FREE to RESERVED it belongs to who made the step, who writes it; (2)
//         from POSTED to TAKEN to DONE it is read by who made the first step, and who reserved waits for the second or makes
//         the one from POSTED back to RESERVED. (3) What it points to is `Sync`, see `Request`, and `Thread` is, too.
unsafe impl Sync for Relay {}
// SAFETY: (1) `Thread` is `Send`; (2) a pointer in `request` is used as above, by whichever thread.
unsafe impl Send for Relay {}

#[derive(Debug)]
struct Request {
    /// Alive while the relay is reserved.
    answer: *const dyn Answer,
    caller: Thread,
}

impl Relay {
    pub fn new() -> Relay {
        Relay {
            state: AtomicU32::new(FREE),
            request: UnsafeCell::new(None),
            thread: OnceLock::new(),
            starting: Mutex::new(()),
        }
    }

    /// No calls will come.
    pub fn close(&self) {
        self.state.store(CLOSED, Release);
        if let Some(thread) = self.thread.get() {
            thread.unpark();
        }
    }

    /// Starts the thread.
    fn start(&self, pool: &Arc<Pool>) -> io::Result<()> {
        let _starting = self.starting.lock().unwrap_or_else(PoisonError::into_inner);
        if self.thread.get().is_none() {
            let pool = Arc::clone(pool);
            let handle = thread::Builder::new().name("superscalar-relay".to_owned()).spawn(move || serve(&pool))?;
            self.thread.get_or_init(|| handle.thread().clone());
        }
        Ok(())
    }

    /// From `from` to `to`, unless the state is another.
    fn step(&self, from: u32, to: u32) -> bool {
        // ORDERING: who steps sees what the one before it did, and the next one sees what it did.
        self.state.compare_exchange(from, to, AcqRel, Relaxed).is_ok()
    }

    /// Answers the call that is posted, if there is still one, on a worker of the pool.
    fn answer(&self) {
        if !self.step(POSTED, TAKEN) {
            return;
        }
        // SAFETY: (2) of `Sync`: the step is ours.
        let request = unsafe { (*self.request.get()).as_ref() };
        let Some(Request { answer, caller }) = request else { unreachable!("what is posted has been written") };
        let _tell = Tell { relay: self, caller: caller.clone() };
        // SAFETY: alive, since the caller waits for DONE, which comes when this function ends.
        let answer = unsafe { &**answer };
        loop {
            answer.answer();
            let left = self.step(TAKEN, LEAVING);
            debug_assert!(left, "nobody else changes the state of a call that is taken");
            fence(SeqCst);
            if !answer.is_wanted() && self.step(LEAVING, DONE) {
                return;
            }
            // The caller may have taken it back already.
            self.step(LEAVING, TAKEN);
        }
    }
}

/// Tells the caller that its call has been answered, also when unwinding.
struct Tell<'a> {
    relay: &'a Relay,
    caller: Thread,
}

impl Drop for Tell<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.relay.state.store(DONE, Release);
        }
        self.caller.unpark();
    }
}

/// What the relay's thread does.
fn serve(pool: &Pool) {
    loop {
        // ORDERING: Relaxed: `answer` decides.
        match pool.relay.state.load(Relaxed) {
            CLOSED => return,
            POSTED => pool.threads.install(|| pool.relay.answer()),
            _ => thread::park(),
        }
    }
}

/// Runs `work` on this thread, which can call a worker of the pool to `answer`. Returns `false`, and runs nothing, where
/// another thread has reserved the relay, or it cannot be started.
pub(super) fn with_help<'a>(pool: &Arc<Pool>, answer: &'a (dyn Answer + 'a), work: impl FnOnce(&Help<'_>)) -> bool {
    let relay = &pool.relay;
    if !relay.step(FREE, RESERVED) {
        return false;
    }
    let answer: *const (dyn Answer + 'a) = answer;
    // SAFETY: only the lifetime changes. It is called while the relay is reserved, which ends in this function.
    let answer = unsafe { std::mem::transmute::<*const (dyn Answer + 'a), *const dyn Answer>(answer) };
    // SAFETY: (1) of `Sync`: the step is ours.
    unsafe { *relay.request.get() = Some(Request { answer, caller: thread::current() }) };
    let call = Help { relay };
    let starts = relay.thread.get().is_some() || relay.start(pool).is_ok();
    if starts {
        work(&call);
    }
    starts
}

/// A reserved relay. When it is dropped, nobody answers a call any more.
pub(crate) struct Help<'a> {
    relay: &'a Relay,
}

impl Help<'_> {
    /// Whether there is no call that has not been answered to the end.
    pub fn can_call(&self) -> bool {
        // ORDERING: Acquire: what was done in answer to the last call is visible.
        match self.relay.state.load(Acquire) {
            DONE => self.relay.step(DONE, RESERVED),
            state => state == RESERVED,
        }
    }

    /// Whether to call for what the caller has published before: no worker will look at it in answer to the last call.
    pub fn needs_call(&self) -> bool {
        if self.can_call() {
            return true;
        }
        fence(SeqCst);
        loop {
            // ORDERING: Relaxed: the fence, see above. `can_call` takes over from a worker that is done.
            match self.relay.state.load(Relaxed) {
                LEAVING if self.relay.step(LEAVING, TAKEN) => return false,
                LEAVING => {}
                state => return !matches!(state, POSTED | TAKEN) && self.can_call(),
            }
        }
    }

    /// Calls for help. There is no call yet.
    pub fn call(&self) {
        let posted = self.relay.step(RESERVED, POSTED);
        debug_assert!(posted, "one call at a time");
        if let Some(thread) = self.relay.thread.get() {
            thread.unpark();
        }
    }

    /// Takes a call back that nobody has begun to answer.
    pub fn revoke(&self) -> bool {
        self.relay.step(POSTED, RESERVED)
    }

    /// Waits for the end of an answer, or for `until`, which is not asked any more when the thread has gone to `sleep`.
    pub fn wait(&self, until: impl Fn() -> bool, sleep: impl FnOnce(&dyn Fn())) {
        let start = Instant::now();
        for round in 0_u32.. {
            if self.can_call() || until() {
                return;
            }
            match round {
                0..64 => std::hint::spin_loop(),
                _ if start.elapsed() < LINGER => thread::yield_now(),
                _ => break,
            }
        }
        sleep(&|| {
            while !self.can_call() {
                thread::park();
            }
        });
    }
}

impl Drop for Help<'_> {
    fn drop(&mut self) {
        while !(self.can_call() || self.revoke()) {
            thread::park();
        }
        // ORDERING: Release: the next one to reserve may write the request.
        self.relay.state.store(FREE, Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;
    use std::sync::mpsc;

    fn pool() -> Arc<Pool> {
        Arc::new(super::super::build_pool(2, super::super::default_name, None).unwrap())
    }

    /// Closes the relay when it is dropped, as a runtime does.
    struct Closes(Arc<Pool>);

    impl Drop for Closes {
        fn drop(&mut self) {
            self.0.relay.close();
        }
    }

    /// Calls a closure, and is wanted for as long as a number is not 0.
    struct Calls<F> {
        closure: F,
        left: AtomicUsize,
    }

    impl<F: Fn() + Sync> Answer for Calls<F> {
        fn answer(&self) {
            (self.closure)();
        }

        fn is_wanted(&self) -> bool {
            self.left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_ok()
        }
    }

    fn calls<F: Fn() + Sync>(closure: F) -> Calls<F> {
        Calls { closure, left: AtomicUsize::new(0) }
    }

    #[test]
    fn workers_of_the_pool_help() {
        let pool = Closes(pool());
        let here = thread::current().id();
        let helped = AtomicUsize::new(0);
        let answer = calls(|| {
            assert!(thread::current().id() != here && pool.0.threads.current_thread_index().is_some());
            helped.fetch_add(1, Relaxed);
        });
        for round in 1..=3 {
            // Each call is answered once more, as if something had come up.
            answer.left.store(round, Relaxed);
            let ran = with_help(&pool.0, &answer, |help| {
                for _ in 0..round {
                    help.call();
                    let seen = helped.load(Relaxed);
                    while !help.can_call() {
                        help.wait(|| helped.load(Relaxed) > seen, |sleep| sleep());
                    }
                }
            });
            assert!(ran);
            assert_eq!(helped.swap(0, Relaxed), 2 * round);
        }
    }

    /// The caller publishes one thing after another, and calls only where nobody is there.
    #[test]
    fn nothing_is_overlooked() {
        struct Takes(AtomicUsize);
        impl Answer for Takes {
            fn answer(&self) {
                self.0.store(0, Relaxed);
            }
            fn is_wanted(&self) -> bool {
                self.0.load(Relaxed) != 0
            }
        }
        let pool = Closes(pool());
        let takes = Takes(AtomicUsize::new(0));
        let ran = with_help(&pool.0, &takes, |help| {
            for _ in 0..if cfg!(miri) { 20 } else { 20_000 } {
                takes.0.store(1, Relaxed);
                if help.needs_call() {
                    help.call();
                }
                while takes.0.load(Relaxed) != 0 {
                    thread::yield_now();
                }
            }
        });
        assert!(ran);
    }

    #[test]
    fn a_call_that_nobody_answers_is_taken_back() {
        let pool = Closes(pool());
        let (free, busy) = mpsc::channel::<()>();
        let busy = Mutex::new(busy);
        thread::scope(|scope| {
            // All workers wait.
            scope.spawn(|| pool.0.threads.broadcast(|_| busy.lock().unwrap().recv().ok()));
            while busy.try_lock().is_ok() {
                thread::yield_now();
            }
            let ran = with_help(&pool.0, &calls(|| panic!("too late")), |help| {
                help.call();
                // Whether it is taken back here or by the end of the call: nothing waits for the workers.
                assert!(help.revoke());
                help.call();
            });
            assert!(ran);
            drop(free);
        });
    }

    #[test]
    fn one_caller_at_a_time() {
        let pool = Closes(pool());
        let answer = calls(|| {});
        let ran = with_help(&pool.0, &answer, |_| assert!(!with_help(&pool.0, &answer, |_| unreachable!())));
        assert!(ran);
    }
}
