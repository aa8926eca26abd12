use super::{Title, fit_width, lines};

fn inner(text: &str) -> Vec<String> {
    let read = Title::read(text, &[], "en");
    let mut at = 0;
    let mut parts: Vec<String> = Vec::new();
    for place in &read.inner {
        parts.push(read.text[at..place.start].to_owned());
        at = place.start;
    }
    parts.push(read.text[at..].to_owned());
    parts
}

#[test]
fn a_path_breaks_behind_its_slashes() {
    assert_eq!(inner("/etc/nginx/sites/default.conf"), ["/etc/", "nginx/", "sites/", "default.conf"]);
    assert_eq!(inner("node_modules/.cache/loader"), ["node_", "modules/", ".cache/", "loader"]);
}

#[test]
fn an_address_is_not_parted_inside_its_colon_and_slashes() {
    let parts = inner("https://example.com/blog/post?utm_source=feed");
    assert_eq!(parts, ["https://", "example.", "com/", "blog/", "post?", "utm_", "source=", "feed"]);
}

#[test]
fn an_identifier_breaks_before_its_humps_and_behind_its_underscores() {
    assert_eq!(inner("getElementsByTagName"), ["get", "Elements", "By", "Tag", "Name"]);
    assert_eq!(inner("XMLHttpRequest"), ["XML", "Http", "Request"]);
    assert_eq!(inner("snake_case_names"), ["snake_", "case_", "names"]);
}

#[test]
fn an_identifier_is_whole_where_it_fits_a_line() {
    let wide = lines(&fit_width("Why getElementsByTagName is slow", "en", 60.0, 700.0));
    assert!(wide.iter().any(|line| line.contains("getElementsByTagName")), "{wide:?}");
    let narrow = lines(&fit_width("Why getElementsByTagName is slow", "en", 60.0, 480.0));
    let ends = ["get", "Elements", "By", "Tag", "Name"];
    assert!(narrow.iter().any(|line| ends[..4].iter().any(|end| line.ends_with(end))), "{narrow:?}");
    assert!(narrow.iter().all(|line| !line.contains('-')), "{narrow:?}");
}
