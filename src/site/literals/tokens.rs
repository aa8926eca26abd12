//! Cuts JavaScript into tokens.

use super::cursor::Cursor;
use super::{Position, jsx, strings};

/// One token and where it begins.
#[derive(Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub at: Position,
    /// A line ends between the token before and this one.
    pub new_line: bool,
}

/// What a token is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name(String),
    Text(String),
    Number(String),
    /// An operator or a separator.
    Mark(&'static str),
    Open(Bracket),
    Close(Bracket),
    /// A stretch of a template.
    Part(String),
    /// A regular expression, or what is not JavaScript.
    Other,
}

/// What comes in pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    Round,
    Square,
    Curly,
    Template,
    /// `${` and `}` in a template.
    Hole,
    /// The whole of a JSX element.
    Element,
}

/// What the characters that come next belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Curly,
    Hole,
    Template,
    Tag,
    Children,
}

/// Longest first, so that the first that fits is the right one.
const MARKS: &[&str] = &[
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=",
    ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>",
    "**", "=", "+", "-", "*", "/", "%", "<", ">", "!", "?", ":", ",", ";", ".", "&", "|", "^", "~", "@", "#",
];

/// Words behind which a value begins.
pub(super) const OPERATORS: &[&str] = &[
    "return",
    "typeof",
    "case",
    "in",
    "of",
    "delete",
    "void",
    "throw",
    "new",
    "else",
    "do",
    "await",
    "yield",
    "instanceof",
    "default",
];

/// The tokens of a source.
pub(super) fn cut(source: &str) -> Vec<Token> {
    let (tokens, within) = lex(source, true);
    // An element without an end was none: `<Config>{…}` is also how TypeScript names a type.
    if within.iter().any(|within| matches!(within, Within::Tag | Within::Children)) {
        return lex(source, false).0;
    }
    tokens
}

fn lex(source: &str, elements: bool) -> (Vec<Token>, Vec<Within>) {
    let mut lexer = Lexer {
        cursor: Cursor::of(source),
        tokens: Vec::new(),
        within: Vec::new(),
        elements,
        no_regex_from: usize::MAX,
    };
    lexer.cursor.eat("\u{FEFF}");
    if lexer.cursor.rest().starts_with("#!") {
        lexer.cursor.skip_past("\n");
    }
    while lexer.cursor.peek().is_some() {
        match lexer.within.last() {
            Some(Within::Template) => lexer.template(),
            Some(Within::Tag) => jsx::tag(&mut lexer),
            Some(Within::Children) => jsx::children(&mut lexer),
            Some(Within::Curly | Within::Hole) | None => lexer.code(),
        }
    }
    (lexer.tokens, lexer.within)
}

pub(super) struct Lexer<'a> {
    pub cursor: Cursor<'a>,
    pub tokens: Vec<Token>,
    pub within: Vec<Within>,
    /// Whether `<` may begin an element.
    elements: bool,
    /// How many bytes are left at the end of the line in which a regular expression was looked for
    /// and not found: looking again at every stroke of a long line would take forever.
    no_regex_from: usize,
}

impl Lexer<'_> {
    pub fn push(&mut self, kind: Kind, at: Position) {
        let new_line = self.tokens.last().is_none_or(|last| last.at.line < at.line);
        self.tokens.push(Token { kind, at, new_line });
    }

    fn code(&mut self) {
        let at = self.cursor.position();
        let Some(c) = self.cursor.peek() else { return };
        let next_is_digit = self.cursor.second().is_some_and(|c| c.is_ascii_digit());
        let kind = match c {
            c if c.is_whitespace() || c == '\u{FEFF}' => {
                self.cursor.next();
                return;
            }
            '/' if self.cursor.eat("//") => {
                self.cursor.take_while(|c| c != '\n');
                return;
            }
            '/' if self.cursor.eat("/*") => {
                self.cursor.skip_past("*/");
                return;
            }
            '/' if self.value_begins() && self.regex() => Kind::Other,
            '<' if self.elements && self.value_begins() && jsx::begins(&self.cursor) => {
                self.within.push(Within::Tag);
                self.cursor.next();
                Kind::Open(Bracket::Element)
            }
            '"' | '\'' => {
                self.cursor.next();
                strings::quoted(&mut self.cursor, c).map_or(Kind::Other, Kind::Text)
            }
            '0'..='9' => self.number(),
            '.' if next_is_digit => self.number(),
            c if starts_name(c) => Kind::Name(self.cursor.take_while(continues_name)),
            _ => self.bracket(c).unwrap_or_else(|| self.mark()),
        };
        self.push(kind, at);
    }

    fn bracket(&mut self, c: char) -> Option<Kind> {
        let kind = match c {
            '(' => Kind::Open(Bracket::Round),
            ')' => Kind::Close(Bracket::Round),
            '[' => Kind::Open(Bracket::Square),
            ']' => Kind::Close(Bracket::Square),
            '{' => {
                self.within.push(Within::Curly);
                Kind::Open(Bracket::Curly)
            }
            '}' => match self.within.pop() {
                Some(Within::Hole) => Kind::Close(Bracket::Hole),
                _ => Kind::Close(Bracket::Curly),
            },
            '`' => {
                self.within.push(Within::Template);
                Kind::Open(Bracket::Template)
            }
            _ => return None,
        };
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

    fn template(&mut self) {
        let at = self.cursor.position();
        if self.cursor.eat("`") {
            self.within.pop();
            self.push(Kind::Close(Bracket::Template), at);
        } else if self.cursor.eat("${") {
            self.within.push(Within::Hole);
            self.push(Kind::Open(Bracket::Hole), at);
        } else {
            let text = strings::template(&mut self.cursor);
            self.push(Kind::Part(text), at);
        }
    }

    /// Also `0xFF`, `1_000`, `1e-3` and `10n`.
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

    /// Whether a value may stand here: a stroke then begins a regular expression instead of
    /// dividing, and `<` an element instead of comparing.
    fn value_begins(&self) -> bool {
        match self.tokens.last().map(|token| &token.kind) {
            None => true,
            Some(Kind::Mark(mark)) => !["++", "--"].contains(mark),
            Some(Kind::Open(_)) => true,
            Some(Kind::Name(name)) => OPERATORS.contains(&name.as_str()),
            Some(_) => false,
        }
    }

    /// Goes past a regular expression, if there is one.
    fn regex(&mut self) -> bool {
        let left = self.cursor.rest().len();
        if left > self.no_regex_from {
            return false;
        }
        let mut ahead = self.cursor.clone();
        ahead.next();
        let mut in_class = false;
        loop {
            match ahead.next() {
                None | Some('\n') => {
                    self.no_regex_from = ahead.rest().len();
                    return false;
                }
                Some('\\') => {
                    ahead.next();
                }
                Some('[') => in_class = true,
                Some(']') => in_class = false,
                Some('/') if !in_class => break,
                Some(_) => {}
            }
        }
        ahead.take_while(continues_name);
        self.cursor = ahead;
        true
    }
}

pub(super) fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_' || c == '$'
}

fn continues_name(c: char) -> bool {
    starts_name(c) || c.is_alphanumeric()
}
