//! Tells each post where the same one is in other languages.

use crate::model::{Post, RawPost};
use std::collections::BTreeMap;

/// The translation key of each post that has one, by its path.
pub fn keys(raw: &[Box<RawPost>]) -> BTreeMap<String, String> {
    raw.iter().filter_map(|raw| Some((raw.path.clone(), raw.translation_key.clone()?))).collect()
}

/// Links the posts that have a translation key in common. Of several in one language, the first stands for it.
pub fn link(posts: &mut [Post], keys: &BTreeMap<String, String>) {
    let mut versions: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for post in posts.iter() {
        if let Some(key) = keys.get(&post.path) {
            let of_post = versions.entry(key).or_default();
            of_post.entry(post.language.clone()).or_insert_with(|| post.url.clone());
        }
    }
    for post in posts {
        let Some(of_post) = keys.get(&post.path).and_then(|key| versions.get(key.as_str())) else { continue };
        let others = of_post.iter().filter(|(language, _)| **language != post.language);
        post.translations = others.map(|(language, url)| (language.clone(), url.clone())).collect();
    }
}
