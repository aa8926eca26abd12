//! Cards that were shared stay for as long as asked.

use super::*;
use chrono::DateTime;
use syndicard::model::Keep;

impl Site {
    fn build_on(&self, day: &str, keep: Option<Keep>) -> Report {
        let now = DateTime::parse_from_rfc3339(&format!("{day}T00:00:00Z")).unwrap();
        pipeline::build(&Plan::new(Choices { now, keep_cards: keep, ..self.choices() }), &Silent)
    }

    fn cards(&self) -> Vec<String> {
        self.files().into_keys().filter(|name| name.starts_with("cards/")).collect()
    }
}

#[test]
fn a_card_stays_under_its_old_name_for_as_long_as_asked() {
    let site = Site::of_three("hash: true, keep: 30 days");
    site.build_on("2026-02-01", None);
    let first = site.cards();
    site.post("b", "title: Other");
    site.build_on("2026-02-02", None);
    let both = site.cards();
    assert_eq!(both.len(), 4);
    assert!(first.iter().all(|name| both.contains(name)));
    // Nothing is written on the days between, and its day does not move.
    assert_eq!(site.build_on("2026-02-20", None).written, 0);
    assert_eq!(site.cards(), both);
    let report = site.build_on("2026-03-04", None);
    assert_eq!((report.removed, site.cards().len()), (1, 3));
}

#[test]
fn a_kept_card_is_remembered_by_the_manifest_alone() {
    let site = Site::of_three("keep: forever");
    site.build_on("2026-02-01", None);
    site.remove("posts/b.md");
    site.build_on("2026-02-02", None);
    site.remove(".syndicard");
    assert_eq!(site.build_on("2036-02-02", None).removed, 0);
    assert!(site.cards().contains(&"cards/b.jpg".to_owned()));
    let manifest = String::from_utf8(site.files()["syndicard.json"].clone()).unwrap();
    assert!(manifest.contains("\"cards/b.jpg\": \"2026-02-02T00:00:00+00:00\""), "{manifest}");
    // The flag goes before the setting.
    assert_eq!(site.build_on("2036-02-03", Some(Keep::Days(30))).removed, 1);
    assert!(!site.cards().contains(&"cards/b.jpg".to_owned()));
}

#[test]
fn a_kept_card_that_is_asked_for_again_is_no_longer_counted_out() {
    let site = Site::of_three("keep: 10 days");
    let post = fs::read(site.path().join("posts/b.md")).unwrap();
    site.build_on("2026-02-01", None);
    site.remove("posts/b.md");
    site.build_on("2026-02-02", None);
    site.write("posts/b.md", post);
    site.build_on("2026-02-03", None);
    site.remove("posts/b.md");
    site.build_on("2026-02-11", None);
    assert_eq!(site.build_on("2026-02-20", None).removed, 0);
    assert_eq!(site.build_on("2026-02-21", None).removed, 1);
}

#[test]
fn without_the_wish_old_cards_go_at_once() {
    let site = Site::of_three("");
    site.build_on("2026-02-01", None);
    site.remove("posts/b.md");
    assert_eq!(site.build_on("2026-02-02", None).removed, 1);
}
