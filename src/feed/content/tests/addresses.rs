use super::*;

#[test]
fn every_address_is_made_absolute() {
    let html = html(
        "<p><a href=\"../x?a=1&amp;b=2\">1</a><a href=\"#part\">2</a><a href=\" /y \">3</a><a href=\"//cdn.example.org/z\">4</a><q cite=\"c\">5</q></p>",
    );
    for address in [
        "https://notes.example.org/blog/x?a=1&amp;b=2",
        "https://notes.example.org/blog/hello/#part",
        "https://notes.example.org/y",
        "https://cdn.example.org/z",
        "https://notes.example.org/blog/hello/c",
    ] {
        assert!(html.contains(&format!("\"{address}\"")), "{address} in {html}");
    }
}

#[test]
fn an_absolute_address_stays_to_the_byte() {
    for address in ["HTTPS://Example.ORG:443/ñ%7e", "mailto:a@b.example", "https://example.org", "tel:+1"] {
        assert_eq!(
            html(&format!("<p><a href=\"{address}\">x</a></p>")),
            format!("<p><a href=\"{address}\">x</a></p>")
        );
    }
}

#[test]
fn an_address_that_runs_or_does_not_parse_goes_and_its_text_stays() {
    for address in [
        "javascript:x()",
        " JaVa\tScript:x()",
        "https://[",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/x",
        "",
    ] {
        assert_eq!(html(&format!("<p><a href=\"{address}\">x</a></p>")), "<p><a>x</a></p>", "{address}");
    }
    assert_eq!(html("<p><img src=\"https://[\" alt=\"a cat\"></p>"), "<p>a cat</p>");
}

#[test]
fn each_candidate_of_a_set_is_made_absolute() {
    let html = html(
        "<p><picture><source srcset=\"a.webp 1x,b,c.webp 2x\" media=\"(min-width: 1px)\"><img src=\"a.png\" srcset=\"a.png, /w_1,h_2/b.png 2x, javascript:x 3x\" alt=\"A\"></picture></p>",
    );
    let page = "https://notes.example.org/blog/hello";
    assert!(html.contains(&format!("srcset=\"{page}/a.webp 1x, {page}/b,c.webp 2x\"")), "{html}");
    assert!(
        html.contains(&format!("srcset=\"{page}/a.png, https://notes.example.org/w_1,h_2/b.png 2x\"")),
        "{html}"
    );
}
