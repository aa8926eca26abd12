//! The article in a built page.

use dom_query::{Document, Matcher};

use super::depth;

/// Where themes put the article, the surest first: microformats, microdata, then plain HTML.
const USUAL: &[&str] = &[".e-content", "[itemprop~=articleBody]", "article", "main", "[role=main]"];

/// The inner HTML of a page's article: of the first element that the CSS selector finds, else of the first that is
/// usual. `None` if there is none, if the selector is not one, or if the page nests too deeply to be read.
pub fn article(page: &str, selector: Option<&str>) -> Option<String> {
    let selectors = match selector {
        Some(selector) => vec![Matcher::new(selector).ok()?],
        None => USUAL.iter().filter_map(|usual| Matcher::new(usual).ok()).collect(),
    };
    if !depth::is_bounded(page) {
        return None;
    }
    let document = Document::from(page);
    let found = selectors.iter().map(|selector| document.select_single_matcher(selector));
    found.filter(|found| found.exists()).map(|found| found.inner_html().to_string()).next()
}

/// Whether a text is a CSS selector that [`article`] can use.
pub fn is_selector(text: &str) -> bool {
    Matcher::new(text).is_ok()
}
