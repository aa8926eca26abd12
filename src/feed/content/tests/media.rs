use super::*;

#[test]
fn a_lazy_picture_gets_its_address() {
    let html = html(
        "<p><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-src=\"/a.png\" data-srcset=\"/a.png 1x\" loading=\"lazy\" alt=\"A\"><noscript><img src=\"/a.png\" alt=\"A\"></noscript></p>",
    );
    assert_eq!(
        html,
        "<p><img src=\"https://notes.example.org/a.png\" alt=\"A\" srcset=\"https://notes.example.org/a.png 1x\"></p>"
    );
}

#[test]
fn a_placeholder_gives_way_to_its_twin_without_script() {
    let html = html(
        "<p><span><img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" alt=\"A\"><noscript><img src=\"/a.png\" alt=\"A\"></noscript></span></p>",
    );
    assert_eq!(html, "<p><img src=\"https://notes.example.org/a.png\" alt=\"A\"></p>");
}

#[test]
fn a_lone_noscript_is_opened() {
    assert_eq!(html("<noscript><p>Plain.</p></noscript>"), "<p>Plain.</p>");
}

#[test]
fn frames_become_links_to_what_they_held() {
    for (frame, address) in [
        ("//www.youtube-nocookie.com/embed/abc?rel=0", "https://www.youtube.com/watch?v=abc"),
        ("https://www.youtube.com/embed/abc", "https://www.youtube.com/watch?v=abc"),
        ("https://player.vimeo.com/video/12?h=1", "https://vimeo.com/12"),
        ("https://example.org/embed", "https://example.org/embed"),
    ] {
        assert_eq!(
            html(&format!("<iframe src=\"{frame}\" title=\"A film\"></iframe>")),
            format!("<p><a href=\"{address}\">A film</a></p>")
        );
    }
    assert_eq!(
        html("<p>x <iframe src=\"https://www.example.org/e\"></iframe></p>"),
        "<p>x <a href=\"https://www.example.org/e\">example.org</a></p>"
    );
    assert_eq!(
        html("<object data=\"/a.pdf\"><embed src=\"/a.pdf\"></object>"),
        "<p><a href=\"https://notes.example.org/a.pdf\">/a.pdf</a></p>"
    );
    assert!(html("<lite-youtube videoid=\"abc\"></lite-youtube>").contains("watch?v=abc"));
}

#[test]
fn players_keep_their_controls_and_give_a_link() {
    assert_eq!(
        html(
            "<video autoplay muted poster=\"p.jpg\" onplay=\"x()\"><source src=\"/v.mp4\" type=\"video/mp4\"></video>"
        ),
        "<video poster=\"https://notes.example.org/blog/hello/p.jpg\" controls=\"\"><source src=\"https://notes.example.org/v.mp4\" type=\"video/mp4\"><a href=\"https://notes.example.org/v.mp4\">v.mp4</a></video>"
    );
}
