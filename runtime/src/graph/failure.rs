//! What stops a graph: the errors of tasks.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;

/// The error of a task, as [`Graph::run`](super::Graph::run) returns it.
///
/// It shows itself as the error does; [`downcast`](Self::downcast) gives that back with its type.
///
/// ```
/// use superscalar::{Graph, task};
/// # use std::num::ParseIntError;
/// #[task] fn parse(text: &str) -> Result<u32, ParseIntError> { text.parse() }
///
/// let mut g = Graph::new();
/// let number = g.try_add(parse::node("x"));
/// let failure = g.run(number).unwrap_err();
/// assert_eq!(failure.node(), "parse");
/// assert_eq!(failure.to_string(), "invalid digit found in string");
/// assert!(failure.downcast::<ParseIntError>().is_ok());
/// ```
pub struct Failure {
    node: String,
    error: Box<dyn Error + Send + Sync>,
}

impl Failure {
    /// The name of the node whose task failed.
    pub fn node(&self) -> &str {
        &self.node
    }

    /// The error as it was returned.
    ///
    /// # Errors
    /// Itself, when the task's error has another type.
    pub fn downcast<E: Error + 'static>(self) -> Result<E, Failure> {
        let Failure { node, error } = self;
        error.downcast().map(|error| *error).map_err(|error| Failure { node, error })
    }

    /// The error as it was returned, to look at. `None` when it has another type.
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        self.error.downcast_ref()
    }

    /// The error, as a box.
    pub fn into_inner(self) -> Box<dyn Error + Send + Sync> {
        self.error
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` failed: {:?}", self.node, self.error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}

/// What a graph makes of the errors of its tasks: [`AnyError`] or [`Only`].
pub trait Errors: 'static {
    /// What [`Graph::run`](super::Graph::run) returns.
    type Error: Send;

    /// Says which node it was.
    #[doc(hidden)]
    fn at(error: Self::Error, node: impl FnOnce() -> String) -> Self::Error;
}

/// Errors that a graph can return.
#[diagnostic::on_unimplemented(
    message = "this graph cannot return the error `{F}`",
    label = "a task that returns `Result<_, {F}>` is added here",
    note = "`Graph::new()` takes errors that implement `std::error::Error + Send + Sync`, and text; `Graph::with_error::<E>()` takes \
            those that `Into<E>` is implemented for"
)]
pub trait Takes<F>: Errors {
    /// The graph's error.
    #[doc(hidden)]
    fn take(error: F) -> Self::Error;
}

/// Tasks may return any errors: [`Graph::new`](super::Graph::new).
pub struct AnyError;

impl Errors for AnyError {
    type Error = Failure;

    fn at(error: Failure, node: impl FnOnce() -> String) -> Failure {
        Failure { node: node(), ..error }
    }
}

#[diagnostic::do_not_recommend]
impl<F: Into<Box<dyn Error + Send + Sync>>> Takes<F> for AnyError {
    fn take(error: F) -> Failure {
        Failure { node: String::new(), error: error.into() }
    }
}

/// Tasks return `E`, or what becomes one: [`Graph::with_error`](super::Graph::with_error).
pub struct Only<E>(PhantomData<E>);

impl<E: Send + 'static> Errors for Only<E> {
    type Error = E;

    fn at(error: E, _: impl FnOnce() -> String) -> E {
        error
    }
}

impl<E: Send + 'static, F: Into<E>> Takes<F> for Only<E> {
    fn take(error: F) -> E {
        error.into()
    }
}
