#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

/// An export with two published posts, and one of each kind that is left out.
fn site() -> (tempfile::TempDir, Root) {
    let post = |id: u32, slug: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "title": "Title {id}", "slug": "{slug}", "type": "post", "status": "published", "visibility": "public", "html": "<p>Body {id}, <a href=\"__GHOST_URL__/x/\">x</a></p>", "published_at": "2021-02-03T04:05:06.000Z"{more}}}"#
        )
    };
    let posts = [
        post(
            1,
            "first",
            r#", "feature_image": "__GHOST_URL__/content/images/a.png", "custom_excerpt": "Short", "mobiledoc": "{}""#,
        ),
        post(2, "second", r#", "published_at": 1612325106000, "author_id": 7"#),
        post(3, "page", r#", "type": "page""#),
        post(4, "draft", r#", "status": "draft""#),
        post(5, "members", r#", "visibility": "paid""#),
        post(6, "mailed", r#", "status": "sent""#),
        post(7, "old-page", r#", "type": null, "page": 1"#),
    ];
    let posts: Vec<String> = posts.iter().map(|post| once(post)).collect();
    let text = format!(
        r##"{{"db": [{{"meta": {{"exported_on": 1, "version": "5.0.0"}}, "data": {{
        "posts": [{}], "posts_meta": [{{"post_id": "1", "feature_image_alt": "A picture"}}],
        "tags": [{{"id": "10", "name": "News"}}, {{"id": "11", "name": "#hidden"}}, {{"id": "12", "name": "Blue", "visibility": "public"}}],
        "posts_tags": [{{"post_id": "1", "tag_id": "12", "sort_order": 1}}, {{"post_id": "1", "tag_id": "10", "sort_order": 0}}, {{"post_id": "1", "tag_id": "11", "sort_order": 2}}],
        "users": [{{"id": "7", "name": "Ada Moss", "website": null, "extra": {{"a": [1]}}}}],
        "posts_authors": [{{"post_id": "1", "author_id": "7", "sort_order": 0}}],
        "settings": [{{"key": "title", "value": "A site"}}, {{"key": "timezone", "value": "Europe/Rome"}}]
        }}}}]}}"##,
        posts.join(",")
    );
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("site.ghost.json"), text).unwrap();
    let root = Root::new(directory.path());
    (directory, root)
}

/// An object in which each key stands once, with its last value: the reader refuses what stands twice.
fn once(object: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(object).unwrap();
    value.to_string()
}

fn outcomes(root: &Root) -> Vec<(String, Result<Box<RawPost>, &'static str>)> {
    let export = read(root, "site.ghost.json").unwrap();
    export.posts.into_iter().map(|post| (post.path, post.outcome)).collect()
}

#[test]
fn an_export_is_found_by_what_it_holds() {
    let (directory, root) = site();
    std::fs::write(directory.path().join("package.json"), "{\"name\": \"x\"}").unwrap();
    assert_eq!(files(&root), ["site.ghost.json"]);
}

#[test]
fn only_public_posts_are_published_and_others_have_their_reason() {
    let (_directory, root) = site();
    let reasons: Vec<_> = outcomes(&root).into_iter().map(|(path, outcome)| (path, outcome.err())).collect();
    let expected = [
        ("first", None),
        ("second", None),
        ("page", Some("a page")),
        ("draft", Some("draft")),
        ("members", Some("members only")),
        ("mailed", Some("sent by mail only")),
        ("old-page", Some("a page")),
    ];
    let expected: Vec<_> =
        expected.into_iter().map(|(slug, reason)| (format!("site.ghost.json#{slug}"), reason)).collect();
    assert_eq!(reasons, expected);
}

#[test]
fn a_post_has_its_tags_in_order_without_internal_ones() {
    let (_directory, root) = site();
    let first = outcomes(&root).swap_remove(0).1.unwrap();
    assert_eq!(first.tags, ["News", "Blue"]);
    assert_eq!(first.authors.unwrap().value[0].name, "Ada Moss");
    let cover = first.cover.unwrap().into_value();
    assert_eq!((cover.source.as_str(), cover.alt.as_deref()), ("/content/images/a.png", Some("A picture")));
    assert_eq!(first.summary.unwrap().value, "Short");
}

#[test]
fn old_exports_give_milliseconds_and_one_author() {
    let (_directory, root) = site();
    let second = outcomes(&root).swap_remove(1).1.unwrap();
    assert_eq!(second.published.unwrap().value, "2021-02-03T04:05:06+00:00");
    assert_eq!(second.authors.unwrap().value[0].name, "Ada Moss");
}

#[test]
fn a_body_is_read_again_by_its_path() {
    let (_directory, root) = site();
    let body = crate::site::exports::body(&root, "site.ghost.json#second").unwrap();
    assert_eq!(body, "<p>Body 2, <a href=\"/x/\">x</a></p>");
    assert!(crate::site::exports::body(&root, "site.ghost.json#none").is_err());
}

#[test]
fn tables_may_be_bare_null_or_behind_a_byte_order_mark() {
    let bare = "\u{FEFF}{\"data\": {\"posts\": [{\"id\": 5, \"slug\": \"x\"}], \"posts_meta\": null, \"other\": {}}}";
    assert_eq!(Tables::read(bare.as_bytes()).unwrap().posts[0].id.text(), Some("5"));
    assert_eq!(Tables::read(b"{\"posts\": [{\"slug\": \"y\"}]}").unwrap().posts.len(), 1);
}

#[test]
fn hostile_files_are_refused_with_a_reason() {
    for text in ["", "[", "{\"db\": 1}", &"[".repeat(100_000), "{\"db\":[{\"data\":{\"posts\":\"no\"}}]}"] {
        assert!(Tables::read(text.as_bytes()).is_err(), "{}", text.get(..20).unwrap_or(text));
    }
}
