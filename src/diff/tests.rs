#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use chrono::DateTime;

/// An item by id, link, title and day of March 2026 (0: no date).
fn item(id: &str, link: &str, title: &str, day: u32) -> PublishedItem {
    let date = format!("2026-03-{day:02}T10:00:00Z");
    PublishedItem {
        id: id.to_owned(),
        id_given: true,
        link: (!link.is_empty()).then(|| link.to_owned()),
        title: (!title.is_empty()).then(|| title.to_owned()),
        published: DateTime::parse_from_rfc3339(&date).ok(),
        updated: None,
        content_hash: title.to_owned(),
    }
}

fn post(name: &str, day: u32) -> PublishedItem {
    item(name, &format!("https://example.org/{name}"), name, day)
}

fn feed(items: Vec<PublishedItem>) -> Published {
    Published { title: None, items }
}

/// Each finding as its kind, the old id and the new id; and how many are the same.
fn found(old: Vec<PublishedItem>, new: Vec<PublishedItem>) -> (Vec<(Kind, String, String)>, usize) {
    let difference = compare(&feed(old), &feed(new));
    let id = |item: &Option<PublishedItem>| item.as_ref().map(|item| item.id.clone()).unwrap_or_default();
    let ids = |finding: &Finding| (finding.kind, id(&finding.old), id(&finding.new));
    (difference.findings.iter().map(ids).collect(), difference.same)
}

fn one(kind: Kind, old: &str, new: &str) -> Vec<(Kind, String, String)> {
    vec![(kind, old.to_owned(), new.to_owned())]
}

#[test]
fn two_equal_feeds_differ_in_nothing() {
    let items = || vec![post("b", 2), post("a", 1)];
    assert_eq!(found(items(), items()), (Vec::new(), 2));
    assert_eq!(found(Vec::new(), Vec::new()), (Vec::new(), 0));
}

#[test]
fn a_post_with_the_same_link_and_a_new_id_returns() {
    for link in ["https://example.org/a", "http://EXAMPLE.org:80/a/", "https://example.org/a#top"] {
        let new = item("2", link, "Another title", 9);
        let old = item("1", "https://example.org/a", "A", 1);
        assert_eq!(found(vec![old], vec![new]), (one(Kind::Returns, "1", "2"), 0), "{link}");
    }
}

#[test]
fn a_post_with_another_query_or_port_is_another() {
    for link in ["https://example.org/a?p=2", "https://example.org:8080/a", "https://example.org/b"] {
        let (old, new) = (item("1", "https://example.org/a", "A", 1), item("2", link, "B", 1));
        assert_eq!(found(vec![old], vec![new]).0.len(), 2, "{link}");
    }
}

#[test]
fn a_post_with_the_same_title_and_day_returns_though_link_and_id_changed() {
    let old = item("1", "https://example.org/a", "On  names", 1);
    let new = item("2", "https://example.net/b", "On\nnames", 1);
    assert_eq!(found(vec![old.clone()], vec![new]).0, one(Kind::Returns, "1", "2"));
    let later = item("2", "https://example.net/b", "On names", 2);
    assert_eq!(found(vec![old], vec![later]).0.iter().filter(|f| f.0 == Kind::Returns).count(), 0);
}

#[test]
fn posts_without_title_and_date_are_not_taken_for_one_another() {
    let kinds = found(vec![item("1", "", "", 0)], vec![item("2", "", "", 0)]).0;
    assert_eq!(kinds.iter().map(|f| f.0).collect::<Vec<_>>(), [Kind::Vanished, Kind::New]);
}

#[test]
fn a_link_goes_before_a_title_and_each_item_has_one_counterpart() {
    let old = vec![
        item("1", "https://example.org/a", "Weekly", 1),
        item("2", "https://example.org/b", "Weekly", 1),
    ];
    let new = vec![
        item("3", "https://example.org/b", "Weekly", 1),
        item("4", "https://example.org/c", "Weekly", 1),
    ];
    let returns = [("2", "3"), ("1", "4")].map(|(old, new)| (Kind::Returns, old.to_owned(), new.to_owned()));
    assert_eq!(found(old, new), (returns.to_vec(), 0));
}

#[test]
fn an_id_on_a_post_with_another_link_and_title_is_reused() {
    let old = item("1", "https://example.org/a", "A", 1);
    let new = item("1", "https://example.org/b", "B", 2);
    assert_eq!(found(vec![old], vec![new]), (one(Kind::IdReused, "1", "1"), 0));
}

#[test]
fn a_post_that_was_renamed_keeps_its_id_and_is_no_other() {
    let old = item("1", "https://example.org/a", "A", 1);
    let new = item("1", "https://example.org/b", "B", 1);
    let kinds: Vec<Kind> = found(vec![old], vec![new]).0.iter().map(|f| f.0).collect();
    assert_eq!(kinds, [Kind::Moved, Kind::Edited]);
}

#[test]
fn ids_counted_from_the_newest_hide_the_new_post_and_bring_the_last_back() {
    let numbered = |names: &[(&str, u32)]| -> Vec<PublishedItem> {
        let item = |(at, (name, day)): (usize, &(&str, u32))| {
            item(&at.to_string(), &format!("https://example.org/{name}"), name, *day)
        };
        names.iter().enumerate().map(item).collect()
    };
    let (findings, _) = found(numbered(&[("b", 2), ("a", 1)]), numbered(&[("c", 3), ("b", 2), ("a", 1)]));
    let expected = [(Kind::Returns, "1", "2"), (Kind::IdReused, "0", "0"), (Kind::IdReused, "1", "1")];
    assert_eq!(findings, expected.map(|(kind, old, new)| (kind, old.to_owned(), new.to_owned())));
}

#[test]
fn a_new_link_under_the_same_id_is_a_move_unless_it_leads_to_the_same_page() {
    let new = |link: &str| vec![item("1", link, "A", 1)];
    let old = || new("https://example.org/a");
    assert_eq!(found(old(), new("https://example.org/b")).0, one(Kind::Moved, "1", "1"));
    assert_eq!(found(old(), new("http://example.org/a/")), (Vec::new(), 1));
}

#[test]
fn a_new_date_of_publication_is_seen_only_where_both_feeds_give_one() {
    let with = |day: u32| vec![item("1", "https://example.org/a", "A", day)];
    assert_eq!(found(with(1), with(2)).0, one(Kind::Redated, "1", "1"));
    assert_eq!(found(with(1), with(0)), (Vec::new(), 1));
}

#[test]
fn a_later_update_or_other_content_is_an_edit() {
    let mut updated = post("a", 1);
    updated.updated = DateTime::parse_from_rfc3339("2026-03-05T00:00:00Z").ok();
    let mut again = updated.clone();
    again.updated = DateTime::parse_from_rfc3339("2026-03-06T00:00:00Z").ok();
    assert_eq!(found(vec![updated.clone()], vec![again]).0, one(Kind::Edited, "a", "a"));
    assert_eq!(found(vec![post("a", 1)], vec![updated]), (Vec::new(), 1));
    let mut edited = post("a", 1);
    edited.content_hash.push('!');
    assert_eq!(found(vec![post("a", 1)], vec![edited]).0, one(Kind::Edited, "a", "a"));
}

#[test]
fn what_is_gone_has_fallen_out_only_when_it_is_older_than_all_that_stayed() {
    let old = || vec![post("c", 3), post("b", 2), post("a", 1)];
    let fell = found(old(), vec![post("d", 4), post("c", 3), post("b", 2)]).0;
    assert_eq!(fell.last().unwrap(), &(Kind::FellOut, "a".to_owned(), String::new()));
    assert_eq!(found(old(), vec![post("c", 3), post("a", 1)]).0, one(Kind::Vanished, "b", ""));
}

#[test]
fn a_new_post_dated_long_ago_does_not_make_what_fell_out_vanish() {
    let old = vec![post("c", 13), post("b", 12), post("a", 11)];
    let new = vec![post("c", 13), post("b", 12), post("z", 1)];
    let kinds: Vec<Kind> = found(old, new).0.iter().map(|f| f.0).collect();
    assert_eq!(kinds, [Kind::New, Kind::FellOut]);
}

#[test]
fn all_of_a_feed_that_became_empty_has_vanished() {
    assert_eq!(found(vec![post("a", 1)], Vec::new()).0, one(Kind::Vanished, "a", ""));
}

#[test]
fn an_id_given_twice_in_the_new_feed_is_told_and_the_first_counts() {
    let second = item("a", "https://example.org/b", "b", 2);
    assert_eq!(found(vec![post("a", 1)], vec![post("a", 1), second]), (one(Kind::Duplicate, "a", "a"), 1));
    assert_eq!(found(vec![post("a", 1), post("a", 1)], vec![post("a", 1)]), (Vec::new(), 1));
}

fn pattern(ids: &[(&str, &str)]) -> Option<Vec<Change>> {
    let side = |pick: fn(&(&str, &str)) -> String| {
        let item =
            |(at, pair): (usize, &(&str, &str))| item(&pick(pair), &format!("https://x.example/{at}"), "", 0);
        feed(ids.iter().enumerate().map(item).collect())
    };
    let difference = compare(&side(|pair| pair.0.to_owned()), &side(|pair| pair.1.to_owned()));
    assert_eq!(difference.count(Kind::Returns), ids.len());
    difference.pattern.map(|pattern| pattern.changes)
}

#[test]
fn ids_that_changed_alike_have_a_pattern_that_names_each_part() {
    let (from, to) = ("http".to_owned(), "https".to_owned());
    let scheme = Change::Scheme { from, to };
    assert_eq!(
        pattern(&[
            ("http://a.example/1", "https://a.example/1"),
            ("http://a.example/2", "https://a.example/2")
        ]),
        Some(vec![scheme.clone()])
    );
    let host = Change::Host { from: "a.example".to_owned(), to: "www.a.example:8443".to_owned() };
    let slash = Change::TrailingSlash { added: true };
    assert_eq!(
        pattern(&[("http://a.example/1", "https://www.a.example:8443/1/")]),
        Some(vec![scheme, host, slash])
    );
    let folder = Change::Folder { from: "/blog/".to_owned(), to: "/".to_owned() };
    assert_eq!(
        pattern(&[
            ("https://a.example/blog/x/1", "https://a.example/x/1"),
            ("https://a.example/blog/2", "https://a.example/2")
        ]),
        Some(vec![folder])
    );
}

#[test]
fn ids_that_changed_each_in_its_way_have_no_pattern() {
    assert_eq!(
        pattern(&[
            ("http://a.example/1", "https://a.example/1"),
            ("http://a.example/2", "http://a.example/2/")
        ]),
        None
    );
    assert_eq!(pattern(&[("http://a.example/1", "tag:a.example,2026:1")]), None);
    assert_eq!(pattern(&[("http://a.example/1", "http://a.example/one")]), None);
    assert_eq!(pattern(&[("17", "18")]), None);
}

#[test]
fn a_feed_that_cannot_be_read_says_why_without_its_name() {
    assert_eq!(read_feed("/nonexistent/feed.xml").unwrap_err(), "no such file");
    assert_eq!(
        read_feed("gopher://example.org/feed").unwrap_err(),
        "only http and https addresses can be fetched"
    );
}
