//! Writes what Zola's own crates `config` and `content` make of a site: `truth SITE TRUTH`; then `truth.py --by-hand TRUTH SITE`.
//!
//! To build it, put it as `components/truth/src/main.rs` into the source of Zola (last done with 0.22.1), with a Cargo.toml that
//! names `config`, `content`, `serde_json`, `walkdir` and `time` (features `formatting`, `macros`, `parsing`) of the workspace.
//! It walks the folder as `Site::load` of Zola's crate `site` does, which needs three times as many crates to build.

use config::Config;
use content::{Page, Section};
use serde_json::json;
use std::path::{Path, PathBuf};
use time::format_description::well_known::Rfc3339;
use walkdir::WalkDir;

fn main() {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let (site, truth) = (arguments.next().unwrap(), arguments.next().unwrap());
    let file = ["zola.toml", "config.toml"].map(|name| site.join(name)).into_iter().find(|file| file.is_file()).unwrap();
    let config = Config::from_file(file).unwrap();
    let mut posts = Vec::new();
    let mut walk = WalkDir::new(site.join("content")).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().is_dir() {
            if is_draft_section(entry.path(), &config, &site) {
                walk.skip_current_dir();
            }
        } else if name.ends_with(".md") && !name.starts_with('.') && !name.starts_with("_index.") {
            let page = Page::from_file(entry.path(), &config, &site).unwrap();
            if !page.meta.draft && page.meta.render {
                posts.extend(post(&page, &config));
            }
        }
    }
    let home = config.make_permalink("");
    let facts = json!({"title": config.title, "url": home, "language": config.default_language});
    std::fs::write(truth, json!({"site": facts, "posts": posts}).to_string()).unwrap();
}

fn is_draft_section(folder: &Path, config: &Config, site: &Path) -> bool {
    let index = folder.join("_index.md");
    index.is_file() && Section::from_file(index, config, &site.to_path_buf()).unwrap().meta.draft
}

fn post(page: &Page, config: &Config) -> Option<serde_json::Value> {
    let date = page.meta.datetime?.format(&Rfc3339).unwrap();
    let authors = if page.meta.authors.is_empty() { config.author.iter().cloned().collect() } else { page.meta.authors.clone() };
    let image = page.meta.extra.get("image").and_then(|image| image.as_str());
    let cover = image.map(|image| match image.strip_prefix('/') {
        Some(path) => PathBuf::from("static").join(path),
        None => page.file.path.with_file_name(image),
    });
    Some(json!({
        "path": page.file.path,
        "route": page.path,
        "url": page.permalink,
        "title": page.meta.title,
        "published": date,
        "tags": page.meta.taxonomies.get("tags").cloned().unwrap_or_default(),
        "authors": authors,
        "language": page.lang,
        "cover_file": cover,
    }))
}
