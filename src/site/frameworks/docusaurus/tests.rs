use super::*;

#[test]
fn a_preset_has_a_blog_unless_it_says_that_it_has_none() {
    let config = |text: &str| crate::site::literals::exported(text).unwrap();
    assert_eq!(blogs(&config("module.exports = {presets: ['classic']}")).len(), 1);
    assert_eq!(blogs(&config("module.exports = {presets: [['classic', {blog: false}]]}")).len(), 0);
    let two = "module.exports = {presets: [['classic', {blog: {routeBasePath: '/'}}]], plugins: [['@docusaurus/plugin-content-blog', {id: 'x', path: './x', routeBasePath: 'news'}]]}";
    let routes: Vec<_> = blogs(&config(two)).into_iter().map(|blog| (blog.path, blog.route)).collect();
    assert_eq!(routes, [("blog".to_owned(), String::new()), ("x".to_owned(), "news".to_owned())]);
}
