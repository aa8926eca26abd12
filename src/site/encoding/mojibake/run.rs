//! The pieces of a text beyond ASCII, and what each was before.

use super::codec::{Codec, Weight};
use std::str;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A maximal run of characters beyond ASCII, with its neighbours.
///
/// U+FFFD stands between runs, not in them: no encoding reads bytes as it, so it marks what was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run<'a> {
    /// Empty where U+FFFD stands alone.
    pub text: &'a str,
    pub before: Option<char>,
    pub after: Option<char>,
}

/// What becomes of a run.
#[derive(Debug, PartialEq, Eq)]
pub enum Restored {
    Whole(String),
    /// The end of the run, from this byte on, is a character that lost its own end.
    Cut(String, usize),
    /// It is U+FFFD, or was when it was wrongly read: `锟斤拷`.
    Lost,
    /// It cannot come from this encoding.
    No,
}

/// The runs of a text with the bytes at which they begin.
pub fn runs(text: &str) -> Vec<(usize, Run<'_>)> {
    let mut runs = Vec::new();
    let mut rest = text;
    let mut before = None;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (plain, tail) = rest.split_at_checked(start).unwrap_or((rest, ""));
        before = plain.chars().next_back().or(before);
        let length = tail.find(|c: char| c.is_ascii() || c == '\u{FFFD}').unwrap_or(tail.len());
        let (run, after) = tail.split_at_checked(length).unwrap_or((tail, ""));
        runs.push((text.len() - tail.len(), Run { text: run, before, after: after.chars().next() }));
        rest = after.trim_start_matches('\u{FFFD}');
        before = after.chars().next().filter(|&c| c == '\u{FFFD}');
    }
    runs
}

impl Run<'_> {
    /// What the run was before this codec read it.
    pub fn restore(&self, codec: &Codec) -> Restored {
        if self.text.is_empty() {
            return Restored::Lost;
        }
        let mut bytes = Vec::with_capacity(self.text.len());
        // How much is known to be UTF-8, and where in both texts characters last ended together.
        let (mut sound, mut meeting) = (0, (0, 0));
        let mut chars = self.text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let expects = expected(bytes.get(sound..).unwrap_or_default());
            let next = chars.peek().map_or(self.after, |&(_, next)| Some(next));
            let Some(read) = codec.encode(c, expects, next) else { return Restored::No };
            bytes.extend_from_slice(read.as_slice());
            match str::from_utf8(bytes.get(sound..).unwrap_or_default()) {
                Ok(_) => {
                    sound = bytes.len();
                    meeting = (sound, at + c.len_utf8());
                }
                Err(error) if error.error_len().is_none() => sound += error.valid_up_to(),
                Err(_) => return Restored::No,
            }
        }
        let whole = meeting.1 == self.text.len();
        bytes.truncate(meeting.0);
        match String::from_utf8(bytes) {
            Ok(text) if text.contains('\u{FFFD}') => Restored::Lost,
            Ok(text) if !text.chars().all(is_text) => Restored::No,
            Ok(text) if whole => Restored::Whole(text),
            Ok(text) => Restored::Cut(text, meeting.1),
            Err(_) => Restored::No,
        }
    }

    /// Whether something was lost right before or after the run.
    pub fn beside_loss(&self) -> bool {
        self.before == Some('\u{FFFD}') || self.after == Some('\u{FFFD}')
    }

    /// Whether bytes may have been lost right after the run: readers put U+FFFD or `?` for them, and editors a space for
    /// the no-break space as which windows-1252 reads the second byte of `à`.
    pub fn ends_in_loss(&self, codec: &Codec) -> bool {
        let single_byte = matches!(codec.weight, Weight::PerRestored(_));
        matches!(self.after, Some('\u{FFFD}' | '?')) || single_byte && self.after == Some(' ')
    }

    pub fn has_letters(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }
}

/// How many continuation bytes a beginning of one character still needs.
fn expected(begun: &[u8]) -> usize {
    let all = match begun.first() {
        Some(0xC2..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF4) => 4,
        _ => 0,
    };
    all - begun.len().min(all)
}

/// What somebody may have written: no control, nothing unassigned or private.
fn is_text(c: char) -> bool {
    use GeneralCategory::{Control, PrivateUse, Unassigned};
    c.is_ascii_graphic() || !matches!(c.general_category(), Control | PrivateUse | Unassigned)
}
