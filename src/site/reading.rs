//! How long a body takes to read.

#[cfg(test)]
mod tests;

use memchr::memchr3;

/// In parts of a minute that make each rate below a whole number.
const MINUTE: u64 = 23_000;
/// 230 words a minute: silent reading of English non-fiction has a mean of 238 (Brysbaert 2019), other languages a little less.
const WORD: u64 = 100;
/// Code is skimmed: half of it is read.
const CODE_WORD: u64 = 50;
/// 500 characters of Chinese or Japanese a minute, which is what the generators of sites reckon with, too.
const IDEOGRAPH: u64 = 46;
/// 1,000 characters a minute of scripts that set no spaces between words of four or five letters.
const LETTER: u64 = 23;

/// Adds up a body's words, line by line.
#[derive(Debug, Default)]
pub struct Reading {
    sum: u64,
    inside: Inside,
}

/// In what that nobody reads a line begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Text,
    /// A tag of HTML or JSX whose attributes go over several lines.
    Tag,
    Comment,
    /// MDX imports and exports, which end with a blank line.
    Module,
}

impl Reading {
    /// Takes a line of prose, trimmed; `previous` is the line before, empty where a paragraph begins.
    pub fn prose(&mut self, line: &str, previous: &str) {
        if self.inside == Inside::Module && !line.is_empty() {
            return;
        }
        if line.is_empty() {
            // A tag that never ends must not swallow the rest of the post.
            if self.inside != Inside::Comment {
                self.inside = Inside::Text;
            }
            return;
        }
        if previous.is_empty() && self.inside == Inside::Text && is_module_code(line) {
            self.inside = Inside::Module;
            return;
        }
        let plain = self.inside == Inside::Text && is_plain(line);
        self.sum += WORD * if plain { words(line) } else { self.marked_up(line) };
    }

    /// Takes a line of a code block.
    pub fn code(&mut self, line: &str) {
        self.sum += CODE_WORD * words(line);
    }

    /// Minutes, begun ones counting whole as where others show them; nothing where there is nothing to read.
    pub fn minutes(&self) -> Option<u32> {
        (self.sum > 0).then(|| u32::try_from(self.sum.div_ceil(MINUTE)).unwrap_or(u32::MAX))
    }

    /// The words of a line that holds markup or scripts without spaces; the latter's characters are added by themselves.
    fn marked_up(&mut self, line: &str) -> u64 {
        let mut words = 0;
        let mut in_word = false;
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let skipped = match self.inside {
                Inside::Tag => self.until(rest, ">"),
                Inside::Comment => self.until(rest, "-->"),
                _ if matches!(c, '<' | '{' | '!') => self.markup(rest),
                _ => None,
            };
            if let Some(after) = skipped {
                // `one<br>two` is two words, and `<b>o</b>ne` is as good as two.
                in_word = false;
                rest = after;
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            match kind(c) {
                Kind::Space => in_word = false,
                Kind::Mark => {}
                Kind::Word => {
                    words += u64::from(!in_word);
                    in_word = true;
                }
                Kind::Ideograph => {
                    self.sum += IDEOGRAPH;
                    in_word = false;
                }
                Kind::Letter => {
                    self.sum += LETTER;
                    in_word = false;
                }
            }
        }
        words
    }

    /// What follows `end`; to the line's end where it does not come.
    fn until<'a>(&mut self, rest: &'a str, end: &str) -> Option<&'a str> {
        match rest.split_once(end) {
            Some((_, after)) => {
                self.inside = Inside::Text;
                Some(after)
            }
            None => Some(""),
        }
    }

    /// What follows the markup with which the text begins, if it does: a tag, a comment, a shortcode, a picture.
    fn markup<'a>(&mut self, rest: &'a str) -> Option<&'a str> {
        if let Some(inside) = rest.strip_prefix("<!--") {
            self.inside = Inside::Comment;
            return self.until(inside, "-->");
        }
        if let Some(inside) = rest.strip_prefix('<') {
            if inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '>')) {
                self.inside = Inside::Tag;
                return self.until(inside, ">");
            }
            return None;
        }
        for (start, end) in [("{{", "}}"), ("{%", "%}"), ("{/*", "*/}"), ("![", ")")] {
            if let Some(inside) = rest.strip_prefix(start) {
                return inside.split_once(end).map(|(_, after)| after);
            }
        }
        None
    }
}

/// Whether a line holds no markup, and no script or punctuation beyond what [`words`] can count.
fn is_plain(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr3(b'<', b'{', b'!', bytes).is_none() && (bytes.is_ascii() || bytes.iter().all(|&byte| byte < 0xE0))
}

/// Words of a line in which every byte beyond ASCII belongs to a letter: what stands between spaces and is not marks alone.
///
/// Eight bytes at a time, each a bit: a word counts at its first letter, and what follows up to the next space is in it. Adding the
/// letters to what is no space carries from the first letter to the end of the word.
fn words(line: &str) -> u64 {
    let (mut words, mut is_open) = (0, false);
    let mut add = |eight: [u8; 8]| {
        let (letters, inside) = bits(eight);
        let seeds = letters | u32::from(is_open) & inside;
        let in_word = inside & ((inside ^ (inside + seeds)) | seeds);
        words += u64::from((letters & !(in_word << 1 | u32::from(is_open))).count_ones());
        is_open = in_word & 0x80 != 0;
    };
    let (eights, rest) = line.as_bytes().as_chunks::<8>();
    eights.iter().copied().for_each(&mut add);
    let mut last = [b' '; 8];
    last.iter_mut().zip(rest).for_each(|(to, &byte)| *to = byte);
    add(last);
    words
}

/// Of eight bytes, the lowest bit for the first: which are letters, digits or beyond ASCII, and which are no space.
fn bits(eight: [u8; 8]) -> (u32, u32) {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let bytes = u64::from_le_bytes(eight);
    let ascii = bytes & !HIGH;
    // The high bit of each byte that is at least so much: no sum of seven bits overflows its byte.
    let at_least = |bytes: u64, least: u8| bytes + u64::from(0x80 - least) * ONES;
    let between = |bytes: u64, first: u8, last: u8| at_least(bytes, first) & !at_least(bytes, last + 1);
    let letters = between(ascii | (0x20 * ONES), b'a', b'z') | between(ascii, b'0', b'9') | bytes;
    let inside = at_least(ascii, b' ' + 1) | bytes;
    // The product brings the eight high bits together in its highest byte.
    let together = |high: u64| u32::from((((high & HIGH).wrapping_mul(0x0002_0408_1020_4081)) >> 56) as u8);
    (together(letters), together(inside))
}

enum Kind {
    Space,
    /// Punctuation, which neither is a word nor ends one.
    Mark,
    Word,
    Ideograph,
    Letter,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => Kind::Word,
        _ if c.is_whitespace() => Kind::Space,
        '\0'..='\x7F' => Kind::Mark,
        // General punctuation, arrows, mathematical signs, dingbats; and CJK punctuation.
        '\u{2000}'..='\u{2BFF}'
        | '\u{2E00}'..='\u{2E7F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{30FB}'
        | '\u{FE00}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}'
        | '\u{1F000}'..='\u{1FAFF}' => Kind::Mark,
        // Han, kana, bopomofo; Korean sets spaces.
        '\u{2E80}'..='\u{30FF}'
        | '\u{3100}'..='\u{312F}'
        | '\u{31A0}'..='\u{31FF}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF10}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}' => Kind::Ideograph,
        // Thai, Lao, Tibetan, Myanmar, Khmer.
        '\u{0E00}'..='\u{0FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => Kind::Letter,
        _ => Kind::Word,
    }
}

/// `import a from 'b'`, `export const c = …`; not a sentence that begins with such a word.
fn is_module_code(line: &str) -> bool {
    let rest = line.strip_prefix("import ").or_else(|| line.strip_prefix("export "));
    rest.is_some_and(|rest| {
        rest.contains(['{', '='])
            || rest.contains(" from ") && rest.contains(['\'', '"'])
            || rest.starts_with(['\'', '"'])
            || rest.starts_with("default ")
            || rest.starts_with("function ")
    })
}
