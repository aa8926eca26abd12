mod conditions;
mod hostile;
mod imports;

use super::*;

/// What stands under `path`, as a short note.
pub(super) fn note(literal: Option<&Literal>) -> String {
    match literal {
        Some(Literal::Text(text)) => format!("'{text}'"),
        Some(Literal::Number(number)) => number.clone(),
        Some(Literal::Bool(value)) => value.to_string(),
        Some(Literal::Null) => "null".to_owned(),
        Some(Literal::List(items)) => {
            let items: Vec<String> = items.iter().map(|item| note(Some(item))).collect();
            format!("[{}]", items.join(", "))
        }
        Some(Literal::Object(entries)) => {
            let entry =
                |(key, value, _): &(String, Literal, Position)| format!("{key}: {}", note(Some(value)));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        Some(Literal::Unknown) => "?".to_owned(),
        None => "-".to_owned(),
    }
}

#[track_caller]
fn reads(expression: &str, expected: &str) {
    let source = format!("const it = {expression};\nconst after = 'after'\n");
    assert_eq!(note(constant(&source, "it").as_ref()), expected, "{expression}");
    assert_eq!(note(constant(&source, "after").as_ref()), "'after'", "after {expression}");
}

#[track_caller]
fn exports(source: &str, expected: &str) {
    assert_eq!(note(exported(source).as_ref()), expected, "{source}");
}

#[test]
fn plain_values_are_read() {
    reads("'a'", "'a'");
    reads("\"it's\"", "'it's'");
    reads("`a`", "'a'");
    reads("3000", "3000");
    reads("-1.50", "-1.50");
    reads(".5", ".5");
    reads("0xFF", "0xFF");
    reads("1e-3", "1e-3");
    reads("1_000n", "1_000n");
    reads("true", "true");
    reads("null", "null");
    reads("undefined", "null");
    reads("[1, 'a', [true,],]", "[1, 'a', [true]]");
    reads("{ a: 1, 'b-c': 2, \"d\": 3, 4: 5, default: 6, }", "{a: 1, b-c: 2, d: 3, 4: 5, default: 6}");
    reads("('a')", "'a'");
}

#[test]
fn escapes_are_undone() {
    reads(r"'\x41\u00e9\u{1F600}\uD83D\uDE00\n\'\\\q'", "'Aé😀😀\n'\\q'");
    reads("'one \\\n  line'", "'one   line'");
    reads("'one \\\r\n  line'", "'one   line'");
    reads(r"`\`\${a}$`", "'`${a}$'");
    reads(r"'\uD83D!\xZZ\u{110000}'", "'\u{FFFD}!\u{FFFD}ZZ\u{FFFD}'");
}

#[test]
fn comments_are_passed_over() {
    reads("/* a */ { // it's\n a: 1, /* , b: 2 */ c: 'http://x' /**/ }", "{a: 1, c: 'http://x'}");
}

#[test]
fn text_that_is_put_together_is_known_where_its_parts_are() {
    reads("'a' + 'b' + 1", "'ab1'");
    reads("1 + 2", "?");
    reads("`a${'b'}c${1}${`d${true}`}`", "'abc1dtrue'");
    reads("`a${b}`", "?");
    reads("'a' + b + 'c'", "?");
}

#[test]
fn a_fallback_stands_for_what_is_unknown() {
    reads("process.env.SITE || 'a'", "'a'");
    reads("process.env.SITE ?? 'a'", "'a'");
    reads("process.env['SITE'] || env.B || 'a'", "'a'");
    reads("`${process.env.BASE_PATH || ''}/logo.png`", "'/logo.png'");
    reads("'' || 'a'", "'a'");
    reads("'' ?? 'a'", "''");
    reads("'a' || 'b'", "'a'");
    reads("(process.env.SITE as string) || 'a'", "'a'");
    reads("process.env.SITE! || 'a'", "'a'");
}

#[test]
fn names_stand_for_earlier_constants() {
    let source = "
        const siteUrl = 'https://a.example', name = `A`;
        const site = { siteUrl, url: siteUrl + '/b', deep: { list: ['x', 'y'] } };
        let more = { ...site, name, 'url': site['url'], y: site.deep.list[1], no: site.deep.no };
    ";
    let more = constant(source, "more");
    let at = |path: &[&str]| note(more.as_ref().and_then(|more| more.get(path)));
    assert_eq!(at(&["siteUrl"]), "'https://a.example'");
    assert_eq!(at(&["url"]), "'https://a.example/b'");
    assert_eq!(at(&["deep", "list"]), "['x', 'y']");
    assert_eq!(at(&["name"]), "'A'");
    assert_eq!(at(&["y"]), "'y'");
    assert_eq!(at(&["no"]), "?");
    assert_eq!(at(&["nothing"]), "-");
    assert_eq!(note(constant(source, "missing").as_ref()), "-");
}

#[test]
fn of_equal_keys_the_last_counts() {
    let it = constant("const it = { a: 1, a: 2 }", "it");
    assert_eq!(note(it.as_ref().and_then(|it| it.get(&["a"]))), "2");
}

#[test]
fn what_must_be_run_is_unknown_and_passed_over() {
    for expression in [
        "require('x')",
        "require('x').y.z({ a: [1] })",
        "new Date()",
        "new Date('2020-01-01').getFullYear()",
        "a ? 'b' : 'c'",
        "a === 'b' ? { c: 1 } : [d, e]",
        "60 * 60",
        "!a",
        "typeof a",
        "() => {}",
        "(a, b = { c: ')' }) => ({ a, b })",
        "(a: string, b?: X<Y, Z>): Promise<void> => { return `}` }",
        "async () => { await x; }",
        "a => a + 1",
        "function () { return '}' }",
        "function* name(a, b) { if (a) { /}/.test(b) } }",
        "class A extends B { c() { return '{' } }",
        "/[/'\"`]\\/{/g",
        "/a/.test('b')",
        "a / b / c",
        "<p>Don't {a ? <b>it's</b> : `}`} <br/> // no comment</p>",
        "<>it's</>",
        "<A b='<' c=\"it's\" d={<E />} {...f} />",
        "<T,>(a: T) => a",
        "<T extends X>(a: T) => a",
        "'a'.trim()",
        "['a', 'b'].join('')",
        "tag`a${b}`",
        "import.meta.env.URL",
        "await import('x')",
        "a ||= 'b'",
        "@",
    ] {
        reads(expression, "?");
        reads(&format!("{{ a: {expression}, b: 2 }}"), "{a: ?, b: 2}");
        if !["<T,>(a: T) => a"].contains(&expression) {
            reads(&format!("[{expression}, 2]"), "[?, 2]");
        }
    }
}

#[test]
fn entries_that_are_no_properties_do_not_hide_the_others() {
    reads("{ [a]: 1, b: 2 }", "{b: 2}");
    reads("{ a() { return 1 }, b: 2 }", "{a: ?, b: 2}");
    reads("{ async *a(x, y) {}, get b() { return { c: 1 } }, get: 3, d: 2 }", "{a: ?, b: ?, get: 3, d: 2}");
    reads("{ ...unknown, b: 2 }", "{b: 2}");
    reads("{ ...require('x'), ...{ a: 1 }, b: 2 }", "{a: 1, b: 2}");
    reads("[...unknown, ...['a'], 'b']", "[?, 'a', 'b']");
}

#[test]
fn an_address_made_into_an_object_is_that_address() {
    reads("new URL('https://a.example')", "'https://a.example'");
    reads("new URL('/a', base)", "?");
    reads("Object.freeze({ a: 1 })", "{a: 1}");
}

#[test]
fn typescript_s_annotations_are_passed_over() {
    let source = "
        import type { X } from './x'
        declare const other: string
        interface Y { a: 'b' }
        export const a: Record<string, { b: X }> = { b: 1 } as const
        export const b = { c: 'd' } as unknown as X<Y, Z>, c = 'e' satisfies string
        const f: (a: X) => void = () => {}
        let d: 'x' | 'y'[] = <const>'x'
        const e = { f: 'g' as string | undefined, h: [] as X[], i: a!.b }
    ";
    assert_eq!(note(constant(source, "a").as_ref()), "{b: 1}");
    assert_eq!(note(constant(source, "b").as_ref()), "{c: 'd'}");
    assert_eq!(note(constant(source, "c").as_ref()), "'e'");
    assert_eq!(note(constant(source, "f").as_ref()), "?");
    assert_eq!(note(constant(source, "e").as_ref()), "{f: 'g', h: [], i: ?}");
}

#[test]
fn every_way_to_export_an_object_is_known() {
    exports("module.exports = { a: 1 }", "{a: 1}");
    exports("const x = { a: 1 }\n\nmodule.exports = x\n", "{a: 1}");
    exports("exports = module.exports = { a: 1 }", "{a: 1}");
    exports("module.exports = exports = { a: 1 }", "{a: 1}");
    exports("export default { a: 1 }", "{a: 1}");
    exports("export default { a: 1 } satisfies Config;", "{a: 1}");
    exports("const x: Config = { a: 1 };\nexport default x;", "{a: 1}");
    exports("const x = { a: 1 }\nexport { y, x as default }", "{a: 1}");
    exports("const x = { a: 1 }\nexport { x }", "{a: 1}");
    exports("const x = { a: 1 }\nexport = x", "{a: 1}");
    exports("export default defineConfig({ a: 1 })", "{a: 1}");
    exports("export default defineConfig<X<Y>>({ a: 1 })", "{a: 1}");
    exports("const x = defineConfig({ a: 1 })\nexport default x", "{a: 1}");
    exports("module.exports = wrap(x.y('z', { a: 1 }), 2)", "{a: 1}");
    exports("module.exports = plugin({ z: 0 }.z)({ a: 1 })", "{a: 1}");
    exports("const x = { a: 1 }; module.exports = plugin()(x)", "{a: 1}");
    exports("export const x = 1\nexport const y = { a: 1 }", "{a: 1}");
    exports("export const y = { a: 1 }\nexport default function Page() { return <p>it's</p> }", "{a: 1}");
    exports("export default defineConfig(({ mode }) => ({ a: 1 }))", "{a: 1}");
    exports("export default defineConfig(async () => { const b = 2; return { a: 1, b } })", "{a: 1, b: 2}");
    exports("module.exports = function (config) {\n config.add('x');\n return { a: 1 };\n}", "{a: 1}");
    exports("export default async function create(): Promise<X> { return { a: 1 } }", "{a: 1}");
    exports("// JSON5\n{ a: 1, }", "{a: 1}");
    exports("\u{FEFF}#!/usr/bin/env node\nmodule.exports = { a: 1 }", "{a: 1}");
    exports("const x = { a: 1 }", "-");
    exports("module.exports = x", "-");
    exports("const x = f(y), y = f(x)\nexport default x", "-");
    exports("", "-");
}

#[test]
fn a_site_s_facts_are_read_as_they_are_written() {
    let source = "/** @type {import('x').Config} */
const facts = {
  title: 'Ink & Iron',
  theme: 'system', // or 'dark'
  logo: `${process.env.BASE_PATH || ''}/logo.png`,
  analytics: {
    // one: {
    //   id: '', // it's commented out
    // },
    two: { id: process.env.TWO_ID, /* none */ },
  },
  comments: { config: { repo: process.env.REPO, lang: 'en' } },
}

module.exports = facts
";
    let Some(facts) = exported(source) else { unreachable!("it exports its facts") };
    assert_eq!(facts.get(&["title"]).and_then(Literal::text), Some("Ink & Iron"));
    assert_eq!(facts.get(&["logo"]).and_then(Literal::text), Some("/logo.png"));
    assert_eq!(note(facts.get(&["analytics"])), "{two: {id: ?}}");
    assert_eq!(note(facts.get(&["comments", "config", "lang"])), "'en'");
    assert_eq!(facts.at(&["title"]), Some(Position { line: 3, column: 10 }));
    assert_eq!(facts.at(&["comments", "config", "lang"]), Some(Position { line: 12, column: 55 }));
    assert_eq!(facts.at(&["comments", "none"]), None);
    assert_eq!(facts.at(&[]), None);
}

#[test]
fn columns_count_characters_and_lines_end_anyhow() {
    let it = constant("const é = '😀'; const it = {\r\n'ü': '😀', b: 1 }", "it");
    let at = |key| it.as_ref().and_then(|it| it.at(&[key]));
    assert_eq!(at("ü"), Some(Position { line: 2, column: 6 }));
    assert_eq!(at("b"), Some(Position { line: 2, column: 14 }));
}
