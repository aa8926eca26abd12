//! Works out which of two values counts: `a || b`, `a ?? b`, `a && b`, `a ? b : c`.

use super::Literal;
use super::values::{Read, Values};

impl Values<'_> {
    /// `condition ? value : value`, or a value without a condition.
    pub fn choice(&mut self, index: usize, depth: usize) -> Read {
        let (condition, next) = self.fallback(index, depth);
        if !self.tree.is_mark(next, "?") {
            return (condition, next);
        }
        let mut truth = is_true(&condition);
        // A variable of the environment that stands alone is taken to be missing, as before `||`.
        if truth.is_none() && self.environment(index).is_some_and(|(_, end)| end == next) {
            truth = Some(false);
        }
        let (first, colon) = self.value(next + 1, depth + 1);
        if !self.tree.is_mark(colon, ":") {
            return (Literal::Unknown, colon);
        }
        let (second, end) = self.value(colon + 1, depth + 1);
        let value = match truth {
            Some(true) => first,
            Some(false) => second,
            None => Literal::Unknown,
        };
        (value, end)
    }

    /// Values with `||`, `??` or `&&` between them.
    fn fallback(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.both(index, depth);
        while self.tree.is_mark(next, "||") || self.tree.is_mark(next, "??") {
            let only_null = self.tree.is_mark(next, "??");
            let (fallback, end) = self.both(next + 1, depth);
            next = end;
            if wants_fallback(&value, only_null) {
                value = fallback;
            }
        }
        (value, next)
    }

    fn both(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.comparison(index, depth);
        while self.tree.is_mark(next, "&&") {
            let (second, end) = self.comparison(next + 1, depth);
            next = end;
            value = match is_true(&value) {
                Some(true) => second,
                Some(false) => value,
                None => Literal::Unknown,
            };
        }
        (value, next)
    }

    fn comparison(&mut self, index: usize, depth: usize) -> Read {
        let (first, next) = self.sum(index, depth);
        let equal = ["===", "=="].iter().any(|mark| self.tree.is_mark(next, mark));
        if !equal && !["!==", "!="].iter().any(|mark| self.tree.is_mark(next, mark)) {
            return (first, next);
        }
        let (second, end) = self.sum(next + 1, depth);
        let value = match (first, second) {
            (Literal::Text(first), Literal::Text(second)) => Literal::Bool((first == second) == equal),
            (Literal::Bool(first), Literal::Bool(second)) => Literal::Bool((first == second) == equal),
            _ => Literal::Unknown,
        };
        (value, end)
    }

    /// `!value`, of which `index` is the value's.
    pub fn negation(&mut self, index: usize, depth: usize) -> Read {
        if depth >= super::LIMIT_DEPTH {
            return (Literal::Unknown, index);
        }
        let (value, end) = self.operand(index, depth + 1);
        (is_true(&value).map_or(Literal::Unknown, |truth| Literal::Bool(!truth)), end)
    }
}

/// What a value counts for in a condition.
fn is_true(value: &Literal) -> Option<bool> {
    match value {
        Literal::Unknown => None,
        Literal::Null => Some(false),
        Literal::Text(text) => Some(!text.is_empty()),
        Literal::Number(number) => Some(number != "0"),
        Literal::Bool(value) => Some(*value),
        Literal::List(_) | Literal::Object(_) => Some(true),
    }
}

/// Whether `||`, or `??` if `only_null`, gives its right side. An unknown value, mostly a variable
/// of the environment, is taken to be missing: the fallback is what its author works with.
fn wants_fallback(value: &Literal, only_null: bool) -> bool {
    match value {
        Literal::Unknown | Literal::Null => true,
        value => !only_null && is_true(value) == Some(false),
    }
}
