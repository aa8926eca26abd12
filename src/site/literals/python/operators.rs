//! Works out what Python's operators make of known values.

use super::super::{LIMIT_DEPTH, Literal};
use super::formats;
use super::values::{Read, Values};

impl Values {
    /// The value of the expression at `index`, as far as it is understood: the caller sees by the
    /// token behind whether that is all of it.
    pub fn value(&mut self, index: usize, depth: usize) -> Read {
        if depth > LIMIT_DEPTH {
            return (Literal::Unknown, self.tree.past(index));
        }
        let (value, next) = self.either(index, depth);
        if !self.tree.is_name(next, "if") {
            return (value, next);
        }
        // `value if condition else other`, or the condition of a comprehension.
        let (condition, end) = self.either(next + 1, depth);
        if !self.tree.is_name(end, "else") {
            return (Literal::Unknown, end);
        }
        let (other, end) = self.value(end + 1, depth + 1);
        let value = match is_true(&condition) {
            Some(true) => value,
            Some(false) => other,
            None => Literal::Unknown,
        };
        (value, end)
    }

    /// Values with `or` between them. One that is unknown is taken to be missing: the fallback is
    /// what its author works with.
    fn either(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.both(index, depth);
        while self.tree.is_name(next, "or") {
            let (fallback, end) = self.both(next + 1, depth);
            next = end;
            if is_true(&value) != Some(true) {
                value = fallback;
            }
        }
        (value, next)
    }

    fn both(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.negation(index, depth);
        while self.tree.is_name(next, "and") {
            let (second, end) = self.negation(next + 1, depth);
            next = end;
            value = match is_true(&value) {
                Some(true) => second,
                Some(false) => value,
                None => Literal::Unknown,
            };
        }
        (value, next)
    }

    fn negation(&mut self, index: usize, depth: usize) -> Read {
        let (mut start, mut negative) = (index, false);
        while self.tree.is_name(start, "not") {
            start += 1;
            negative = !negative;
        }
        let (value, next) = self.comparison(start, depth);
        if start == index {
            return (value, next);
        }
        (is_true(&value).map_or(Literal::Unknown, |truth| Literal::Bool(truth != negative)), next)
    }

    fn comparison(&mut self, index: usize, depth: usize) -> Read {
        let (first, next) = self.sum(index, depth);
        let equal = self.tree.is_mark(next, "==");
        if !equal && !self.tree.is_mark(next, "!=") {
            return (first, next);
        }
        let (second, end) = self.sum(next + 1, depth);
        let value = match (first, second) {
            (Literal::Text(first), Literal::Text(second)) => Literal::Bool((first == second) == equal),
            _ => Literal::Unknown,
        };
        (value, end)
    }

    /// Values with `+`, `|` or `%` between them; `%` binds tighter, which only formats show.
    fn sum(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.remainder(index, depth);
        while self.tree.is_mark(next, "+") || self.tree.is_mark(next, "|") {
            let (more, end) = self.remainder(next + 1, depth);
            next = end;
            value = joined(value, more);
        }
        (value, next)
    }

    fn remainder(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.signed(index, depth);
        while self.tree.is_mark(next, "%") {
            let (arguments, end) = self.signed(next + 1, depth);
            next = end;
            value = match value {
                Literal::Text(format) => self.charge(formats::percent(&format, &arguments)),
                _ => Literal::Unknown,
            };
        }
        (value, next)
    }

    fn signed(&mut self, index: usize, depth: usize) -> Read {
        let sign = ["-", "+"].into_iter().find(|sign| self.tree.is_mark(index, sign));
        let Some(sign) = sign else { return self.primary(index, depth) };
        match self.primary(index + 1, depth) {
            (Literal::Number(number), end) => {
                (Literal::Number(sign.trim_start_matches('+').to_owned() + &number), end)
            }
            (_, end) => (Literal::Unknown, end),
        }
    }

    /// A text that was put together, if so much may still be copied.
    pub fn charge(&mut self, text: Option<String>) -> Literal {
        let left = text.as_ref().and_then(|text| self.copies_left.checked_sub(text.len()));
        match text.zip(left) {
            Some((text, left)) => {
                self.copies_left = left;
                Literal::Text(text)
            }
            None => Literal::Unknown,
        }
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
        Literal::List(items) => Some(!items.is_empty()),
        Literal::Object(entries) => Some(!entries.is_empty()),
    }
}

/// Two values with a `+` between them, or two dictionaries with a `|`.
pub(super) fn joined(first: Literal, second: Literal) -> Literal {
    match (first, second) {
        (Literal::Text(first), Literal::Text(second)) => Literal::Text(first + &second),
        (Literal::List(mut first), Literal::List(second)) => {
            first.extend(second);
            Literal::List(first)
        }
        (Literal::Object(mut first), Literal::Object(second)) => {
            first.extend(second);
            Literal::Object(first)
        }
        _ => Literal::Unknown,
    }
}
