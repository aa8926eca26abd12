//! Cuts a written date into numbers, words and marks.

use super::names;

/// One piece of a written date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    /// In lower case.
    Word(String),
    Mark(char),
}

/// A run of digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Never below what was written only up to 18 digits; beyond, simply very large.
    pub value: u64,
    /// In ASCII, so that its length counts digits.
    pub digits: String,
}

struct Piece {
    token: Token,
    /// Where it starts in the text, in bytes.
    start: usize,
    /// A blank stands before it.
    spaced: bool,
}

/// The pieces of a text, and how far they have been read.
pub(super) struct Tokens<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    next: usize,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Self {
        // A second pair of quotes inside the first is common in front matter made by scripts;
        // org-mode puts its dates between angle brackets.
        let text = text.trim_matches(|c: char| c.is_whitespace() || "'\"`“”‘’<>\u{FEFF}".contains(c));
        let mut pieces: Vec<Piece> = Vec::new();
        let mut spaced = true;
        // Whether the character before belongs to the last piece's run.
        let mut running = false;
        for (start, raw) in text.char_indices() {
            let c = plain(raw);
            if c.is_whitespace() {
                (spaced, running) = (true, false);
                continue;
            }
            let last = pieces.last_mut().filter(|_| running).map(|piece| &mut piece.token);
            match last {
                Some(Token::Number(number)) if c.is_ascii_digit() => number.push(c),
                Some(Token::Word(word)) if is_letter(c) => word.extend(c.to_lowercase()),
                _ => pieces.push(Piece { token: Token::starting(c), start, spaced }),
            }
            (spaced, running) = (false, true);
        }
        Self { text, pieces, next: 0 }
    }

    /// The next piece.
    pub fn peek(&self) -> Option<&Token> {
        self.peek_at(0)
    }

    /// The piece `ahead` of the next.
    pub fn peek_at(&self, ahead: usize) -> Option<&Token> {
        self.pieces.get(self.next.saturating_add(ahead)).map(|piece| &piece.token)
    }

    /// Whether a blank, or nothing at all, stands before the piece `ahead` of the next.
    pub fn spaced_at(&self, ahead: usize) -> bool {
        self.pieces.get(self.next.saturating_add(ahead)).is_none_or(|piece| piece.spaced)
    }

    pub fn skip(&mut self, pieces: usize) {
        self.next = self.next.saturating_add(pieces).min(self.pieces.len());
    }

    /// Takes the next piece if it is a number.
    pub fn number(&mut self) -> Option<Number> {
        let Some(Token::Number(number)) = self.peek() else {
            return None;
        };
        let number = number.clone();
        self.skip(1);
        Some(number)
    }

    /// Takes the next piece if it is one of `marks`.
    pub fn mark(&mut self, marks: &str) -> Option<char> {
        let Some(&Token::Mark(mark)) = self.peek() else {
            return None;
        };
        if !marks.contains(mark) {
            return None;
        }
        self.skip(1);
        Some(mark)
    }

    /// Takes the next piece if it is one of `words`.
    pub fn word(&mut self, words: &[&str]) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(word)) if words.contains(&word.as_str()));
        if found {
            self.skip(1);
        }
        found
    }

    /// Where to come `back` to.
    pub fn here(&self) -> usize {
        self.next
    }

    pub fn back(&mut self, here: usize) {
        self.next = here;
    }

    /// A weekday says nothing that the date does not; a wrong one is the commonest slip of all.
    pub fn skip_weekday(&mut self) {
        let here = self.here();
        while self.mark(",").is_some() {}
        if self.word(names::WEEKDAYS) {
            while self.mark(",.").is_some() {}
        } else {
            self.back(here);
        }
    }

    /// The text from the next piece on, as written.
    pub fn rest(&self) -> &'a str {
        let start = self.pieces.get(self.next).map(|piece| piece.start);
        start.and_then(|start| self.text.get(start..)).unwrap_or("")
    }

    /// Takes the pieces that start in the next `bytes` of the text.
    pub fn skip_bytes(&mut self, bytes: usize) {
        let Some(start) = self.pieces.get(self.next).map(|piece| piece.start) else {
            return;
        };
        while self.pieces.get(self.next).is_some_and(|piece| piece.start < start + bytes) {
            self.next += 1;
        }
    }

    /// Nothing may follow, but for `(Central European Summer Time)`, `[Europe/Paris]` and dots.
    pub fn finish(&mut self) -> Result<(), String> {
        while self.mark(",.").is_some() {}
        let rest = self.rest();
        let bracketed =
            (rest.starts_with('(') && rest.ends_with(')')) || (rest.starts_with('[') && rest.ends_with(']'));
        if rest.is_empty() || bracketed {
            return Ok(());
        }
        let first = rest.split_whitespace().next().unwrap_or(rest);
        Err(match first.chars().nth(20) {
            None => format!("`{first}` after the date"),
            Some(_) => "more than a date".to_owned(),
        })
    }
}

impl Token {
    fn starting(c: char) -> Self {
        if c.is_ascii_digit() {
            let mut number = Number { value: 0, digits: String::new() };
            number.push(c);
            Self::Number(number)
        } else if is_letter(c) {
            Self::Word(c.to_lowercase().collect())
        } else {
            Self::Mark(c)
        }
    }
}

impl Number {
    fn push(&mut self, digit: char) {
        self.digits.push(digit);
        let value = u64::from(digit.to_digit(10).unwrap_or(0));
        self.value = self.value.saturating_mul(10).saturating_add(value);
    }

    pub fn len(&self) -> usize {
        self.digits.len()
    }

    /// `len` digits from the digit `start` on, as a number.
    pub fn part(&self, start: usize, len: usize) -> u64 {
        let digits = self.digits.get(start..start.saturating_add(len));
        digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
    }
}

/// Chinese, Japanese and Korean put the unit right behind its number and the next word behind that.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !"年月日号號년월일".contains(c)
}

/// Dashes, digits and full-width signs as ASCII has them.
fn plain(c: char) -> char {
    /// The zeros of the Arabic, Persian, Devanagari and full-width digits.
    const ZEROS: [u32; 4] = [0x0660, 0x06F0, 0x0966, 0xFF10];
    let digit = ZEROS
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10))
        .and_then(|digit| char::from_digit(digit, 10));
    match c {
        '‐' | '‑' | '–' | '—' | '−' | '－' => '-',
        '／' => '/',
        '：' => ':',
        '，' | '、' => ',',
        '．' => '.',
        _ => digit.unwrap_or(c),
    }
}
