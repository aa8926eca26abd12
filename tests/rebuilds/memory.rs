//! What is remembered may be lost, damaged, copied and shared: that costs time and nothing else.

use super::*;
use std::thread;

const STATE: &str = ".syndicard/cards";

#[test]
fn without_what_was_remembered_all_is_drawn_and_nothing_written() {
    let site = Site::of_three("");
    site.build();
    site.remove(".syndicard");
    let report = site.build();
    assert_eq!((report.drawn, report.written), (3, 0));
    assert_eq!(site.build().drawn, 0);
    assert_eq!((site.forgetful().drawn, site.forgetful().written), (3, 0));
    assert_eq!(site.build().drawn, 0);
}

#[test]
fn a_damaged_record_draws_its_card_and_no_other() {
    let site = Site::of_three("");
    site.build();
    let state = fs::read(site.path().join(STATE)).unwrap();
    let mut other = state.clone();
    let at = state.windows(11).position(|bytes| bytes == b"cards/b.jpg").unwrap();
    other[at + 6] = b'c';
    site.write(STATE, other);
    assert_eq!(site.build().drawn, 1);
    for damaged in [&state[..state.len() / 2], b"", b"{}\n", b"\xFF\n\n\n"] {
        site.write(STATE, damaged);
        site.build_as_if_fresh();
    }
}

#[test]
fn a_card_that_is_lost_or_was_changed_is_made_again() {
    let site = Site::of_three("");
    site.build();
    let old = site.files();
    site.remove("public/cards/b.jpg");
    let mut other = old["cards/c.jpg"].clone();
    let last = other.len() - 3;
    other[last] ^= 1;
    site.write("public/cards/c.jpg", other);
    let report = site.build();
    assert_eq!((report.drawn, report.written), (2, 2));
    assert_eq!(changed(&old, &site.files()), Vec::<String>::new());
}

#[test]
fn a_copy_on_another_machine_has_nothing_to_draw() {
    let site = Site::of_three("photos: true");
    site.build();
    // As a cache of CI does it: all is there, and all of it was written just now.
    let other = Site(tempfile::tempdir().unwrap());
    copy(site.path(), other.path());
    let report = other.build_as_if_fresh();
    assert_eq!((report.drawn, report.written), (0, 0));
}

#[test]
fn the_memory_alone_without_the_cards_draws_them_again() {
    let site = Site::of_three("");
    site.build();
    let old = site.files();
    site.remove("public/cards");
    assert_eq!(site.build().drawn, 3);
    assert_eq!(changed(&old, &site.files()), Vec::<String>::new());
}

#[test]
fn records_of_what_is_gone_are_dropped() {
    let site = Site::of_three("");
    site.build();
    let state = || String::from_utf8_lossy(&fs::read(site.path().join(STATE)).unwrap()).into_owned();
    assert!(state().contains("posts/a.md") && state().contains("cover.png"));
    site.remove("posts/a.md");
    site.build();
    assert!(!state().contains("posts/a.md") && !state().contains("cover.png"));
    assert!(state().contains("posts/b.md"));
}

#[test]
fn what_was_said_of_a_card_is_said_again_at_the_place_of_today() {
    let site = Site::of_three("limit: 16 KB, format: png, theme: photo");
    site.write("public/noise.png", noise());
    site.write("public/broken.png", &picture(3)[..300]);
    site.post("a", "title: First\ncover: /noise.png");
    site.post("b", &format!("title: {}", "Endless words ".repeat(60)));
    site.post("c", "title: Third \u{10FFFD}\ncover: /broken.png");
    let report = site.build_as_if_fresh();
    let mut said: Vec<&str> = codes(&report);
    said.sort_unstable();
    said.dedup();
    for code in ["card-large", "cover-unreadable", "glyph-missing", "title-cut"] {
        assert!(said.contains(&code), "{code}: {said:?}");
    }
    site.post("c", "description: A line more.\ntitle: Third \u{10FFFD}\ncover: /broken.png");
    let later = site.build_as_if_fresh();
    assert_eq!(later.drawn, 0);
    let line = |report: &Report| {
        let said = report.diagnostics.iter().find(|said| said.code == "cover-unreadable").unwrap();
        said.location.as_ref().unwrap().line
    };
    assert_eq!(line(&later), line(&report) + 1);
}

#[test]
fn a_cover_that_cannot_be_decoded_when_it_is_drawn_is_said_and_left_away() {
    let site = Site::of_three("");
    let mut torn = fs::read("tests/pictures/baseline-420.jpg").unwrap();
    // Without its Huffman tables, which now belong to some application, no decoder reads it.
    let scan = torn.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let tables: Vec<usize> = (0..scan).filter(|&at| torn[at..].starts_with(&[0xFF, 0xC4])).collect();
    tables.into_iter().for_each(|at| torn[at + 1] = 0xEF);
    site.write("public/torn.jpg", &torn);
    let card = || fs::read(site.path().join("public/cards/c.jpg")).unwrap();
    site.post("c", "title: Third\ncover: /torn.jpg");
    let report = site.build_as_if_fresh();
    assert_eq!(codes(&report), ["cover-unreadable"]);
    let without = card();
    site.post("c", "title: Third");
    assert!(codes(&site.build_as_if_fresh()).is_empty());
    assert!(card() == without);
}

#[test]
fn a_card_that_could_not_be_written_is_tried_again() {
    let site = Site::of_three("");
    site.write("public/cards/b.jpg", "theirs");
    for _ in 0..2 {
        let report = site.build();
        assert_eq!(codes(&report), ["file-not-ours"]);
    }
    assert_eq!(site.build().drawn, 1);
    site.remove("public/cards/b.jpg");
    assert!(codes(&site.build_as_if_fresh()).is_empty());
}

#[test]
fn two_builds_at_once_harm_nothing() {
    let site = Site::of_three("");
    for round in 0..3 {
        site.post("b", &format!("title: Round {round}"));
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| site.build());
            }
        });
        site.build();
        assert_eq!(site.build_as_if_fresh().drawn, 0);
    }
}

/// A picture that does not become small.
fn noise() -> Vec<u8> {
    let mut seed = 1_u32;
    let picture = RgbImage::from_fn(400, 300, |_, _| {
        Rgb([0; 3].map(|_: u8| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        }))
    });
    let mut bytes = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}
