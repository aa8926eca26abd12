use super::*;

fn wanted() -> Wanted {
    Wanted {
        site: PathBuf::from("/site"),
        html: None,
        out: PathBuf::from("/site/public"),
        written: ["feed.xml", "cards/blog/a.jpg"].map(str::to_owned).into(),
    }
}

#[test]
fn what_a_site_is_made_of_counts() {
    let wanted = wanted();
    for path in [
        "content/posts/a.md",
        "syndicard.yaml",
        "fonts/a.ttf",
        "public/images/a.jpg",
        "content/resources/a.md",
        ".vitepress/config.ts",
        ".eleventy.js",
        "",
    ] {
        assert!(wanted.counts(&Path::new("/site").join(path)), "{path}");
    }
}

#[test]
fn what_a_build_writes_and_what_passes_by_does_not() {
    let wanted = wanted();
    for path in [
        "public/feed.xml",
        "public/cards",
        "public/cards/blog",
        "public/cards/blog/a.jpg",
        "public/.syndicard-a1b2c3",
        ".syndicard",
        ".syndicard/cards",
        "syndicard.lock",
        ".git/index",
        "node_modules/x/a.md",
        "website/node_modules/x/a.md",
        "dist/index.html",
        ".vitepress/cache/a.json",
        "content/.a.md.swp",
        "content/a.md~",
        "content/4913",
        "/elsewhere/a.md",
    ] {
        assert!(!wanted.counts(&Path::new("/site").join(path)), "{path}");
    }
}

#[test]
fn built_pages_count_where_posts_are_taken_from_them() {
    let wanted = Wanted { html: Some(PathBuf::from("/site/dist")), ..wanted() };
    assert!(wanted.counts(Path::new("/site/dist/a/index.html")));
    assert!(wanted.enters(Path::new("/site/dist/a")));
    assert!(!wanted.counts(Path::new("/site/target/a")));
}

#[test]
fn folders_of_others_are_not_entered() {
    let wanted = wanted();
    assert!(wanted.enters(Path::new("/site")) && wanted.enters(Path::new("/site/content")));
    for folder in [".git", ".syndicard", "node_modules", "a/node_modules", "_site", ".vitepress/dist"] {
        assert!(!wanted.enters(&Path::new("/site").join(folder)), "{folder}");
    }
}
