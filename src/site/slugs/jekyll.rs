//! Makes the slugs of Jekyll.

use super::letters::{decomposed, is_digit, is_letter, is_mark, lower_each, runs_replaced};

/// The modes of Jekyll's `slugify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "addresses need two of them; the tests hold the whole function to Jekyll's")]
pub enum Mode {
    Raw,
    Default,
    Pretty,
    Ascii,
    Latin,
}

/// `Utils.slugify` (`lib/jekyll/utils.rb`), with the case kept if `cased`.
pub fn slug(text: &str, mode: Mode, cased: bool) -> String {
    let word = |c: char| is_mark(c) || is_letter(c) || is_digit(c);
    let slug = match mode {
        Mode::Raw => runs_replaced(text, '-', |c| !matches!(c, ' ' | '\t'..='\r')),
        Mode::Default => runs_replaced(text, '-', word),
        Mode::Pretty => runs_replaced(text, '-', |c| word(c) || "._~!$&'()+,;=@".contains(c)),
        Mode::Ascii => runs_replaced(text, '-', |c| c.is_ascii_alphanumeric()),
        Mode::Latin => runs_replaced(&latin(text), '-', word),
    };
    let slug = slug.strip_prefix('-').unwrap_or(&slug);
    let slug = slug.strip_suffix('-').unwrap_or(slug);
    if cased { slug.to_owned() } else { lower_each(slug) }
}

/// `:title` in a permalink, of the slug that the front matter or the file's name gives.
pub fn title(slug_text: &str) -> String {
    slug(slug_text, Mode::Pretty, true)
}

/// `:slug` in a permalink, and each of `:slugified_categories`.
pub fn plain(slug_text: &str) -> String {
    slug(slug_text, Mode::Default, false)
}

/// Each of `:categories`.
pub fn category(name: &str) -> String {
    lower_each(name)
}

/// `I18n.transliterate`: Latin letters without their accents; every other character is a `?`.
fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let plain = match c {
            '×' => "x",
            'Æ' => "AE",
            'æ' => "ae",
            'Ð' | 'Đ' => "D",
            'ð' | 'đ' => "d",
            'Ø' => "O",
            'ø' => "o",
            'Þ' => "Th",
            'þ' => "th",
            'ß' => "ss",
            'Ħ' => "H",
            'ħ' => "h",
            'ı' => "i",
            'Ĳ' => "IJ",
            'ĳ' => "ij",
            'ĸ' => "k",
            'Ŀ' | 'Ł' => "L",
            'ŀ' | 'ł' => "l",
            'ŉ' => "'n",
            'Ŋ' => "NG",
            'ŋ' => "ng",
            'Œ' => "OE",
            'œ' => "oe",
            'Ŧ' => "T",
            'ŧ' => "t",
            c if c.is_ascii() => {
                out.push(c);
                continue;
            }
            'À'..='ž' => {
                let base = decomposed(&c.to_string()).chars().next().filter(char::is_ascii_alphabetic);
                out.push(base.unwrap_or('?'));
                continue;
            }
            _ => "?",
        };
        out.push_str(plain);
    }
    out
}
