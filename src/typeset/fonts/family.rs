//! A family, and where it came from.

use super::bundled::Bundled;
use super::coverage::Coverage;
use super::look::{self, Face};
use crate::typeset::Family;
use parley::fontique::Blob;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// The sizes for which letters were cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Any,
    Text,
    Display,
}

/// A family, with all the files that it has.
pub struct FontFamily {
    /// As people call it.
    pub name: String,
    /// As the typesetter's collection knows it: unlike that of any other family.
    pub key: String,
    /// Nothing where it stands in for every kind.
    pub kind: Option<Family>,
    pub cut: Cut,
    pub is_colored: bool,
    pub origin: Origin,
}

pub enum Origin {
    Binary(&'static Bundled),
    Site(Given),
    Machine(Given),
}

/// A family from files that were handed in.
pub struct Given {
    pub files: Vec<GivenFile>,
    coverage: Coverage,
    /// What was found out of the shapes of its characters.
    shown: Mutex<BTreeMap<char, bool>>,
}

pub struct GivenFile {
    pub blob: Blob<u8>,
    faces: Vec<u32>,
    /// Whether the file itself does not name its family.
    pub is_nameless: bool,
}

impl FontFamily {
    /// Whether it has a character, with a shape.
    pub fn has(&self, c: char) -> bool {
        match &self.origin {
            Origin::Binary(bundled) => bundled.coverage().has(c),
            Origin::Site(given) | Origin::Machine(given) => given.has(c),
        }
    }
}

impl Given {
    pub fn has(&self, c: char) -> bool {
        if !self.coverage.has(c) {
            return false;
        }
        let look = || {
            self.files
                .iter()
                .any(|file| file.faces.iter().any(|&face| look::shows(file.blob.data(), face, c)))
        };
        match self.shown.lock() {
            Ok(mut shown) => *shown.entry(c).or_insert_with(look),
            Err(_) => look(),
        }
    }
}

impl GivenFile {
    /// The plain bytes of a font and its faces, or why it cannot be used.
    pub fn read(bytes: Vec<u8>) -> Result<(Blob<u8>, Vec<Face>), &'static str> {
        let bytes = look::unpacked(bytes)?;
        let faces = look::faces(&bytes)?;
        Ok((Blob::new(Arc::new(bytes)), faces))
    }
}

/// A family whose files are being gathered.
pub struct GivenFamily {
    name: String,
    key: String,
    is_colored: bool,
    given: Given,
}

impl GivenFamily {
    pub fn with(self, origin: fn(Given) -> Origin) -> FontFamily {
        let Self { name, key, is_colored, given } = self;
        FontFamily { name, key, kind: None, cut: Cut::Any, is_colored, origin: origin(given) }
    }
}

/// Adds a face to its family, which is a new one where no file before had it.
pub fn add(families: &mut Vec<GivenFamily>, file_name: &str, blob: &Blob<u8>, face: Face) {
    let is_nameless = face.family.is_none();
    let name = face.family.unwrap_or_else(|| stem(file_name).to_owned());
    let key = if is_nameless { format!("file {file_name}") } else { name.clone() };
    let file = GivenFile { blob: blob.clone(), faces: vec![face.index], is_nameless };
    let Some(family) = families.iter_mut().find(|family| family.key == key) else {
        let given = Given { files: vec![file], coverage: face.coverage, shown: Mutex::default() };
        families.push(GivenFamily { name, key, is_colored: face.is_colored, given });
        return;
    };
    family.is_colored |= face.is_colored;
    family.given.coverage = family.given.coverage.or(&face.coverage);
    match family.given.files.last_mut() {
        Some(last) if last.blob.id() == blob.id() => last.faces.push(face.index),
        _ => family.given.files.push(file),
    }
}

fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
