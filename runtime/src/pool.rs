//! The threads that pipelines run on, and the mode they run in.
//!
//! Knows nothing of graphs. Which pool and mode hold is looked up where a pipeline is called: what surrounds the call
//! on its thread ([`Runtime::run`], [`with_serial`]), else the rayon pool whose worker the thread is, else the global
//! pool and the environment.

use std::cell::Cell;
use std::fmt;
use std::ptr::NonNull;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::{ThreadPool, ThreadPoolBuilder};

mod relay;

use relay::Relay;
pub(crate) use relay::{Answer, Help};

/// How pipelines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// On the pool.
    Parallel,
    /// As plain Rust, on the calling thread.
    Serial,
    /// On the calling thread, in a random legal order.
    Shuffle(u64),
}

/// A pool of threads for pipelines.
///
/// Without one, pipelines run on the rayon pool whose worker calls them, or else on a global pool of
/// `SUPERSCALAR_THREADS` threads (all cores where that is not set).
///
/// ```
/// let runtime = superscalar::Runtime::builder().threads(2).build()?;
/// assert_eq!(runtime.threads(), 2);
/// assert_eq!(runtime.run(|| 6 * 7), 42);
/// # Ok::<(), superscalar::BuildError>(())
/// ```
#[derive(Debug)]
pub struct Runtime {
    /// `None` when it runs everything on the calling thread.
    pool: Option<Arc<Pool>>,
    /// `None` when the environment decides.
    mode: Option<Mode>,
}

/// Threads, and how those outside call them.
#[derive(Debug)]
struct Pool {
    threads: ThreadPool,
    relay: Relay,
}

impl Runtime {
    /// Starts to describe a runtime.
    ///
    /// ```
    /// let runtime = superscalar::Runtime::builder().threads(2).build()?;
    /// # Ok::<(), superscalar::BuildError>(())
    /// ```
    pub fn builder() -> RuntimeBuilder {
        RuntimeBuilder { threads: None, thread_name: None, stack_size: None, mode: None }
    }

    /// Runs a closure on the calling thread. Pipelines that it calls use this runtime, also inside another pool.
    ///
    /// What the closure runs on other threads does not use it.
    ///
    /// # Panics
    /// When the closure does.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// let runtime = superscalar::Runtime::builder().threads(2).build()?;
    /// let x = 1;
    /// assert_eq!(runtime.run(|| pipeline! { inc(inc(x)) }.run()), 3);
    /// # Ok::<(), superscalar::BuildError>(())
    /// ```
    pub fn run<R>(&self, closure: impl FnOnce() -> R) -> R {
        let outer = CONTEXT.get();
        let pool = self.pool.as_ref().map(NonNull::from).or(outer.pool);
        Restore::with(Context { pool, mode: self.mode.or(outer.mode) }, closure)
    }

    /// Number of threads on which pipelines run: 1 for a serial runtime.
    ///
    /// ```
    /// let runtime = superscalar::Runtime::builder().serial().build()?;
    /// assert_eq!(runtime.threads(), 1);
    /// # Ok::<(), superscalar::BuildError>(())
    /// ```
    pub fn threads(&self) -> usize {
        self.pool.as_ref().map_or(1, |pool| pool.threads.current_num_threads())
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        if let Some(pool) = &self.pool {
            pool.relay.close();
        }
    }
}

type ThreadName = Box<dyn FnMut(usize) -> String>;

/// Describes a [`Runtime`].
///
/// ```
/// let runtime = superscalar::Runtime::builder()
///     .threads(3)
///     .thread_name(|index| format!("solar-{index}"))
///     .stack_size(4 << 20)
///     .build()?;
/// assert_eq!(runtime.threads(), 3);
/// # Ok::<(), superscalar::BuildError>(())
/// ```
#[must_use = "a builder does nothing before `build()`"]
pub struct RuntimeBuilder {
    threads: Option<usize>,
    thread_name: Option<ThreadName>,
    stack_size: Option<usize>,
    mode: Option<Mode>,
}

impl RuntimeBuilder {
    /// Number of threads. Without it: `SUPERSCALAR_THREADS`, or else one per core.
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = Some(threads);
        self
    }

    /// Names the threads, given their index.
    pub fn thread_name(mut self, name: impl FnMut(usize) -> String + 'static) -> Self {
        self.thread_name = Some(Box::new(name));
        self
    }

    /// Size of each thread's stack, in bytes.
    pub fn stack_size(mut self, bytes: usize) -> Self {
        self.stack_size = Some(bytes);
        self
    }

    /// Everything on the calling thread, in program order; no threads are made.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn thread() -> std::thread::ThreadId { std::thread::current().id() }
    /// let runtime = superscalar::Runtime::builder().serial().build()?;
    /// assert_eq!(runtime.run(|| pipeline! { thread() }.run()), std::thread::current().id());
    /// # Ok::<(), superscalar::BuildError>(())
    /// ```
    pub fn serial(mut self) -> Self {
        self.mode = Some(Mode::Serial);
        self
    }

    /// Everything on the calling thread, in a random order that the hazards allow; no threads are made.
    ///
    /// The same seed gives the same order. Finds tasks that affect each other without saying so.
    ///
    /// ```
    /// # use superscalar::{pipeline, task};
    /// # #[task] fn inc(x: i32) -> i32 { x + 1 }
    /// # #[task] fn add(x: i32, y: i32) -> i32 { x + y }
    /// for seed in 0..20 {
    ///     let runtime = superscalar::Runtime::builder().shuffle(seed).build()?;
    ///     assert_eq!(runtime.run(|| pipeline! { let a = inc(1); let b = inc(2); add(a, b) }.run()), 5);
    /// }
    /// # Ok::<(), superscalar::BuildError>(())
    /// ```
    pub fn shuffle(mut self, seed: u64) -> Self {
        self.mode = Some(Mode::Shuffle(seed));
        self
    }

    /// Makes the runtime and its threads.
    ///
    /// # Errors
    /// When zero threads are asked for, when a thread cannot be made, or when the number of threads is left to an
    /// environment variable that is not a number.
    ///
    /// ```
    /// use superscalar::{BuildError, Runtime};
    ///
    /// assert!(Runtime::builder().threads(1).build().is_ok());
    /// assert!(matches!(Runtime::builder().threads(0).build(), Err(BuildError::ZeroThreads)));
    /// ```
    pub fn build(self) -> Result<Runtime, BuildError> {
        if self.threads == Some(0) {
            return Err(BuildError::ZeroThreads);
        }
        if self.mode.is_some() {
            return Ok(Runtime { pool: None, mode: self.mode });
        }
        let threads = match self.threads {
            Some(threads) => threads,
            None => environment()?.threads,
        };
        let name = self.thread_name.unwrap_or_else(|| Box::new(default_name));
        let pool = build_pool(threads, name, self.stack_size)?;
        Ok(Runtime { pool: Some(Arc::new(pool)), mode: None })
    }
}

impl fmt::Debug for RuntimeBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuntimeBuilder")
            .field("threads", &self.threads)
            .field("stack_size", &self.stack_size)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

fn build_pool(
    threads: usize,
    name: impl FnMut(usize) -> String + 'static,
    stack_size: Option<usize>,
) -> Result<Pool, BuildError> {
    let mut builder = ThreadPoolBuilder::new().num_threads(threads).thread_name(name);
    if let Some(bytes) = stack_size {
        builder = builder.stack_size(bytes);
    }
    let threads = builder.build().map_err(|error| BuildError::Pool(Box::new(error)))?;
    Ok(Pool { threads, relay: Relay::new() })
}

fn default_name(index: usize) -> String {
    format!("superscalar-{index}")
}

/// Why there is no runtime.
///
/// ```
/// let error = superscalar::Runtime::builder().threads(0).build().unwrap_err();
/// assert_eq!(error.to_string(), "a runtime of zero threads runs nothing: ask for 1 or more");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// Zero threads were asked for.
    ZeroThreads,
    /// A thread could not be made.
    Pool(Box<dyn std::error::Error + Send + Sync>),
    /// An environment variable has a value that is not allowed.
    Environment {
        /// The variable.
        var: &'static str,
        /// Its value.
        value: String,
        /// What is allowed.
        expected: &'static str,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildError::ZeroThreads => write!(f, "a runtime of zero threads runs nothing: ask for 1 or more"),
            BuildError::Pool(_) => write!(f, "the threads of the pool could not be made"),
            BuildError::Environment { var, value, expected } => {
                write!(f, "{var} is {value:?}: allowed is {expected}")
            }
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            BuildError::Pool(source) => Some(&**source),
            BuildError::ZeroThreads | BuildError::Environment { .. } => None,
        }
    }
}

/// Reads the environment and makes the global pool, so that no pipeline fails to.
///
/// Programs that do not call it get both on the first call of a pipeline.
///
/// # Errors
/// When `SUPERSCALAR_THREADS` or `SUPERSCALAR_MODE` has a value that is not allowed, or a thread cannot be made.
///
/// ```
/// fn main() -> Result<(), superscalar::BuildError> {
///     superscalar::init()?;
///     // .. pipelines
///     Ok(())
/// }
/// ```
pub fn init() -> Result<(), BuildError> {
    environment()?;
    global().map(drop)
}

/// Where a pipeline that is called here runs.
pub(crate) enum Destination {
    /// On this thread: its pool has no other.
    Single,
    /// On this worker, with the others of its pool.
    Here,
    /// On another pool.
    Enter(Entrance),
}

/// A pool to enter.
pub(crate) struct Entrance {
    pool: NonNull<Arc<Pool>>,
}

impl Entrance {
    fn pool(&self) -> &Arc<Pool> {
        // SAFETY: alive: the pool is the global one, or its `Runtime::run` is a caller of ours (see `Context`), since an
        //         entrance is made and used in one call of a pipeline.
        unsafe { self.pool.as_ref() }
    }

    /// How many threads the pool has.
    pub fn threads(&self) -> usize {
        self.pool().threads.current_num_threads()
    }

    /// Runs `work` on this thread; it can call a worker of the pool to `answer`, and none does any more when this returns.
    /// Returns `false`, and runs nothing, where another thread is being helped already.
    pub fn with_help(&self, answer: &dyn Answer, work: impl FnOnce(&Help<'_>)) -> bool {
        relay::with_help(self.pool(), answer, work)
    }

    /// Runs a closure on the pool and waits for it.
    pub fn enter<R: Send>(&self, closure: impl FnOnce() -> R + Send) -> R {
        self.pool().threads.install(closure)
    }
}

pub(crate) fn destination() -> Destination {
    let pool = match CONTEXT.get().pool {
        Some(pool) => pool,
        None if rayon::current_thread_index().is_some() => {
            return if rayon::current_num_threads() == 1 { Destination::Single } else { Destination::Here };
        }
        None => NonNull::from(global().unwrap_or_else(|error| fail(&error))),
    };
    let entrance = Entrance { pool };
    match (entrance.threads(), entrance.pool().threads.current_thread_index()) {
        (1, _) => Destination::Single,
        (_, Some(_)) => Destination::Here,
        (_, None) => Destination::Enter(entrance),
    }
}

/// How many threads run a pipeline that is called here.
pub(crate) fn threads() -> usize {
    match destination() {
        Destination::Single => 1,
        Destination::Here => rayon::current_num_threads(),
        Destination::Enter(entrance) => entrance.threads(),
    }
}

/// Whether a pipeline that is called here has one thread to run on.
pub(crate) fn is_single() -> bool {
    matches!(destination(), Destination::Single)
}

/// Whether the calling thread is no worker of a pool. A guess where a [`Runtime`] surrounds the call.
pub(crate) fn is_outside() -> bool {
    rayon::current_thread_index().is_none()
}

/// The mode of a pipeline that is called here.
pub(crate) fn mode() -> Mode {
    match CONTEXT.get().mode {
        Some(mode) => mode,
        None => environment_or_panic().mode,
    }
}

/// Runs a closure; pipelines that it calls on this thread run as plain Rust.
pub fn with_serial<R>(closure: impl FnOnce() -> R) -> R {
    Restore::with(Context { mode: Some(Mode::Serial), ..CONTEXT.get() }, closure)
}

/// What surrounds the running code on its thread.
#[derive(Clone, Copy)]
struct Context {
    /// Points to a pool that lives as long as this is the thread's context: its `Runtime` is borrowed by the
    /// `Runtime::run` that set it and takes it back before it returns.
    pool: Option<NonNull<Arc<Pool>>>,
    mode: Option<Mode>,
}

thread_local! {
    static CONTEXT: Cell<Context> = const { Cell::new(Context { pool: None, mode: None }) };
}

/// Takes a context back, also when unwinding.
struct Restore(Context);

impl Restore {
    fn with<R>(context: Context, closure: impl FnOnce() -> R) -> R {
        let _restore = Restore(CONTEXT.replace(context));
        closure()
    }
}

impl Drop for Restore {
    fn drop(&mut self) {
        CONTEXT.set(self.0);
    }
}

const THREADS: &str = "SUPERSCALAR_THREADS";
const MODE: &str = "SUPERSCALAR_MODE";

/// What the environment says, read once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Environment {
    threads: usize,
    mode: Mode,
}

static ENVIRONMENT: OnceLock<Result<Environment, Invalid>> = OnceLock::new();

/// A variable with a value that is not allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Invalid {
    var: &'static str,
    value: String,
    expected: &'static str,
}

fn read_environment() -> &'static Result<Environment, Invalid> {
    ENVIRONMENT.get_or_init(|| {
        let read = |var| std::env::var_os(var).map(|value| value.to_string_lossy().into_owned());
        Ok(Environment { threads: parse_threads(read(THREADS))?, mode: parse_mode(read(MODE))? })
    })
}

fn environment() -> Result<Environment, BuildError> {
    read_environment().clone().map_err(|Invalid { var, value, expected }| BuildError::Environment {
        var,
        value,
        expected,
    })
}

fn environment_or_panic() -> Environment {
    match read_environment() {
        Ok(environment) => *environment,
        Err(_) => environment().unwrap_or_else(|error| fail(&error)),
    }
}

fn parse_threads(value: Option<String>) -> Result<usize, Invalid> {
    let Some(value) = value else {
        return Ok(std::thread::available_parallelism().map_or(1, usize::from));
    };
    match value.trim().parse() {
        Ok(threads) if threads > 0 => Ok(threads),
        _ => Err(Invalid { var: THREADS, value, expected: "a number of threads from 1" }),
    }
}

fn parse_mode(value: Option<String>) -> Result<Mode, Invalid> {
    let Some(value) = value else { return Ok(Mode::Parallel) };
    match value.trim() {
        "parallel" => return Ok(Mode::Parallel),
        "serial" => return Ok(Mode::Serial),
        other => {
            if let Some(Ok(seed)) = other.strip_prefix("shuffle:").map(str::parse) {
                return Ok(Mode::Shuffle(seed));
            }
        }
    }
    let expected = "`parallel`, `serial` or `shuffle:SEED` with a number from 0 to 2^64 - 1";
    Err(Invalid { var: MODE, value, expected })
}

#[cold]
fn fail(error: &BuildError) -> ! {
    panic!("{error}")
}

fn global() -> Result<&'static Arc<Pool>, BuildError> {
    static POOL: OnceLock<Arc<Pool>> = OnceLock::new();
    static BUILDING: Mutex<()> = Mutex::new(());
    if let Some(pool) = POOL.get() {
        return Ok(pool);
    }
    // A failure is not remembered: threads may be had later.
    let _building = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
    match POOL.get() {
        Some(pool) => Ok(pool),
        None => {
            let pool = build_pool(environment()?.threads, default_name, None)?;
            Ok(POOL.get_or_init(|| Arc::new(pool)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn the_environment_is_checked() {
        let threads = |value: &str| parse_threads(Some(value.into()));
        assert_eq!(threads("3"), Ok(3));
        assert!(parse_threads(None).is_ok_and(|threads| threads > 0));
        for bad in ["0", "abc", "", "-1", "1.5"] {
            assert_eq!(threads(bad).unwrap_err().var, THREADS, "{bad:?}");
        }
        let mode = |value: &str| parse_mode(Some(value.into()));
        assert_eq!(parse_mode(None), Ok(Mode::Parallel));
        assert_eq!(mode("parallel"), Ok(Mode::Parallel));
        assert_eq!(mode("serial"), Ok(Mode::Serial));
        assert_eq!(mode("shuffle:7"), Ok(Mode::Shuffle(7)));
        for bad in ["foo", "", "Serial", "shuffle", "shuffle:", "shuffle:x", "shuffle:-1"] {
            assert_eq!(mode(bad).unwrap_err().var, MODE, "{bad:?}");
        }
    }

    #[test]
    fn an_error_names_variable_value_and_what_is_allowed() {
        let Invalid { var, value, expected } = parse_threads(Some("0".into())).unwrap_err();
        let error = BuildError::Environment { var, value, expected };
        assert_eq!(error.to_string(), "SUPERSCALAR_THREADS is \"0\": allowed is a number of threads from 1");
    }

    #[test]
    fn zero_threads_are_refused() {
        assert!(matches!(Runtime::builder().threads(0).build(), Err(BuildError::ZeroThreads)));
    }

    #[test]
    fn the_mode_is_taken_back_also_when_unwinding() {
        let before = CONTEXT.get().mode;
        let shuffle = Runtime::builder().shuffle(1).build().unwrap();
        let unwound = catch_unwind(AssertUnwindSafe(|| {
            shuffle.run(|| {
                assert_eq!(mode(), Mode::Shuffle(1));
                with_serial(|| {
                    assert_eq!(mode(), Mode::Serial);
                    std::panic::resume_unwind(Box::new(()))
                })
            })
        }));
        assert!(unwound.is_err());
        assert_eq!(CONTEXT.get().mode, before);
    }

    #[test]
    fn an_explicit_runtime_wins_over_the_pool_around_it() {
        let outer = ThreadPoolBuilder::new().num_threads(2).build().unwrap();
        let inner = Runtime::builder().threads(1).build().unwrap();
        outer.install(|| {
            assert!(matches!(destination(), Destination::Here));
            inner.run(|| assert!(matches!(destination(), Destination::Single)));
        });
        let entered = Runtime::builder().threads(2).build().unwrap();
        entered.run(|| assert!(matches!(destination(), Destination::Enter(_))));
    }
}
