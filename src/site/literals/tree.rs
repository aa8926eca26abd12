//! Knows which bracket closes which, and so how to go past anything.

use super::Position;
use super::tokens::{self, Bracket, Kind, OPERATORS, Token};

/// The tokens of a source with their pairs of brackets.
pub(super) struct Tree {
    tokens: Vec<Token>,
    /// For an opening bracket the index of its closing one, or the number of tokens where there is
    /// none; for every other token its own index.
    partners: Vec<usize>,
}

impl Tree {
    pub fn of(source: &str) -> Self {
        let tokens = tokens::cut(source);
        let mut partners: Vec<usize> = (0..tokens.len()).collect();
        let mut open: Vec<(usize, Bracket)> = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Open(bracket) => open.push((index, bracket)),
                Kind::Close(bracket) if open.last().is_some_and(|(_, last)| *last == bracket) => {
                    let opening = open.pop().and_then(|(opening, _)| partners.get_mut(opening));
                    opening.into_iter().for_each(|partner| *partner = index);
                }
                _ => {}
            }
        }
        for (opening, _) in open {
            let unclosed = tokens.len();
            partners.get_mut(opening).into_iter().for_each(|partner| *partner = unclosed);
        }
        Self { tokens, partners }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn kind(&self, index: usize) -> Option<&Kind> {
        self.tokens.get(index).map(|token| &token.kind)
    }

    pub fn at(&self, index: usize) -> Position {
        self.tokens.get(index).map_or(Position { line: 1, column: 1 }, |token| token.at)
    }

    pub fn name(&self, index: usize) -> Option<&str> {
        match self.kind(index)? {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn is_mark(&self, index: usize, mark: &str) -> bool {
        matches!(self.kind(index), Some(Kind::Mark(found)) if *found == mark)
    }

    pub fn is_open(&self, index: usize, bracket: Bracket) -> bool {
        self.kind(index) == Some(&Kind::Open(bracket))
    }

    /// The index of the bracket that closes the one at `index`.
    pub fn partner(&self, index: usize) -> usize {
        self.partners.get(index).copied().unwrap_or(index)
    }

    /// The index behind the token at `index`, and behind all that it opens.
    pub fn past(&self, index: usize) -> usize {
        self.partner(index).saturating_add(1)
    }

    /// The index of the `=>` of the arrow function at `index`, behind the type of its outcome if
    /// that is given.
    pub fn arrow(&self, index: usize) -> Option<usize> {
        let mut next = self.past(index);
        if self.is_open(index, Bracket::Round) && self.is_mark(next, ":") {
            next += 1;
            while !self.is_mark(next, "=>") && !self.ends_at(next) {
                next = self.past(next);
            }
        }
        self.is_mark(next, "=>").then_some(next)
    }

    /// The next such bracket that belongs to the expression at `index`, if it is not far.
    pub fn find(&self, mut index: usize, bracket: Bracket) -> Option<usize> {
        // Between a function's name and its body stand few tokens outside of brackets.
        const LIMIT_TOKENS: usize = 256;
        for _ in 0..LIMIT_TOKENS {
            if self.is_open(index, bracket) {
                return Some(index);
            }
            index = self.past(index);
            self.kind(index)?;
        }
        None
    }

    /// Whether an expression that ended before `index` cannot go on there.
    pub fn ends_at(&self, index: usize) -> bool {
        match self.kind(index) {
            None | Some(Kind::Close(_) | Kind::Mark("," | ";" | ":")) => true,
            Some(_) => self.breaks_at(index),
        }
    }

    /// Whether a new line stands for a semicolon before `index`.
    pub fn breaks_at(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.tokens.get(before));
        let ended = before.is_none_or(Token::ends_value);
        let token = self.tokens.get(index);
        ended && token.is_some_and(|token| token.new_line && token.starts_statement())
    }

    /// Where the expression that goes on at `index` ends.
    pub fn skip_expression(&self, mut index: usize) -> usize {
        while !self.ends_at(index) {
            index = self.past(index);
        }
        index
    }

    /// Where the type that begins at `index` ends: at what cannot belong to a type.
    pub fn skip_type(&self, mut index: usize) -> usize {
        const ENDS: &[&str] = &["=", ";", "||", "??", "&&", "+", "==", "===", "!=", "!=="];
        let start = index;
        let mut angles = 0_i32;
        while let Some(kind) = self.kind(index) {
            match kind {
                Kind::Mark("<") => angles += 1,
                Kind::Mark(">") => angles -= 1,
                Kind::Mark(">>") => angles -= 2,
                Kind::Mark(">>>") => angles -= 3,
                Kind::Mark(",") if angles <= 0 => break,
                Kind::Mark(mark) if ENDS.contains(mark) => break,
                Kind::Close(_) => break,
                _ => {}
            }
            if index > start && self.breaks_at(index) {
                break;
            }
            index = self.past(index);
        }
        index
    }

    /// Where the next item begins in a list, an object or arguments that end at `end`.
    pub fn next_item(&self, mut index: usize, end: usize) -> usize {
        while index < end && !self.is_mark(index, ",") {
            index = self.past(index);
        }
        index.saturating_add(1).min(end)
    }
}

impl Token {
    /// Whether a value can end with this token.
    fn ends_value(&self) -> bool {
        match &self.kind {
            Kind::Name(name) => !OPERATORS.contains(&name.as_str()),
            Kind::Text(_) | Kind::Number(_) | Kind::Close(_) | Kind::Other => true,
            Kind::Mark(_) | Kind::Open(_) | Kind::Part(_) => false,
        }
    }

    /// Whether a token on a new line begins a new statement, if a value ended before it.
    fn starts_statement(&self) -> bool {
        match &self.kind {
            Kind::Name(name) => !["in", "instanceof", "as", "satisfies"].contains(&name.as_str()),
            Kind::Text(_) | Kind::Number(_) | Kind::Other => true,
            Kind::Open(bracket) => matches!(bracket, Bracket::Curly | Bracket::Element),
            Kind::Mark(mark) => ["@", "!", "~", "++", "--"].contains(mark),
            Kind::Close(_) | Kind::Part(_) => false,
        }
    }
}
