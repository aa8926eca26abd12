use super::*;

#[test]
fn words_in_comments_and_quotes_are_no_code() {
    let script = Script::of(
        "// call('a')\nconst x = \"call('b')\"; /* call('c') */ call('d'); `call('e')`".to_owned(),
    );
    let calls = script.calls("call", &script.whole());
    assert_eq!(calls.iter().map(|place| script.at(place)).collect::<Vec<_>>(), ["'d'"]);
}

#[test]
fn every_byte_keeps_its_place() {
    for text in [
        "const ü = 'é'; // ö\nx",
        "it's\nf()",
        "'",
        "`",
        "/*",
        "a/'\\",
        "\u{1F600}'\u{1F600}",
        "\"\\\u{e9}\" f(",
    ] {
        let script = Script::of(text.to_owned());
        assert_eq!(script.bare.len(), text.len(), "{text}");
        script.imports();
        script.declared();
        script.calls("f", &script.whole());
    }
}

#[test]
fn a_declaration_ends_where_its_statement_does() {
    let script = Script::of("function a(x) { return { x } }\nexport const b = async () => {\n  await c();\n};\nconst c = d\n  .filter(e)\nlet f".to_owned());
    let of = |name: &str| script.at(&script.declaration(name).unwrap()).to_owned();
    assert!(of("a").ends_with("{ x } "), "{}", of("a"));
    assert!(of("b").ends_with('}'));
    assert_eq!(of("c"), "c = d\n  .filter(e)");
    assert_eq!(script.declared(), ["a", "b", "c", "f"]);
}

#[test]
fn imports_are_known_by_both_their_names() {
    let script = Script::of("import a, { b as c, type D } from './x';\nimport * as e from \"y\";\nexport { f } from './z';\nexport * from './w';\nimport './side';".to_owned());
    let names: Vec<_> =
        script.imports().into_iter().map(|import| (import.local, import.name, import.module)).collect();
    let name = |local: &str, name: &str, module: &str| (local.to_owned(), name.to_owned(), module.to_owned());
    assert_eq!(
        names,
        [
            name("a", "default", "./x"),
            name("c", "b", "./x"),
            name("D", "D", "./x"),
            name("e", "*", "y"),
            name("f", "f", "./z"),
            name("*", "*", "./w")
        ]
    );
}

#[test]
fn a_key_without_a_value_stands_for_itself() {
    let script = Script::of("f({ slug, id: post.id, nested: { id: 1 } })".to_owned());
    let inside = script.inside('{', &script.whole()).unwrap();
    let of = |key: &str| {
        script
            .entries(key, &inside)
            .iter()
            .map(|place| script.at(place).trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("slug"), ["slug"]);
    assert_eq!(of("id"), ["post.id", "1"]);
}
