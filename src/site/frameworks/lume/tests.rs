#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::site::frameworks::sample::Sample;

const CONFIG: &str = "import lume from \"lume/mod.ts\";\nconst site = lume({ src: \"./src\", location: new URL(\"https://l.example.org/b/\") });\nsite.use(slugifyUrls());\nexport default site;\n";

#[test]
fn dates_in_names_are_taken_off_and_data_is_inherited() {
    let files = [
        ("_config.ts", CONFIG),
        ("src/_data.yml", "lang: gl\nmetas:\n  site: Lume site\n"),
        ("src/posts/_data.yml", "tags: [post]\nauthor: Ada Moss\n"),
        ("src/posts/2020-01-02_Ola Mundo.md", "---\ntitle: Ola\n---\nText"),
        ("src/posts/b.md", "---\ntitle: B\ndate: 2020-01-03\nurl: /own/b.html\n---\n"),
        ("src/posts/c.md", "---\ntitle: C\ndate: 2020-01-03\nurl: false\n---\n"),
        ("src/_includes/x.md", "---\ndate: 2020-01-03\n---\n"),
    ];
    let sample = Sample::read("lume", &files);
    let path = "src/posts/2020-01-02_Ola Mundo.md";
    assert_eq!(sample.route(path), "posts/ola-mundo/");
    assert_eq!(sample.post(path).published.as_ref().unwrap().value, "2020-01-02");
    assert_eq!(sample.post(path).tags, ["post"]);
    assert_eq!(sample.post(path).language.as_ref().unwrap().value, "gl");
    assert!(sample.route("src/posts/b.md").ends_with("own/b.html"));
    assert_eq!(sample.reason("src/posts/c.md"), Some("not a page"));
    assert_eq!(sample.source.posts.len(), 2);
    assert_eq!(sample.source.facts.url.as_deref(), Some("https://l.example.org/b/"));
    assert_eq!(sample.source.facts.title.as_deref(), Some("Lume site"));
}
