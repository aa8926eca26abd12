use super::super::{Imported, Literal, constant, constants_with, exported, exported_with};
use super::note;

#[test]
fn deep_and_doubling_values_end_in_unknown() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{a:", "}"), ("`${", "}`"), ("f(", ")"), ("a=", "")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let source = format!("const it = {deep}; export default {deep}");
        assert!(constant(&source, "it").is_some(), "{open}");
        exported(&source);
        exported(&format!("export default {}", open.repeat(100_000)));
    }
    let mut source = "const a0 = 'text'\n".to_owned();
    for step in 1..200 {
        source += &format!("const a{step} = [a{0}, a{0}], b{step} = {{ x: b{0} }}\n", step - 1);
    }
    assert_eq!(note(constant(&source, "a2").as_ref()), "[['text', 'text'], ['text', 'text']]");
    assert_eq!(note(constant(&source, "a199").as_ref()), "[?, ?]");
}

#[test]
fn long_lines_are_read_in_linear_time() {
    for piece in [
        "=/",
        "('",
        "<a ",
        "=<a",
        "`${",
        "/*",
        "'\\",
        "=>",
        "{",
        "x=>{",
        "= a/",
        "a:",
        "${",
        "const a=[a,a],",
        "f(a)(",
        "a?",
        "a?b:",
        "a&&",
        "!",
        "!a===",
        "defineA<",
        "const {a,b:c}=d,",
        "export {a} from 'b',",
        "import a,{",
        "require('a')",
        "process.env.",
        "exports.a=",
    ] {
        let source = piece.repeat(30_000);
        exported(&source);
        exported(&format!("export default {source}"));
    }
}

#[test]
fn nothing_panics() {
    let pieces: Vec<&str> = "const |let |a|b|=|=>|{|}|(|)|[|]|`|${|'|\"|\\|\n|/|/*|*/|//|<|>|</|,|;|:|.|?.|...|+|-\
        |1|'x'|as |export |default |module.exports|function |return |async |new URL|import |from |require|exports|process|env|define|default|===|&&|*|\\u{|\\x|é|😀|\0|\r\n|!|??"
        .split('|')
        .chain(["||", "|"])
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
        let end: String =
            (0..random(40)).map(|_| pieces.get(random(pieces.len())).copied().unwrap_or_default()).collect();
        let source = ["", "export default {", "const a = ", "const b={a:'x'};module.exports="]
            .get(random(4))
            .copied()
            .unwrap_or_default()
            .to_owned()
            + &end;
        found += usize::from(exported(&source).is_some());
        constant(&source, "a");
    }
    assert!(found > 100, "{found}");
}

#[test]
fn a_large_value_is_not_copied_for_every_name_it_gets() {
    let large = format!("export const a = '{}'\n", "x".repeat(1 << 19));
    let names: Vec<String> = (0..10_000).map(|number| format!("a as b{number}")).collect();
    let names = names.join(", ");
    let mut open = |_: &str, name: &str| {
        Some(Imported { path: name.to_owned(), text: large.clone() + "\nmodule.exports = {}" })
    };
    let found = constants_with("", &format!("import {{ {names} }} from 'x'"), &mut open);
    assert_eq!(found.get(&["b0"]).and_then(Literal::text).map(str::len), Some(1 << 19));
    assert_eq!(found.get(&["b9999"]), Some(&Literal::Unknown));
    let found = constants_with("", &format!("{large} export {{ {names} }}"), &mut open);
    assert_eq!(found.get(&["a"]).and_then(Literal::text).map(str::len), Some(1 << 19));
    assert_eq!(found.get(&["b9999"]), Some(&Literal::Unknown));
}

#[test]
fn files_that_import_each_other_come_to_an_end() {
    let mut opened = 0;
    let text = "import * as a from 'b'; import c from 'd'\nexport * from 'e'\n\
        export const f = [require('g'), a, c, [[[[[[[[[[[[require('h')]]]]]]]]]]]]]; export default f";
    let mut open = |importer: &str, name: &str| {
        opened += 1;
        Some(Imported { path: format!("{importer}/{name}"), text: text.to_owned() })
    };
    assert!(exported_with("", text, &mut open).is_some());
    assert_eq!(opened, 32);

    let mut opened = Vec::new();
    let mut open = |importer: &str, name: &str| {
        opened.push(format!("{importer} {name}"));
        Some(Imported {
            path: name.to_owned(),
            text: format!("import a from '{importer}'; export default [a]"),
        })
    };
    let found = exported_with("x", "import a from 'y'; export default { a }", &mut open);
    assert_eq!(note(found.as_ref()), "{a: [?]}");
    assert_eq!(opened, ["x y", "y x"]);

    let mut open = |_: &str, name: &str| {
        let next = name.len() + 1;
        let text = format!("import a from '{}'; export default a || {next}", "x".repeat(next));
        Some(Imported { path: name.to_owned(), text })
    };
    let found = exported_with("", "import a from 'x'; export default { a }", &mut open);
    assert_eq!(note(found.as_ref()), "{a: 4}");
}
