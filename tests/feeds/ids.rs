//! By what id a post is known, whatever becomes of its file.

use super::*;

#[test]
fn a_post_that_moves_keeps_its_id_and_says_so() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.post(2, "a", 300);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    fs::remove_file(site.path().join("posts/1.md")).unwrap();
    site.write("posts/elsewhere/one.md", &text);
    let report = site.build();
    assert_eq!(codes(&report), ["post-moved"]);
    assert_eq!(site.ids()["posts/elsewhere/one.md"], "https://x.example.org/1");
    let feed = String::from_utf8(site.files().remove("feed.xml").unwrap()).unwrap();
    assert!(feed.contains("<guid isPermaLink=\"false\">https://x.example.org/1</guid>"), "{feed}");
    assert!(codes(&site.build()).is_empty());
}

#[test]
fn a_post_that_is_edited_keeps_its_id() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    site.write(
        "posts/1.md",
        "---\ntitle: Another\ndate: 2024-05-06\ncard: false\npermalink: /new\n---\nOther.\n",
    );
    assert_eq!(site.ids()["posts/1.md"], "https://x.example.org/1");
}

#[test]
fn a_post_at_an_address_that_another_had_first_gets_an_id_of_its_own() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    site.write("posts/moved.md", &text);
    site.write("posts/1.md", "---\ntitle: Another\ndate: 2024-05-06\ncard: false\n---\nOther.\n");
    let ids = site.ids();
    assert_eq!(ids["posts/moved.md"], "https://x.example.org/1");
    assert_eq!(ids["posts/1.md"], "tag:x.example.org,2024-05-06:/1");
    site.build();
    assert_eq!(site.ids(), ids);
}

#[test]
fn ids_go_with_the_posts_when_files_change_their_names_among_each_other() {
    let site = Site::new("");
    for number in 1..=3 {
        site.post(number, "a", 300);
    }
    site.build();
    let path = |name: &str| site.path().join("posts").join(name);
    // 1 becomes 2, and 2 becomes 4; 3 stays.
    fs::rename(path("2.md"), path("4.md")).unwrap();
    fs::rename(path("1.md"), path("2.md")).unwrap();
    let report = site.build();
    assert_eq!(codes(&report), ["post-moved", "post-moved"]);
    let ids = site.ids();
    assert_eq!(ids["posts/2.md"], "https://x.example.org/1");
    assert_eq!(ids["posts/4.md"], "https://x.example.org/2");
    assert_eq!(ids["posts/3.md"], "https://x.example.org/3");
}

#[test]
fn an_id_in_the_file_wins_over_the_ledger() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    site.write("posts/1.md", &text.replace("card: false", "card: false\nid: urn:mine"));
    assert_eq!(site.ids()["posts/1.md"], "urn:mine");
}

#[test]
fn a_locked_ledger_that_would_change_is_an_error_and_stays() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.build();
    let lock = fs::read(site.path().join("syndicard.lock")).unwrap();
    let locked = || pipeline::build(&Plan::new(Choices { locked: true, ..site.choices() }), &Silent);
    assert!(codes(&locked()).is_empty());
    site.post(2, "a", 300);
    let report = locked();
    assert_eq!(codes(&report), ["ledger-locked"]);
    assert_eq!(report.diagnostics[0].label.as_deref(), Some("1 new, 0 changed"));
    assert_eq!(fs::read(site.path().join("syndicard.lock")).unwrap(), lock);
}

#[test]
fn a_draft_keeps_its_id_for_when_it_is_published_again() {
    let site = Site::new("");
    site.post(1, "a", 30);
    site.build();
    let text = fs::read_to_string(site.path().join("posts/1.md")).unwrap();
    site.write("posts/1.md", &text.replace("card: false", "card: false\ndraft: true"));
    site.write("posts/2.md", "---\ntitle: Two\ndate: 2024-05-06\ncard: false\npermalink: /1\n---\nTwo.\n");
    assert_eq!(site.ids()["posts/2.md"], "tag:x.example.org,2024-05-06:/1");
    site.build();
    site.write("posts/1.md", &text.replace("card: false", "card: false\npermalink: /one"));
    assert_eq!(site.ids()["posts/1.md"], "https://x.example.org/1");
}

#[test]
fn a_second_line_of_the_ledger_for_one_id_is_dropped() {
    let site = Site::new("");
    site.post(1, "a", 300);
    site.post(2, "a", 300);
    site.build();
    let lock = fs::read_to_string(site.path().join("syndicard.lock")).unwrap();
    let line = lock.lines().find(|line| line.contains("posts/1.md")).unwrap();
    site.write("syndicard.lock", &format!("{lock}{}\n", line.replace("posts/1.md", "posts/was.md")));
    site.build();
    assert_eq!(fs::read_to_string(site.path().join("syndicard.lock")).unwrap(), lock);
    // That of a post that is gone stays.
    fs::remove_file(site.path().join("posts/1.md")).unwrap();
    site.build();
    assert_eq!(fs::read_to_string(site.path().join("syndicard.lock")).unwrap(), lock);
}
