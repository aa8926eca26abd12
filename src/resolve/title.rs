//! What a post is called.

#[cfg(test)]
mod tests;

use super::plain_title;
use crate::diag::Diagnostic;
use crate::model::{Header, RawPost};

/// A title or a tag of this length is a mistake; the longest of 16,164 real titles had 251 characters.
const TITLE_LIMIT: usize = 1_000;

/// The title, else the first heading, else the file's name.
pub fn of(raw: &RawPost, say: &mut impl FnMut(Diagnostic)) -> String {
    if let Some(field) = raw.title.as_ref().filter(|title| !title.value.is_empty()) {
        if field.value.chars().nth(TITLE_LIMIT).is_some() {
            say(Diagnostic::warning(
                "title-too-long",
                format!("the title is longer than {TITLE_LIMIT} characters"),
            )
            .at(raw.place(field))
            .label("cut"));
        }
        return shortened(&field.value);
    }
    let (title, from) = match &raw.first_heading {
        Some(heading) => (heading.clone(), "the first heading"),
        None => (raw_name(raw), "the file's name"),
    };
    let what = if raw.title.is_some() { "the title is empty" } else { "the post has no title" };
    let place = raw
        .title
        .as_ref()
        .map_or_else(|| raw.lines.location(raw.lines.first, 1, 1), |field| raw.place(field));
    say(Diagnostic::warning("title-missing", what).at(place).label(format!("{from} is used: `{title}`")));
    title
}

/// The title that the post gives its card, as it is written there; else the post's own without marks.
pub fn on_card(raw: &RawPost, title: &str) -> String {
    raw.card_title.as_ref().map_or_else(|| plain_title::of(title), |field| shortened(&field.value))
}

fn shortened(title: &str) -> String {
    if title.chars().nth(TITLE_LIMIT).is_none() {
        return title.to_owned();
    }
    title.chars().take(TITLE_LIMIT - 1).chain(['…']).collect()
}

/// The name of a post's file; in an export, the post's own.
fn raw_name(raw: &RawPost) -> String {
    match raw.path.rsplit_once('#').filter(|_| raw.header == Header::Export) {
        Some((_, slug)) => name(slug),
        None => name(&raw.path),
    }
}

/// `2021-03-04-my-post.md` is called `My post`; `my-post/index.md` too.
fn name(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = if stem == "index" { parts.next().unwrap_or(stem) } else { stem };
    let dated = stem.get(..10).filter(|head| head.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
    let bare =
        dated.and_then(|head| stem.strip_prefix(head)).map_or(stem, |rest| rest.trim_start_matches('-'));
    let words = if bare.is_empty() { stem } else { bare }.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
