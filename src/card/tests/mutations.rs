//! Themes that were damaged: none of them makes the program fall.

use super::{BUILT_IN, Post, files, typesetter};
use crate::card::Theme;
use crate::diag::Diagnostic;

fn parse(yaml: &str) -> Result<Theme, Diagnostic> {
    let mut files = files(yaml);
    files.art.push(("rosette.svg".to_owned(), b"<svg/>".to_vec()));
    Theme::parse(files)
}

/// Numbers that look like chance and are the same on every machine (xorshift, Marsaglia 2003).
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % limit.max(1)
    }
}

/// What a hand might type, and what none would.
const PIECES: [&str; 24] = [
    "-1",
    "0",
    "1e38",
    ".nan",
    ".inf",
    "-.inf",
    "999999999",
    "\"\"",
    "{",
    "}",
    "[",
    "]",
    "[]",
    "{}",
    ": ",
    "\n",
    "null",
    "~",
    "&a",
    "*a",
    "boxes: [",
    "50%",
    "\u{202e}",
    "\t",
];

fn damaged(yaml: &str, chance: &mut Chance) -> String {
    let mut text: Vec<char> = yaml.chars().collect();
    for _ in 0..=chance.below(3) {
        let at = chance.below(text.len());
        let end = (at + 1 + chance.below(12)).min(text.len());
        match chance.below(5) {
            0 => drop(text.drain(at..end)),
            1 => text[at] = char::from(chance.below(127) as u8),
            2 => drop(text.splice(at..end, PIECES[chance.below(PIECES.len())].chars())),
            3 => {
                let copied = text[at..end].to_vec();
                let to = chance.below(text.len());
                drop(text.splice(to..to, copied));
            }
            _ => text.truncate(at),
        }
    }
    text.into_iter().collect()
}

/// A number in place of another, which leaves most themes whole.
fn renumbered(yaml: &str, chance: &mut Chance) -> String {
    let numbers: Vec<(usize, char)> = yaml.char_indices().filter(|(_, c)| c.is_ascii_digit()).collect();
    let (at, _) = numbers[chance.below(numbers.len())];
    let piece = PIECES[chance.below(7)];
    let end = at + yaml[at..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(1);
    format!("{}{piece}{}", &yaml[..at], &yaml[end..])
}

#[test]
fn a_damaged_theme_is_understood_or_refused() {
    let mut chance = Chance(0x5EED);
    let (mut right, mut wrong) = (0, 0);
    for theme in BUILT_IN {
        for _ in 0..700 {
            match parse(&damaged(theme.yaml, &mut chance)) {
                Ok(_) => right += 1,
                Err(error) => {
                    wrong += 1;
                    assert_eq!(error.code, "theme-wrong");
                    assert!(
                        error.message.starts_with("the theme `mine` cannot be used: "),
                        "{}",
                        error.message
                    );
                }
            }
        }
    }
    assert!(right > 60 && wrong > 1000, "{right} right, {wrong} wrong");
}

#[test]
fn a_theme_with_odd_numbers_is_drawn_or_refused() {
    let mut chance = Chance(0xCA4D);
    let mut typesetter = typesetter();
    let cover = super::pixels::drawn(200, 150, |x, _| [x as u8; 3]);
    let post = Post::default().covered(cover).sized((120, 63));
    let mut drawn = 0;
    for theme in BUILT_IN {
        for _ in 0..60 {
            let yaml = renumbered(theme.yaml, &mut chance);
            let Ok(parsed) = parse(&yaml) else { continue };
            let pixels = crate::card::compose(&post.card(), &parsed, &mut typesetter).pixels();
            assert_eq!(pixels.rgb.len(), 120 * 63 * 3);
            drawn += 1;
        }
    }
    assert!(drawn > 20, "{drawn}");
}
