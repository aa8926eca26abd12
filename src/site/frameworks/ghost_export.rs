//! An export of Ghost: every post in one JSON file.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::site::exports::ghost;
use crate::site::fields::Keys;
use crate::site::root::Root;

pub const FRAMEWORK: Framework = Framework {
    name: "ghost-export",
    title: "an export of Ghost",
    math: false,
    detect: |root| ghost::files(root).into_iter().next(),
    survey,
};

/// Posts come with their fields already.
const KEYS: Keys = Keys {
    title: &[],
    published: &[],
    updated: &[],
    summary: &[],
    tags: &[],
    authors: &[],
    language: &[],
    cover: &[],
};

fn survey(root: &Root, said: &mut Vec<Diagnostic>) -> Survey {
    let mut survey = Survey::of(Vec::new(), "public", &KEYS);
    for file in ghost::files(root) {
        match ghost::read(root, &file) {
            Ok(export) => {
                survey.facts = std::mem::take(&mut survey.facts).or(export.facts);
                survey.exported.extend(export.posts);
            }
            Err(reason) => said.push(
                Diagnostic::error("export-unreadable", format!("the export cannot be read: {reason}"))
                    .in_file(file)
                    .hint("export it again from Ghost's settings"),
            ),
        }
    }
    survey
}
