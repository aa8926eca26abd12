//! The themes of the binary are those of the folders, and each can be described in a sentence.

use super::{BUILT_IN, built_in, themes};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/themes")
}

#[test]
fn every_folder_is_a_theme_of_the_binary_and_no_other_is() {
    let folders: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let known: BTreeSet<String> = BUILT_IN.iter().map(|theme| theme.name.to_owned()).collect();
    assert_eq!(folders, known);
    assert_eq!(known.len(), BUILT_IN.len(), "a theme is listed twice");
}

#[test]
fn the_art_of_a_theme_is_what_its_folder_holds() {
    for theme in BUILT_IN {
        let held: BTreeSet<String> = fs::read_dir(folder().join(theme.name))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name != "theme.yaml")
            .collect();
        let listed: BTreeSet<String> = theme.art.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(held, listed, "{}", theme.name);
    }
}

#[test]
fn every_theme_of_the_binary_can_be_used() {
    for theme in BUILT_IN {
        let parsed = built_in(theme.name).unwrap();
        assert!(parsed.is_ok(), "{}: {:?}", theme.name, parsed.err());
    }
    assert!(built_in("no-such-theme").is_none());
}

#[test]
fn what_a_theme_is_about_is_one_sentence() {
    for theme in themes() {
        let about = theme.about;
        assert!(about.ends_with('.') && about.starts_with(char::is_uppercase), "{}: {about}", theme.name);
        assert_eq!(about.matches(". ").count(), 0, "{}: {about}", theme.name);
        assert!(about.chars().count() <= 160, "{}: {about}", theme.name);
    }
}

#[test]
fn every_theme_has_both_schemes_and_every_colour_in_both() {
    for theme in themes() {
        let names = |dark| theme.colors(dark).keys().cloned().collect::<Vec<_>>();
        assert!(!names(true).is_empty(), "{}", theme.name);
        assert_eq!(names(true), names(false), "{}", theme.name);
        assert_ne!(theme.colors(true), theme.colors(false), "{}", theme.name);
    }
}

#[test]
fn every_text_of_a_theme_gets_smaller_from_step_to_step() {
    for theme in themes() {
        let mut named = BTreeSet::new();
        theme.root.walk(&mut |node| named.extend(node.text.clone()));
        for name in named {
            let sizes = &theme.text(Some(&name)).unwrap().sizes;
            let falls = sizes.is_sorted_by(|a, b| a.size_px > b.size_px && a.lines <= b.lines);
            assert!(falls, "{}: {name}", theme.name);
        }
    }
}
