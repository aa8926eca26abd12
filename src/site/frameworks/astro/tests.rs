use super::FRAMEWORK;
use crate::site::{Root, configure, read};
use std::fs;

const CONFIG: (&str, &str) = ("astro.config.mjs", "export default { site: 'https://a.example.org' }");
const LEGACY: (&str, &str) = (
    "src/content/config.ts",
    "export const collections = { blog: defineCollection({ schema: z.object({ when: z.coerce.date() }) }) }",
);

/// The addresses of a site of these files, in the order of their paths.
fn addresses(files: &[(&str, &str)]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let root = Root::new(folder.path());
    let source = read(&root, &FRAMEWORK, &configure(&root).value, &crate::site::Asked::default()).value;
    source
        .posts
        .iter()
        .filter(|post| post.published.is_some())
        .map(|post| post.route.undated().unwrap().to_owned())
        .collect()
}

fn page(params: &str) -> String {
    format!(
        "---\nexport async function getStaticPaths() {{\n  const posts = await getCollection('blog');\n  return posts.map((post) => ({{ params: {params}, props: post }}));\n}}\n---\n<Content />\n"
    )
}

#[test]
fn the_page_file_gives_the_address_and_the_parameter_what_stands_in_it() {
    let of = |params: &str, file: &str| {
        let page = page(params);
        let post =
            ("src/content/blog/2021/My Post.md", "---\ntitle: A\ndate: 2021-03-04\nshort: brief\n---\n");
        addresses(&[CONFIG, LEGACY, (file, &page), post])
    };
    assert_eq!(of("{ slug: post.slug }", "src/pages/writing/[...slug].astro"), ["writing/2021/my-post/"]);
    assert_eq!(of("{ id: post.slug.split('/').pop() }", "src/pages/w/[id]/index.astro"), ["w/my-post/"]);
    assert_eq!(of("{ slug: post.data.short ?? post.id }", "src/pages/[slug].astro"), ["brief/"]);
    assert_eq!(of("{ slug: slugify(post.data.title) }", "src/pages/b/[slug].astro"), ["b/a/"]);
}

#[test]
fn a_page_that_lists_posts_gives_none_an_address() {
    let list = "---\nexport async function getStaticPaths({ paginate }) {\n  return paginate(await getCollection('blog'), {});\n}\n---\n";
    let post = ("src/content/blog/a.md", "---\ndate: 2021-03-04\n---\n");
    let show = page("{ slug: post.slug }");
    let files =
        [CONFIG, LEGACY, ("src/pages/[...page].astro", list), ("src/pages/x/y/[slug].astro", &show), post];
    assert_eq!(addresses(&files), ["x/y/a/"]);
}

#[test]
fn the_sites_own_feed_says_which_collections_are_posts() {
    let config =
        "const one = defineCollection({}); export const collections = { one, two: defineCollection({}) };";
    let posts = (
        "src/data/posts.ts",
        "import { getCollection } from 'astro:content'; export const all = () => getCollection('two');",
    );
    let feed = "import { all } from '../data/posts'; export async function GET() { return rss({ title: 'T', items: await all() }) }";
    let post = "---\ndate: 2021-03-04\n---\n";
    let files = [
        CONFIG,
        ("src/content/config.ts", config),
        posts,
        ("src/pages/rss.xml.js", feed),
        ("src/content/one/a.md", post),
        ("src/content/two/b.md", post),
    ];
    assert_eq!(addresses(&files), ["two/b/"]);
}

#[test]
fn a_loader_has_a_folder_and_patterns_of_its_own() {
    let config = "const DIR = 'data/x';\nconst blog = defineCollection({ loader: glob({ pattern: '**/[^_]*.md', base: `./${DIR}` }) });\nexport const collections = { blog };";
    let post = "---\ndate: 2021-03-04\n---\n";
    let files = [
        CONFIG,
        ("src/content.config.ts", config),
        ("data/x/a/b.md", post),
        ("data/x/_c.md", post),
        ("src/content/blog/d.md", post),
    ];
    assert_eq!(addresses(&files), ["blog/a/b/"]);
}

#[test]
fn a_date_under_any_name_of_the_schema_is_the_day() {
    let post = ("src/content/blog/a.md", "---\nwhen: 2021-03-04\n---\n");
    assert_eq!(addresses(&[CONFIG, LEGACY, post]), ["blog/a/"]);
}
