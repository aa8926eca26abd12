//! What a post gets from files beside it: its `.meta` file, and for a translation the post that it translates.

use super::EXTENSIONS;
use super::settings::{Settings, Source};
use crate::diag::Diagnostic;
use crate::model::Header;
use crate::site::front_matter::{self, Front};
use crate::site::inherit::{Inheritance, Inherited};
use crate::site::root::Root;
use crate::site::walk;
use std::sync::Arc;

pub fn inheritance(
    root: &Root,
    settings: &Settings,
    source: &Source,
    said: &mut Vec<Diagnostic>,
) -> Inheritance {
    let mut inheritance = Inheritance::default();
    for path in walk::find(root, &source.directory, EXTENSIONS, &|name| !name.starts_with('.')) {
        let below = path.strip_prefix(&source.directory).unwrap_or(&path).trim_start_matches('/');
        if !source.takes(below) {
            continue;
        }
        let (base, _) = settings.translation(&path);
        // The weakest first: what the translated post says, then what stands beside either.
        let translated = (base != path).then(|| base.clone());
        let meta = |path: &str| path.rsplit_once('.').map(|(stem, _)| format!("{stem}.meta"));
        let beside_translated = translated.as_deref().and_then(meta);
        for file in [translated, beside_translated, meta(&path)].into_iter().flatten() {
            if let Some(front) = front(root, &file, said) {
                let reached = path.clone();
                let reaches = Box::new(move |path: &str| path == reached);
                inheritance.add(Inherited { file: Arc::from(file.as_str()), front, reaches });
            }
        }
    }
    inheritance
}

fn front(root: &Root, file: &str, said: &mut Vec<Diagnostic>) -> Option<Front> {
    let text = root.text(file)?;
    let fenced = front_matter::split_as(&text, Header::Dotted).ok()?;
    let mut own = Vec::new();
    let front = front_matter::read(&fenced, &mut own).map_err(|error| own.push(error)).ok();
    // What is wrong in a post is said when it is read itself.
    if file.ends_with(".meta") {
        said.extend(own.into_iter().map(|diagnostic| diagnostic.in_file(file)));
    }
    front
}
