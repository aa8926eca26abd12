//! The same post in several languages.

use super::*;

#[test]
fn posts_with_one_key_know_each_other_and_nobody_else() {
    let post = |language: &str| format!("---\ntitle: T\ndate: 2024-01-01\nlanguage: {language}\n---\n");
    let (en, fr, de) = (post("en"), post("fr"), post("de"));
    let files = [
        ("data/siteMetadata.js", "module.exports = { siteUrl: 'https://a.example.org', language: 'en' }"),
        ("data/blog/a.en.md", en.as_str()),
        ("data/blog/a.fr.md", fr.as_str()),
        ("data/blog/a.de.md", de.as_str()),
        ("data/blog/b.de.md", de.as_str()),
    ];
    let (mut source, _) = read(&files);
    for raw in &mut source.posts {
        raw.translation_key = raw.path.contains("/a.").then(|| "a".to_owned());
    }
    let site =
        crate::resolve::site(source, &Ledger::default(), DateTime::<chrono::Utc>::MAX_UTC.fixed_offset())
            .value;
    let of = |path: &str| {
        let post = site.posts.iter().find(|post| post.path == path).unwrap();
        post.translations.iter().map(|(tag, url)| format!("{tag} {url}")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        of("data/blog/a.en.md"),
        "de https://a.example.org/blog/a.de, fr https://a.example.org/blog/a.fr"
    );
    assert_eq!(
        of("data/blog/a.de.md"),
        "en https://a.example.org/blog/a.en, fr https://a.example.org/blog/a.fr"
    );
    assert_eq!(of("data/blog/b.de.md"), "");
}
