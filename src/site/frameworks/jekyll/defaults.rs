//! `defaults`: fields that the configuration gives to posts, by their path and kind (`frontmatter_defaults.rb`).

use crate::model::SourceLines;
use crate::site::front_matter::{Entry, Front, Value};
use crate::site::glob;
use crate::site::inherit::{Inheritance, Inherited};

/// What posts inherit; the longer path is stronger, then the one that names a kind, then the later.
pub fn of(config: &Front, file: &str, directory: &str) -> Inheritance {
    let mut inheritance = Inheritance::default();
    let Some((at, Value::List(sets))) = config.get(&["defaults"]).map(|entry| (entry, &entry.value)) else {
        return inheritance;
    };
    let mut found: Vec<((usize, bool), Inherited)> = Vec::new();
    for set in sets {
        let Some(Value::Map(values)) = set.get(&["values"]) else { continue };
        let scope = set.get(&["scope"]);
        let say = |key: &str| scope.and_then(|scope| scope.get(&[key])).and_then(Value::text);
        let kind = say("type").filter(|kind| !kind.is_empty());
        if kind.is_some_and(|kind| !matches!(kind, "posts" | "post")) {
            continue;
        }
        let path = say("path").unwrap_or_default().trim_matches('/').to_owned();
        let entries =
            values.iter().map(|(key, value)| Entry { key: key.clone(), value: value.clone(), ..at.clone() });
        let front = Front { entries: entries.collect(), lines: SourceLines::default() };
        let rank = (path.len(), kind.is_some());
        let root = directory.to_owned();
        let reaches = move |post: &str| {
            let below = post.strip_prefix(&root).unwrap_or(post).trim_start_matches('/');
            covers(&path, below)
        };
        found.push((rank, Inherited { file: file.into(), front, reaches: Box::new(reaches) }));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().for_each(|(_, inherited)| inheritance.add(inherited));
    inheritance
}

/// Whether a scope's path begins a post's; with a star it must fit the post or a folder above it.
fn covers(scope: &str, post: &str) -> bool {
    if !scope.contains('*') {
        return post.starts_with(scope);
    }
    let ends = post.match_indices('/').map(|(at, _)| at).chain([post.len()]);
    ends.filter_map(|end| post.get(..end)).any(|above| glob::matches(scope, above))
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_scope_reaches_what_begins_with_its_path() {
        assert!(covers("", "_posts/2020-01-01-a.md"));
        assert!(covers("food", "food/_posts/2020-01-01-a.md"));
        assert!(covers("*/_posts/x*", "food/_posts/x1/2020-01-01-a.md"));
        assert!(!covers("_posts/travel", "travel/_posts/2020-01-01-a.md"));
    }
}
