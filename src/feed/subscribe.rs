//! The page for people: what a feed is, the latest posts with their cards, and every feed there is.

mod words;

use super::content::is_rtl;
use crate::model::{PostMedia, PublishedFeed, Site, encode_path, escape_html};
use std::collections::BTreeMap;

/// How many posts it shows.
const LATEST: usize = 6;

/// The page. `path`, where it stands, and the paths of the style sheet and of the list of feeds are relative to the directory
/// served at the site's root; what it shows is linked relatively, so that it can be looked at before it is published.
pub fn page(
    site: &Site,
    media: &[PostMedia],
    feeds: &[PublishedFeed],
    path: &str,
    opml: Option<&str>,
    stylesheet: Option<&str>,
) -> String {
    let root = "../".repeat(path.matches('/').count());
    let beside = |path: &str| escape_html(&format!("{root}{}", encode_path(path)));
    let facts = &site.facts;
    let words = words::of(&facts.language);
    let title = escape_html(&facts.title);
    let direction = if is_rtl(&facts.language) { "rtl" } else { "ltr" };
    let discovery: String = feeds.iter().map(|feed| feed.discovery() + "\n").collect();
    let description = facts.description.as_deref().map(|text| format!("<p>{}</p>\n", escape_html(text)));
    let opml = opml
        .map(|path| format!("<p><a href=\"{}\" type=\"text/x-opml\">{}</a></p>\n", beside(path), words.all));
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Syndicard\">\n<title>{subscribe}: {title}</title>\n{discovery}\
         {stylesheet}</head>\n<body>\n\
         <header>\n<p><a href=\"{home}\">{title}</a></p>\n<h1>{subscribe}</h1>\n{description}</header>\n\
         <main>\n<section class=\"how\">\n<p>{what}</p>\n<p>{how}</p>\n</section>\n\
         <section>\n<h2>{feeds_title}</h2>\n{main}{opml}</section>\n\
         <section>\n<h2>{latest}</h2>\n<ul class=\"posts\">\n{posts}</ul>\n</section>\n{more}</main>\n</body>\n</html>\n",
        language = escape_html(&facts.language),
        subscribe = words.subscribe,
        stylesheet = stylesheet
            .map(|path| format!("<link rel=\"stylesheet\" href=\"{}\">\n", beside(path)))
            .unwrap_or_default(),
        home = escape_html(facts.url.as_str()),
        description = description.unwrap_or_default(),
        what = words.what,
        how = words.how,
        feeds_title = words.feeds,
        main = feed_list(feeds.iter().filter(|feed| feed.main)),
        more = more(feeds, words.more),
        opml = opml.unwrap_or_default(),
        latest = words.latest,
        posts = post_list(site, media, &beside),
    )
}

/// The feeds of tags, authors and so on, after the posts: there may be hundreds.
fn more(feeds: &[PublishedFeed], title: &str) -> String {
    if feeds.iter().all(|feed| feed.main) {
        return String::new();
    }
    let list = feed_list(feeds.iter().filter(|feed| !feed.main));
    format!("<section>\n<h2>{title}</h2>\n{list}</section>\n")
}

/// Each channel once, with its formats beside each other.
fn feed_list<'a>(feeds: impl Iterator<Item = &'a PublishedFeed>) -> String {
    let mut channels: Vec<(&str, Vec<&PublishedFeed>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for feed in feeds {
        let place = *places.entry(feed.folder()).or_insert_with(|| {
            channels.push((&feed.title, Vec::new()));
            channels.len() - 1
        });
        if let Some((_, formats)) = channels.get_mut(place) {
            formats.push(feed);
        }
    }
    let items: String = channels
        .into_iter()
        .map(|(title, formats)| {
            let links: Vec<String> = formats
                .iter()
                .map(|feed| {
                    let url = escape_html(&feed.url);
                    format!("<a href=\"{url}\" type=\"{}\">{}</a>", feed.media_type, feed.format_title)
                })
                .collect();
            let address = formats.first().map(|feed| escape_html(&feed.url)).unwrap_or_default();
            format!(
                "<li><b dir=\"auto\">{}</b> <span class=\"formats\">{}</span><code dir=\"ltr\">{address}</code></li>\n",
                escape_html(title),
                links.join(" ")
            )
        })
        .collect();
    format!("<ul class=\"feeds\">\n{items}</ul>\n")
}

fn post_list(site: &Site, media: &[PostMedia], beside: &dyn Fn(&str) -> String) -> String {
    let shown = site.posts.iter().zip(media).filter(|(post, _)| post.in_feeds).take(LATEST);
    shown
        .map(|(post, media)| {
            let card = media.card.as_ref().map(|card| {
                format!(
                    "<img src=\"{}\" width=\"{}\" height=\"{}\" alt=\"\" loading=\"lazy\">",
                    beside(&card.path),
                    card.width_px,
                    card.height_px
                )
            });
            let summary = post.summary.as_deref().map(|text| format!("<p>{}</p>", escape_html(text)));
            format!(
                "<li lang=\"{language}\" dir=\"auto\"><a href=\"{url}\">{card}<b>{title}</b></a> <time datetime=\"{time}\">{day}</time>{summary}</li>\n",
                language = escape_html(&post.language),
                url = escape_html(&post.url),
                card = card.unwrap_or_default(),
                title = escape_html(&post.title),
                time = post.published.to_rfc3339(),
                day = post.published.format("%Y-%m-%d"),
                summary = summary.unwrap_or_default(),
            )
        })
        .collect()
}
