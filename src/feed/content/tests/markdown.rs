use super::*;

#[test]
fn tables_keep_the_alignment_of_their_columns() {
    let html = markdown("| a | b |\n|---|--:|\n| 1 | 2 |\n");
    assert!(html.contains("<th align=\"right\">b</th>"), "{html}");
    assert!(html.contains("<td>1</td><td align=\"right\">2</td>"), "{html}");
}

#[test]
fn tasks_are_marked_by_characters() {
    assert_eq!(
        markdown("- [x] done\n- [ ] open\n"),
        "<ul>\n<li>\u{2611}\ndone</li>\n<li>\u{2610}\nopen</li>\n</ul>"
    );
}

#[test]
fn strikethrough_and_definitions_are_read() {
    assert_eq!(markdown("~~no~~"), "<p><del>no</del></p>");
    assert_eq!(markdown("term\n: meaning\n"), "<dl>\n<dt>term</dt>\n<dd>meaning</dd>\n</dl>");
}

#[test]
fn a_heading_keeps_the_id_given_to_it() {
    assert_eq!(markdown("## Setup {#start .wide}\n"), "<h2 id=\"start\">Setup</h2>");
}

#[test]
fn raw_html_is_kept_and_cleaned() {
    let html = markdown(
        "A <kbd onclick=\"x()\">Ctrl</kbd>.\n\n<div class=\"box\" style=\"position: fixed\">inside</div>\n",
    );
    assert_eq!(html, "<p>A <kbd>Ctrl</kbd>.</p>\n<div>inside</div>");
}

#[test]
fn an_alert_says_its_kind() {
    let html = markdown("> [!WARNING]\n> Mind the gap.\n");
    assert_eq!(html, "<blockquote>\n<p><strong>Warning</strong></p>\n<p>Mind the gap.</p>\n</blockquote>");
}

#[test]
fn a_footnote_and_its_reference_lead_to_each_other() {
    let html =
        markdown("One[^a] and again[^a], two[^b].\n\n[^b]: Second.\n[^a]: First,\n    with [link](/x).\n");
    let page = "https://notes.example.org/blog/hello/";
    assert!(
        html.contains(&format!(
            "One<sup><a href=\"{page}#user-content-fn-a\" id=\"user-content-fnref-a\">1</a></sup>"
        )),
        "{html}"
    );
    assert!(
        html.contains(&format!("<a href=\"{page}#user-content-fn-a\" id=\"user-content-fnref-a-2\">1</a>")),
        "{html}"
    );
    assert!(html.contains("<li id=\"user-content-fn-a\">"), "{html}");
    assert!(
        html.contains(&format!(
            "<a href=\"{page}#user-content-fnref-a-2\">\u{21A9}\u{FE0E}<sup>2</sup></a></p>"
        )),
        "{html}"
    );
    assert!(html.find("First").unwrap() < html.find("Second").unwrap());
}

#[test]
fn a_footnote_that_is_not_defined_stays_text() {
    assert_eq!(markdown("One[^x]."), "<p>One[^x].</p>");
}

#[test]
fn shortcodes_are_named_and_what_they_hold_stays() {
    let text = "{{< figure src=\"a.png\" >}}\n\n{{% notice tip %}}\nInside **bold**.\n{{% /notice %}}\n\n{% include x.html %}\n{% if a %}yes{% endif %}\n";
    let content = rendered(Markup::Markdown, text, "en", false);
    assert_eq!(content.html, "<p>Inside <strong>bold</strong>.</p>\n<p>yes</p>");
    assert_eq!(content.left_out, ["{% if %}", "{% include %}", "{{% notice %}}", "{{< figure >}}"]);
}

#[test]
fn shortcodes_in_code_and_raw_text_are_text() {
    let text = "`{% a %}` {% raw %}{% b %}{% endraw %}\n\n```\n{{< c >}} {{</* d */>}}\n```\n";
    let content = rendered(Markup::Markdown, text, "en", false);
    assert_eq!(
        content.html,
        "<p><code>{% a %}</code> {% b %}</p>\n<pre><code>{{&lt; c &gt;}} {{&lt; d &gt;}}\n</code></pre>"
    );
    assert!(content.left_out.is_empty());
}

#[test]
fn raw_marks_inside_a_fence_are_not_shown() {
    let html = markdown("```\n{% raw %}\n{{ x }}\n{% endraw %}\n```\n");
    assert_eq!(html, "<pre><code>{{ x }}\n</code></pre>");
}

#[test]
fn a_pair_that_highlights_becomes_code() {
    let liquid = markdown("{% highlight ruby %}\nputs *1*\n{% endhighlight %}\n");
    assert_eq!(liquid, "<pre><code class=\"language-ruby\">puts *1*\n</code></pre>");
    let hugo = markdown("{{< highlight go \"linenos=table\" >}}\nx := 1\n{{< /highlight >}}\n");
    assert_eq!(hugo, "<pre><code class=\"language-go\">x := 1\n</code></pre>");
}

#[test]
fn liquid_addresses_lead_to_the_site() {
    let html = markdown("![a]({{ site.baseurl }}/a.png) ![b]({{ '/b.png' | relative_url }})");
    assert!(html.contains("https://notes.example.org/a.png"), "{html}");
    assert!(html.contains("https://notes.example.org/b.png"), "{html}");
}

#[test]
fn right_to_left_languages_are_wrapped_once() {
    let content = rendered(Markup::Markdown, "سلام\n\nدنیا", "fa", false);
    assert_eq!(content.html, "<div dir=\"rtl\" lang=\"fa\"><p>سلام</p>\n<p>دنیا</p>\n</div>");
    for language in ["ar-EG", "he", "ur_PK", "az-Arab", "uz-Arab-AF"] {
        assert!(crate::feed::content::is_rtl(language), "{language}");
    }
    for language in ["en", "ar-Latn", "az", "es-419", ""] {
        assert!(!crate::feed::content::is_rtl(language), "{language}");
    }
}

#[test]
fn forbidden_characters_are_dropped_and_placed() {
    let content = rendered(Markup::Markdown, "ok\nbad\u{B}char\n\nref &#1; here\n", "en", false);
    assert_eq!(content.html, "<p>ok\nbadchar</p>\n<p>ref  here</p>");
    let found: Vec<_> = content.forbidden.iter().map(|found| (found.character, found.line)).collect();
    assert_eq!(found, [('\u{1}', Some(4)), ('\u{B}', Some(2))]);
}

#[test]
fn the_end_of_cdata_does_not_survive() {
    let html = markdown("a ]]> b ![x ]]>](/i.png \"]]>\")\n\n`]]>`\n");
    assert!(html.contains("a ]]&gt; b"), "{html}");
}
