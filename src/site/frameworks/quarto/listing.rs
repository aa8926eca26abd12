//! The listings of a Quarto website, which say which pages are posts.

use crate::disk;
use crate::site::front_matter::{self, Value};
use crate::site::root::Root;
use crate::site::walk;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::collections::BTreeSet;

/// A listing page says so in its front matter, which ends before this.
const HEAD_BYTES: u64 = 64 << 10;

/// What all listings of a website show, taken together.
pub struct Listings {
    /// Pages with a listing, which no listing shows.
    pages: BTreeSet<String>,
    contents: Option<Gitignore>,
}

impl Listings {
    pub fn of(root: &Root) -> Self {
        let mut pages = BTreeSet::new();
        let mut patterns = Vec::new();
        for page in walk::find(root, "", &["qmd", "md", "ipynb"], &|name| !name.starts_with('_')) {
            let Some(contents) = contents(root, &page) else { continue };
            let folder = walk::folder(&page);
            patterns.extend(
                contents.iter().map(|content| (content.is_filtered, pattern(root, folder, &content.text))),
            );
            pages.insert(page);
        }
        // A listing of one category shows a part of what another shows whole.
        let whole = patterns.iter().any(|(is_filtered, _)| !is_filtered);
        let mut builder = GitignoreBuilder::new("");
        for (_, pattern) in patterns.iter().filter(|(is_filtered, _)| !(whole && *is_filtered)) {
            // A pattern that is none shows nothing.
            let _ = builder.add_line(None, pattern);
        }
        let contents = builder.build().ok().filter(|contents| !contents.is_empty());
        Self { pages, contents }
    }

    /// Whether a listing shows a page; where there is no listing, every page counts.
    pub fn show(&self, path: &str) -> bool {
        let shown = |contents: &Gitignore| contents.matched_path_or_any_parents(path, false).is_ignore();
        !self.pages.contains(path) && self.contents.as_ref().is_none_or(shown)
    }
}

/// A path or a pattern of pages.
struct Content {
    text: String,
    /// Whether the listing shows only some of them, by `include` or `exclude`.
    is_filtered: bool,
}

/// What a page's listings show, as it is written there; nothing for a page without a listing.
fn contents(root: &Root, page: &str) -> Option<Vec<Content>> {
    let (head, _) = disk::head(&root.path(page), HEAD_BYTES).ok()?;
    memchr::memmem::find(&head, b"listing")?;
    let text = String::from_utf8_lossy(&head).replace("\r\n", "\n");
    let fenced = front_matter::split(text.trim_start_matches('\u{FEFF}')).ok()?;
    let front = front_matter::read(&fenced, &mut Vec::new()).ok()?;
    let listing = &front.get(&["listing"])?.value;
    let listings = match listing {
        Value::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut contents = Vec::new();
    for listing in listings {
        let is_filtered = listing.get(&["include", "exclude"]).is_some();
        let mut add = |text: &str| contents.push(Content { text: text.to_owned(), is_filtered });
        match listing.get(&["contents"]) {
            Some(Value::List(items)) => items.iter().filter_map(Value::text).for_each(add),
            Some(Value::Text(text)) => add(text),
            // Where nothing is said, all in the page's own folder.
            _ if listing.text() != Some("false") => add("*"),
            _ => {}
        }
    }
    Some(contents)
}

/// A directory stands for all in it; a pattern without a slash counts in every folder below the page's.
fn pattern(root: &Root, folder: &str, content: &str) -> String {
    let (negation, content) = content.strip_prefix('!').map_or(("", content), |rest| ("!", rest));
    let (base, rest) = match content.strip_prefix('/') {
        Some(rest) => ("", rest),
        None => (folder, content.trim_start_matches("./")),
    };
    let path = walk::join(base, rest).unwrap_or_default();
    let is_rooted = rest.contains('/') || content.starts_with('/') || root.is_dir(&path);
    if is_rooted || !rest.contains('*') {
        return format!("{negation}/{path}");
    }
    let base = if base.is_empty() { String::new() } else { format!("/{base}") };
    format!("{negation}{base}/**/{rest}")
}
