use super::*;
use crate::feed::content::{article, is_selector};

#[test]
fn what_runs_or_asks_goes() {
    let html = html(
        "<p onclick=\"x()\">a<script>x()</script><style>p{}</style><!-- c --></p><form><input><button>Go</button></form><nav>menu</nav><p hidden>h</p><p style=\"display: none\">n</p><span class=\"sr-only\">s</span><template>t</template><select><option>o</option></select>",
    );
    assert_eq!(html, "<p>a</p>");
}

#[test]
fn links_from_headings_to_themselves_go() {
    for heading in [
        "<h2 id=\"a\">Title<a class=\"anchor\" href=\"#a\" aria-hidden=\"true\">#</a></h2>",
        "<h2 id=\"a\"><a href=\"#a\"><svg><path d=\"\"/></svg></a>Title</h2>",
        "<h2 id=\"a\"><a href=\"#a\">Title</a></h2>",
        "<h2><a id=\"a\" class=\"anchor\" href=\"#a\"></a>Title</h2>",
        "<h2 id=\"a\">Title<a class=\"headerlink\" href=\"https://notes.example.org/blog/hello/#a\">¶</a></h2>",
        "<h2 id=\"a\">Title</h2><a class=\"sl-anchor-link\" href=\"#a\"><span aria-hidden=\"true\"><svg></svg></span><span class=\"sr-only\">Section titled Title</span></a>",
    ] {
        assert_eq!(html(heading), "<h2 id=\"a\">Title</h2>", "{heading}");
    }
    assert!(html("<h2 id=\"a\">See <a href=\"/x\">x</a></h2>").contains("<a href"));
}

#[test]
fn what_readers_show_stays() {
    for text in [
        "<details open=\"\"><summary>s</summary><p>x</p></details>",
        "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><sup>1</sup><bdi dir=\"rtl\">x</bdi></p>",
        "<figure><img src=\"https://e.example/a.png\" alt=\"A\" width=\"1\" height=\"2\"><figcaption>c</figcaption></figure>",
        "<p lang=\"de\" title=\"T\" id=\"i\">x</p>",
        "<p>a<a id=\"here\"></a></p>",
    ] {
        assert_eq!(html(text), text);
    }
}

#[test]
fn unknown_elements_are_replaced_by_their_children() {
    assert_eq!(
        html("<my-card data-x=\"1\"><p class=\"c\">in</p><astro-island></astro-island></my-card>"),
        "<p>in</p>"
    );
}

#[test]
fn a_drawing_is_named_or_called_by_its_title() {
    let content = rendered(
        Markup::Html,
        "<p>a <svg><title>Graph</title><text>1</text></svg></p><p>b <svg><text>1</text></svg></p>",
        "en",
        false,
    );
    assert_eq!(content.html, "<p>a Graph</p><p>b </p>");
    assert_eq!(content.left_out, ["<svg>"]);
}

#[test]
fn the_article_of_a_page_is_found() {
    let page = "<html><body><nav>n</nav><main><p>m</p><article class=\"x\"><h1>t</h1><div class=\"e-content\"><p>e</p></div></article></main></body></html>";
    assert_eq!(article(page, None).unwrap(), "<p>e</p>");
    assert_eq!(article(page, Some("main > p")).unwrap(), "m");
    assert_eq!(article(page, Some("section")), None);
    assert_eq!(article(page, Some("[[")), None);
    assert_eq!(article("<p>x</p>", None), None);
    assert!(is_selector("main > p") && !is_selector("[["));
}
