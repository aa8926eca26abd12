//! Hexo: `source/_posts`, permalinks of any key, folders of assets (`hexojs/hexo`).

mod name;
mod post;
#[cfg(test)]
mod tests;

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::model::{Author, Facts, Header, RouteClock};
use crate::site::collection::Collection;
use crate::site::cover::Asset;
use crate::site::fields::{self, Keys};
use crate::site::front_matter::{Front, Syntax, Value};
use crate::site::inherit;
use crate::site::root::Root;
use post::Posts;

pub const FRAMEWORK: Framework = Framework { name: "hexo", title: "Hexo", math: false, detect, survey };

/// Covers as the themes of most sites have them; Hexo itself has none.
const KEYS: Keys = Keys {
    title: &["title"],
    published: &["date"],
    updated: &["updated"],
    summary: &["description", "excerpt", "summary"],
    tags: &[],
    authors: &["author", "authors"],
    language: &["lang", "language"],
    cover: &[
        "cover",
        "index_img",
        "thumbnail",
        "banner_img",
        "banner",
        "top_img",
        "featured_image",
        "featureImages",
        "image",
        "img",
        "photos",
        "header-img",
        "cover_image",
        "og_image",
    ],
};

const CONFIGS: &[&str] = &["_config.yml", "_config.yaml", "_config.json"];
/// Files that Hexo's renderers read.
const EXTENSIONS: &[&str] =
    &["md", "markdown", "mkd", "mkdn", "mdown", "mdwn", "mdtext", "mdtxt", "html", "htm", "org"];
/// What no other generator has in its `_config.yml`.
const OWN_KEYS: &[&str] = &["new_post_name", "skip_render", "post_asset_folder", "public_dir"];

fn detect(root: &Root) -> Option<String> {
    let file = CONFIGS.iter().find(|file| root.is_file(file))?;
    let package = root.text("package.json").is_some_and(|text| text.contains("\"hexo\""));
    let shown = package || {
        let front = inherit::data(root, file, syntax(file), &mut Vec::new())?;
        OWN_KEYS.iter().any(|key| front.get(&[key]).is_some())
            || root.is_dir("source/_posts") && root.is_dir("scaffolds")
    };
    shown.then(|| (*file).to_owned())
}

fn syntax(file: &str) -> Syntax {
    if file.ends_with(".json") { Syntax::Json } else { Syntax::Yaml }
}

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let file = CONFIGS.iter().find(|file| root.is_file(file)).copied().unwrap_or("_config.yml");
    let config = inherit::data(root, file, syntax(file), said).unwrap_or_default();
    let say = |key: &str| text(&config, key);
    let source = say("source_dir").unwrap_or_else(|| "source".to_owned()).trim_matches('/').to_owned();
    let mut folders = vec!["_posts"];
    if say("render_drafts").as_deref() == Some("true") {
        folders.push("_drafts");
    }
    let collections = folders.into_iter().map(|folder| {
        let posts = Posts::of(&config, file);
        Collection {
            directory: format!("{source}/{folder}"),
            extensions: EXTENSIONS,
            header: Header::Closed,
            accepts: Some(Box::new(|below| {
                !below.split('/').any(|name| name.starts_with(['_', '.']) || name.ends_with(['~', '%']))
            })),
            rule: Box::new(move |page, post| posts.place(page, post)),
            ..Collection::plain("", str::to_owned)
        }
    });
    let collections = collections.collect();
    let mut assets = vec![Asset::new("/", &source)];
    let base = say("root").unwrap_or_default();
    if !base.trim_matches('/').is_empty() {
        assets.push(Asset::new(&format!("/{}/", base.trim_matches('/')), &source));
    }
    assets.push(Asset::new("", &source));
    Survey {
        facts: facts(&config, file),
        assets,
        publishes_future: say("future").as_deref() != Some("false"),
        clock: RouteClock::Site,
        ..Survey::of(collections, &source, &KEYS)
    }
}

fn facts(config: &Front, file: &str) -> Facts {
    let say = |key: &str| text(config, key);
    let place = |key: &str| {
        let entry = config.get(&[key])?;
        Some((file.to_owned(), config.lines.location(entry.line, entry.column, entry.width)))
    };
    // Of several languages the first; `default` stands for the theme's own.
    let language = config.get(&["language"]).and_then(|entry| match &entry.value {
        Value::List(items) => items.iter().find_map(Value::text),
        value => value.text(),
    });
    Facts {
        title: say("title"),
        description: say("description").or_else(|| say("subtitle")),
        url: say("url").filter(|url| url.contains("://")),
        url_at: place("url"),
        language: language.map(fields::fold).filter(|language| !matches!(language.as_str(), "" | "default")),
        authors: say("author").map(|name| Author { name, ..Author::default() }).into_iter().collect(),
        time_zone: say("timezone"),
        time_zone_at: place("timezone"),
        ..Facts::default()
    }
}

fn text(config: &Front, key: &str) -> Option<String> {
    config.get(&[key])?.value.text().map(fields::fold).filter(|text| !text.is_empty())
}
