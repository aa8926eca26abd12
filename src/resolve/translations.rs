//! Tells each post where the same one is in other languages.

use crate::model::{Post, RawPost};
use std::collections::BTreeMap;

/// Links the posts that have a translation key in common. Of several in one language, the first stands for it.
pub fn link(posts: &mut [Post], raw: &[RawPost]) {
    let keys: BTreeMap<&str, &str> =
        raw.iter().filter_map(|raw| Some((raw.path.as_str(), raw.translation_key.as_deref()?))).collect();
    let mut versions: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    for post in posts.iter() {
        if let Some(key) = keys.get(post.path.as_str()) {
            let of_post = versions.entry(key).or_default();
            of_post.entry(post.language.clone()).or_insert_with(|| post.url.clone());
        }
    }
    for post in posts {
        let Some(of_post) = keys.get(post.path.as_str()).and_then(|key| versions.get(key)) else { continue };
        let others = of_post.iter().filter(|(language, _)| **language != post.language);
        post.translations = others.map(|(language, url)| (language.clone(), url.clone())).collect();
    }
}
