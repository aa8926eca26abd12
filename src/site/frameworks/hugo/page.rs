//! What Hugo makes of one file: whether it is a page of its own, in which language, and at which address.

use super::address;
use super::config::Config;
use super::content::{Content, Folder};
use super::details;
use super::language::{self, Language};
use super::permalinks::{self, Names, Permalink};
use crate::model::{Field, RawCover, RawPost, RouteRule};
use crate::site::collection::Page;
use crate::site::front_matter::Value;
use crate::site::slugs::hugo::{self, Options};
use std::collections::BTreeMap;

/// What holds for every page of a site.
pub struct Site {
    pub content: Content,
    pub languages: Vec<Language>,
    permalinks: Vec<Permalink>,
    pub cascades: Option<Value>,
    ugly: Option<bool>,
    ugly_sections: BTreeMap<String, bool>,
    options: Options,
    dates: Option<Vec<String>>,
    /// The first of `params.images`, which stands for pages without a picture.
    picture: Option<Field<RawCover>>,
}

/// A file's name taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// Without extension and language.
    pub base: &'a str,
    pub language: Option<&'a str>,
}

impl Site {
    pub fn of(root: &crate::site::root::Root, config: Config) -> Self {
        let languages = language::all(&config);
        let ugly = config.get(&["uglyURLs"]);
        Self {
            content: Content::of(root, &config, &languages),
            permalinks: permalinks::all(&config),
            cascades: config.get(&["cascade"]).cloned(),
            ugly: ugly.and_then(Value::text).map(|text| text == "true"),
            ugly_sections: config
                .pairs(&["uglyURLs"])
                .iter()
                .map(|(section, value)| (section.to_lowercase(), value.text() == Some("true")))
                .collect(),
            options: Options {
                keep_case: config.is_true(&["disablePathToLower"]),
                remove_accents: config.is_true(&["removePathAccents"]),
            },
            dates: match config.get(&["frontmatter", "date"]) {
                Some(Value::List(keys)) => {
                    Some(keys.iter().filter_map(|key| Some(key.text()?.to_lowercase())).collect())
                }
                _ => None,
            },
            picture: details::picture(&config),
            languages,
        }
    }

    /// Takes `name.fr` apart where `fr` is one of the languages.
    pub fn name<'a>(&self, file: &'a str) -> Name<'a> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let split = stem.rsplit_once('.').and_then(|(base, suffix)| {
            let known = self.languages.iter().any(|language| language.key.eq_ignore_ascii_case(suffix));
            known.then_some(Name { base, language: Some(suffix) })
        });
        split.unwrap_or(Name { base: stem, language: None })
    }

    /// Whether a file below a folder is a page or a list, rather than a part of a bundle.
    pub fn holds(&self, folder: &Folder, below: &str) -> bool {
        let name = below.rsplit('/').next().unwrap_or(below);
        !self.content.is_part(&format!("{}/{below}", folder.directory)) && self.name(name).base != "_index"
    }

    /// The path by which Hugo knows a page: `/posts/my-page`.
    pub fn logical(&self, folder: &Folder, below: &str) -> String {
        let (directory, file) = below.rsplit_once('/').unwrap_or(("", below));
        let base = self.name(file).base;
        let steps = [folder.mount.as_str(), directory, if base == "index" { "" } else { base }];
        let steps: Vec<&str> = steps.into_iter().filter(|step| !step.is_empty()).collect();
        format!("/{}", steps.join("/")).replace(' ', "-").to_lowercase()
    }

    /// The language of a file.
    fn language(&self, folder: &Folder, name: Name<'_>) -> Option<&Language> {
        let key = name.language.unwrap_or(&folder.language);
        self.languages.iter().find(|language| language.key.eq_ignore_ascii_case(key))
    }

    /// Gives a post its address, its language and its bundle's cover.
    pub fn place(&self, folder: &Folder, page: &Page<'_>, post: &mut RawPost) -> Result<(), &'static str> {
        // Every page may bear a date, and those without one are no posts.
        post.is_post = false;
        let file = page.below.rsplit('/').next().unwrap_or(page.below);
        let name = self.name(file);
        let language = self.language(folder, name);
        if language.is_some_and(|language| language.is_disabled) {
            return Err("language not published");
        }
        details::published(page)?;
        let logical = self.logical(folder, page.below);
        post.translation_key =
            page.fields.text(&["translationKey"]).map_or(Some(logical.clone()), |key| Some(key.to_owned()));
        if let Some(language) =
            language.filter(|language| self.languages.first().is_none_or(|main| main.key != language.key))
        {
            let tag = language.tag.as_ref().unwrap_or(&language.key);
            post.language = Some(Field::unwritten(tag.clone()));
            post.default_author.clone_from(&language.author);
        }
        let is_bundle = name.base == "index";
        let below = page.folder();
        let (parent, base) = match below.rsplit_once('/') {
            _ if !is_bundle => (below, name.base),
            Some((parent, bundle)) => (parent, bundle),
            None => ("", below),
        };
        let slug_of_name = details::date(self.dates.as_deref(), page, post, base);
        let moment = |keys: &[&str]| {
            page.fields.get(keys).and_then(|given| Some(given.field(given.entry.value.text()?.to_owned())))
        };
        post.not_before = moment(&["publishdate", "pubdate", "published"]);
        details::own_params(page, post);
        post.expires = moment(&["expirydate", "unpublishdate"]);
        if post.cover.is_none() && is_bundle {
            post.cover = details::bundle_cover(page);
        }
        post.cover = post.cover.take().or_else(|| self.picture.clone());
        let at = Place {
            folder,
            logical: &logical,
            parent,
            base,
            slug: page.fields.text(&["slug"]).or(slug_of_name),
        };
        let prefix = language.map_or("", |language| language.prefix.as_str());
        let (parts, rule) = self.parts(page, post, &at, prefix);
        post.route = address::at(language.and_then(|language| language.address.as_deref()), parts);
        post.route_rule = rule;
        Ok(())
    }

    /// The pieces of the address, and what decides it.
    fn parts(
        &self,
        page: &Page<'_>,
        post: &RawPost,
        at: &Place<'_>,
        prefix: &str,
    ) -> (Vec<crate::model::RoutePart>, RouteRule) {
        let mounted = join(&at.folder.mount, at.parent);
        // Sections are known by their normal form, with `disablePathToLower` too.
        let normal = mounted.replace(' ', "-").to_lowercase();
        let depth = self.sections(at.folder, &mounted, at.parent).len();
        let sections: Vec<&str> = normal.split('/').filter(|step| !step.is_empty()).take(depth).collect();
        let names = Names {
            title: post.title.as_ref().map_or(at.base, |title| title.value.as_str()),
            slug: at.slug,
            base: at.base,
            sections: &sections,
            options: self.options,
        };
        if let Some(url) = page.fields.text(&["url"]) {
            // What stands in `url` is not made clean, but for the names in it.
            let parts = if url.contains(':') {
                permalinks::expand(url, &names)
            } else {
                vec![crate::model::RoutePart::Text(url.to_owned())]
            };
            return (address::own(parts, url, prefix), RouteRule::convention("the post's `url`"));
        }
        let section = mounted.split('/').next().unwrap_or_default().to_lowercase();
        let is_ugly = self.ugly.unwrap_or_else(|| self.ugly_sections.get(&section).copied().unwrap_or(false));
        if let Some(permalink) = self.permalinks.iter().find(|permalink| permalink.is_for(at.logical)) {
            let parts = permalinks::expand(&permalink.pattern, &names);
            let text = format!("`{}` is `{}`", permalink.key, permalink.pattern);
            let rule = match &permalink.place {
                Some((file, line)) => RouteRule::stated(&text, file, *line),
                None => RouteRule::convention(&text),
            };
            return (address::route(parts, prefix, is_ugly), rule);
        }
        let last = at.slug.map_or_else(|| at.base.replace(' ', "-"), str::to_owned);
        let clean = |text: &str| hugo::segment(text, self.options);
        let path = join(&clean(&mounted.replace(' ', "-")), &clean(&last));
        let rule = if at.slug.is_some() {
            "the post's `slug` in its section"
        } else {
            "the path of the file below `content`"
        };
        let parts = vec![crate::model::RoutePart::Text(path)];
        (address::route(parts, prefix, is_ugly), RouteRule::convention(rule))
    }

    /// The folders down to the section that a page is in: the deepest with a list page, or the first.
    fn sections<'a>(&self, folder: &Folder, mounted: &'a str, parent: &str) -> Vec<&'a str> {
        let all: Vec<&str> = mounted.split('/').filter(|step| !step.is_empty()).collect();
        let extra = all.len() - parent.split('/').filter(|step| !step.is_empty()).count().min(all.len());
        let deepest = (1..=all.len()).rev().find(|&depth| {
            let below: Vec<&str> = all.iter().take(depth).skip(extra).copied().collect();
            self.content.sections.contains(&join(&folder.directory, &below.join("/")))
        });
        all.into_iter().take(deepest.unwrap_or(1)).collect()
    }
}

/// Where a page stands in the content.
struct Place<'a> {
    folder: &'a Folder,
    logical: &'a str,
    /// The folder that holds the page or its bundle, below the content's folder.
    parent: &'a str,
    base: &'a str,
    slug: Option<&'a str>,
}

fn join(directory: &str, path: &str) -> String {
    match (directory, path) {
        ("", path) => path.to_owned(),
        (directory, "") => directory.to_owned(),
        (directory, path) => format!("{directory}/{path}"),
    }
}
