use super::blog::all;

#[test]
fn a_preset_has_a_blog_unless_it_says_that_it_has_none() {
    let config = |text: &str| crate::site::literals::exported(text).unwrap();
    assert_eq!(all(&config("module.exports = {presets: ['classic']}")).len(), 1);
    assert_eq!(all(&config("module.exports = {presets: [['classic', {blog: false}]]}")).len(), 0);
    let two = "module.exports = {presets: [['classic', {blog: {routeBasePath: '/'}}]], plugins: [['@docusaurus/plugin-content-blog', {id: 'x', path: './x', routeBasePath: 'news'}]]}";
    let routes: Vec<_> = all(&config(two)).into_iter().map(|blog| (blog.path, blog.route)).collect();
    assert_eq!(routes, [("blog".to_owned(), String::new()), ("x".to_owned(), "news".to_owned())]);
}

#[test]
fn a_translated_blog_stands_below_its_language() {
    let text =
        "module.exports = {i18n: {defaultLocale: 'en', locales: ['en', 'fr']}, presets: [['classic', {}]]}";
    let config = crate::site::literals::exported(text).unwrap();
    let blog = all(&config).remove(0);
    let (language, directory) = blog.translations(&config).remove(0);
    assert_eq!(directory, "i18n/fr/docusaurus-plugin-content-blog");
    assert_eq!(blog.translated(&language, directory).route, "fr/blog");
}
