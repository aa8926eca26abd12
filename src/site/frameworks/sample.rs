//! Small sites for the tests of frameworks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::detect;
use crate::diag::Diagnostic;
use crate::model::{RawPost, Route, RoutePart, Source};
use crate::site::root::Root;
use crate::site::{self, Config};

/// A site that was read, with what was said about it.
pub struct Sample {
    pub source: Source,
    pub said: Vec<Diagnostic>,
}

impl Sample {
    /// Writes the files, finds the framework, which must be this one, and reads the site.
    pub fn read(framework: &str, files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = directory.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let root = Root::new(directory.path());
        let (found, _) = detect(&root);
        assert_eq!(found.name, framework);
        let read = site::read(&root, found, &Config::default(), &crate::site::Asked::default());
        Self { source: read.value, said: read.diagnostics }
    }

    pub fn post(&self, path: &str) -> &RawPost {
        let found = self.source.posts.iter().find(|post| post.path == path);
        found.unwrap_or_else(|| panic!("no post {path}: {:?}", self.source.excluded))
    }

    /// The post's path below the root, in which dates stand as their forms.
    pub fn route(&self, path: &str) -> String {
        match &self.post(path).route {
            Route::Address(address) => address.clone(),
            Route::Path { parts, .. } => parts
                .iter()
                .map(|part| match part {
                    RoutePart::Text(text) | RoutePart::Date(text) | RoutePart::LowerDate(text) => {
                        text.as_str()
                    }
                })
                .collect(),
        }
    }

    pub fn title(&self, path: &str) -> &str {
        self.post(path).title.as_ref().map_or("", |title| &title.value)
    }

    /// Why a file is left out.
    pub fn reason(&self, path: &str) -> Option<&'static str> {
        self.source.excluded.iter().find(|file| file.path == path).map(|file| file.reason)
    }
}
