//! Cuts Python into tokens.

use super::super::Position;
use super::super::cursor::Cursor;
use super::strings::{self, Part};

/// One token and where it begins.
#[derive(Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub at: Position,
    /// Whether it begins a line that stands in no block.
    pub first: bool,
}

/// What a token is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name(String),
    Text(String),
    /// An f-string.
    Format(Vec<Part>),
    Number(String),
    /// An operator or a separator.
    Mark(&'static str),
    Open(char),
    /// By the character that opens it.
    Close(char),
    /// The end of a statement's line.
    NewLine,
    /// Bytes, or what is not Python.
    Other,
}

/// Longest first, so that the first that fits is the right one.
const MARKS: &[&str] = &[
    "**=", "//=", ">>=", "<<=", "...", "**", "//", "->", ":=", "==", "!=", "<=", ">=", "+=", "-=", "*=",
    "/=", "%=", "|=", "&=", "^=", "@=", "<<", ">>", "=", "+", "-", "*", "/", "%", "<", ">", ":", ",", ";",
    ".", "&", "|", "^", "~", "@", "!",
];

/// The tokens of a source.
pub(super) fn cut(source: &str) -> Vec<Token> {
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let mut lexer = Lexer { cursor: Cursor::of(source), tokens: Vec::new(), open: 0, line_begins: true };
    while let Some(c) = lexer.cursor.peek() {
        lexer.token(c);
    }
    lexer.tokens
}

struct Lexer<'a> {
    cursor: Cursor<'a>,
    tokens: Vec<Token>,
    /// How many brackets are open: lines do not end inside of them.
    open: usize,
    /// Whether the next token is the first of its line.
    line_begins: bool,
}

impl Lexer<'_> {
    fn token(&mut self, c: char) {
        let at = self.cursor.position();
        let next_is_digit = self.cursor.second().is_some_and(|c| c.is_ascii_digit());
        let kind = match c {
            '\n' => {
                self.cursor.next();
                if self.open == 0 && !self.line_begins {
                    self.push(Kind::NewLine, at);
                    self.line_begins = true;
                }
                return;
            }
            '\\' if self.cursor.eat("\\\n") || self.cursor.eat("\\\r\n") => return,
            c if c.is_whitespace() => {
                self.cursor.next();
                return;
            }
            '#' => {
                self.cursor.take_while(|c| c != '\n');
                return;
            }
            '"' | '\'' => strings::string(&mut self.cursor, ""),
            '0'..='9' => self.number(),
            '.' if next_is_digit => self.number(),
            c if c.is_alphabetic() || c == '_' => {
                let name = self.cursor.take_while(|c| c.is_alphanumeric() || c == '_');
                let quote = matches!(self.cursor.peek(), Some('"' | '\''));
                if quote && strings::is_prefix(&name) {
                    strings::string(&mut self.cursor, &name)
                } else {
                    Kind::Name(name)
                }
            }
            _ => self.bracket(c).unwrap_or_else(|| self.mark()),
        };
        self.push(kind, at);
    }

    fn push(&mut self, kind: Kind, at: Position) {
        let first = std::mem::take(&mut self.line_begins) && at.column == 1;
        self.tokens.push(Token { kind, at, first });
    }

    fn bracket(&mut self, c: char) -> Option<Kind> {
        let kind = match c {
            '(' | '[' | '{' => {
                self.open += 1;
                Kind::Open(c)
            }
            ')' => Kind::Close('('),
            ']' => Kind::Close('['),
            '}' => Kind::Close('{'),
            _ => return None,
        };
        if matches!(kind, Kind::Close(_)) {
            self.open = self.open.saturating_sub(1);
        }
        self.cursor.next();
        Some(kind)
    }

    fn mark(&mut self) -> Kind {
        match MARKS.iter().find(|mark| self.cursor.eat(mark)) {
            Some(mark) => Kind::Mark(mark),
            None => {
                self.cursor.next();
                Kind::Other
            }
        }
    }

    /// Also `0xFF`, `1_000`, `1e-3` and `10j`.
    fn number(&mut self) -> Kind {
        let mut number = String::new();
        while let Some(c) = self.cursor.peek() {
            let exponent = number.ends_with(['e', 'E']) && !number.starts_with("0x");
            if !(c.is_ascii_alphanumeric() || c == '_' || c == '.' || (exponent && "+-".contains(c))) {
                break;
            }
            number.push(c);
            self.cursor.next();
        }
        Kind::Number(number)
    }
}
