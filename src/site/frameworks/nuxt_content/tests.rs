use super::*;

#[test]
fn a_source_with_a_prefix_of_its_own_stands_there() {
    let source = |fixed: &str, prefix: &str| Source { fixed: fixed.to_owned(), prefix: prefix.to_owned() };
    assert_eq!(document("3.blog/1.first", &[]), "blog/first");
    assert_eq!(document("en/blog/first", &[source("en", "")]), "/blog/first");
    assert_eq!(document("articles/first", &[source("articles", "blog")]), "blog/first");
}

#[test]
fn the_default_language_has_no_part_in_an_address_unless_all_have() {
    let languages = |has_prefix| Languages {
        names: vec!["en".to_owned(), "fr".to_owned()],
        default: Some("en".to_owned()),
        has_prefix,
    };
    let address = |path: &str, has_prefix| localized(path, &languages(has_prefix), false);
    assert_eq!(address("en/blog/a", false), (Some("en".to_owned()), "blog/a".to_owned()));
    assert_eq!(address("fr/blog/a", false), (Some("fr".to_owned()), "fr/blog/a".to_owned()));
    assert_eq!(address("en/blog/a", true).1, "en/blog/a");
    assert_eq!(address("blog/a", false), (None, "blog/a".to_owned()));
}
