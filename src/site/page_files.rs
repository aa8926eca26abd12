//! Page files whose paths are patterns of addresses: `blog/[slug].vue`, `app/posts/[...slug]/page.tsx`, `blog/_slug.vue`.

use super::root::Root;

/// A page file, as the pattern of addresses that its path is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFile {
    pub file: String,
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Fixed(String),
    /// `[name]`, or with dots `[...name]` any number of parts.
    Param {
        name: String,
        is_rest: bool,
    },
}

/// What people call the part of a site where posts are.
pub const POSTS: &[&str] = &[
    "blog",
    "blogs",
    "post",
    "posts",
    "article",
    "articles",
    "writing",
    "writings",
    "essay",
    "essays",
    "news",
    "journal",
    "notes",
    "thoughts",
    "log",
    "stories",
    "til",
    "weblog",
    "blogpost",
    "blog-posts",
    "entry",
    "entries",
    "p",
];

/// Parameters of pages that list something.
const LISTS: &[&str] = &[
    "page",
    "tag",
    "tags",
    "category",
    "categories",
    "author",
    "authors",
    "year",
    "month",
    "topic",
    "pagenum",
    "number",
    "num",
];

/// The files below a folder that are pages with at least one parameter, least parts first.
///
/// `page` is the name of a page's file where each page has a folder of its own (`page`, `+page`), else empty.
pub fn dynamic(root: &Root, folder: &str, page: &str, extensions: &[&str]) -> Vec<PageFile> {
    let mut found: Vec<PageFile> = Vec::new();
    for file in root.tree(folder, extensions) {
        let below = file.strip_prefix(folder).unwrap_or(&file).trim_start_matches('/');
        let Some((stem, _)) = below.rsplit_once('.') else { continue };
        let stem = if page.is_empty() {
            stem.strip_suffix("/index").unwrap_or(stem)
        } else {
            let Some((folder, name)) = stem.rsplit_once('/') else { continue };
            // SvelteKit: `+page@layout`, `+page.server`; what is beside the page is passed over.
            if name != page {
                continue;
            }
            folder
        };
        let parts: Vec<Part> = stem.split('/').filter_map(part).collect();
        if parts.iter().any(|part| matches!(part, Part::Param { .. })) {
            found.push(PageFile { file, parts });
        }
    }
    found.sort_by_key(|page| page.parts.len());
    found
}

/// A folder's or a file's name as a part; nothing for a group in parentheses, a slot, and the language in double brackets.
fn part(name: &str) -> Option<Part> {
    if name.starts_with('(') || name.starts_with('@') {
        return None;
    }
    if let Some(inner) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let is_optional = inner.starts_with('[');
        let inner = inner.trim_matches(['[', ']']);
        let is_rest = inner.starts_with("...");
        // SvelteKit: `[slug=matcher]`.
        let inner = inner.trim_start_matches('.').split('=').next().unwrap_or(inner);
        if is_optional && !is_rest {
            return None;
        }
        return Some(Part::Param { name: inner.to_owned(), is_rest });
    }
    match name.strip_prefix('_') {
        Some("") => Some(Part::Param { name: "pathMatch".to_owned(), is_rest: true }),
        Some(inner) if !matches!(inner, "app" | "document" | "error" | "layout") => {
            Some(Part::Param { name: inner.to_owned(), is_rest: false })
        }
        _ => Some(Part::Fixed(name.to_owned())),
    }
}

impl PageFile {
    /// Whether the page lists posts of some kind.
    pub fn is_list(&self) -> bool {
        let name = self.parts.iter().rev().find_map(|part| match part {
            Part::Param { name, .. } => Some(name.to_ascii_lowercase()),
            Part::Fixed(_) => None,
        });
        let fixed = |part: &Part| matches!(part, Part::Fixed(name) if LISTS.contains(&name.as_str()) || name == "api" || name == "admin");
        name.is_none_or(|name| LISTS.contains(&name.as_str())) || self.parts.iter().any(fixed)
    }

    /// Whether the last part is a parameter, as in a page for each post.
    pub fn ends_in_param(&self) -> bool {
        matches!(self.parts.last(), Some(Part::Param { .. }))
    }

    /// Whether a part of the address is the language.
    pub fn has_language(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Param { name, .. } if is_language(name)))
    }

    /// The fixed parts.
    pub fn fixed(&self) -> Vec<&str> {
        let parts = self.parts.iter();
        parts
            .filter_map(|part| if let Part::Fixed(name) = part { Some(name.as_str()) } else { None })
            .collect()
    }

    /// Whether an address fits the pattern.
    pub fn fits(&self, path: &str) -> bool {
        let names: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        fits(&self.parts, &names)
    }

    /// The address with a post's own path in place of the last parameter: all of it where that takes many parts, else its last part.
    pub fn filled(&self, own: &str, language: Option<&str>) -> String {
        let last = self.parts.len().saturating_sub(1);
        let parts = self.parts.iter().enumerate().map(|(index, part)| match part {
            Part::Fixed(name) => name.as_str(),
            Part::Param { is_rest: true, .. } => own,
            Part::Param { .. } if index == last => own.rsplit('/').next().unwrap_or(own),
            Part::Param { name, .. } if is_language(name) => language.unwrap_or_default(),
            Part::Param { .. } => own.split('/').next().unwrap_or(own),
        });
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
    }
}

pub fn is_language(name: &str) -> bool {
    matches!(name.to_ascii_lowercase().as_str(), "lang" | "locale" | "language" | "lng")
}

fn fits(parts: &[Part], names: &[&str]) -> bool {
    match (parts.split_first(), names.split_first()) {
        (None, None) => true,
        (Some((Part::Param { is_rest: true, .. }, rest)), _) => {
            (0..=names.len()).any(|count| names.get(count..).is_some_and(|names| fits(rest, names)))
        }
        (Some((Part::Param { .. }, parts)), Some((_, names))) => fits(parts, names),
        (Some((Part::Fixed(fixed), parts)), Some((name, names))) => fixed == name && fits(parts, names),
        _ => false,
    }
}

/// The page that most likely shows the posts of a folder: one that is named as the folder, else as posts are, else any.
pub fn of_posts<'a>(pages: &'a [PageFile], folder: &str) -> Option<&'a PageFile> {
    let names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let candidates = || pages.iter().filter(|page| page.ends_in_param() && !page.is_list());
    let same = |page: &&PageFile| page.fixed().last().is_some_and(|last| names.last() == Some(last));
    let inside = |page: &&PageFile| page.fixed().last().is_some_and(|last| names.contains(last));
    let posts = |page: &&PageFile| page.fixed().iter().any(|name| POSTS.contains(name));
    let root = |page: &&PageFile| page.fixed().is_empty();
    let any = |_: &&PageFile| true;
    candidates()
        .find(same)
        .or_else(|| candidates().find(inside))
        .or_else(|| candidates().find(posts))
        .or_else(|| candidates().find(root))
        .or_else(|| candidates().find(any))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str) -> PageFile {
        PageFile { file: path.to_owned(), parts: path.split('/').filter_map(part).collect() }
    }

    #[test]
    fn a_path_is_a_pattern_in_the_words_of_each_router() {
        assert!(page("blog/[slug]").fits("/blog/a") && !page("blog/[slug]").fits("/blog/a/b"));
        assert!(page("(site)/blog/[...slug]").fits("blog/a/b"));
        assert!(page("[[lang]]/blog/_slug").fits("blog/a"));
        assert_eq!(page("posts/[...slug]").filled("2021/a", None), "posts/2021/a");
        assert_eq!(page("[lang]/posts/[slug=text]").filled("2021/a", Some("fr")), "fr/posts/a");
    }

    #[test]
    fn the_page_of_posts_is_named_as_their_folder() {
        let pages = ["[slug]", "notes/[slug]", "blog/[slug]", "tags/[tag]"].map(page);
        let of = |folder: &str| of_posts(&pages, folder).unwrap().file.clone();
        assert_eq!(of("content/notes"), "notes/[slug]");
        assert_eq!(of("content/blog/2021"), "blog/[slug]");
        assert_eq!(of("markdown"), "notes/[slug]");
    }
}
