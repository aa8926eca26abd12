#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

fn state() -> CardState {
    let picture = PictureRecord {
        role: Role::Main,
        name: "og".to_owned(),
        path: "cards/a.jpg".to_owned(),
        width_px: 1200,
        height_px: 630,
        media_type: "image/jpeg".to_owned(),
        contrast: Some(4.567_891),
        file: WrittenFile {
            length_bytes: 7,
            hash: "ff".repeat(32),
            stamp: Some(Stamp::from((7, 1_790_000_000_123_456_789, -1))),
        },
    };
    let remark = CardRemark {
        code: "card-large".to_owned(),
        message: "a \"quoted\"\nline".to_owned(),
        label: None,
        hint: Some("é".to_owned()),
        at: RemarkPlace::File("fonts/a.ttf".to_owned()),
    };
    let record = CardRecord {
        key: "k".to_owned(),
        covers: vec!["c".to_owned()],
        pictures: vec![picture],
        remarks: vec![remark.clone()],
        words: "w".to_owned(),
        lacking: "ཀ".to_owned(),
    };
    let facts = SourceFacts {
        media_type: "image/png".to_owned(),
        width_px: 3,
        height_px: 4,
        is_scalable: false,
        is_progressive: false,
    };
    let source = SourceRecord { stamp: None, hash: None, has_head: true, facts: Some(facts) };
    CardState {
        posts: ["a.md", "b.md"].map(|path| (path.to_owned(), record.clone())).into(),
        sources: [("a.png".to_owned(), source)].into(),
        fonts: FontRecord {
            machine: vec![("f".to_owned(), "h".to_owned())],
            site_remarks: vec![remark],
            ..FontRecord::default()
        },
    }
}

impl CardState {
    fn own(&self) -> Vec<(&str, &CardRecord)> {
        self.posts.iter().map(|(path, record)| (path.as_str(), record)).rev().collect()
    }

    fn write(&self, site: &Path) {
        self.write_with(&self.own(), site);
    }
}

#[test]
fn a_state_comes_back_as_it_was_written() {
    let site = tempfile::tempdir().unwrap();
    assert_eq!(CardState::read(site.path()), CardState::default());
    state().write(site.path());
    assert_eq!(CardState::read(site.path()), state());
    assert_eq!(std::fs::read(site.path().join(".syndicard/.gitignore")).unwrap(), b"*\n");
}

#[test]
fn a_damaged_record_is_not_believed_and_the_others_are() {
    let whole = state().bytes(&state().own());
    // A figure that is another figure is still a record.
    let contrast = 4.567_891_f32.to_le_bytes();
    let at = whole.windows(4).position(|bytes| bytes == contrast).unwrap();
    let mut damaged = whole.clone();
    damaged[at] ^= 1;
    let left = parse(&damaged).unwrap();
    assert_eq!(left.posts.keys().collect::<Vec<_>>(), ["b.md"]);
    assert_eq!((left.sources, left.fonts), (state().sources, state().fonts));
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x41;
        for broken in [&whole[..at], &damaged] {
            let kept = parse(broken).unwrap_or_default();
            assert!(kept.posts.iter().all(|(path, record)| state().posts[path] == *record));
        }
    }
}

#[test]
fn what_another_version_left_is_dropped() {
    let bytes = state().bytes(&state().own());
    assert!(parse(&bytes).is_some());
    let records = &bytes[FIRST_LINE.len()..];
    let version = FIRST_LINE.replacen(env!("CARGO_PKG_VERSION"), "0.0.0", 1);
    for other in [version, FIRST_LINE.replacen("cards 2", "cards 1", 1)] {
        assert!(parse(&[other.as_bytes(), records].concat()).is_none());
    }
}

#[test]
fn a_folder_that_cannot_be_written_keeps_nothing() {
    let site = tempfile::tempdir().unwrap();
    std::fs::write(site.path().join(".syndicard"), "a file").unwrap();
    state().write(site.path());
    assert_eq!(CardState::read(site.path()), CardState::default());
}
