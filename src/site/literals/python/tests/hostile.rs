use super::*;

#[test]
fn deep_and_doubling_values_end_in_unknown() {
    for (open, close) in [
        ("[", "]"),
        ("(", ")"),
        ("{1:", "}"),
        ("f(", ")"),
        ("not ", ""),
        ("-", ""),
        ("f'{", "}'"),
        ("1 if 1 else ", ""),
    ] {
        let deep = format!("{}1{}", open.repeat(20_000), close.repeat(20_000));
        let found = constants(&format!("it = {deep}\nafter = 1\n"));
        assert_eq!(note(found.get(&["after"])), "1", "{open}");
        constants(&format!("it = {}", open.repeat(20_000)));
    }
    for step in ["a += a", "a = a + a", "a = f'{a}{a}'", "a = '%s%s' % (a, a)", "a = '{0}{0}{0}'.format(a)"] {
        let source = format!("a = 'text'\n{}", format!("{step}\n").repeat(200));
        assert_eq!(note(constants(&source).get(&["a"])), "?", "{step}");
    }
    let lists = format!("a = [1]\n{}", "a = [a, a]\n".repeat(200));
    assert_eq!(note(constants(&lists).get(&["a"])), "[?, ?]");
    let many: String = (0..20_000).map(|number| format!("a{number} = ")).collect();
    let large = format!("{many}'{}'\n", "x".repeat(1 << 18));
    assert_eq!(note(constants(&large).get(&["a19999"])), "?");
}

#[test]
fn long_lines_are_read_in_linear_time() {
    for piece in [
        "a,",
        "a=",
        "a:",
        "'",
        "f'{",
        "'''",
        "(",
        "[*",
        "{**",
        "{1:",
        "a.b",
        "a(",
        "a[",
        "''.format(",
        "%",
        "'' ",
        "a if ",
        "not ",
        "a or ",
        "a\n",
        "from . import ",
        "from a import b,",
        "dict(a=",
        "os.path.join(",
        "a+=a\n",
        "\\\n",
        "#\n",
        "lambda:",
    ] {
        let source = piece.repeat(10_000);
        constants(&source);
        constants(&format!("a = {source}"));
        constants(&format!("a = ({source}"));
    }
}

#[test]
fn files_that_import_each_other_come_to_an_end() {
    let text = "from .a import *\nfrom b import c as d\n".repeat(20) + "e = 1";
    let mut opened = 0;
    let found = constants_with("", &text, &mut |importer, name| {
        opened += 1;
        Some(Imported { path: format!("{importer}/{name}"), text: text.clone() })
    });
    assert_eq!(note(found.get(&["e"])), "1");
    assert_eq!(opened, 32);
    let found = constants_with("x", "from y import a", &mut |importer, name| {
        Some(Imported { path: name.to_owned(), text: format!("from {importer} import a\na = [a]") })
    });
    assert_eq!(note(Some(&found)), "{a: [?]}");
}

#[test]
fn nothing_panics() {
    let pieces: Vec<&str> = "a|b| = |=|+=|{|}|(|)|[|]|'|\"|'''|f'|rf\"|\\|\n|\n  |:|,|.|*|**|%|+|-|not |or |and |if |else |for |in \
        |lambda |1|'x'|from |import |as |dict|os.environ|.get|.format|%s|{0}|{{|#|\r\n|é|😀|\0|\u{FEFF}|==|;"
        .split('|')
        .chain(["|"])
        .collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    let mut found = 0;
    for _ in 0..40_000 {
        let source: String =
            (0..random(40)).map(|_| pieces.get(random(pieces.len())).copied().unwrap_or_default()).collect();
        found += usize::from(constants(&format!("a = {source}")).get(&["a"]) != Some(&Literal::Unknown));
        constants(&source);
    }
    assert!(found > 100, "{found}");
}
