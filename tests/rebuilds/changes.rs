//! Each change draws the cards that show it, and no others.

use super::*;

/// A theme that shows the title alone.
const BARE: &str = "about: Bare.\ntexts: {title: {sizes: [[40, 2], [20, 4]]}}\ncard: {fill: \"#204060\", padding: 20, boxes: [{say: \"{title}\"}]}\n";

#[test]
fn nothing_changed_draws_and_writes_nothing() {
    let site = Site::of_three("");
    assert_eq!(site.build_as_if_fresh().drawn, 3);
    let old = site.files();
    let report = site.build();
    assert_eq!((report.drawn, report.written, report.removed), (0, 0, 0));
    assert_eq!(changed(&old, &site.files()), Vec::<String>::new());
}

#[test]
fn a_changed_title_draws_its_card_alone() {
    let site = Site::of_three("");
    site.build();
    let old = site.files();
    site.post("b", "title: Other");
    assert_eq!(site.build_as_if_fresh().drawn, 1);
    let expected =
        ["atom.xml", "cards/b.jpg", "feed.json", "feed.xml", "subscribe/index.html", "syndicard.json"];
    assert_eq!(changed(&old, &site.files()), expected);
}

#[test]
fn what_the_theme_does_not_show_draws_no_card() {
    let site = Site::of_three("theme: bare");
    site.write("card-themes/bare/theme.yaml", BARE);
    assert_eq!(site.build_as_if_fresh().drawn, 3);
    site.post("a", "title: First\ncover: /cover.png\ntags: [three]\nauthor: Ada");
    site.write(
        "posts/b.md",
        format!("---\ndate: 2025-01-02\ntitle: Second\n---\n{}", "Many words. ".repeat(900)),
    );
    assert_eq!(site.build_as_if_fresh().drawn, 0);
    site.post("c", "title: Third, changed");
    assert_eq!(site.build_as_if_fresh().drawn, 1);
}

#[test]
fn what_is_hidden_draws_no_card() {
    let site = Site::of_three("show: [site]");
    site.build();
    site.post("a", "title: First\ncover: /cover.png\ntags: [three]");
    assert_eq!(site.build_as_if_fresh().drawn, 0);
    site.settings("show: [site, tags], theme: editorial");
    assert_eq!(site.build_as_if_fresh().drawn, 3);
}

#[test]
fn an_alternative_text_reaches_the_manifest_without_a_drawing() {
    let site = Site::of_three("");
    site.build();
    site.post("a", "title: First\ncover: {image: /cover.png, alt: A quay}\ntags: [one, two]");
    assert_eq!(site.build_as_if_fresh().drawn, 0);
    assert!(String::from_utf8(site.files()["syndicard.json"].clone()).unwrap().contains("First: A quay"));
}

#[test]
fn settings_that_all_cards_obey_draw_all() {
    let site = Site::of_three("");
    site.build();
    for cards in [
        "theme: minimal",
        "theme: minimal, scheme: dark",
        "theme: minimal, accent: \"#0b7285\"",
        "theme: minimal, format: png",
        "theme: minimal, format: png, limit: 20 KB",
        "theme: minimal, photos: true",
        "theme: minimal, square_safe: true",
        "theme: minimal, hash: true",
        "theme: minimal, hash: true, fonts: {sans: JetBrains Mono}",
    ] {
        site.settings(cards);
        assert_eq!(site.build_as_if_fresh().drawn, 3, "{cards}");
    }
    let settings = fs::read_to_string(site.path().join("syndicard.yaml")).unwrap();
    site.write("syndicard.yaml", settings.replace("[320x200]", "[320x200, square]"));
    assert_eq!(site.build_as_if_fresh().drawn, 3);
    site.write("syndicard.yaml", settings.replace("title: X", "title: Y"));
    assert_eq!(site.build_as_if_fresh().drawn, 3);
}

#[test]
fn a_theme_of_the_site_draws_the_cards_that_wear_it() {
    let site = Site::of_three("");
    let art = |color: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" fill=\"{color}\"/></svg>"
        )
    };
    let theme = BARE.replace("boxes: [", "boxes: [{picture: mark.svg, width: 30, height: 30}, ");
    site.write("card-themes/ours/theme.yaml", &theme);
    site.write("card-themes/ours/mark.svg", art("red"));
    site.post("b", "title: Second\ncard: {theme: ours}");
    site.build();
    site.write("card-themes/ours/mark.svg", art("lime"));
    assert_eq!(site.build_as_if_fresh().drawn, 1);
    site.write("card-themes/ours/theme.yaml", theme.replace("#204060", "#604020"));
    assert_eq!(site.build_as_if_fresh().drawn, 1);
}

#[test]
fn a_font_in_the_site_draws_all_cards() {
    let site = Site::of_three("");
    site.build();
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fonts");
    site.write("fonts/a.ttf", fs::read(fonts.join("Squares-Regular.ttf")).unwrap());
    assert_eq!(site.build_as_if_fresh().drawn, 3);
    site.write("fonts/a.ttf", fs::read(fonts.join("Squares-Bold.ttf")).unwrap());
    assert_eq!(site.build_as_if_fresh().drawn, 3);
    site.write("fonts/b.ttf", "no font");
    let report = site.build_as_if_fresh();
    assert_eq!(codes(&report), ["font-unreadable"]);
    assert_eq!(codes(&site.build()), ["font-unreadable"]);
}

#[test]
fn a_changed_cover_draws_its_card_be_its_length_and_time_as_they_were() {
    let site = Site::of_three("");
    let cover = site.path().join("public/cover.png");
    site.build();
    let old = fs::metadata(&cover).unwrap();
    site.write("public/cover.png", picture(200));
    let time = old.modified().unwrap();
    fs::File::options().write(true).open(&cover).unwrap().set_modified(time).unwrap();
    let new = fs::metadata(&cover).unwrap();
    assert_eq!((new.len(), new.modified().unwrap()), (old.len(), time));
    // Only on Unix is there a time that nobody can set.
    assert_eq!(site.build_as_if_fresh().drawn, usize::from(cfg!(unix)));
}

#[test]
fn a_cover_that_is_touched_and_not_changed_draws_nothing() {
    let site = Site::of_three("");
    site.build();
    site.write("public/cover.png", picture(40));
    assert_eq!(site.build_as_if_fresh().drawn, 0);
    site.post("a", "title: First\ncover: /cover.png\ncover_focus: right\ntags: [one, two]");
    assert_eq!(site.build_as_if_fresh().drawn, 1);
}

#[test]
fn logos_and_faces_draw_the_cards_that_show_them() {
    let site = Site::new("theme: editorial");
    let settings = fs::read_to_string(site.path().join("syndicard.yaml")).unwrap();
    site.write("syndicard.yaml", format!("{settings}logo: /logo.png\n"));
    site.write("public/logo.png", picture(1));
    site.write("public/ada.png", picture(2));
    site.post("a", "title: First\nauthor: {name: Ada, avatar: /ada.png}");
    site.post("b", "title: Second");
    site.build_as_if_fresh();
    site.write("public/ada.png", picture(90));
    let drawn = site.build_as_if_fresh().drawn;
    assert!(drawn <= 1, "{drawn}");
    site.write("public/logo.png", picture(91));
    assert_eq!(site.build_as_if_fresh().drawn, 2);
}

#[test]
fn a_card_that_a_post_brings_along_is_published_anew_when_it_changes() {
    let site = Site::of_three("");
    site.write("public/share.png", picture(7));
    site.post("b", "title: Second\nogImage: /share.png");
    site.build_as_if_fresh();
    site.write("public/share.png", picture(8));
    let report = site.build_as_if_fresh();
    assert_eq!(report.drawn, 1);
    assert_eq!(site.files()["cards/b.png"], picture(8));
}

#[test]
fn a_post_that_moves_takes_its_card_along_and_one_that_goes_takes_it_away() {
    let site = Site::of_three("");
    site.build();
    fs::rename(site.path().join("posts/b.md"), site.path().join("posts/d.md")).unwrap();
    let report = site.build();
    assert_eq!((report.drawn, report.removed), (1, 1));
    site.remove("posts/d.md");
    assert_eq!(site.build().removed, 1);
    assert!(!site.files().keys().any(|name| name.contains("cards/b") || name.contains("cards/d")));
}
