use super::*;

#[test]
fn posts_come_newest_first_and_those_of_one_day_by_address() {
    let settings = "url: https://x.example.org\nposts: posts\n".to_owned();
    let mut files = vec![("syndicard.yaml".to_owned(), settings)];
    // Each step goes through all places before it comes back, so that the posts lie in rings of every length.
    for step in [1, 5, 36] {
        files.truncate(1);
        for number in 0..97 {
            let day = number * step % 97 / 4;
            let text = format!("---\ntitle: Post\ndate: 2025-01-{:02}\n---\n", 25 - day);
            files.push((format!("posts/{number:02}.md"), text));
        }
        let named: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (site, _) = listed(&named);
        let order: Vec<_> =
            site.posts.iter().map(|post| (std::cmp::Reverse(post.published), post.url.clone())).collect();
        assert_eq!(order.len(), 97);
        assert!(order.is_sorted() && order.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
