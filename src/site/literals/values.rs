//! Works out the value of an expression, as far as its literals tell it.

use std::collections::BTreeMap;

use super::copies::LIMIT_COPIED;
use super::imports::Imports;
use super::tokens::{Bracket, Kind};
use super::tree::Tree;
use super::{LIMIT_DEPTH, Literal};

/// What is needed to work out values: the tokens and the constants known so far.
pub(super) struct Values<'a> {
    pub tree: Tree,
    pub imports: Imports<'a>,
    pub constants: BTreeMap<String, Literal>,
    pub copies_left: usize,
}

/// A value, and the index of the token behind it.
pub(super) type Read = (Literal, usize);

impl<'a> Values<'a> {
    pub fn of(tree: Tree, imports: Imports<'a>) -> Self {
        Self { tree, imports, constants: BTreeMap::new(), copies_left: LIMIT_COPIED }
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
        let (value, next) = self.choice(index, depth);
        if self.tree.ends_at(next) {
            return (value, next);
        }
        (Literal::Unknown, self.tree.skip_expression(next))
    }

    /// Values joined by `+`.
    pub fn sum(&mut self, index: usize, depth: usize) -> Read {
        let (mut value, mut next) = self.operand(index, depth);
        while self.tree.is_mark(next, "+") {
            let (more, end) = self.operand(next + 1, depth);
            next = end;
            value = joined(value, &more);
        }
        (value, next)
    }

    /// A value with what TypeScript says about it.
    pub fn operand(&mut self, index: usize, depth: usize) -> Read {
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
            Some(Kind::Mark("!")) => return self.negation(index + 1, depth),
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
    pub fn parenthesised(&mut self, index: usize, depth: usize) -> Read {
        let (close, next) = (self.tree.partner(index), self.tree.past(index));
        if let Some(arrow) = self.tree.arrow(index) {
            return (Literal::Unknown, arrow);
        }
        match self.value(index + 1, depth + 1) {
            (value, end) if end == close => (value, next),
            _ => (Literal::Unknown, next),
        }
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
