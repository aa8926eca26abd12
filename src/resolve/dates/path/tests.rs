use super::in_path;

#[test]
fn names_of_files_and_folders_may_hold_the_date() {
    for (path, expected) in [
        ("_posts/2021-03-04-title.md", Some("2021-03-04")),
        ("blog/2021-3-4-title.md", Some("2021-03-04")),
        ("blog/2021-03-04.md", Some("2021-03-04")),
        ("blog/2021-03-04-title/index.md", Some("2021-03-04")),
        ("blog/2021/03/04/title/index.md", Some("2021-03-04")),
        ("blog/2021/03/04-title.md", Some("2021-03-04")),
        ("blog/2021/03-04-title.md", Some("2021-03-04")),
        ("2021/03/04/2020-01-01-title.md", Some("2020-01-01")),
        ("2021_03_04_title.md", Some("2021-03-04")),
        ("2021-03-04标题.md", Some("2021-03-04")),
        ("2021.03.04 title.md", Some("2021-03-04")),
        ("20210304-title.md", Some("2021-03-04")),
        ("20210304.md", Some("2021-03-04")),
        ("2021-02-30-title.md", None),
        ("2021.3.4-release.md", None),
        ("12345678.md", None),
        ("202103041.md", None),
        ("2021-03.md", None),
        ("2021-03-045.md", None),
        ("1-2-3.md", None),
        ("a-2021-03-04.md", None),
        ("title.md", None),
        ("", None),
    ] {
        assert_eq!(in_path(path).map(|day| day.to_string()).as_deref(), expected, "{path}");
    }
}
