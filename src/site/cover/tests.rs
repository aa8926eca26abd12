#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::model::{RawPost, Source};
use crate::site::{Asked, Config, Root, configure, detect, read};

/// A site of these files; pictures may be empty, for here they are only looked for.
fn site(files: &[(&str, &str)]) -> Source {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = Root::new(directory.path());
    let config: Config = configure(&root).value;
    read(&root, detect(&root).0, &config, &Asked::default()).value
}

fn post(front: &str, others: &[(&str, &str)]) -> RawPost {
    let text = format!("---\ndate: 2026-01-02\n{front}\n---\nText.\n");
    let mut files = vec![("posts/a.md", text.as_str())];
    files.extend(others);
    *site(&files).posts.remove(0)
}

#[test]
fn a_finished_card_is_found_as_a_cover_is() {
    let file = |front: &str, path: &str| post(front, &[(path, "")]).finished_card.unwrap().into_value().file;
    assert_eq!(file("ogImage: b.png", "posts/b.png").unwrap(), "posts/b.png");
    assert_eq!(file("card: /b.png", "public/b.png").unwrap(), "public/b.png");
    assert_eq!(file("card: {image: ../img/b.png}", "img/b.png").unwrap(), "img/b.png");
    assert_eq!(file("card: c.png", "public/b.png"), None);
}

#[test]
fn an_author_s_picture_is_found_beside_the_post_or_where_it_is_served() {
    let file = |avatar: &str, path: &str| {
        let post = post(&format!("author: {{name: Ada, avatar: {avatar}}}"), &[(path, "")]);
        post.authors.unwrap().value.remove(0).avatar_file
    };
    assert_eq!(file("ada.jpg", "posts/ada.jpg").unwrap(), "posts/ada.jpg");
    assert_eq!(file("/img/ada.jpg", "public/img/ada.jpg").unwrap(), "public/img/ada.jpg");
    assert_eq!(file("/img/bob.jpg", "public/img/ada.jpg"), None);
    assert_eq!(file("https://ada.example/ada.jpg", "public/ada.jpg"), None);
}

#[test]
fn the_pictures_of_the_site_s_authors_are_found() {
    let config = "authors:\n  - {name: Ada, avatar: /ada.jpg}\n  - {name: Bob}\n";
    let facts = site(&[("syndicard.yaml", config), ("public/ada.jpg", "")]).facts;
    let files: Vec<Option<&str>> = facts.authors.iter().map(|author| author.avatar_file.as_deref()).collect();
    assert_eq!(files, [Some("public/ada.jpg"), None]);
}

#[test]
fn the_pictures_of_a_starter_blog_s_authors_are_found() {
    let source = site(&[
        ("data/authors/default.mdx", "---\nname: Ada\navatar: /static/ada.png\n---\n"),
        ("data/authors/bob.mdx", "---\nname: Bob\navatar: /static/bob.png\n---\n"),
        ("public/static/ada.png", ""),
        ("public/static/bob.png", ""),
        ("data/blog/a.mdx", "---\ntitle: A\ndate: 2026-01-02\n---\n"),
        ("data/blog/b.mdx", "---\ntitle: B\ndate: 2026-01-02\nauthors: [bob]\n---\n"),
    ]);
    assert_eq!(
        source.posts[0].default_author.as_ref().unwrap().avatar_file.as_deref(),
        Some("public/static/ada.png")
    );
    let bob = &source.posts[1].authors.as_ref().unwrap().value[0];
    assert_eq!(bob.avatar_file.as_deref(), Some("public/static/bob.png"));
}

#[test]
fn the_logo_s_file_is_found_and_else_the_icon_s() {
    let logo = |config: &str| {
        let files =
            [("syndicard.yaml", config), ("public/logo.svg", ""), ("static/icon.png", ""), ("b.png", "")];
        site(&files).facts.logo_file
    };
    assert_eq!(logo("logo: /logo.svg\nicon: /icon.png").unwrap(), "public/logo.svg");
    assert_eq!(logo("icon: /icon.png").unwrap(), "static/icon.png");
    assert_eq!(logo("logo: /gone.svg\nicon: /icon.png").unwrap(), "static/icon.png");
    assert_eq!(logo("url: https://a.example\nlogo: https://a.example/logo.svg").unwrap(), "public/logo.svg");
    assert_eq!(logo("logo: https://b.example/logo.svg"), None);
    assert_eq!(logo("logo: b.png").unwrap(), "b.png");
    assert_eq!(logo("title: A"), None);
}
