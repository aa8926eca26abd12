use super::*;

fn named(below: &str) -> (Option<String>, String) {
    let named = Named::of(below);
    (named.day, named.slug)
}

#[test]
fn the_day_in_a_name_opens_the_address_and_folders_stand_behind_it() {
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(named("2021-03-04-first.md"), (day("2021-03-04"), "2021/03/04/first".to_owned()));
    assert_eq!(named("series/2021-03-13-part.mdx"), (day("2021-03-13"), "2021/03/13/series/part".to_owned()));
    assert_eq!(named("2021/03/10/text/index.md"), (day("2021-03-10"), "2021/03/10/text".to_owned()));
    assert_eq!(named("2021-3-6-short.md"), (day("2021-3-6"), "2021/3/6/short".to_owned()));
    assert_eq!(named("2021-03-11/index.md"), (day("2021-03-11"), "2021/03/11/index".to_owned()));
    assert_eq!(named("plain/index.md"), (None, "plain".to_owned()));
}

#[test]
fn a_preset_has_a_blog_unless_it_says_that_it_has_none() {
    let config = |text: &str| crate::site::literals::exported(text).unwrap();
    assert_eq!(blogs(&config("module.exports = {presets: ['classic']}")).len(), 1);
    assert_eq!(blogs(&config("module.exports = {presets: [['classic', {blog: false}]]}")).len(), 0);
    let two = "module.exports = {presets: [['classic', {blog: {routeBasePath: '/'}}]], plugins: [['@docusaurus/plugin-content-blog', {id: 'x', path: './x', routeBasePath: 'news'}]]}";
    let routes: Vec<_> = blogs(&config(two)).into_iter().map(|blog| (blog.path, blog.route)).collect();
    assert_eq!(routes, [("blog".to_owned(), String::new()), ("x".to_owned(), "news".to_owned())]);
}
