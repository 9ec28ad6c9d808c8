//! `?` in a node: the failing value leaves through the slot, and the exit applies the user's own `?` to it.

use std::convert::Infallible;
use std::ops::ControlFlow;
use std::task::Poll;

/// The operand of a `?`.
///
/// `Operand(x).split()` finds the method here when the type has a `?`, and the one of [`NotFallible`] when it has not,
/// so that the misuse is reported once: on the serial copy, by rustc.
pub struct Operand<T>(pub T);

impl<T: Fallible> Operand<T> {
    /// The value that `?` yields, or the operand back when `?` returns.
    pub fn split(self) -> Result<T::Output, T> {
        self.0.split()
    }

    /// As `split`, but hands back what `?` returns, without the type of what it would have yielded: that may borrow from
    /// a variable of the loop or block around.
    pub fn part(self) -> Result<T::Output, T::Residual> {
        self.0.part()
    }
}

/// Any operand, also one without a `?`.
pub trait NotFallible {
    /// The operand.
    type Value;
    /// Hands the operand back. What `?` would have yielded is left to inference, which rustc has given up by then.
    fn split<V>(self) -> Result<V, Self::Value>;
    /// As `split`.
    fn part<V>(self) -> Result<V, Self::Value>;
}

impl<T> NotFallible for Operand<T> {
    type Value = T;
    fn split<V>(self) -> Result<V, T> {
        Err(self.0)
    }
    fn part<V>(self) -> Result<V, T> {
        Err(self.0)
    }
}

/// The types that have a `?`.
pub trait Fallible: Sized {
    /// What `?` yields.
    type Output;
    /// What `?` returns, before its error is converted.
    type Residual;
    /// The value that `?` yields, or the operand back when `?` returns.
    fn split(self) -> Result<Self::Output, Self>;
    /// The value that `?` yields, or what it returns.
    fn part(self) -> Result<Self::Output, Self::Residual>;
}

impl<T, E> Fallible for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;
    fn split(self) -> Result<T, Self> {
        self.map_err(Err)
    }
    fn part(self) -> Result<T, Result<Infallible, E>> {
        self.map_err(Err)
    }
}

impl<T> Fallible for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;
    fn split(self) -> Result<T, Self> {
        self.ok_or(None)
    }
    fn part(self) -> Result<T, Option<Infallible>> {
        self.ok_or(None)
    }
}

impl<B, C> Fallible for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, Infallible>;
    fn split(self) -> Result<C, Self> {
        match self {
            ControlFlow::Continue(value) => Ok(value),
            ControlFlow::Break(value) => Err(ControlFlow::Break(value)),
        }
    }
    fn part(self) -> Result<C, ControlFlow<B, Infallible>> {
        match self {
            ControlFlow::Continue(value) => Ok(value),
            ControlFlow::Break(value) => Err(ControlFlow::Break(value)),
        }
    }
}

impl<T, E> Fallible for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;
    fn split(self) -> Result<Poll<T>, Self> {
        match self {
            Poll::Pending => Ok(Poll::Pending),
            Poll::Ready(Ok(value)) => Ok(Poll::Ready(value)),
            Poll::Ready(Err(error)) => Err(Poll::Ready(Err(error))),
        }
    }
    fn part(self) -> Result<Poll<T>, Result<Infallible, E>> {
        match self {
            Poll::Pending => Ok(Poll::Pending),
            Poll::Ready(Ok(value)) => Ok(Poll::Ready(value)),
            Poll::Ready(Err(error)) => Err(Err(error)),
        }
    }
}

impl<T, E> Fallible for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;
    fn split(self) -> Result<Poll<Option<T>>, Self> {
        match self {
            Poll::Pending => Ok(Poll::Pending),
            Poll::Ready(None) => Ok(Poll::Ready(None)),
            Poll::Ready(Some(Ok(value))) => Ok(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => Err(Poll::Ready(Some(Err(error)))),
        }
    }
    fn part(self) -> Result<Poll<Option<T>>, Result<Infallible, E>> {
        match self {
            Poll::Pending => Ok(Poll::Pending),
            Poll::Ready(None) => Ok(Poll::Ready(None)),
            Poll::Ready(Some(Ok(value))) => Ok(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => Err(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_what_has_a_question_mark() {
        assert_eq!(Operand(Ok::<_, ()>(1)).split(), Ok(1));
        assert_eq!(Operand(Err::<(), _>(2)).split(), Err(Err(2)));
        assert_eq!(Operand(Some(3)).split(), Ok(3));
        assert_eq!(Operand(None::<i32>).split(), Err(None));
        assert_eq!(Operand(ControlFlow::<i32, i32>::Break(4)).split(), Err(ControlFlow::Break(4)));
        assert_eq!(Operand(ControlFlow::<i32, i32>::Continue(5)).split(), Ok(5));
        assert_eq!(Operand(Poll::Ready(Ok::<_, ()>(6))).split(), Ok(Poll::Ready(6)));
        assert_eq!(Operand(Poll::Ready(Err::<(), _>(7))).split(), Err(Poll::Ready(Err(7))));
        assert_eq!(Operand(Poll::<Option<Result<i32, ()>>>::Pending).split(), Ok(Poll::Pending));
        assert_eq!(Operand(Poll::<Option<Result<i32, ()>>>::Ready(None)).split(), Ok(Poll::Ready(None)));
        assert_eq!(Operand(Poll::Ready(Some(Err::<(), _>(8)))).split(), Err(Poll::Ready(Some(Err(8)))));
    }

    #[test]
    fn hands_back_what_has_none() {
        assert_eq!(Operand(9).split::<()>(), Err(9));
    }
}
