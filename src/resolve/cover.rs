//! The pictures of a post: its cover, and a card that is finished.

#[cfg(test)]
mod tests;

use super::{attachments, focus};
use crate::diag::{Diagnostic, Location};
use crate::model::{CardTheme, CardWish, Cover, Field, RawCover, RawPost, SiteFacts};

/// The cover, whether or not its file was found.
pub fn cover(raw: &RawPost, site: &SiteFacts, say: &mut impl FnMut(Diagnostic)) -> Option<Cover> {
    let field = raw.cover.as_ref()?;
    // Whether a cover of another host is fetched is decided when it is drawn.
    if field.value.file.is_none() && !field.value.looked_for.is_empty() {
        say(absent(
            site,
            &field.value,
            raw.place(field),
            ["cover-missing", "cover-remote"],
            "cover",
            "the card is drawn without it",
        ));
    }
    Some(Cover { focus: focus(raw, say), ..found(raw, field, site) })
}

/// What is to become of the post's card: one that is finished, where its file is there.
pub fn wish(raw: &RawPost, site: &SiteFacts, say: &mut impl FnMut(Diagnostic)) -> CardWish {
    match &raw.finished_card {
        _ if raw.no_card => CardWish::None,
        None => CardWish::Draw,
        Some(field) if field.value.file.is_some() => CardWish::Finished(Box::new(found(raw, field, site))),
        Some(field) => {
            let instead = "one is drawn instead";
            say(absent(
                site,
                &field.value,
                raw.place(field),
                ["card-missing", "card-remote"],
                "finished card",
                instead,
            ));
            CardWish::Draw
        }
    }
}

/// The theme that the post wishes for.
pub fn theme(raw: &RawPost) -> Option<CardTheme> {
    raw.card_theme.as_ref().map(|field| CardTheme { name: field.value.clone(), at: raw.place(field) })
}

fn found(raw: &RawPost, field: &Field<RawCover>, site: &SiteFacts) -> Cover {
    let cover = &field.value;
    Cover {
        source: cover.source.clone(),
        file: cover.file.clone(),
        alt: cover.alt.clone(),
        url: attachments::address(site, &cover.source, cover.file.as_deref()),
        focus: None,
        at: Some(raw.place(field)),
    }
}

/// Says that a picture's file is not there, or is another host's.
fn absent(
    site: &SiteFacts,
    cover: &RawCover,
    place: Location,
    [missing, remote]: [&'static str; 2],
    what: &str,
    instead: &str,
) -> Diagnostic {
    match cover.looked_for.first() {
        Some(first) => Diagnostic::warning(missing, format!("the {what} is not at `{}`", site.shown(first)))
            .at(place)
            .label(format!("no such file; {instead}"))
            .hint(match cover.looked_for.get(1..) {
                Some([]) | None => "put the picture there".to_owned(),
                Some(others) => {
                    let others: Vec<String> = others.iter().map(|other| site.shown(other)).collect();
                    format!("put the picture there; also looked for: {}", others.join(", "))
                }
            }),
        None => Diagnostic::warning(remote, format!("the {what} is on another host"))
            .at(place)
            .label(format!("not fetched; {instead}"))
            .hint("keep a copy in the site and name that"),
    }
}

fn focus(raw: &RawPost, say: &mut impl FnMut(Diagnostic)) -> Option<(f32, f32)> {
    let field = raw.cover_focus.as_ref()?;
    focus::read(&field.value).unwrap_or_else(|wrong| {
        say(Diagnostic::warning("focus-invalid", "the focus of the cover is not a place on it")
            .at(raw.place(field))
            .label(format!("{wrong}; not used"))
            .hint("write `[0.5, 0.2]`, from the left and from the top, or `50% 20%`, or `top left`"));
        None
    })
}
