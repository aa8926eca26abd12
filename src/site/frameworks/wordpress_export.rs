//! An export of WordPress: every post in one or several XML files.

use super::{Framework, Survey};
use crate::diag::Diagnostic;
use crate::site::exports::wordpress;
use crate::site::fields::Keys;
use crate::site::root::Root;

pub const FRAMEWORK: Framework = Framework {
    name: "wordpress-export",
    title: "an export of WordPress",
    math: false,
    detect: |root| wordpress::files(root).into_iter().next(),
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
    match wordpress::read(root) {
        Ok(export) => {
            survey.facts = export.facts;
            survey.exported = export.posts;
        }
        Err((file, reason)) => said.push(
            Diagnostic::error("export-unreadable", format!("the export cannot be read: {reason}"))
                .in_file(file)
                .hint("export it again under Tools, Export"),
        ),
    }
    survey
}
