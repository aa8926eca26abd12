//! Posts that stand anywhere in a site whose code decides their addresses: the likeliest, from the page files that are there.

use super::collection::{Collection, Page, Rule};
use super::page_files::{self, POSTS, PageFile};
use super::rollover;
use super::root::Root;
use crate::model::{RawPost, Route, RouteRule};

/// Folders that only hold what is published, so that they stand in no address.
const HOLDERS: &[&str] = &[
    "src",
    "content",
    "contents",
    "data",
    "public",
    "static",
    "app",
    "lib",
    "pages",
    "markdown",
    "md",
    "mdx",
    "_content",
    "_data",
    "assets",
    "resources",
    "documents",
    "website",
    "site",
    "web",
    "source",
];

/// Folders of code, tests and their documentation.
const NO_CONTENT: &[&str] = &[
    "docs",
    "test",
    "tests",
    "__tests__",
    "components",
    "templates",
    "examples",
    "example",
    "e2e",
    "scripts",
    ".github",
];

/// How a site of this kind makes addresses.
pub struct Shape {
    pub pages: Vec<PageFile>,
    /// Whether addresses end in a slash.
    pub has_slash: bool,
    /// Whether a day before a file's name is left out of its address.
    pub drops_day: bool,
    /// Whether a parameter stands for a file's whole path below the folder of posts, even if it takes one part.
    pub keeps_path: bool,
}

/// Whether a site has folders that are named as posts are, so that what stands elsewhere is something else.
pub fn has_folders_of_posts(root: &Root, extensions: &[&str]) -> bool {
    root.tree("", extensions).iter().any(|file| is_in_folder_of_posts(file))
}

fn is_in_folder_of_posts(file: &str) -> bool {
    let folders = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut names = folders.split('/');
    names.any(|name| {
        POSTS.contains(
            &name.trim_start_matches(['_', '(']).trim_end_matches(')').to_ascii_lowercase().as_str(),
        )
    })
}

/// Every Markdown file with a date below a directory, except in code; `own` takes the files that are pages themselves.
pub fn collection(
    directory: &str,
    extensions: &'static [&'static str],
    only_folders_of_posts: bool,
    rule: Rule,
) -> Collection {
    let below = directory.to_owned();
    let accepts = move |path: &str| {
        let whole = format!("{below}/{path}");
        let is_code = whole.split('/').any(|name| NO_CONTENT.contains(&name) || name == "node_modules");
        !is_code && (!only_folders_of_posts || is_in_folder_of_posts(&whole))
    };
    Collection {
        extensions,
        posts_only: false,
        accepts: Some(Box::new(accepts)),
        rule,
        ..Collection::plain(directory, str::to_owned)
    }
}

/// Gives a post the address in the likeliest page.
pub fn place(shape: &Shape, page: &Page<'_>, post: &mut RawPost) {
    roll_over(post);
    if let Some(link) = page.fields.text(&["permalink", "path", "url"]).filter(|link| link.starts_with('/')) {
        post.route = Route::path(ended(shape, link));
        post.route_rule = RouteRule::guess("the address that the post names");
        return;
    }
    let slug = page.fields.text(&["slug"]).map(|slug| slug.trim_matches('/')).filter(|slug| !slug.is_empty());
    let stem = page.path.rsplit_once('.').map_or(page.path, |(stem, _)| stem);
    let stem = stem.strip_suffix("/index").unwrap_or(stem);
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let name = if shape.drops_day { without_day(name) } else { name };
    let found = page_files::of_posts(&shape.pages, folder);
    let folders: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    // The folder that the page is named after stands in its address already.
    let fixed = found.map(PageFile::fixed).unwrap_or_default();
    let named = fixed.last().and_then(|last| folders.iter().rposition(|name| name == last));
    let inner: Vec<&str> = match named {
        Some(at) => folders.iter().skip(at + 1).copied().collect(),
        None => {
            let holders = folders.iter().take_while(|name| HOLDERS.contains(name)).count();
            let rest = folders.iter().skip(holders);
            // `posts/` itself stands in no address where the page has another name.
            let is_posts = |name: &&&str| !fixed.is_empty() && POSTS.contains(&name.trim_start_matches('_'));
            rest.clone().skip_while(is_posts).copied().collect()
        }
    };
    let own = match slug {
        Some(slug) if slug.contains('/') => slug.to_owned(),
        slug => inner.iter().copied().chain([slug.unwrap_or(name)]).collect::<Vec<_>>().join("/"),
    };
    let language = post.language.as_ref().map(|language| language.value.clone());
    let path = match found {
        Some(_) if shape.keeps_path => format!("{}/{own}", fixed.join("/")),
        Some(file) => file.filled(&own, language.as_deref()),
        None => own,
    };
    post.route = Route::path(ended(shape, &path));
    post.route_rule = RouteRule::guess(&match found {
        Some(file) => format!("the page `{}`", file.file),
        None => "the path of the file".to_owned(),
    });
}

/// A file that is a page by itself: its path is its address.
pub fn page_itself(shape: &Shape, path: &str, post: &mut RawPost) {
    roll_over(post);
    let parts = path.split('/').filter(|part| !part.is_empty() && !part.starts_with('('));
    post.route = Route::path(ended(shape, &parts.collect::<Vec<_>>().join("/")));
    post.route_rule = RouteRule::convention("the path of the page");
}

fn roll_over(post: &mut RawPost) {
    if let Some(field) = &mut post.published
        && let Some(rolled) = rollover::of(&field.value)
    {
        field.value = rolled;
    }
}

fn ended(shape: &Shape, path: &str) -> String {
    let path = path.trim_matches('/');
    if shape.has_slash { format!("{path}/") } else { path.to_owned() }
}

/// `2021-03-04-title` without the day.
fn without_day(name: &str) -> &str {
    let is_day = |day: &str| {
        day.bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
    };
    match name.split_at_checked(10) {
        Some((day, rest)) if is_day(day) => {
            rest.strip_prefix(['-', '_', '.']).filter(|rest| !rest.is_empty()).unwrap_or(name)
        }
        _ => name,
    }
}
