//! What can go wrong, told by file, line and column.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file gives no report.
#[derive(Debug)]
pub enum Error {
    /// The file cannot be read.
    Open { path: PathBuf, cause: io::Error },
    /// One place in the file is wrong. Line and column count from 1, columns in characters.
    Bad { path: PathBuf, line: usize, column: usize, message: String },
    /// Every line is well formed, but together they are no data set.
    Data { path: PathBuf, message: String },
    /// The picture cannot be drawn.
    Draw(String),
}

impl Error {
    /// An error about the file as a whole.
    pub fn data(path: &Path, message: impl Into<String>) -> Error {
        Error::Data { path: path.to_owned(), message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Open { path, cause } => write!(f, "{}: {cause}", path.display()),
            Error::Bad { path, line, column, message } => write!(f, "{}:{line}:{column}: {message}", path.display()),
            Error::Data { path, message } => write!(f, "{}: {message}", path.display()),
            Error::Draw(message) => write!(f, "the picture cannot be drawn: {message}"),
        }
    }
}

impl std::error::Error for Error {}
