//! The page of the sample site: every card as it was drawn, and every feed.

use crate::model::{PublishedFeed, escape_html as escape};
use crate::pipeline::Report;

const STYLE: &str = include_str!("../../assets/demo-page.css");

/// One page that needs nothing but the files beside it.
pub fn html(report: &Report) -> String {
    let title = escape(&report.site.facts.title);
    let description = escape(report.site.facts.description.as_deref().unwrap_or_default());
    let language = escape(&report.site.facts.language);
    let feeds: String = report.feeds.iter().filter(|feed| feed.main).map(feed_item).collect();
    let links: String =
        report.feeds.iter().filter(|feed| feed.main).map(|feed| feed.discovery() + "\n").collect();
    let cards: String = report.site.posts.iter().zip(&report.cards).map(|(post, card)| {
        let Some(card) = card else { return String::new() };
        format!(
            "<figure lang=\"{}\" dir=\"auto\">\n<img src=\"{}\" width=\"{}\" height=\"{}\" alt=\"{}\">\n<figcaption><b>{}</b><span>{}</span></figcaption>\n</figure>\n",
            escape(&post.language),
            escape(&relative(&card.path)),
            card.width_px,
            card.height_px,
            escape(&card.alt),
            escape(&post.title),
            escape(post.summary.as_deref().unwrap_or_default()),
        )
    }).collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"generator\" content=\"Syndicard\">\n<title>{title}: cards and feeds</title>\n{links}<style>\n{STYLE}</style>\n\
         <header>\n<h1>{title}</h1>\n<p>{description}</p>\n<ul>\n{feeds}<li><a href=\"subscribe/index.html\">Subscribe</a></li>\n</ul>\n</header>\n<main>\n{cards}</main>\n</html>\n"
    )
}

fn feed_item(feed: &PublishedFeed) -> String {
    format!("<li><a href=\"{}\">{}</a></li>\n", escape(&relative(&feed.path)), escape(feed.format_title))
}

/// A path beside the page, percent-encoded.
fn relative(path: &str) -> String {
    crate::model::encode_path(path)
}
