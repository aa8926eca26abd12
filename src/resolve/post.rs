//! One post: its title, address, dates, people and cover.

use super::{attachments, cover, dates, excerpt, language, title};
use crate::diag::Diagnostic;
use crate::model::{Author, Excluded, Field, Post, RawPost, Route, RouteClock, SiteFacts, encode_path};
use chrono::{DateTime, FixedOffset, TimeZone};
use percent_encoding::percent_decode_str;
use url::Url;

/// The present, and the framework's clock.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    pub now: DateTime<FixedOffset>,
    /// Whether what is still to come is published all the same.
    pub with_future: bool,
    pub clock: RouteClock,
}

/// Makes a post complete; its texts move over, so that a large site is not held twice.
///
/// # Errors
/// The reason for which it is left out.
pub fn resolve(
    raw: RawPost,
    site: &SiteFacts,
    time: Time,
    said: &mut Vec<Diagnostic>,
) -> Result<Post, Excluded> {
    match moment(&raw, site, time, said) {
        Ok(published) => Ok(complete(raw, published, site, said)),
        Err(reason) => Err(Excluded { path: raw.path, reason }),
    }
}

/// When it is published, where it is to be seen by now.
fn moment(
    raw: &RawPost,
    site: &SiteFacts,
    time: Time,
    said: &mut Vec<Diagnostic>,
) -> Result<DateTime<FixedOffset>, &'static str> {
    if raw.draft {
        return Err("draft");
    }
    let published = published(raw, site, &mut |diagnostic| said.push(diagnostic.in_file(raw.path.as_str())))?;
    let published = match time.clock {
        RouteClock::Own => published,
        RouteClock::Site => published.with_timezone(&site.time_zone).fixed_offset(),
        RouteClock::Utc => published.to_utc().fixed_offset(),
    };
    in_time(raw, site, published, time)?;
    Ok(published)
}

fn complete(
    raw: RawPost,
    published: DateTime<FixedOffset>,
    site: &SiteFacts,
    said: &mut Vec<Diagnostic>,
) -> Post {
    let mut say = |diagnostic: Diagnostic| said.push(diagnostic.in_file(raw.path.as_str()));
    let title = title::of(&raw, &mut say);
    let (url, url_path) = address(&raw, site, published, &mut say);
    let card_title = title::on_card(&raw, &title);
    let updated = updated(&raw, site, published, &mut say);
    let language = post_language(&raw, site, &mut say);
    let cover = cover::cover(&raw, site, &mut say);
    let card = cover::wish(&raw, site, &mut say);
    let card_theme = cover::theme(&raw);
    let excerpt = if raw.summary.is_none() { excerpt::of(&raw.sample) } else { None };
    let enclosures = attachments::enclosures(&raw, site, &mut say);
    let mut authors = match raw.authors.map(Field::into_value) {
        Some(named) if !named.is_empty() => named,
        _ => raw.default_author.map_or_else(|| site.authors.clone(), |author| vec![Author::clone(&author)]),
    };
    for author in &mut authors {
        author.avatar = author.avatar.as_deref().and_then(|avatar| site.absolute(avatar));
    }
    let text = |field: Option<Field<String>>| field.map(Field::into_value);
    Post {
        path: raw.path,
        header: raw.header,
        id: text(raw.id).unwrap_or_else(|| url.clone()),
        url,
        url_path,
        card_title,
        title,
        published,
        updated,
        summary: text(raw.summary),
        tags: raw.tags,
        authors,
        language,
        translations: Vec::new(),
        cover: cover.map(Box::new),
        card,
        card_theme: card_theme.map(Box::new),
        in_feeds: !raw.no_feed && !raw.unlisted,
        excerpt,
        reading_minutes: raw.reading_minutes,
        section: text(raw.section).or(raw.folder),
        series: text(raw.series),
        external_url: text(raw.external_url),
        rights: text(raw.rights),
        enclosures,
        content_hash: raw.content_hash,
        repaired: raw.repaired.map(|repaired| repaired.encoding),
    }
}

/// Whether it is to be seen by now; where future posts are published, only what is over is left out.
fn in_time(
    raw: &RawPost,
    site: &SiteFacts,
    published: DateTime<FixedOffset>,
    time: Time,
) -> Result<(), &'static str> {
    let moment = |field: &Option<Field<String>>| {
        field.as_ref().and_then(|field| Some(dates::read(&field.value, site.time_zone).ok()?.at))
    };
    if !time.with_future && !raw.is_released && moment(&raw.not_before).unwrap_or(published) > time.now {
        return Err("future");
    }
    if moment(&raw.expires).is_some_and(|end| end <= time.now) {
        return Err("expired");
    }
    Ok(())
}

fn published(
    raw: &RawPost,
    site: &SiteFacts,
    say: &mut impl FnMut(Diagnostic),
) -> Result<DateTime<FixedOffset>, &'static str> {
    if let Some(field) = &raw.published {
        return read_date(raw, field, site).map_err(|(error, hint)| {
            say(error.hint(format!("{hint}; until then the post is left out")));
            "invalid date"
        });
    }
    let midnight = dates::in_path(&raw.path).and_then(|day| day.and_hms_opt(0, 0, 0));
    let named = midnight.and_then(|time| site.time_zone.from_local_datetime(&time).earliest());
    if let Some(date) = named {
        return Ok(date.fixed_offset());
    }
    // A folder of Markdown holds pages too, and those have no date; a folder of posts does not.
    if raw.is_post {
        say(Diagnostic::error("date-missing", "the post has no date")
            .at(raw.lines.location(raw.lines.first, 1, 1))
            .label("no `date` in this front matter")
            .hint("add `date: 2023-12-31`; until then the post is left out"));
    }
    Err("no date")
}

/// A date, or the diagnostic and the hint for it.
fn read_date(
    raw: &RawPost,
    field: &Field<String>,
    site: &SiteFacts,
) -> Result<DateTime<FixedOffset>, (Diagnostic, String)> {
    dates::read(&field.value, site.time_zone).map(|written| written.at).map_err(|error| {
        let diagnostic =
            Diagnostic::error("date-invalid", "`date` is not a date").at(raw.place(field)).label(error.label);
        (diagnostic, error.hint)
    })
}

/// An edit before publication is no update.
fn updated(
    raw: &RawPost,
    site: &SiteFacts,
    published: DateTime<FixedOffset>,
    say: &mut impl FnMut(Diagnostic),
) -> Option<DateTime<FixedOffset>> {
    let field = raw.updated.as_ref()?;
    match dates::read(&field.value, site.time_zone) {
        Ok(written) => Some(written.at).filter(|at| *at > published),
        Err(error) => {
            say(Diagnostic::warning("date-invalid", "the date of the last edit is not a date")
                .at(raw.place(field))
                .label(error.label)
                .hint(error.hint));
            None
        }
    }
}

/// The absolute address, and the path below the site's root, decoded, without slashes at its ends.
fn address(
    raw: &RawPost,
    site: &SiteFacts,
    published: DateTime<FixedOffset>,
    say: &mut impl FnMut(Diagnostic),
) -> (String, String) {
    let whole = match &raw.route {
        Route::Address(written) => {
            Url::parse(written).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
        }
        Route::Path { .. } => None,
    };
    if let Some(url) = whole {
        let path = url.as_str().strip_prefix(site.url.as_str()).unwrap_or_else(|| url.path());
        let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
        let decoded = percent_decode_str(path).decode_utf8_lossy().into_owned();
        return (String::from(url), decoded);
    }
    let route = raw.route.at(published, site.time_zone).unwrap_or_default();
    let mut parts: Vec<&str> = Vec::new();
    for part in route.split('/') {
        match part {
            "" | "." => {}
            // Nothing is above the site's root.
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let clean = parts.join("/");
    if clean.len() + 8 < route.len() {
        say(Diagnostic::warning(
            "address-odd",
            format!("the address `{}` is written as `{}`", route, encode_path(&clean)),
        ));
    }
    let slash = if route.ends_with('/') && !clean.is_empty() { "/" } else { "" };
    (site.address_of(&format!("{clean}{slash}")), clean)
}

fn post_language(raw: &RawPost, site: &SiteFacts, say: &mut impl FnMut(Diagnostic)) -> String {
    let Some(field) = &raw.language else { return site.language.clone() };
    if language::is_tag(&field.value) {
        return language::tag(&field.value);
    }
    say(Diagnostic::warning("language-invalid", format!("`{}` is no language tag", field.value))
        .at(raw.place(field))
        .label(format!("`{}` is used", site.language))
        .hint("write it as in BCP 47: `en`, `pt-BR`"));
    site.language.clone()
}
