use super::*;

/// A column of a table, and the rule that is held to it.
type Rule<'a> = (&'a str, &'a dyn Fn(&str) -> String);

/// The titles that a library made slugs of, and what ours makes of them otherwise.
fn differences(table: &str, rules: &[Rule<'_>]) -> Vec<String> {
    let mut lines = table.lines();
    let head: Vec<&str> = lines.next().unwrap().trim_start_matches("# ").split('\t').collect();
    let mut found = Vec::new();
    let mut compared = 0;
    for line in lines {
        let cells: Vec<String> = line.split('\t').map(|cell| cell.replace("\\t", "\t")).collect();
        assert_eq!(cells.len(), head.len(), "{line}");
        for (name, rule) in rules {
            let column = head.iter().position(|known| known == name).unwrap();
            let (title, theirs) = (&cells[0], &cells[column]);
            let ours = rule(title);
            compared += 1;
            if ours != *theirs {
                found.push(format!("{name}: `{title}`\n  theirs {theirs}\n  ours   {ours}"));
            }
        }
    }
    assert!(compared > 250 * rules.len(), "{compared}");
    found
}

const NODE: &str = include_str!("../../../tests/slugs/node.tsv");
const PYTHON: &str = include_str!("../../../tests/slugs/python.tsv");
const RUBY: &str = include_str!("../../../tests/slugs/ruby.tsv");

#[test]
fn slugs_of_javascript_are_those_of_its_libraries() {
    let found = differences(
        NODE,
        &[
            ("github", &github::slug),
            ("eleventy", &eleventy::slugify),
            ("slug", &eleventy::slug),
            ("hexo", &|title| hexo::slug(title, '-', hexo::Case::Kept)),
            ("hexo_lower", &|title| hexo::slug(title, '_', hexo::Case::Lower)),
        ],
    );
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn slugs_of_ruby_are_those_of_jekyll() {
    use jekyll::{Mode, slug};
    let found = differences(
        RUBY,
        &[
            ("raw", &|title| slug(title, Mode::Raw, false)),
            ("default", &jekyll::plain),
            ("pretty", &|title| slug(title, Mode::Pretty, false)),
            ("ascii", &|title| slug(title, Mode::Ascii, false)),
            ("latin", &|title| slug(title, Mode::Latin, false)),
            ("cased", &jekyll::title),
        ],
    );
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn slugs_of_python_are_those_of_its_libraries() {
    let unicode = pelican::Options { unicode: true, keep_case: true };
    let found = differences(
        PYTHON,
        &[("pelican_unicode", &|title| pelican::slug(title, unicode)), ("material", &material::slug)],
    );
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn transliterated_slugs_differ_from_unidecode_s_only_in_lao_burmese_and_ideographs() {
    let found = differences(
        PYTHON,
        &[("pelican", &|title| pelican::slug(title, pelican::Options::default())), ("nikola", &nikola::slug)],
    );
    let apart =
        |c: char| matches!(c, '\u{0E80}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{4E00}'..='\u{9FFF}');
    let others: Vec<&String> = found.iter().filter(|title| !title.chars().any(apart)).collect();
    assert!(others.is_empty(), "{others:#?}");
    // Of some 260 titles, by two rules.
    assert!(found.len() <= 12, "{}\n{}", found.len(), found.join("\n"));
}

#[test]
fn hugo_s_segments_are_those_of_its_tests() {
    // `helpers/path_test.go`.
    let plain = hugo::Options::default();
    let kept = hugo::Options { keep_case: true, ..plain };
    let bare = hugo::Options { keep_case: true, remove_accents: true };
    for (text, expected, options) in [
        (
            "dot.slash/backslash\\underscore_pound#plus+hyphen-",
            "dot.slash/backslash\\underscore_pound#plus+hyphen-",
            kept,
        ),
        ("abcXYZ0123456789", "abcXYZ0123456789", kept),
        ("%20 %2", "%20-2", kept),
        ("foo- bar", "foo-bar", kept),
        ("  Foo bar  ", "Foo-bar", kept),
        ("Foo.Bar/foo_Bar-Foo", "Foo.Bar/foo_Bar-Foo", kept),
        ("fOO,bar:foobAR", "fOObarfoobAR", kept),
        ("FOo/BaR.html", "FOo/BaR.html", kept),
        ("трям/трям", "трям/трям", kept),
        ("은행", "은행", kept),
        ("Банковский кассир", "Банковскии-кассир", bare),
        ("संस्कृत", "संस्कृत", kept),
        ("a%C3%B1ame", "a%C3%B1ame", kept),
        ("this+is+a+test", "this+is+a+test", kept),
        ("~foo", "~foo", kept),
        ("foo--bar", "foo--bar", kept),
        ("foo@bar", "foo@bar", kept),
        ("Hugo 0.123: İ & Σ", "hugo-0.123-i-σ", plain),
    ] {
        assert_eq!(hugo::segment(text, options), expected, "{text}");
    }
}

#[test]
fn zola_s_slugs_are_those_of_its_tests() {
    // `components/utils/src/slugs.rs`.
    use zola::{Strategy, slug};
    for (text, on, safe) in [
        ("input", "input", "input"),
        ("test ", "test", "test"),
        ("tes t", "tes-t", "tes t"),
        ("dot. ", "dot", "dot"),
        ("日本", "ri-ben", "日本"),
        ("héhé", "hehe", "héhé"),
        ("test (hey)", "test-hey", "test (hey)"),
    ] {
        assert_eq!(slug(text, Strategy::On), on);
        assert_eq!(slug(text, Strategy::Safe), safe);
        assert_eq!(slug(text, Strategy::Off), text);
    }
}

#[test]
fn paths_are_made_segment_by_segment() {
    assert_eq!(github::path("Web Dev/2.0 don't/index"), "web-dev/20-dont");
    assert_eq!(gatsby::path("blog/My Post/index"), "/blog/My Post/");
    assert_eq!(gatsby::path("index"), "/");
    assert_eq!(nuxt::path("2.blog/1.Hello World/index"), "blog/hello-world");
    assert_eq!(nuxt::path("blog/1.2.3"), "blog/1.2.3");
    assert_eq!(nuxt::path("blog/10.My draft.draft"), "blog/my-draft");
    // `quartz/util/path.test.ts`.
    assert_eq!(quartz::path("/content/_index"), "content/index");
    assert_eq!(quartz::path("Note with spaces"), "Note-with-spaces");
    assert_eq!(quartz::path("notes.with.dots"), "notes.with.dots");
    assert_eq!(quartz::path("test/special chars?"), "test/special-chars");
    assert_eq!(quartz::path("R&D 100% #3"), "R-and-D-100-percent-3");
    assert_eq!(lume::slug("/Posts/Ñandú & Æther, 2.0/"), "/posts/nandu-ther-2-0/");
}

#[test]
fn docusaurus_finds_the_date_in_a_path() {
    let read = |path| {
        let found = docusaurus::file_name(path);
        format!("{} {}", found.date.unwrap_or_default(), found.slug)
    };
    assert_eq!(read("2021-05-12-announcing-2.0"), "2021-05-12 /2021/05/12/announcing-2.0");
    assert_eq!(read("2021/5/12/text/index"), "2021/5/12 /2021/5/12/text");
    assert_eq!(read("folder/2021-05-12-slug"), "2021-05-12 /2021/05/12/folder/slug");
    assert_eq!(read("2021-05-12/slug"), "2021-05-12 /2021/05/12/slug");
    assert_eq!(read("My Post/index"), " /My Post");
    assert_eq!(read("éé-2021-1"), " /éé-2021-1");
}

#[test]
fn no_title_panics() {
    let mut made = 0;
    for code in (0..0x11_0000_u32).step_by(7).filter_map(char::from_u32) {
        let title = format!("{code}a{code} -/{code}");
        for slug in [
            github::path(&title),
            hugo::segment(&title, hugo::Options { keep_case: false, remove_accents: true }),
            jekyll::slug(&title, jekyll::Mode::Latin, false),
            zola::slug(&title, zola::Strategy::On),
            eleventy::slugify(&title),
            nuxt::path(&title),
            hexo::slug(&title, '-', hexo::Case::Upper),
            pelican::slug(&title, pelican::Options::default()),
            nikola::slug(&title),
            material::slug(&title),
            quartz::path(&title),
            lume::slug(&title),
            docusaurus::file_name(&title).slug,
        ] {
            made += slug.len();
        }
    }
    assert!(made > 1_000_000, "{made}");
}
