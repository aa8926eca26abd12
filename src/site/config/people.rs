//! `authors:` and `people:` in the settings.

use super::super::fields;
use super::super::front_matter::Value;
use super::talk::Talk;
use crate::model::Author;
use std::collections::BTreeMap;

/// A name, a map with a name, or a list of such.
pub fn authors(value: &Value) -> Vec<Author> {
    let items = match value {
        Value::List(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    };
    let named = |name: &str| Author { name: fields::fold(name), ..Author::default() };
    items.iter().filter_map(|item| item.text().map(named).or_else(|| fields::author(item))).collect()
}

/// `people: {ada: {name: Ada Quay, url: …, avatar: …}}`; a name alone will do.
pub fn people(value: &Value, talk: &mut Talk<'_>) -> BTreeMap<String, Author> {
    let Value::Map(pairs) = value else {
        talk.warn("value-not-a-map", "`people` is not a map")
            .label("not used")
            .hint("write it as `people: {ada: {name: Ada Quay}}`");
        return BTreeMap::new();
    };
    let mut people = BTreeMap::new();
    for (id, value) in pairs {
        match authors(value).into_iter().next() {
            Some(author) => {
                people.insert(id.clone(), author);
            }
            None => {
                talk.warn_at(id, "person-without-name", &format!("`{id}` has no name")).label("not used");
            }
        }
    }
    people
}
