//! Knows which bracket of a Python file closes which, and so how to go past anything.

use super::super::Position;
use super::tokens::{self, Kind, Token};

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
        let mut open: Vec<(usize, char)> = Vec::new();
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

    /// Whether the token at `index` begins a statement that stands in no block.
    pub fn is_first(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.first)
    }

    pub fn name(&self, index: usize) -> Option<&str> {
        match self.kind(index)? {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn is_name(&self, index: usize, name: &str) -> bool {
        self.name(index) == Some(name)
    }

    pub fn is_mark(&self, index: usize, mark: &str) -> bool {
        matches!(self.kind(index), Some(Kind::Mark(found)) if *found == mark)
    }

    pub fn is_open(&self, index: usize, bracket: char) -> bool {
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

    /// Whether a statement ends before `index`.
    pub fn ends_at(&self, index: usize) -> bool {
        matches!(self.kind(index), None | Some(Kind::NewLine | Kind::Mark(";")))
    }

    /// Where the next item begins in brackets that end at `end`.
    pub fn next_item(&self, mut index: usize, end: usize) -> usize {
        while index < end && !self.is_mark(index, ",") {
            index = self.past(index);
        }
        index.saturating_add(1).min(end)
    }
}
