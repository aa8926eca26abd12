//! What becomes of feeds from one build to the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod content;
mod ids;
mod rebuilds;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syndicard::model::Depth;
use syndicard::pipeline::{self, Progress, Report};
use syndicard::plan::{Choices, Plan};

struct Silent;

impl Progress for Silent {
    fn start(&self, _: usize) {}
    fn drawn(&self) {}
    fn finish(&self) {}
}

/// A site of plain Markdown without cards.
struct Site(tempfile::TempDir);

impl Site {
    fn new(settings: &str) -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.write(
            "syndicard.yaml",
            &format!("url: https://x.example.org\ntitle: X\nposts: posts\n{settings}"),
        );
        site
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A post of about `length` bytes, dated by its number.
    fn post(&self, number: u32, tags: &str, length: usize) {
        let (month, day) = (1 + number / 28 % 12, 1 + number % 28);
        let date = format!("{}-{month:02}-{day:02}", 2000 + number / 336);
        let body = format!("Post number {number}. ").repeat(length / 16);
        let text =
            format!("---\ntitle: Post {number}\ndate: {date}\ntags: [{tags}]\ncard: false\n---\n{body}\n");
        self.write(&format!("posts/{number}.md"), &text);
    }

    fn choices(&self) -> Choices {
        Choices { site: self.path().to_owned(), ..Choices::default() }
    }

    fn build(&self) -> Report {
        pipeline::build(&Plan::new(self.choices()), &Silent)
    }

    /// Every file below the served directory.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, root, found);
                } else {
                    let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                    found.insert(name, fs::read(&path).unwrap());
                }
            }
        }
        let mut found = BTreeMap::new();
        let public = self.path().join("public");
        walk(&public, &public, &mut found);
        found
    }

    fn ids(&self) -> BTreeMap<String, String> {
        let listing = pipeline::list(&Plan::new(self.choices()), Depth::Bodies);
        listing.site.posts.into_iter().map(|post| (post.path, post.id)).collect()
    }
}

fn changed(old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names.into_iter().filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|said| said.code).collect()
}
