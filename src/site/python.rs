//! Reads a site's configuration in Python for its literals, with the site's own files that it imports.

use super::literals::{Imported, Literal, Position, python};
use super::root::Root;

/// The constants of several files, the strongest first.
pub struct Settings {
    layers: Vec<(String, Literal)>,
}

impl Settings {
    /// The files that are there.
    pub fn read(root: &Root, files: &[&str]) -> Self {
        let layers = files.iter().filter_map(|file| {
            let text = root.text(file)?;
            let found = python::constants_with(file, &text, &mut |importer, name| open(root, importer, name));
            Some(((*file).to_owned(), found))
        });
        Self { layers: layers.collect() }
    }

    /// What a name stands for; nothing where it is not known without running the code.
    pub fn value(&self, name: &str) -> Option<&Literal> {
        let values = self.layers.iter().filter_map(|(_, layer)| layer.get(&[name]));
        values.into_iter().find(|value| **value != Literal::Unknown)
    }

    /// Its text, where it is one that is not empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        let texts = self.layers.iter().filter_map(|(_, layer)| layer.get(&[name])?.text());
        texts.map(str::trim).find(|text| !text.is_empty())
    }

    /// `True` or `False`; where nothing is said, `default`.
    pub fn flag(&self, name: &str, default: bool) -> bool {
        match self.value(name) {
            Some(Literal::Bool(value)) => *value,
            _ => default,
        }
    }

    /// The texts of a list; nothing where it is none.
    pub fn texts(&self, name: &str) -> Option<Vec<String>> {
        match self.value(name)? {
            Literal::List(items) => Some(items.iter().filter_map(Literal::text).map(str::to_owned).collect()),
            _ => None,
        }
    }

    /// The file and the place in which a name is given its value.
    pub fn place(&self, name: &str) -> Option<(&str, Position)> {
        self.layers.iter().find_map(|(file, layer)| Some((file.as_str(), layer.at(&[name])?)))
    }

    /// Whether a name is given a value that is not known.
    pub fn is_unknown(&self, name: &str) -> bool {
        self.layers.iter().any(|(_, layer)| layer.get(&[name]) == Some(&Literal::Unknown))
    }
}

/// `pelicanconf`, `.base` and `settings.base` are files beside the one that imports them.
fn open(root: &Root, importer: &str, name: &str) -> Option<Imported> {
    let folder = importer.rsplit_once('/').map_or("", |(folder, _)| folder);
    let module = name.trim_start_matches('.').replace('.', "/");
    let path = format!("{folder}/{module}.py").trim_start_matches('/').to_owned();
    let text = root.text(&path)?;
    Some(Imported { path, text })
}
