#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::of;

#[track_caller]
fn plain(pairs: &[(&str, &str)]) {
    for (title, expected) in pairs {
        assert_eq!(of(title), *expected, "of {title}");
    }
}

#[track_caller]
fn unchanged(titles: &[&str]) {
    for title in titles {
        assert_eq!(of(title), *title);
    }
}

#[test]
fn emphasis_loses_its_marks() {
    plain(&[
        ("A *fine* day", "A fine day"),
        ("A **very** fine day", "A very fine day"),
        ("***Both*** of them", "Both of them"),
        ("The _best_ of it", "The best of it"),
        ("__Far too many__ words", "Far too many words"),
        ("~~Nine~~ Ten ideas", "Nine Ten ideas"),
        ("*All of it*", "All of it"),
        ("**Note:** a *b*, (*c*) and “*d*”!", "Note: a b, (c) and “d”!"),
        ("**one *inside* the other**", "one inside the other"),
        ("_snake_case is good_", "snake_case is good"),
        ("これは**重要**です", "これは重要です"),
        ("**중요**한 것", "중요한 것"),
        ("**🎉** party", "🎉 party"),
    ]);
}

#[test]
fn code_loses_its_backticks() {
    plain(&[
        ("Why `git rebase` hurts", "Why git rebase hurts"),
        ("`Vec<u8>`s and `__init__`", "Vec<u8>s and __init__"),
        ("`` a`b `` and `*c*`", "a`b and *c*"),
        ("The `*` operator", "The * operator"),
        ("`a  b` stays", "a b stays"),
    ]);
}

#[test]
fn a_link_is_its_text() {
    plain(&[
        ("On [Rust](https://www.rust-lang.org)", "On Rust"),
        ("[A *fine* `thing`](/a/b \"title\"), reviewed", "A fine thing, reviewed"),
        ("[One](#one) and [two](two.md)", "One and two"),
        ("[a\\]b](/c)", "a]b"),
        ("![An old harbour](harbour.jpg) by night", "An old harbour by night"),
        ("[![Logo](a.png)](https://a.example) of ours", "Logo of ours"),
        ("See <https://example.org/a_b_c>", "See https://example.org/a_b_c"),
    ]);
}

#[test]
fn html_loses_its_tags() {
    plain(&[
        ("A <em>fine</em> day", "A fine day"),
        ("<strong>All</strong> of <a href=\"/x\">it</a>", "All of it"),
        ("H<sub>2</sub>O", "H2O"),
        ("One line<br>another<br/>a third", "One line another a third"),
        ("One line <br /> another", "One line another"),
        ("<span class=\"a\">One <i>and</i></span> two", "One and two"),
        ("<span role=\"img\" aria-label=\"party\">🎉</span> Three years", "🎉 Three years"),
        ("Over<wbr>long", "Overlong"),
        ("A <!-- not so --> day", "A day"),
        ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を読む", "漢字を読む"),
    ]);
}

#[test]
fn entities_and_escapes_are_the_characters_they_stand_for() {
    plain(&[
        ("Q&amp;A", "Q&A"),
        ("Caf&eacute; &#x2014; open &lt;now&gt;", "Café — open <now>"),
        ("5 \\* 3 \\* 2", "5 * 3 * 2"),
        ("\\*not\\* and snake\\_case", "*not* and snake_case"),
        ("\\[WIP\\] thing", "[WIP] thing"),
        ("\\# 1", "# 1"),
    ]);
    assert_eq!(of("a \\\\ b"), "a \\ b");
}

#[test]
fn a_title_that_only_holds_such_characters_stays() {
    unchanged(&[
        "5 * 3 * 2",
        "5*3*2 = 30",
        "2 ** 8 ** 2",
        "2**8**2",
        "C<T>",
        "Vec<u8>, Option<a> and <T>(x: T)",
        "std::function<std::string>",
        "snake_case_name",
        "__init__",
        "__init__ and __main__ in __init__.py",
        "_my_name_ and _call_()",
        "a < b && c > d",
        "AT&T, R&D &c. and &nothing;",
        "[WIP] thing",
        "[one][two] and [ ] todo",
        "handlers[name](event)",
        "call[x](y) or [x](y)",
        "What's new in *nix",
        "*nix and *BSD",
        "M*A*S*H",
        "f**k this s**t",
        "f(*args, **kwargs)",
        "void (*f)(int *a, int *b)",
        "src/**/*.rs and src/*/*.rs",
        "**/a/*.rs",
        "/*comment*/",
        "4* and 5* hotels",
        "One ` backtick",
        "``quoted'' as in TeX",
        "It`s time and it`s late",
        "The ` and ` keys",
        "~5 to ~10, ~user and a~b~c",
        "The <br> tag",
        "The <div> element",
        "<b> is not <strong>",
        "From <b> and </b> to <b>…</b>",
        "<!DOCTYPE html> and <?php echo ?>",
        "<Button>press</Button>",
        "¯\\_(ツ)_/¯",
        "C:\\new\\table",
        "$a_1$ and $b_2$",
    ]);
}

#[test]
fn what_would_begin_a_block_is_text() {
    unchanged(&[
        "# 1",
        "C# and F #",
        "1. First [of] all",
        "- a list & more",
        "> a & b",
        "[x]: https://example.org",
        "---",
        "***",
        "~~~",
        "```",
        "| a | b_c |",
        "=== & ===",
        "<div>",
        "a_ b {#id}",
    ]);
}

#[test]
fn a_title_of_which_nothing_would_be_left_stays() {
    unchanged(&["<!-- a -->", "[](https://example.org)", "", "\\"]);
}

#[test]
fn nothing_panics_and_little_is_ever_lost() {
    let parts = [
        "*", "_", "`", "[", "](", ")", "<b>", "</b>", "&amp;", "\\", "~~", "é", "語", " ", "a", "/", "!",
        "\n", "#",
    ];
    let mut state = 7_u32;
    for _ in 0..20_000 {
        let mut title = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            title.push_str(parts[(state >> 16) as usize % parts.len()]);
        }
        let plain = of(&title);
        let letters = |text: &str| text.matches(['é', '語']).count();
        assert!(plain.len() <= title.len(), "{title:?} → {plain:?}");
        assert!(letters(&plain) <= letters(&title));
    }
}

#[test]
fn real_titles_without_markup_stay() {
    let titles = include_str!("../../../tests/data/titles.tsv");
    let titles: Vec<&str> = titles.lines().filter_map(|line| Some(line.split_once('\t')?.1)).collect();
    assert!(titles.len() > 200);
    unchanged(&titles);
}
