//! Works out the value of a Python expression, as far as its literals tell it.

use std::collections::BTreeMap;

use super::super::copies::{LIMIT_COPIED, copied};
use super::super::{LIMIT_DEPTH, Literal, Position};
use super::strings::Part;
use super::tokens::Kind;
use super::tree::Tree;

/// What is needed to work out values: the tokens and the names known so far.
pub(super) struct Values {
    pub tree: Tree,
    pub constants: BTreeMap<String, (Literal, Position)>,
    pub copies_left: usize,
}

/// A value, and the index of the token behind it.
pub(super) type Read = (Literal, usize);

impl Values {
    pub fn of(source: &str) -> Self {
        Self { tree: Tree::of(source), constants: BTreeMap::new(), copies_left: LIMIT_COPIED }
    }

    /// One value, or several with commas between them, up to `end` or the end of the statement.
    pub fn values(&mut self, index: usize) -> Read {
        let (value, mut next) = self.value(index, 0);
        if !self.tree.is_mark(next, ",") {
            return (value, next);
        }
        let mut items = vec![value];
        while self.tree.is_mark(next, ",") {
            if self.tree.ends_at(next + 1) || self.tree.is_mark(next + 1, "=") {
                next += 1;
                break;
            }
            let (value, end) = self.value(next + 1, 0);
            items.push(value);
            next = end;
        }
        (Literal::List(items), next)
    }

    /// A value with all that follows it: members, items and calls.
    pub fn primary(&mut self, index: usize, depth: usize) -> Read {
        if depth > LIMIT_DEPTH {
            return (Literal::Unknown, self.tree.past(index));
        }
        if let Some(Kind::Name(_)) = self.tree.kind(index) {
            let (value, next) = self.named(index, depth);
            return self.trailers(value, next, depth);
        }
        let (value, next) = self.atom(index, depth);
        self.trailers(value, next, depth)
    }

    fn atom(&mut self, index: usize, depth: usize) -> Read {
        let value = match self.tree.kind(index) {
            Some(Kind::Text(_) | Kind::Format(_)) => return self.text(index, depth),
            Some(Kind::Number(number)) => Literal::Number(number.clone()),
            Some(Kind::Open('[')) => self.list(index, depth),
            Some(Kind::Open('{')) => self.braces(index, depth),
            Some(Kind::Open(_)) => self.parenthesised(index, depth),
            None | Some(Kind::Mark("," | ";" | ":" | "=") | Kind::Close(_) | Kind::NewLine) => {
                return (Literal::Unknown, index);
            }
            Some(_) => Literal::Unknown,
        };
        (value, self.tree.past(index))
    }

    /// Strings that stand behind each other are one.
    fn text(&mut self, index: usize, depth: usize) -> Read {
        let mut text = Some(String::new());
        let mut next = index;
        loop {
            let more = match self.tree.kind(next) {
                Some(Kind::Text(more)) => Some(more.clone()),
                Some(Kind::Format(parts)) => {
                    let parts = parts.clone();
                    self.format(&parts, depth)
                }
                _ => return (text.map_or(Literal::Unknown, Literal::Text), next),
            };
            text = text.zip(more).map(|(text, more)| text + &more);
            next += 1;
        }
    }

    /// An f-string.
    fn format(&mut self, parts: &[Part], depth: usize) -> Option<String> {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(more) => text.push_str(more),
                Part::Code(code) => {
                    let outside = std::mem::replace(&mut self.tree, Tree::of(code));
                    let (value, end) = self.value(0, depth + 1);
                    let whole = end == self.tree.len();
                    self.tree = outside;
                    text.push_str(super::formats::written(&value).filter(|_| whole)?);
                }
            }
        }
        Some(text)
    }

    fn list(&mut self, index: usize, depth: usize) -> Literal {
        self.items(index, depth).map_or(Literal::Unknown, |(items, _)| Literal::List(items))
    }

    /// `(value)`, or a tuple.
    fn parenthesised(&mut self, index: usize, depth: usize) -> Literal {
        match self.items(index, depth) {
            Some((mut items, false)) if items.len() == 1 => items.pop().unwrap_or(Literal::Unknown),
            Some((items, _)) => Literal::List(items),
            None => Literal::Unknown,
        }
    }

    /// The items in the brackets at `index`, and whether a comma stands there; None where they are
    /// made in a loop.
    fn items(&mut self, index: usize, depth: usize) -> Option<(Vec<Literal>, bool)> {
        let end = self.tree.partner(index);
        let (mut items, mut comma) = (Vec::new(), false);
        let mut next = index + 1;
        while next < end {
            let star = self.tree.is_mark(next, "*");
            let (value, behind) = self.value(if star { next + 1 } else { next }, depth + 1);
            if self.tree.is_name(behind, "for") || self.tree.is_name(behind, "async") {
                return None;
            }
            let whole = behind == end || self.tree.is_mark(behind, ",");
            match value {
                Literal::List(more) if star && whole => items.extend(more),
                value if whole && !star => items.push(value),
                _ => items.push(Literal::Unknown),
            }
            let after = self.tree.next_item(behind, end);
            comma |= self.tree.is_mark(after.saturating_sub(1), ",");
            next = after.max(next + 1);
        }
        Some((items, comma))
    }

    /// A dictionary or a set.
    fn braces(&mut self, index: usize, depth: usize) -> Literal {
        let end = self.tree.partner(index);
        let (mut entries, mut items) = (Vec::new(), Vec::new());
        let mut next = index + 1;
        while next < end {
            if self.tree.is_mark(next, "**") {
                let (spread, behind) = self.value(next + 1, depth + 1);
                if let Literal::Object(more) = spread {
                    entries.extend(more);
                }
                next = self.tree.next_item(behind, end).max(next + 1);
                continue;
            }
            let (key, colon) = self.value(next, depth + 1);
            let mut behind = colon;
            if self.tree.is_mark(colon, ":") {
                let (value, after) = self.value(colon + 1, depth + 1);
                if self.tree.is_name(after, "for") || self.tree.is_name(after, "async") {
                    return Literal::Unknown;
                }
                behind = after;
                let whole = after == end || self.tree.is_mark(after, ",");
                if let Literal::Text(key) | Literal::Number(key) = key {
                    let value = if whole { value } else { Literal::Unknown };
                    entries.push((key, value, self.tree.at(colon + 1)));
                }
            } else if self.tree.is_name(colon, "for") {
                return Literal::Unknown;
            } else {
                items.push(key);
            }
            next = self.tree.next_item(behind, end).max(next + 1);
        }
        if items.is_empty() { Literal::Object(entries) } else { Literal::List(items) }
    }

    /// The constant of the name at `index`.
    pub fn constant(&mut self, index: usize, depth: usize) -> Literal {
        let found = self.tree.name(index).and_then(|name| self.constants.get(name));
        found.map_or(Literal::Unknown, |(found, _)| copied(found, depth, 1, &mut self.copies_left))
    }
}
