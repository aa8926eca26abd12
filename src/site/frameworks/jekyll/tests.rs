//! What Jekyll does with names, dates, categories and permalinks.

use super::is_read;
use super::permalink::{self, Names};
use super::post::{dated, is_moment_without_zone, is_named, title};
use chrono::DateTime;
use chrono_tz::Tz;

fn written(template: &str, categories: &[&str]) -> String {
    let categories: Vec<String> = categories.iter().map(|name| (*name).to_owned()).collect();
    let names = Names {
        slug: "My Post: it's",
        name: "2024-01-05-my-post",
        path: "2024-01-05-my-post",
        categories: &categories,
        extension: ".html",
    };
    let date = DateTime::parse_from_rfc3339("2024-01-05T23:30:00-05:00").unwrap();
    permalink::route(permalink::template(template), &names).at(date, Tz::America__New_York).unwrap()
}

#[test]
fn each_style_has_its_template() {
    assert_eq!(written("date", &["Food", "hot dishes"]), "/food/hot dishes/2024/01/05/My-Post-it's.html");
    assert_eq!(written("pretty", &["A", "a"]), "/a/2024/01/05/My-Post-it's/");
    assert_eq!(written("ordinal", &[]), "//2024/005/My-Post-it's.html");
    assert_eq!(written("weekdate", &["x"]), "/x/2024/W01/Fri/My-Post-it's.html");
    assert_eq!(written("none", &["x"]), "/x/My-Post-it's.html");
}

#[test]
fn an_underscore_behind_a_name_belongs_to_no_name() {
    assert_eq!(written("/:year_:month_:day/:slug_x", &[]), "/2024_01_05/:slug_x");
    assert_eq!(written("/:slug_/:name/", &[]), "/my-post-it-s_/2024-01-05-my-post/");
}

#[test]
fn nothing_climbs_out_of_the_site() {
    assert_eq!(written("/../:slugified_categories/./x", &["A B", "a-b"]), "///a-b/x");
}

#[test]
fn a_post_has_a_day_in_its_name_and_stands_in_posts() {
    assert!(is_named("_posts/2024-01-05-a.md") && is_named("food/_posts/deep/24-1-5-a.md"));
    assert!(!is_named("_posts/no-date.md") && !is_named("posts/2024-01-05-a.md"));
    assert_eq!(dated("24-1-5-a-b.md"), Some(("2024-01-05".to_owned(), "a-b")));
    assert_eq!(dated("99-12-31-a.md"), Some(("1999-12-31".to_owned(), "a")));
    assert_eq!(dated("2024-01-05.md"), None);
}

#[test]
fn only_a_whole_moment_is_one_to_yaml() {
    assert!(is_moment_without_zone("2024-01-20 23:30:00") && is_moment_without_zone("2024-1-2T3:04:05.6"));
    assert!(!is_moment_without_zone("2024-01-20") && !is_moment_without_zone("2024-01-20 23:30"));
    assert!(
        !is_moment_without_zone("2024-01-20 23:30:00 +0100")
            && !is_moment_without_zone("2024-01-20 23:30:00Z")
    );
}

#[test]
fn the_name_gives_a_title() {
    assert_eq!(title("two-DIGIT-year"), "Two Digit Year");
}

#[test]
fn what_is_special_or_excluded_is_not_read() {
    let excluded = ["secret".to_owned(), "*.skip/".to_owned()];
    let included = ["_kept".to_owned()];
    let read = |path: &str| is_read(path, &excluded, &included);
    assert!(read("_posts/2024-01-05-a.md") && read("food/_posts/2024-01-05-a.md"));
    assert!(read("_kept/_posts/2024-01-05-a.md"));
    assert!(!read("secret/_posts/2024-01-05-a.md") && !read("_drafts/_posts/2024-01-05-a.md"));
    assert!(!read("_posts/_2024-01-05-a.md") && !read("vendor/bundle/_posts/2024-01-05-a.md"));
}
