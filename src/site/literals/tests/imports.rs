use super::*;

const FILES: &[(&str, &str)] = &[
    (
        "./consts",
        "export const TITLE = 'A', SITE = { url: 'https://a.example', tags: ['x'] };
         export { SITE as site, TITLE as default }",
    ),
    ("./site.json", r#"{ "title": "J", "deep": { "url": "https://j.example" } }"#),
    ("./list.json", r#"["x", "y"]"#),
    ("./common", "const title = 'C'; module.exports = { title }; module.exports.more = 'D'"),
    ("./named", "exports.title = 'N'; exports.link = `/${exports.title}`"),
    ("./all", "export * from './consts'; export * as inner from './named'; export const own = 1"),
    (
        "./again",
        "export { site as config, default } from './consts'; export { default as json } from './site.json'",
    ),
    ("./shared", "export const shared = defineConfig<X<Y>>({ title: 'S', nested: { b: 1 } })"),
];

fn open(importer: &str, name: &str) -> Option<Imported> {
    assert!(importer == "config" || FILES.iter().any(|(path, _)| *path == importer), "{importer}");
    let (path, text) = FILES.iter().find(|(path, _)| *path == name)?;
    Some(Imported { path: (*path).to_owned(), text: (*text).to_owned() })
}

#[track_caller]
fn gives(source: &str, expected: &str) {
    let found = exported_with("config", source, &mut open);
    assert_eq!(note(found.as_ref()), expected, "{source}");
}

#[test]
fn every_way_to_import_is_followed() {
    gives(
        "import { SITE, TITLE as t } from './consts'\nexport default { site: SITE.url, t }",
        "{site: 'https://a.example', t: 'A'}",
    );
    gives(
        "import title, { site as s } from \"./consts\"; export default { title, tags: s.tags }",
        "{title: 'A', tags: ['x']}",
    );
    gives(
        "import * as c from './consts'; export default { a: c.TITLE, b: c.default, c: c.site.tags[0] }",
        "{a: 'A', b: 'A', c: 'x'}",
    );
    gives(
        "import { type Site, TITLE } from './consts'; import type { X } from './x'; import type Y from './y'\n\
        import './z.css'; export default { TITLE }",
        "{TITLE: 'A'}",
    );
    gives(
        "import site from './site.json' with { type: 'json' }; export default { ...site.deep, t: site.title }",
        "{url: 'https://j.example', t: 'J'}",
    );
    gives(
        "import { title } from './site.json'; import list from './list.json'; export default { title, list }",
        "{title: 'J', list: ['x', 'y']}",
    );
    gives(
        "import c from './common'; import { title } from './common'; export default { c, title }",
        "{c: {title: 'C'}, title: 'C'}",
    );
    gives("import { site } from 'package'; export default { a: site.url || 'b' }", "{a: 'b'}");
}

#[test]
fn what_is_required_is_followed() {
    gives("const c = require('./common'); module.exports = { t: c.title }", "{t: 'C'}");
    gives(
        "const { title: t, no = 'x', SITE } = require('./common'); module.exports = { t, no, SITE }",
        "{t: 'C', no: 'x', SITE: ?}",
    );
    gives(
        "module.exports = { t: require('./named').link, ...require('./site.json').deep }",
        "{t: '/N', url: 'https://j.example'}",
    );
    gives(
        "const { SITE } = require('./consts'), d = require('./consts').default; module.exports = { SITE, d }",
        "{SITE: {url: 'https://a.example', tags: ['x']}, d: 'A'}",
    );
    gives("module.exports = wrap(require('./common'))", "{title: 'C'}");
}

#[test]
fn what_is_exported_again_is_followed() {
    gives(
        "import { TITLE, inner, own } from './all'; export default { TITLE, inner, own }",
        "{TITLE: 'A', inner: {title: 'N', link: '/N'}, own: 1}",
    );
    gives(
        "import title, { config, json } from './again'; export default { title, u: config.url, j: json.title }",
        "{title: 'A', u: 'https://a.example', j: 'J'}",
    );
    gives("export { default } from './site.json'", "{title: 'J', deep: {url: 'https://j.example'}}");
    gives(
        "import site from './site.json'; export default defineConfig(site)",
        "{title: 'J', deep: {url: 'https://j.example'}}",
    );
    gives(
        "import { shared } from './shared'; export default defineConfig({ ...shared, lang: 'en' })",
        "{title: 'S', nested: {b: 1}, lang: 'en'}",
    );
}

#[test]
fn functions_give_what_they_return() {
    gives("function create() { const a = 1; return { a } }\nexport default create()", "{a: 1}");
    gives("const create = async (x: X): Promise<Y> => ({ a: 1 })\nexport default create", "{a: 1}");
    gives("export default defineConfig(({ mode }): Config => { return { a: 1 } })", "{a: 1}");
    gives("const config = { a: 1 }; module.exports = () => withA(withB(config))", "{a: 1}");
}

#[test]
fn a_value_of_another_file_has_the_place_of_the_import() {
    let source = "import config from './site.json'\nimport { SITE } from './consts'\n\
        export default { ...config, url: SITE.url, list: [SITE] }";
    let Some(found) = exported_with("config", source, &mut open) else { unreachable!("it has an object") };
    assert_eq!(found.at(&["title"]), Some(Position { line: 1, column: 8 }));
    assert_eq!(found.at(&["deep", "url"]), Some(Position { line: 1, column: 8 }));
    assert_eq!(found.at(&["url"]), Some(Position { line: 3, column: 34 }));
}

#[test]
fn all_constants_of_a_file_are_known_by_their_names() {
    let source = "import { TITLE } from './consts'
const local = 'L'
export const SITE_TITLE = TITLE + '!', config = defineSite({ url: local })
export { local as outer }
export default { a: 1 }
";
    let found = constants_with("config", source, &mut open);
    let at = |path: &[&str]| note(found.get(path));
    assert_eq!(at(&["SITE_TITLE"]), "'A!'");
    assert_eq!(at(&["config", "url"]), "'L'");
    assert_eq!(at(&["local"]), "'L'");
    assert_eq!(at(&["outer"]), "'L'");
    assert_eq!(at(&["default"]), "{a: 1}");
    assert_eq!(at(&["TITLE"]), "'A'");
    assert_eq!(found.at(&["SITE_TITLE"]), Some(Position { line: 3, column: 27 }));
    assert_eq!(found.at(&["outer"]), Some(Position { line: 2, column: 15 }));
    assert_eq!(found.at(&["default"]), Some(Position { line: 5, column: 16 }));
    let again =
        constants_with("config", "export * from './consts'; export { json } from './again'", &mut open);
    assert_eq!(note(again.get(&["TITLE"])), "'A'");
    assert_eq!(note(again.get(&["json", "title"])), "'J'");
    assert_eq!(note(constants(r#"{ "a": 1 }"#).get(&["default", "a"])), "1");
}
