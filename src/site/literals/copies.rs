//! Bounds what is copied from constants into other values.

use super::{LIMIT_DEPTH, Literal};

/// How much may be copied from constants into other values, in characters and entries: constants
/// that name each other twice would double with every line.
pub(super) const LIMIT_COPIED: usize = 1 << 20;

/// A copy, if `left` allows for it and it stands no deeper than anything else may; what it costs,
/// the `steps` to find it included, is taken off.
pub(super) fn copied(literal: &Literal, depth: usize, steps: usize, left: &mut usize) -> Literal {
    let after = left.checked_sub(steps).and_then(|left| charged(literal, depth, left));
    // Once something was too large nothing more is copied, so that it is not measured again.
    *left = after.unwrap_or(0);
    after.map_or(Literal::Unknown, |_| literal.clone())
}

/// What is `left` once `literal` has been copied; None where that is not allowed.
fn charged(literal: &Literal, depth: usize, left: usize) -> Option<usize> {
    if depth > LIMIT_DEPTH {
        return None;
    }
    let left = left.checked_sub(1)?;
    match literal {
        Literal::Text(text) | Literal::Number(text) => left.checked_sub(text.len()),
        Literal::Bool(_) | Literal::Null | Literal::Unknown => Some(left),
        Literal::List(items) => items.iter().try_fold(left, |left, item| charged(item, depth + 1, left)),
        Literal::Object(entries) => entries
            .iter()
            .try_fold(left, |left, (key, value, _)| charged(value, depth + 1, left.checked_sub(key.len())?)),
    }
}
