//! The whole of a post for its feeds, read and rendered when a document needs it.

use crate::feed::content::{self, Content, Source};
use crate::model::{ContentChoice, Post};
use crate::plan::Plan;
use crate::site::{self, Markup};
use crate::store::Remark;
use std::collections::BTreeMap;
use std::path::Path;
use url::Url;

/// Where the posts' contents come from.
pub struct Contents<'a> {
    plan: &'a Plan,
    choice: ContentChoice,
    /// The directory of built pages.
    html: Option<&'a Path>,
}

/// A post's content, and what is to be told about it.
#[derive(Default)]
pub struct Rendered {
    /// Nothing where the feeds hold summaries only, or where the post is empty.
    pub html: Option<String>,
    pub remarks: Vec<Remark>,
}

impl<'a> Contents<'a> {
    /// As the settings choose; without built pages there is nothing to take from them.
    pub fn new(plan: &'a Plan) -> Self {
        let html = plan.html.as_deref();
        let choice = match plan.config.feeds.content {
            ContentChoice::Html if html.is_none() => ContentChoice::Summary,
            choice => choice,
        };
        Self { plan, choice, html }
    }

    /// Whether there are summaries only because the built pages are not there yet.
    pub fn is_degraded(&self) -> bool {
        self.choice != self.plan.config.feeds.content
    }

    /// What decides the content of every post, for the digest of what is made of it.
    pub fn rule(&self) -> String {
        format!("{:?} {:?} {}", self.choice, self.plan.config.feeds.article, self.plan.framework.math)
    }

    /// What decides the content of this post, besides the rule; reads a built page, but nothing else.
    pub fn digest(&self, post: &Post) -> [u8; 32] {
        match (self.choice, self.html) {
            (ContentChoice::Summary, _) => [0; 32],
            (ContentChoice::Html, Some(directory)) => {
                let page = site::built_page(directory, &post.url_path).unwrap_or_default();
                *blake3::Hasher::new()
                    .update(page.as_bytes())
                    .update(&post.content_hash)
                    .finalize()
                    .as_bytes()
            }
            _ => *blake3::hash(&post.content_hash).as_bytes(),
        }
    }

    /// Renders a post.
    pub fn of(&self, post: &Post) -> Rendered {
        match (self.choice, self.html) {
            (ContentChoice::Summary, _) => Rendered::default(),
            (ContentChoice::Html, Some(directory)) => self.of_page(post, directory),
            _ => self.of_source(post),
        }
    }

    fn of_source(&self, post: &Post) -> Rendered {
        let article = match site::article(&self.plan.root, &post.path, post.header, post.repaired) {
            Ok(article) => article,
            Err(reason) => {
                let message = format!("the post's body cannot be read: {reason}");
                return Rendered {
                    html: None,
                    remarks: vec![remark("content-unreadable", None, message, None)],
                };
            }
        };
        let markup = match article.markup {
            Markup::Markdown => content::Markup::Markdown,
            Markup::Mdx => content::Markup::Mdx,
            Markup::Html => content::Markup::Html,
            Markup::Other(name) => {
                let message = format!("the post is written in {name}: the feeds hold its summary");
                let hint =
                    "take the content from the built pages: `feeds: {content: html}` and `build --html DIR`";
                return Rendered {
                    html: None,
                    remarks: vec![remark("content-markup", None, message, Some(hint))],
                };
            }
        };
        self.render(post, &article.text, markup, Some(article.first_line))
    }

    /// The article of the built page; where there is none, the post's own text is better than nothing.
    fn of_page(&self, post: &Post, directory: &Path) -> Rendered {
        let selector = self.plan.config.feeds.article.as_deref();
        let article = site::built_page(directory, &post.url_path).and_then(|page| {
            content::article(&page, selector).ok_or_else(|| "it holds no article".to_owned())
        });
        match article {
            Ok(article) => self.render(post, &article, content::Markup::Html, None),
            Err(reason) => {
                let mut rendered = self.of_source(post);
                let message = format!("no content is found in the post's built page: {reason}");
                let hint =
                    "the post's Markdown is used; `feeds: {article: SELECTOR}` says where the article is";
                rendered.remarks.insert(0, remark("content-page-missing", None, message, Some(hint)));
                rendered
            }
        }
    }

    fn render(&self, post: &Post, text: &str, markup: content::Markup, first_line: Option<u32>) -> Rendered {
        let Ok(base) = Url::parse(&post.url) else { return Rendered::default() };
        let source =
            Source { text, markup, base: &base, language: &post.language, math: self.plan.framework.math };
        let Content { html, left_out, forbidden } = content::render(&source);
        let mut remarks = Vec::new();
        if !left_out.is_empty() {
            let message = format!("{} cannot be rendered: left out of the feeds", listed(&left_out));
            let hint =
                "take the content from the built pages: `feeds: {content: html}` and `build --html DIR`";
            remarks.push(remark("content-left-out", None, message, Some(hint)));
        }
        let mut by_line: BTreeMap<Option<u32>, Vec<String>> = BTreeMap::new();
        for found in forbidden {
            let line = first_line.zip(found.line).map(|(first, line)| first + line.saturating_sub(1));
            by_line.entry(line).or_default().push(format!("U+{:04X}", u32::from(found.character)));
        }
        for (line, characters) in by_line {
            let message = format!("{} cannot stand in a feed: left out", characters.join(", "));
            remarks.push(remark(
                "control-character",
                line,
                message,
                Some("remove it; it was perhaps pasted from another program"),
            ));
        }
        Rendered { html: Some(html).filter(|html| !html.trim().is_empty()), remarks }
    }
}

/// The first few names, in backticks.
fn listed(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(4).map(|name| format!("`{name}`")).collect();
    match names.len().checked_sub(shown.len()) {
        Some(0) | None => shown.join(", "),
        Some(more) => format!("{} and {more} more", shown.join(", ")),
    }
}

fn remark(code: &str, line: Option<u32>, message: String, hint: Option<&str>) -> Remark {
    Remark { code: code.to_owned(), line, message, hint: hint.map(str::to_owned) }
}
