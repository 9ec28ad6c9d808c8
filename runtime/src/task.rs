//! What `#[task]` hands over: the description of a function, as constants.
//!
//! A [`TaskInfo`] is the `INFO` constant of a task's companion. The plan reads it at compile time to find hazards;
//! pictures read it to name nodes. Nothing here is computed at run time.

/// How a call uses one argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access {
    /// Through a shared reference.
    Read,
    /// Through a mutable reference, or a shared one through which order shows (`&Mutex<_>`, `&Cell<_>`, `&File`).
    Exclusive,
    /// By value.
    Take,
}

/// What is known at compile time about the type of a value. `false` means "not known to be so".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// The type mentions no lifetime, type parameter, `impl`, `dyn` or projection: a value of it can hold no borrow.
    pub closed: bool,
    /// The type is `Copy`: a use by value is a read.
    pub copy: bool,
    /// The type is `&mut _`: a use by value is an exclusive reborrow.
    pub exclusive_ref: bool,
    /// The type is written, and is no `&mut _`: a method that changes what it is called on needs `mut`.
    pub settled: bool,
    /// Dropping a value of the type does nothing: the value needs no drop node.
    pub trivial_drop: bool,
}

impl Facts {
    /// Nothing is known.
    pub const UNKNOWN: Facts =
        Facts { closed: false, copy: false, exclusive_ref: false, settled: false, trivial_drop: false };
    /// A type like `i32`: closed, `Copy`, nothing to drop.
    pub const PRIMITIVE: Facts =
        Facts { closed: true, copy: true, exclusive_ref: false, settled: true, trivial_drop: true };
}

/// One parameter of a task.
#[derive(Clone, Copy, Debug)]
pub struct ParamInfo {
    /// The parameter's name, or `_` for a pattern.
    pub name: &'static str,
    /// How a call uses the argument.
    pub access: Access,
    /// What is known of the parameter's type.
    pub facts: Facts,
    /// Bit `j` is set when, after the call, this argument (and all that it borrows from) may borrow from argument `j`.
    pub borrows: u64,
}

/// The result of a task.
#[derive(Clone, Copy, Debug)]
pub struct OutputInfo {
    /// Bit `j` is set when the result may borrow from argument `j`.
    pub borrows: u64,
    /// What is known of the result's type.
    pub facts: Facts,
    /// What is known of the type that `?` yields: of `T` in `Result<T, E>` and `Option<T>`.
    pub success: Facts,
}

/// Whether a companion belongs to a `#[task]` or to a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TaskKind {
    /// A function with `#[task]`.
    Task,
    /// A pipeline called as a task.
    Pipeline,
}

/// Description of a task: the `INFO` constant of its companion.
///
/// ```
/// use superscalar::task;
/// use superscalar::task::Access;
///
/// #[task(name = "put away")]
/// fn store(shelf: &mut Vec<String>, book: String, label: &str) -> usize {
///     shelf.push(format!("{label}: {book}"));
///     shelf.len()
/// }
///
/// const INFO: superscalar::task::TaskInfo = store::INFO;
/// assert_eq!((INFO.name, INFO.params[1].name), ("put away", "book"));
/// let accesses: Vec<Access> = INFO.params.iter().map(|param| param.access).collect();
/// assert_eq!(accesses, [Access::Exclusive, Access::Take, Access::Read]);
/// assert!(INFO.output.facts.closed && INFO.output.borrows == 0);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct TaskInfo {
    /// The name that pictures show: the function's, or the one given with `name = ".."`.
    pub name: &'static str,
    /// Module path and function name.
    pub path: &'static str,
    /// Source file.
    pub file: &'static str,
    /// Line of the function's name, from 1.
    pub line: u32,
    /// Task or pipeline.
    pub kind: TaskKind,
    /// The parameters in order.
    pub params: &'static [ParamInfo],
    /// The result.
    pub output: OutputInfo,
    /// Has effects beyond its arguments: calls keep their program order.
    pub ordered: bool,
    /// Too small for a thread of its own.
    pub inline: bool,
}
