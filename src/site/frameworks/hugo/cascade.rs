//! `cascade`: fields that a site or a section gives to the pages below it.

use super::content::Folder;
use super::page::Site;
use crate::model::SourceLines;
use crate::site::front_matter::{self, Entry, Front, Value};
use crate::site::glob;
use crate::site::inherit::{Inheritance, Inherited};
use crate::site::root::Root;
use std::sync::Arc;

/// What the pages of a folder inherit: from the site's configuration, then from each section on the way down.
pub fn of(root: &Root, site: &Arc<Site>, folder: &Folder) -> Inheritance {
    let mut inheritance = Inheritance::default();
    if let Some(value) = &site.cascades {
        let at = Entry { key: "cascade".to_owned(), value: Value::Null, line: 0, column: 0, width: 1 };
        add(
            &mut inheritance,
            site,
            folder,
            Origin { file: "hugo.toml", directory: &folder.directory },
            value,
            &at,
        );
    }
    let inside = format!("{}/", folder.directory);
    let mut lists: Vec<&String> =
        site.content.lists.iter().filter(|file| file.starts_with(&inside)).collect();
    lists.sort_by_key(|file| file.split('/').count());
    for file in lists {
        let Some(text) = root.text(file) else { continue };
        let Ok(fenced) = front_matter::split(&text) else { continue };
        let Ok(front) = front_matter::read(&fenced, &mut Vec::new()) else { continue };
        if let Some(entry) = front.get(&["cascade"]) {
            let directory = file.rsplit_once('/').map_or("", |(directory, _)| directory);
            add(&mut inheritance, site, folder, Origin { file, directory }, &entry.value, entry);
        }
    }
    inheritance
}

/// The file that cascades, and the folder that it cascades through.
struct Origin<'a> {
    file: &'a str,
    directory: &'a str,
}

fn add(
    inheritance: &mut Inheritance,
    site: &Arc<Site>,
    folder: &Folder,
    origin: Origin<'_>,
    value: &Value,
    at: &Entry,
) {
    let maps = match value {
        Value::List(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    // The first that gives a field stands, so it is added last.
    for map in maps.iter().rev() {
        let Value::Map(pairs) = map else { continue };
        let target = map.get(&["target", "_target"]);
        let say = |key: &str| {
            let text = target.and_then(|target| target.get(&[key])).and_then(Value::text);
            text.map(str::to_lowercase)
        };
        let is_for_pages = say("kind").is_none_or(|kind| glob::matches(&kind, "page"));
        let is_for_production = say("environment").is_none_or(|name| glob::matches(&name, "production"));
        if !is_for_pages || !is_for_production {
            continue;
        }
        let front = Front { entries: entries(pairs, at), lines: SourceLines::default() };
        let whole = Inherited::below(origin.file, origin.directory, front);
        let (path, lang) = (say("path"), say("lang"));
        let (site, folder) = (Arc::clone(site), folder.clone());
        let below = whole.reaches;
        let reaches = move |file: &str| {
            let inside = file.strip_prefix(&folder.directory).unwrap_or(file).trim_start_matches('/');
            let name = site.name(inside.rsplit('/').next().unwrap_or(inside));
            below(file)
                && path.as_ref().is_none_or(|path| glob::matches(path, &site.logical(&folder, inside)))
                && lang.as_ref().is_none_or(|lang| {
                    glob::matches(lang, &name.language.unwrap_or(&folder.language).to_lowercase())
                })
        };
        inheritance.add(Inherited { reaches: Box::new(reaches), ..whole });
    }
}

/// The fields of a cascade, those in `params` among them.
fn entries(pairs: &[(String, Value)], at: &Entry) -> Vec<Entry> {
    let entry = |key: &str, value: &Value| Entry { key: key.to_owned(), value: value.clone(), ..at.clone() };
    let mut found = Vec::new();
    for (key, value) in pairs {
        match value {
            Value::Map(params) if key.eq_ignore_ascii_case("params") => {
                found.extend(params.iter().map(|(key, value)| entry(key, value)));
            }
            _ if key.eq_ignore_ascii_case("target") || key.eq_ignore_ascii_case("_target") => {}
            value => found.push(entry(key, value)),
        }
    }
    found
}
