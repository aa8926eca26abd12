#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::disk;
use crate::model::{Depth, Source, Stamp};
use crate::site::{self, Asked, Config, Root};
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

const POSTS: &[(&str, &str)] = &[
    (
        "a.md",
        "---\ntitle: A\ndate: 2024-01-02\ntags: [one, \"two \\u00e9\"]\nextra: {deep: [1, {x: y}], n: ~}\n---\nText with [a link](/b).\n",
    ),
    (
        "b.md",
        "---\ndate: 2024-01-03\nsummary: S\n---\n# A heading\n\nMore words of a body than a summary needs.\n",
    ),
    ("c.md", "---\ntitle: C\ndate: 2024-01-03\ntitle: twice\n---\n"),
    ("d/e.md", "+++\ntitle = \"E\"\ndate = 2024-01-04\n+++\n"),
];

/// A site with its memory, as a build would have it.
struct Remembering {
    folder: tempfile::TempDir,
    written: usize,
}

impl Remembering {
    fn new() -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap(), written: 0 };
        POSTS.iter().for_each(|(path, text)| site.put(path, text));
        // What was changed at the moment at which the memory is written is read again.
        sleep(Duration::from_millis(50));
        site
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join("posts").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn memory(&self) -> std::path::PathBuf {
        self.folder.path().join("memory")
    }

    /// The present by the times that files bear.
    fn moment(&self) -> Option<Stamp> {
        let path = self.folder.path().join("moment");
        fs::write(&path, "").unwrap();
        disk::stamp(&path).map(Stamp::from)
    }

    /// Reads with what is remembered, and remembers; the posts as they would be without must be the same.
    fn read(&mut self) -> Source {
        let memory = fs::read(self.memory()).unwrap_or_default();
        let source = read(self.folder.path(), &memory, self.moment());
        let plain = read(self.folder.path(), &[], None);
        assert_eq!(
            format!("{:?}{:?}", source.posts, source.excluded),
            format!("{:?}{:?}", plain.posts, plain.excluded)
        );
        if let Some(bytes) = &source.remember {
            self.written += 1;
            fs::write(self.memory(), bytes).unwrap();
        }
        source
    }

    /// Whether a file has to be opened.
    fn opens(&self, path: &str) -> bool {
        let memory = fs::read(self.memory()).unwrap();
        let root = Root::new(self.folder.path());
        super::Memory::of(&memory).recall(&root, path, crate::model::Header::Fences).is_none()
    }
}

fn read(folder: &Path, memory: &[u8], moment: Option<Stamp>) -> Source {
    let root = Root::new(folder);
    let asked = Asked { depth: Depth::Bodies, memory, moment };
    site::read(&root, site::framework("folder").unwrap(), &Config::default(), &asked).value
}

#[test]
fn what_is_remembered_is_what_the_files_say_and_is_written_once() {
    let mut site = Remembering::new();
    assert_eq!(site.read().posts.len(), 4);
    assert!(!site.opens("posts/a.md") && !site.opens("posts/b.md") && !site.opens("posts/d/e.md"));
    assert!(site.opens("posts/c.md"), "what something was said of is read again, to say it again");
    site.read();
    site.read();
    assert_eq!(site.written, 1);
}

#[test]
fn a_file_that_changed_is_read_be_its_length_and_time_the_same() {
    let mut site = Remembering::new();
    site.read();
    let path = site.folder.path().join("posts/a.md");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    site.put("a.md", &POSTS[0].1.replace("title: A", "title: Z"));
    fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    let title = |source: &Source| source.posts[0].title.as_ref().unwrap().value.clone();
    assert_eq!(title(&site.read()), "Z");
    site.put("0.md", POSTS[1].1);
    assert_eq!(site.read().posts.len(), 5);
    fs::remove_file(site.folder.path().join("posts/0.md")).unwrap();
    fs::rename(&path, site.folder.path().join("posts/z.md")).unwrap();
    let source = site.read();
    assert_eq!(source.posts.iter().map(|post| post.path.as_str()).next_back(), Some("posts/z.md"));
}

#[test]
fn what_is_damaged_or_of_another_program_is_forgotten() {
    let mut site = Remembering::new();
    site.read();
    let whole = fs::read(site.memory()).unwrap();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x10;
        let source = read(site.folder.path(), &damaged, site.moment());
        let cut = read(site.folder.path(), &whole[..at], None);
        let plain = format!("{:?}", read(site.folder.path(), &[], None).posts);
        assert_eq!(
            (format!("{:?}", source.posts), format!("{:?}", cut.posts)),
            (plain.clone(), plain),
            "{at}"
        );
        assert_eq!(source.remember.as_ref(), Some(&whole), "it is mended at the next build");
    }
}
