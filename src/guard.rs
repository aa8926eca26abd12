//! Where a library's panic is caught, so that one bad file costs no more than itself.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// Whether this thread is where a panic is caught.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic on this thread is caught and mended, so that a program's panic hook need not speak of it.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// What the work gives; nothing where it panics. What it was working on is let go of, so that nobody sees it half done.
pub fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    result.ok()
}

#[cfg(test)]
mod tests {
    use super::{caught, is_guarded};

    #[test]
    fn a_panic_is_caught_and_the_thread_is_as_it_was() {
        assert_eq!(caught(is_guarded), Some(true));
        assert_eq!(
            caught(|| caught(|| std::panic::resume_unwind(Box::new("broken"))).map(|()| 1)),
            Some(None)
        );
        assert!(!is_guarded());
    }
}
