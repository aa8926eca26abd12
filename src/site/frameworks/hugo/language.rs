//! The languages of a site, and the file names that show them.

use super::config::Config;
use crate::model::Author;
use crate::site::front_matter::Value;
use std::sync::Arc;

/// A language that pages are written in.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// As file names and addresses have it, in lower case.
    pub key: String,
    /// BCP 47, where the configuration says it.
    pub tag: Option<String>,
    /// The folder of its pages, where it has one of its own.
    pub directory: Option<String>,
    /// The address of its own site.
    pub address: Option<String>,
    /// The first folder of its addresses; empty for none.
    pub prefix: String,
    pub author: Option<Arc<Author>>,
    pub is_disabled: bool,
}

/// The key of the language that pages have where nothing else is said.
pub fn main(config: &Config) -> String {
    let written = config.text(&["defaultContentLanguage"]).map(|key| key.to_lowercase());
    written.unwrap_or_else(|| "en".to_owned())
}

/// The languages, the main one first; at least that.
pub fn all(config: &Config) -> Vec<Language> {
    let main = main(config);
    let in_folder = config.is_true(&["defaultContentLanguageInSubdir"]);
    let disabled: Vec<String> = match config.get(&["disableLanguages"]) {
        Some(Value::List(items)) => {
            items.iter().filter_map(|item| item.text().map(str::to_lowercase)).collect()
        }
        _ => Vec::new(),
    };
    let written = config.pairs(&["languages"]).iter().filter(|(_, value)| matches!(value, Value::Map(_)));
    let mut languages: Vec<Language> = written
        .map(|(key, _)| {
            let say = |name: &str| config.text(&["languages", key, name]);
            let lower = key.to_lowercase();
            Language {
                tag: say("locale").or_else(|| say("languageCode")),
                directory: say("contentDir"),
                address: say("baseURL"),
                prefix: if lower == main && !in_folder { String::new() } else { lower.clone() },
                author: super::authors(config, key).into_iter().next().map(Arc::new),
                is_disabled: say("disabled").as_deref() == Some("true") || disabled.contains(&lower),
                key: lower,
            }
        })
        .collect();
    if !languages.iter().any(|language| language.key == main) {
        // Its pages are published all the same, but the configuration says nothing of it.
        let prefix = if in_folder { main.clone() } else { String::new() };
        languages.push(Language { key: main.clone(), prefix, ..Language::default() });
    }
    // Where one has an address of its own, each is a site by itself.
    if languages.iter().any(|language| language.address.is_some()) {
        languages.iter_mut().for_each(|language| language.prefix.clear());
    }
    languages.sort_by_key(|language| language.key != main);
    languages
}
