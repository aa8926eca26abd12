//! `posts:` in the settings: where the posts are, which files they are, and at what addresses.

use super::super::fields;
use super::super::front_matter::Value;
use super::super::permalink::Permalink;
use super::talk::Talk;
use super::{directory, texts};
use crate::model::{Field, Placed};
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// The names of the settings, as a hint shows them.
pub const SETTINGS: &[&str] = &["dir", "include", "exclude", "url", "language"];

/// One place of posts, as the site's owner names it.
#[derive(Clone, Debug, Default)]
pub struct PostsSetting {
    /// Relative to the site; empty for the site itself.
    pub directory: String,
    /// Only these files, by their path below the directory; all, where nothing is said.
    pub include: Option<GlobSet>,
    /// Not these.
    pub exclude: Option<GlobSet>,
    /// The pattern of their addresses, in place of the framework's rule.
    pub url: Option<Permalink>,
    /// The language of those that name none.
    pub language: Option<Field<String>>,
}

impl PostsSetting {
    /// Why a file is no post by these settings; nothing where it is one.
    pub fn refuses(&self, below: &str) -> Option<&'static str> {
        if self.include.as_ref().is_some_and(|globs| !globs.is_match(below)) {
            return Some("not in `include`");
        }
        self.exclude.as_ref().is_some_and(|globs| globs.is_match(below)).then_some("in `exclude`")
    }
}

/// `posts: dir`, or a list of directories and of maps with a `dir`.
pub fn read(value: &Value, talk: &mut Talk<'_>) -> Vec<PostsSetting> {
    match value {
        Value::List(items) => {
            items.iter().enumerate().filter_map(|(index, item)| one(item, &mut talk.item(index))).collect()
        }
        other => one(other, talk).into_iter().collect(),
    }
}

fn one(value: &Value, talk: &mut Talk<'_>) -> Option<PostsSetting> {
    let pairs = match value {
        Value::Text(text) => {
            return Some(PostsSetting { directory: place(text), ..PostsSetting::default() });
        }
        Value::Map(pairs) => pairs,
        Value::Null | Value::List(_) => {
            talk.warn("value-not-a-map", "an entry of `posts` is neither a directory nor a map")
                .label("not used")
                .hint("write it as `posts: [{dir: content/posts, url: \"/blog/:slug/\"}]`");
            return None;
        }
    };
    let mut setting = PostsSetting::default();
    for (key, value) in pairs {
        let text = value.text().map(fields::fold).filter(|text| !text.is_empty());
        match (key.as_str(), text) {
            ("dir", Some(text)) => setting.directory = place(&text),
            ("include", _) => setting.include = globs(value, talk),
            ("exclude", _) => setting.exclude = globs(value, talk),
            ("url", Some(text)) => {
                let place = talk.place_of(&text);
                setting.url = Some(Permalink { text, place });
            }
            ("language", Some(text)) => {
                let place = talk.place_of(&text);
                setting.language = Some(Field::placed(Placed {
                    value: text,
                    file: Some(super::FILE.into()),
                    line: place.line,
                    column: place.column,
                    width: place.width,
                }));
            }
            ("dir" | "url" | "language", None) => {
                talk.warn_at(key, "value-not-text", &format!("`{key}` is not a text")).label("not used");
            }
            _ => talk.unknown("posts", key, SETTINGS),
        }
    }
    Some(setting)
}

/// The site itself is `.`.
fn place(text: &str) -> String {
    let directory = directory(fields::fold(text));
    if directory == "." { String::new() } else { directory }
}

/// `*` stays within a folder, `**` does not.
fn globs(value: &Value, talk: &mut Talk<'_>) -> Option<GlobSet> {
    let mut set = GlobSetBuilder::new();
    let mut count = 0_usize;
    for text in texts(value) {
        match GlobBuilder::new(text.trim_start_matches("./")).literal_separator(true).build() {
            Ok(glob) => {
                set.add(glob);
                count += 1;
            }
            Err(error) => {
                talk.warn_at(&text, "glob-invalid", &format!("`{text}` is no pattern of files"))
                    .label(&error.kind().to_string())
                    .hint("write it as `**/*.md` or `2024/*`");
            }
        }
    }
    set.build().ok().filter(|_| count > 0)
}
