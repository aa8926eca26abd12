//! The end of an address: a slash, nothing, or `.html`.

use crate::site::literals::Literal;

/// How the addresses of pages end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `/blog/post/`: `build.format` is `directory`, as it is if nothing is said.
    Slash,
    /// `/blog/post`: `trailingSlash: 'never'`, or a file for each page.
    Plain,
}

impl Form {
    /// As Astro gives addresses to sitemap and feeds: `trailingSlash` goes before `build.format`.
    pub fn of(config: &Literal) -> Self {
        let text = |path: &[&str]| config.get(path).and_then(Literal::text).map(str::to_owned);
        match (text(&["trailingSlash"]).as_deref(), text(&["build", "format"]).as_deref()) {
            (Some("always"), _) => Self::Slash,
            (Some("never"), _) | (_, Some("file")) => Self::Plain,
            _ => Self::Slash,
        }
    }

    /// A path in this form.
    pub fn write(self, path: &str) -> String {
        let path = path.trim_matches('/');
        match self {
            Self::Slash => format!("{path}/"),
            Self::Plain => path.to_owned(),
        }
    }
}
