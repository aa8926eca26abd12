//! Works out the value of an expression, as far as its literals tell it.

use std::collections::BTreeMap;

use super::tokens::{Bracket, Kind};
use super::tree::Tree;
use super::{LIMIT_DEPTH, Literal};

/// How much may be copied from constants into other values, in characters and entries: constants
/// that name each other twice would double with every line.
const LIMIT_COPIED: usize = 1 << 20;

/// What is needed to work out values: the tokens and the constants known so far.
pub(super) struct Values {
    pub tree: Tree,
    constants: BTreeMap<String, Literal>,
    copies_left: usize,
}

/// A value, and the index of the token behind it.
pub(super) type Read = (Literal, usize);

impl Values {
    pub fn of(tree: Tree) -> Self {
        Self { tree, constants: BTreeMap::new(), copies_left: LIMIT_COPIED }
    }

    pub fn define(&mut self, name: &str, value: Literal) {
        self.constants.insert(name.to_owned(), value);
    }

    pub fn defined(&self, name: &str) -> Option<&Literal> {
        self.constants.get(name)
    }

    /// The value of the expression at `index`; what follows its known beginning and changes it in
    /// ways not foreseen here makes all of it unknown.
    pub fn value(&mut self, index: usize, depth: usize) -> Read {
        if depth > LIMIT_DEPTH {
            return (Literal::Unknown, self.tree.skip_expression(index));
        }
        let (mut value, mut next) = self.sum(index, depth);
        while self.tree.is_mark(next, "||") || self.tree.is_mark(next, "??") {
            let only_null = self.tree.is_mark(next, "??");
            let (fallback, end) = self.sum(next + 1, depth);
            next = end;
            if wants_fallback(&value, only_null) {
                value = fallback;
            }
        }
        if self.tree.ends_at(next) {
            return (value, next);
        }
        (Literal::Unknown, self.tree.skip_expression(next))
    }

    /// Values joined by `+`.
    fn sum(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.operand(index, depth);
        while self.tree.is_mark(next, "+") {
            let (more, end) = self.operand(next + 1, depth);
            next = end;
            value = joined(value, &more);
        }
        (value, next)
    }

    /// A value with what TypeScript says about it.
    fn operand(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.primary(index, depth);
        loop {
            if self.tree.ends_at(next) {
                return (value, next);
            }
            next = match self.tree.kind(next) {
                Some(Kind::Mark("!")) => next + 1,
                Some(Kind::Name(name)) if name == "as" || name == "satisfies" => {
                    self.tree.skip_type(next + 1)
                }
                // A member or a call of something that is no constant.
                Some(Kind::Mark("." | "?.")) => {
                    value = Literal::Unknown;
                    let named = self.tree.name(next + 1).is_some();
                    if named { next + 2 } else { next + 1 }
                }
                Some(Kind::Open(Bracket::Round | Bracket::Square | Bracket::Template)) => {
                    value = Literal::Unknown;
                    self.tree.past(next)
                }
                _ => return (value, next),
            };
        }
    }

    fn primary(&mut self, index: usize, depth: usize) -> Read {
        let value = match self.tree.kind(index) {
            Some(Kind::Text(text)) => Literal::Text(text.clone()),
            Some(Kind::Number(number)) => Literal::Number(number.clone()),
            Some(Kind::Mark(sign @ ("-" | "+"))) => return self.signed(index + 1, sign),
            Some(Kind::Open(Bracket::Template)) => self.template(index, depth),
            Some(Kind::Open(Bracket::Square)) => self.list(index, depth),
            Some(Kind::Open(Bracket::Curly)) => self.object(index, depth),
            Some(Kind::Open(Bracket::Round)) => return self.parenthesised(index, depth),
            Some(Kind::Name(_)) => return self.named(index, depth),
            None | Some(Kind::Mark("," | ";") | Kind::Close(_)) => {
                return (Literal::Unknown, index);
            }
            Some(_) => Literal::Unknown,
        };
        (value, self.tree.past(index))
    }

    fn signed(&mut self, index: usize, sign: &str) -> Read {
        let Some(Kind::Number(number)) = self.tree.kind(index) else {
            return (Literal::Unknown, index);
        };
        let sign = sign.trim_start_matches('+');
        (Literal::Number(format!("{sign}{number}")), index + 1)
    }

    /// `(value)`; the head of an arrow function looks alike.
    fn parenthesised(&mut self, index: usize, depth: usize) -> Read {
        let (close, next) = (self.tree.partner(index), self.tree.past(index));
        if self.tree.is_mark(next, "=>") {
            return (Literal::Unknown, next);
        }
        match self.value(index + 1, depth + 1) {
            (value, end) if end == close => (value, next),
            _ => (Literal::Unknown, next),
        }
    }

    fn named(&mut self, index: usize, depth: usize) -> Read {
        let next = index + 1;
        match self.tree.name(index).unwrap_or_default() {
            "true" => (Literal::Bool(true), next),
            "false" => (Literal::Bool(false), next),
            "null" | "undefined" => (Literal::Null, next),
            // An address made into an object is still that address.
            "new" if self.tree.name(next) == Some("URL") => self.only_argument(next + 1, depth),
            "Object" if self.tree.name(next + 1) == Some("freeze") => self.only_argument(next + 2, depth),
            _ if self.tree.is_mark(next, "=") => self.value(next + 1, depth + 1),
            _ => self.member(index, depth),
        }
    }

    /// The value in the parentheses at `index`, if it stands alone there.
    fn only_argument(&mut self, index: usize, depth: usize) -> Read {
        if !self.tree.is_open(index, Bracket::Round) {
            return (Literal::Unknown, index);
        }
        self.parenthesised(index, depth)
    }

    /// A constant, or what is in it: `site`, `site.author.name`, `site['url']`, `links[0]`.
    fn member(&mut self, index: usize, depth: usize) -> Read {
        let tree = &self.tree;
        let mut found = tree.name(index).and_then(|name| self.constants.get(name));
        let mut next = index + 1;
        let mut steps = 1;
        loop {
            let dot = tree.is_mark(next, ".") || tree.is_mark(next, "?.");
            if dot && let Some(name) = tree.name(next + 1) {
                found = found.and_then(|within| entry(within, name, &mut steps));
                next += 2;
                continue;
            }
            let square = if dot { next + 1 } else { next };
            if !tree.is_open(square, Bracket::Square) || tree.partner(square) != square + 2 {
                break;
            }
            found = match tree.kind(square + 1) {
                Some(Kind::Text(key)) => found.and_then(|within| entry(within, key, &mut steps)),
                Some(Kind::Number(number)) => found.and_then(|within| item(within, number)),
                _ => None,
            };
            next = square + 3;
        }
        let value = match found {
            Some(found) => copied(found, depth, steps, &mut self.copies_left),
            None => Literal::Unknown,
        };
        (value, next)
    }

    /// The constant of the name at `index`.
    pub fn reference(&mut self, index: usize, depth: usize) -> Literal {
        let found = self.tree.name(index).and_then(|name| self.constants.get(name));
        found.map_or(Literal::Unknown, |found| copied(found, depth, 1, &mut self.copies_left))
    }
}

fn entry<'a>(within: &'a Literal, key: &str, steps: &mut usize) -> Option<&'a Literal> {
    if let Literal::Object(entries) = within {
        *steps = steps.saturating_add(entries.len());
    }
    within.get(&[key])
}

fn item<'a>(within: &'a Literal, number: &str) -> Option<&'a Literal> {
    match within {
        Literal::List(items) => items.get(number.parse::<usize>().ok()?),
        _ => None,
    }
}

/// A copy, if `left` allows for it and it stands no deeper than anything else may; what it costs,
/// the `steps` to find it included, is taken off.
fn copied(literal: &Literal, depth: usize, steps: usize, left: &mut usize) -> Literal {
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

/// Whether `||`, or `??` if `only_null`, gives its right side. An unknown value, mostly a variable
/// of the environment, is taken to be missing: the fallback is what its author works with.
fn wants_fallback(value: &Literal, only_null: bool) -> bool {
    match value {
        Literal::Unknown | Literal::Null => true,
        Literal::Text(text) => !only_null && text.is_empty(),
        Literal::Number(number) => !only_null && number == "0",
        Literal::Bool(value) => !only_null && !value,
        Literal::List(_) | Literal::Object(_) => false,
    }
}

/// Two values with a `+` between them: text where one of them is.
fn joined(first: Literal, second: &Literal) -> Literal {
    match (first, second) {
        (Literal::Text(mut text), second) => match written(second) {
            Some(more) => {
                text.push_str(more);
                Literal::Text(text)
            }
            None => Literal::Unknown,
        },
        (first, Literal::Text(more)) => match written(&first) {
            Some(text) => Literal::Text(text.to_owned() + more),
            None => Literal::Unknown,
        },
        _ => Literal::Unknown,
    }
}

/// A value as it stands in a text that it is put into. Only whole numbers are sure to look there
/// as they do in the code.
pub(super) fn written(value: &Literal) -> Option<&str> {
    match value {
        Literal::Text(text) => Some(text),
        Literal::Number(number) => {
            let digits = number.chars().all(|c| c.is_ascii_digit());
            let plain = number == "0" || (!number.starts_with('0') && number.len() <= 15);
            (digits && plain).then_some(number)
        }
        Literal::Bool(true) => Some("true"),
        Literal::Bool(false) => Some("false"),
        _ => None,
    }
}
