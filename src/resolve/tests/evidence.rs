//! Addresses that no rule tells, and what tells them.

use super::*;

const SETTINGS: &str = "url: https://a.example.org/base/\nlanguage: en\n";
const POST: &str = "---\ntitle: T\ndate: 2024-03-09\n---\n";

fn sitemap(paths: &[&str]) -> String {
    paths.iter().map(|path| format!("<url><loc>https://a.example.org/base/{path}</loc></url>\n")).collect()
}

fn paths(site: &Site) -> Vec<&str> {
    addresses(site).iter().map(|(_, url)| url.strip_prefix("https://a.example.org/base/").unwrap()).collect()
}

#[test]
fn a_sitemap_tells_the_beginning_and_the_end_of_all_addresses() {
    let map = sitemap(&["", "about/", "posts/one/", "posts/two/", "tags/three/"]);
    let files = [
        ("syndicard.yaml", SETTINGS),
        ("public/sitemap.xml", &map),
        ("content/blog/one.md", POST),
        ("content/blog/two.md", POST),
        ("content/blog/three.md", POST),
    ];
    let (site, said) = listed(&files);
    assert_eq!(paths(&site), ["posts/one/", "posts/three/", "posts/two/"]);
    let inferred = only(&said, "route-inferred");
    assert_eq!(
        inferred.message,
        "the addresses of the posts in the site's folder are inferred: `/posts/:path/` without `content/blog/`"
    );
    assert_eq!(inferred.label.as_deref(), Some("as 2 of 2 posts have it in `public/sitemap.xml`"));
}

#[test]
fn days_in_addresses_are_each_post_s_own() {
    let map = sitemap(&["2024/03/one.html", "2024/03/two.html"]);
    let other = "---\ntitle: T\ndate: 2025-11-30\n---\n";
    let files = [
        ("syndicard.yaml", SETTINGS),
        ("sitemap.xml", &map),
        ("p/one.md", POST),
        ("p/two.md", POST),
        ("p/x.md", other),
    ];
    assert_eq!(paths(&listed(&files).0), ["2024/03/one.html", "2024/03/two.html", "2025/11/x.html"]);
}

#[test]
fn links_between_posts_tell_where_enough_of_them_agree() {
    let post = |link: &str| format!("---\ntitle: T\ndate: 2024-03-09\n---\nSee [this]({link}).\n");
    let (a, b, c) = (post("/base/log/b"), post("https://a.example.org/base/log/c"), post("/base/log/a"));
    let all = [("syndicard.yaml", SETTINGS), ("p/a.md", &a), ("p/b.md", &b), ("p/c.md", &c)];
    let (site, said) = listed(&all);
    assert_eq!(paths(&site), ["log/a", "log/b", "log/c"]);
    assert!(only(&said, "route-inferred").label.as_ref().unwrap().ends_with("in links between posts"));
    let (site, said) = listed(&[all[0], all[1], ("p/b.md", POST), ("p/c.md", POST)]);
    assert_eq!(paths(&site), ["p/a", "p/b", "p/c"]);
    assert!(said.is_empty(), "a folder's own paths are what anybody would expect: {said:#?}");
}

#[test]
fn a_guess_that_the_evidence_has_too_is_not_talked_about() {
    let map = sitemap(&["p/one", "p/two"]);
    let files = [("syndicard.yaml", SETTINGS), ("sitemap.xml", &map), ("p/one.md", POST), ("p/two.md", POST)];
    let (site, said) = listed(&files);
    assert_eq!(paths(&site), ["p/one", "p/two"]);
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn what_we_wrote_ourselves_and_other_hosts_tell_nothing() {
    let ours = format!("<generator>Syndicard</generator>{}", sitemap(&["x/one", "x/two"]));
    let foreign = sitemap(&["y/one", "y/two"]).replace("a.example.org", "b.example.org");
    let files = [
        ("syndicard.yaml", SETTINGS),
        ("public/feed.xml", &ours),
        ("public/sitemap.xml", &foreign),
        ("p/one.md", POST),
        ("p/two.md", POST),
    ];
    assert_eq!(paths(&listed(&files).0), ["p/one", "p/two"]);
}

#[test]
fn an_address_that_the_settings_give_is_no_guess() {
    let settings = format!("{SETTINGS}posts: [{{dir: p, url: /own/:slug/}}]\n");
    let map = sitemap(&["x/one", "x/two"]);
    let (site, said) = listed(&[
        ("syndicard.yaml", &settings),
        ("sitemap.xml", &map),
        ("p/one.md", POST),
        ("p/two.md", POST),
    ]);
    assert_eq!(paths(&site), ["own/one/", "own/two/"]);
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn each_collection_has_addresses_of_its_own() {
    let settings = format!("{SETTINGS}framework: folder\nposts: [{{dir: p}}, {{dir: q}}]\n");
    let map = sitemap(&["log/one/", "log/two/", "notes/a", "notes/b"]);
    let files = ["p/one.md", "p/two.md", "q/a.md", "q/b.md", "q/c.md"].map(|file| (file, POST));
    let others = [("syndicard.yaml", settings.as_str()), ("static/sitemap.xml", map.as_str())];
    let (site, said) = listed(&[files.as_slice(), others.as_slice()].concat());
    assert_eq!(paths(&site), ["log/one/", "log/two/", "notes/a", "notes/b", "notes/c"]);
    let about: Vec<_> = said.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        about,
        [
            "the addresses of the posts in `p` are inferred: `/log/:path/`",
            "the addresses of the posts in `q` are inferred: `/notes/:path`"
        ]
    );
}

#[test]
fn a_folder_that_no_address_shows_to_be_left_out_stays() {
    let map = sitemap(&["log/one/", "log/two/"]);
    let files = [
        ("syndicard.yaml", SETTINGS),
        ("sitemap.xml", &map),
        ("a/one.md", POST),
        ("a/two.md", POST),
        ("b/x.md", POST),
    ];
    assert_eq!(paths(&listed(&files).0), ["log/one/", "log/two/", "b/x"]);
}

#[test]
fn people_who_leave_out_a_slash_do_not_take_it_away() {
    let post = |link: &str| format!("---\ntitle: T\ndate: 2024-03-09\n---\nSee [this]({link}).\n");
    let written = |end: &str| {
        let link = |slug: &str| post(&format!("/base/log/{slug}{end}"));
        let (a, b, c) = (link("b"), link("c"), link("a"));
        let site = listed(&[("syndicard.yaml", SETTINGS), ("p/a.md", &a), ("p/b.md", &b), ("p/c.md", &c)]).0;
        paths(&site)[0].to_owned()
    };
    assert_eq!([written(""), written("/")], ["log/a", "log/a/"]);
}

#[test]
fn a_sitemap_tells_where_the_site_is() {
    let space = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for paths in [["p/one", "p/two", "other"], ["x", "y", "z"]] {
        let map = format!("{space}{}", sitemap(&paths).replace("base/", ""));
        let (site, _) = listed(&[("sitemap.xml", &map), ("p/one.md", POST), ("p/two.md", POST)]);
        assert_eq!(site.facts.url.as_str(), "https://a.example.org/");
    }
}
