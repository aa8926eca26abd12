//! Walks through the characters of a source and knows where it is.

use std::str::Chars;

use super::Position;

/// What is left of a source.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    rest: Chars<'a>,
    position: Position,
}

impl<'a> Cursor<'a> {
    pub fn of(source: &'a str) -> Self {
        Self { rest: source.chars(), position: Position { line: 1, column: 1 } }
    }

    pub fn position(&self) -> Position {
        self.position
    }

    pub fn rest(&self) -> &'a str {
        self.rest.as_str()
    }

    pub fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    /// The character behind the next.
    pub fn second(&self) -> Option<char> {
        self.rest.clone().nth(1)
    }

    pub fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        if c == '\n' {
            self.position.line = self.position.line.saturating_add(1);
            self.position.column = 1;
        } else {
            self.position.column = self.position.column.saturating_add(1);
        }
        Some(c)
    }

    /// Goes past `text` if it comes next.
    pub fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.skip(text.chars().count());
        }
        found
    }

    pub fn skip(&mut self, characters: usize) {
        for _ in 0..characters {
            self.next();
        }
    }

    /// The characters up to the first that does not belong.
    pub fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.peek().filter(|c| belongs(*c)) {
            taken.push(c);
            self.next();
        }
        taken
    }

    /// Goes past `end`, or to the end of the source where there is none.
    pub fn skip_past(&mut self, end: &str) {
        while !self.eat(end) && self.next().is_some() {}
    }
}
