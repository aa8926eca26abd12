#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::site::frameworks::sample::Sample;

fn config(filters: &str) -> String {
    format!(
        "import {{ QuartzConfig }} from './quartz/cfg'\nimport * as Plugin from './quartz/plugins'\nconst config: QuartzConfig = {{\n  configuration: {{\n    pageTitle: 'Garden',\n    baseUrl: 'notes.example.org/garden',\n    ignorePatterns: ['private', 'templates'],\n  }},\n  plugins: {{ filters: [{filters}] }},\n}}\nexport default config\n"
    )
}

const NOTE: &str = "---\ndate: 2020-01-02\ntags: [two words, a/b]\ncover: \"[[pic.png]]\"\n---\nText";

#[test]
fn notes_are_at_the_paths_of_their_files() {
    let files = [
        ("quartz.config.ts", config("Plugin.RemoveDrafts()")),
        ("content/My Notes/R&D?.md", NOTE.to_owned()),
        ("content/My Notes/index.md", NOTE.to_owned()),
        ("content/private/x.md", NOTE.to_owned()),
        ("content/attachments/pic.png", String::new()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let sample = Sample::read("quartz", &files);
    let path = "content/My Notes/R&D?.md";
    assert_eq!(sample.route(path), "My-Notes/R-and-D");
    assert_eq!(sample.route("content/My Notes/index.md"), "My-Notes/");
    assert_eq!(sample.title(path), "R&D?");
    assert_eq!(sample.post(path).tags, ["two-words", "a/b"]);
    let cover = &sample.post(path).cover.as_ref().unwrap().value;
    assert_eq!(cover.file.as_deref(), Some("content/attachments/pic.png"));
    assert_eq!(sample.source.posts.len(), 2);
    assert_eq!(sample.source.facts.url.as_deref(), Some("https://notes.example.org/garden"));
}

#[test]
fn the_filters_decide_what_is_published() {
    let chosen = config("Plugin.ExplicitPublish() // , Plugin.RemoveDrafts()");
    let files = [
        ("quartz.config.ts", chosen.as_str()),
        ("content/a.md", "---\ndate: 2020-01-02\npublish: true\ndraft: true\n---\n"),
        ("content/b.md", "---\ndate: 2020-01-02\n---\n"),
    ];
    let sample = Sample::read("quartz", &files);
    assert!(!sample.post("content/a.md").draft);
    assert_eq!(sample.reason("content/b.md"), Some("not marked with `publish`"));
}
