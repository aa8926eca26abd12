use super::*;

fn site(files: &[(&str, &str)]) -> (tempfile::TempDir, Root) {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let root = Root::new(directory.path());
    (directory, root)
}

fn text<'a>(found: Option<&'a Literal>, path: &[&str]) -> Option<&'a str> {
    found?.get(path)?.text()
}

#[test]
fn a_configuration_is_read_with_the_files_it_imports() {
    let (_kept, root) = site(&[
        (
            "astro.config.mjs",
            "import { SITE } from './src/consts'; export default defineConfig({ site: SITE.url })",
        ),
        (
            "src/consts.ts",
            "import meta from '../data/meta.json'; export const SITE = { url: meta.url } as const",
        ),
        ("data/meta.json", r#"{ "url": "https://a.example" }"#),
    ]);
    assert_eq!(text(exported(&root, "astro.config.mjs").as_ref(), &["site"]), Some("https://a.example"));
    assert_eq!(text(constants(&root, "src/consts.ts").as_ref(), &["SITE", "url"]), Some("https://a.example"));
    assert!(exported(&root, "missing.js").is_none());
}

#[test]
fn every_name_leads_to_the_file_that_bundlers_take() {
    let (_kept, root) = site(&[
        (
            "tsconfig.json",
            r#"{ // JSON with comments
            "compilerOptions": { "baseUrl": ".", "paths": { "@config": ["src/config.ts"], "@data/*": ["./data/*"], }, } }"#,
        ),
        ("src/config.ts", ""),
        ("src/site/index.ts", ""),
        ("src/lib/facts.ts", ""),
        ("src/style.css", ""),
        ("data/a.b.json", ""),
        ("app/both.js", ""),
        ("app/both.ts", ""),
    ]);
    let paths = Paths::of(&root);
    let find = |name| paths.find("src/lib/facts.ts", name).unwrap_or_default();
    assert_eq!(find("../config"), "src/config.ts");
    assert_eq!(find("../config.js"), "src/config.ts");
    assert_eq!(find("../config?raw"), "src/config.ts");
    assert_eq!(find("../site"), "src/site/index.ts");
    assert_eq!(find("@config"), "src/config.ts");
    assert_eq!(find("@data/a.b.json"), "data/a.b.json");
    assert_eq!(find("@data/a.b"), "data/a.b.json");
    assert_eq!(find("@/config"), "src/config.ts");
    assert_eq!(find("~/both"), "app/both.ts");
    assert_eq!(find("$lib/facts"), "src/lib/facts.ts");
    assert_eq!(find("src/config"), "src/config.ts");
    assert_eq!(find("/src/config"), "src/config.ts");
    assert_eq!(find("app/both.js"), "app/both.js");
    assert_eq!(find("../style.css"), "");
    assert_eq!(find("../../../outside"), "");
    assert_eq!(find("astro/config"), "");
}
