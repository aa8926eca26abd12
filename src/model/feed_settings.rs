//! What the site's owner decided about feeds.

use super::facts::Field;

/// `feeds:` in the settings.
#[derive(Clone, Debug)]
pub struct FeedSettings {
    pub content: ContentChoice,
    /// The CSS selector of a post's article in its built page.
    pub article: Option<String>,
    /// Formats by name; none means all.
    pub formats: Vec<Field<String>>,
    /// The path of a format's main feed, where it is another than usual.
    pub paths: Vec<(Field<String>, String)>,
    /// How many posts the current document of a feed holds at the most.
    pub limit: Option<usize>,
    /// How large a document may be; what does not fit stands in archives.
    pub budget_bytes: usize,
    /// Whether older posts stand in archive documents (RFC 5005) or in none.
    pub archives: bool,
    pub sets: Vec<FeedSet>,
    /// WebSub hubs, absolute.
    pub hubs: Vec<String>,
    /// The path of the list of feeds; none where it is not wanted.
    pub opml: Option<String>,
    /// The path of the page for people; none where it is not wanted.
    pub subscribe: Option<String>,
    /// The path of the style sheet; none where it is not wanted.
    pub stylesheet: Option<String>,
    pub style: Style,
}

impl Default for FeedSettings {
    fn default() -> Self {
        Self {
            content: ContentChoice::Summary,
            article: None,
            formats: Vec::new(),
            paths: Vec::new(),
            limit: None,
            budget_bytes: 512 << 10,
            archives: true,
            sets: Vec::new(),
            hubs: Vec::new(),
            opml: Some("feeds.opml".to_owned()),
            subscribe: Some("subscribe/index.html".to_owned()),
            stylesheet: Some("feeds.css".to_owned()),
            style: Style::default(),
        }
    }
}

/// How much of a post stands in feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContentChoice {
    Summary,
    /// The whole post, rendered from its Markdown.
    Full,
    /// The whole post, taken from the site's built pages.
    Html,
}

/// By what posts are brought together in feeds of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    Tag,
    Author,
    Section,
    Series,
    Language,
}

impl By {
    /// Every one, in the order of help texts.
    pub const ALL: [Self; 5] = [Self::Tag, Self::Author, Self::Section, Self::Series, Self::Language];

    /// As it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Author => "author",
            Self::Section => "section",
            Self::Series => "series",
            Self::Language => "language",
        }
    }
}

/// Feeds for each tag, author and so on.
#[derive(Clone, Debug)]
pub struct FeedSet {
    pub by: By,
    /// The names that get a feed; none means all.
    pub only: Vec<String>,
    /// The folder of the feeds, with `{name}` for what they are about.
    pub path: String,
    /// With `{name}` and `{site}`.
    pub title: String,
    pub formats: Vec<Field<String>>,
    pub limit: Option<usize>,
}

/// How feeds and the subscribe page look in a browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// CSS colours and a CSS font list; none means the stylesheet's own.
    pub accent: Option<String>,
    pub background: Option<String>,
    pub text: Option<String>,
    pub font: Option<String>,
    /// A style sheet of the site's own, read after ours; a path in the site.
    pub css: Option<String>,
}
