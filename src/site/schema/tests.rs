//! The schema says what the code reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::super::config;
use super::super::permalink::PLACEHOLDERS;
use super::validate::wrongs;
use super::*;
use std::collections::BTreeSet;

/// The names below a pointer of the schema, but for second names of others.
fn names(pointer: &str) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let properties = schema.pointer(pointer).unwrap().as_object().unwrap();
    let is_second = |value: &Value| {
        value.get("description").and_then(Value::as_str).is_some_and(|text| text.starts_with("The same as "))
    };
    properties.iter().filter(|(_, value)| !is_second(value)).map(|(name, _)| name.clone()).collect()
}

#[test]
fn the_schema_has_the_settings_that_the_code_reads_and_no_others() {
    for (group, settings) in config::settings() {
        let pointer = match group {
            "" => "/properties".to_owned(),
            "keys" => "/properties/keys/properties".to_owned(),
            "posts" => "/$defs/place/properties".to_owned(),
            "style" => "/$defs/feeds/properties/style/properties".to_owned(),
            "sets" => "/$defs/set/anyOf/1/properties".to_owned(),
            other => format!("/$defs/{other}/properties"),
        };
        let known: BTreeSet<String> = settings.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(names(&pointer), known, "{group}");
    }
}

#[test]
fn every_setting_and_every_placeholder_is_described() {
    fn described(value: &Value, path: &str) {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            for (name, property) in properties {
                assert!(
                    property.get("description").is_some() || property.get("$ref").is_some(),
                    "{path}/{name}"
                );
            }
        }
        match value {
            Value::Object(map) => {
                map.iter().for_each(|(key, value)| described(value, &format!("{path}/{key}")))
            }
            Value::Array(items) => items.iter().for_each(|value| described(value, path)),
            _ => {}
        }
    }
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    described(&schema, "");
    let url = schema.pointer("/$defs/place/properties/url/description").unwrap().as_str().unwrap();
    let words: BTreeSet<&str> = url.split([' ', ',']).collect();
    for name in PLACEHOLDERS {
        assert!(words.contains(format!(":{name}").as_str()), "{name}");
    }
}

#[test]
fn what_the_code_refuses_the_schema_refuses_too() {
    for wrong in [
        "tilte: x",
        "posts: [{dri: x}]",
        "keys: {headline: x}",
        "framework: huggo",
        "feeds: {limit: 0}",
        "feeds: {sets: [{by: colour}]}",
        "cards: {hash: maybe}",
        "url: notes.example.org",
        "people: {ada: {url: 'https://a.example.org'}}",
    ] {
        assert!(!wrongs(wrong).is_empty(), "{wrong}");
    }
}

#[test]
fn the_settings_in_the_documentation_are_as_the_schema_has_them() {
    let mut seen = 0;
    let documents = [
        include_str!("../../../README.md"),
        include_str!("../../../docs/feeds.md"),
        include_str!("../../../docs/settings.md"),
        include_str!("../../../assets/demo/syndicard.yaml"),
    ];
    for document in documents {
        let blocks = document.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
        let whole = (!document.contains("```")).then_some(document);
        for block in blocks.chain(whole) {
            // Others show the front matter of posts.
            let top =
                |line: &str| names("/properties").iter().any(|name| line.starts_with(&format!("{name}:")));
            let is_settings = block
                .lines()
                .any(|line| ["feeds:", "url:", "posts:"].iter().any(|key| line.starts_with(key)));
            if is_settings && block.lines().filter(|line| line.starts_with(char::is_alphabetic)).all(top) {
                assert_eq!(wrongs(block), Vec::<String>::new(), "{block}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 3, "{seen}");
}
