//! What a build makes anew, what it leaves as it stands, and that nobody can tell the difference.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod changes;
mod keep;
mod memory;
mod watch;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{Rgb, RgbImage};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syndicard::pipeline::{self, Progress, Report};
use syndicard::plan::{Choices, Plan};

struct Silent;

impl Progress for Silent {
    fn start(&self, _: usize) {}
    fn drawn(&self) {}
    fn finish(&self) {}
}

/// A site of plain Markdown with small cards.
struct Site(tempfile::TempDir);

impl Site {
    fn new(cards: &str) -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.settings(cards);
        site
    }

    /// With the posts `a`, `b` and `c`, of which `a` has a cover.
    fn of_three(cards: &str) -> Self {
        let site = Self::new(cards);
        site.write("public/cover.png", picture(40));
        site.post("a", "title: First\ncover: /cover.png\ntags: [one, two]");
        site.post("b", "title: Second");
        site.post("c", "title: Third");
        site
    }

    fn settings(&self, cards: &str) {
        let cards = format!("cards: {{sizes: [320x200], {cards}}}");
        self.write(
            "syndicard.yaml",
            format!("url: https://x.example.org\ntitle: X\nlanguage: en\nposts: posts\n{cards}\n"),
        );
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn post(&self, name: &str, front: &str) {
        self.write(&format!("posts/{name}.md"), format!("---\ndate: 2026-01-02\n{front}\n---\nWords.\n"));
    }

    fn remove(&self, file: &str) {
        let path = self.path().join(file);
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }

    fn choices(&self) -> Choices {
        let now = chrono::DateTime::parse_from_rfc3339("2026-02-01T00:00:00Z").unwrap();
        Choices { site: self.path().to_owned(), now, ..Choices::default() }
    }

    fn build(&self) -> Report {
        pipeline::build(&Plan::new(self.choices()), &Silent)
    }

    /// Builds with what is remembered, and holds all that comes of it to what comes of it in a place that remembers nothing.
    fn build_as_if_fresh(&self) -> Report {
        let fresh = Self(tempfile::tempdir().unwrap());
        copy(self.path(), fresh.path());
        for name in [".syndicard", "public/cards", "public/feed.xml", "public/syndicard.json"] {
            let path = fresh.path().join(name);
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
        let report = self.build();
        let expected = fresh.build();
        assert_eq!(report.diagnostics, expected.diagnostics);
        assert_eq!(format!("{:?}", report.cards), format!("{:?}", expected.cards));
        assert_eq!(report.files, expected.files);
        assert_eq!(changed(&self.files(), &fresh.files()), Vec::<String>::new());
        let (again, expected) = (self.build(), fresh.forgetful());
        assert_eq!((again.drawn, again.written, again.removed), (0, 0, 0));
        assert_eq!((again.unchanged, &again.diagnostics), (expected.unchanged, &expected.diagnostics));
        report
    }

    /// Builds with `--no-cache`.
    fn forgetful(&self) -> Report {
        pipeline::build(&Plan::new(Choices { cached: false, ..self.choices() }), &Silent)
    }

    /// Every file below the served directory.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        walk(&self.path().join("public"), &mut |path, name| {
            found.insert(name.to_owned(), fs::read(path).unwrap());
        });
        found
    }
}

fn walk(root: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                visit(&path, &path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    walk(from, &mut |path, name| {
        fs::create_dir_all(to.join(name).parent().unwrap()).unwrap();
        fs::copy(path, to.join(name)).unwrap();
    });
}

fn changed(old: &BTreeMap<String, Vec<u8>>, new: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    names.into_iter().filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().map(|said| said.code).collect()
}

/// A PNG without compression, so that every shade makes a file of the same length.
fn picture(shade: u8) -> Vec<u8> {
    let picture = RgbImage::from_fn(400, 300, |x, y| Rgb([shade, (x / 2) as u8, (y / 2) as u8]));
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Uncompressed, FilterType::NoFilter);
    picture.write_with_encoder(encoder).unwrap();
    bytes
}
