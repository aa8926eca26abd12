use super::*;

#[test]
fn imports_exports_and_expressions_are_named() {
    let content = mdx(
        "import X from './x'\nexport const a = {\n  b: 1,\n\n  c: 2\n}\n\nText {a.b} here.\n\n{list.map(x => x)}\n",
    );
    assert_eq!(content.html, "<p>Text  here.</p>");
    assert_eq!(content.left_out, ["export", "import", "{expression}"]);
}

#[test]
fn literals_in_braces_are_their_text_and_comments_are_nothing() {
    let content = mdx("One{' '}two {\"<three>\"} {`four`} {5}{/* no */}.\n\n{/* alone */}\n");
    assert_eq!(content.html, "<p>One two &lt;three&gt; four 5.</p>");
    assert!(content.left_out.is_empty(), "{:?}", content.left_out);
}

#[test]
fn a_component_is_replaced_by_its_children() {
    let content = mdx(
        "<Callout kind=\"tip\">\n  Some **bold** text.\n\n  - item\n</Callout>\n\nA <Badge>new</Badge> word. <Chart data={x} />\n",
    );
    assert!(content.html.contains("<p>Some <strong>bold</strong> text.</p>"), "{}", content.html);
    assert!(content.html.contains("<p>A new word. </p>"), "{}", content.html);
    assert_eq!(content.left_out, ["<Badge>", "<Callout>", "<Chart>"]);
}

#[test]
fn elements_in_lower_case_are_html() {
    let content = mdx(
        "<div className=\"a\" style={{color: 'red'}} id=\"x\" onClick={() => 1}>\n  **in**\n</div>\n\n<br />\n",
    );
    assert_eq!(content.html, "<div id=\"x\"><p><strong>in</strong></p>\n</div>\n<br>");
    assert!(content.left_out.is_empty());
}

#[test]
fn pictures_and_links_of_components_stay() {
    let content = mdx(
        "<Image src=\"/a.png\" alt=\"A\" width={400} height={300} priority />\n\nSee <Link href=\"/b\">b</Link>.\n\n<Figure src=\"c.png\" caption=\"C & D\" />\n",
    );
    assert!(
        content
            .html
            .contains("<img src=\"https://notes.example.org/a.png\" alt=\"A\" width=\"400\" height=\"300\">"),
        "{}",
        content.html
    );
    assert!(content.html.contains("<a href=\"https://notes.example.org/b\">b</a>"));
    assert!(content.html.contains("<figure><img src=\"https://notes.example.org/blog/hello/c.png\"><figcaption>C &amp; D</figcaption></figure>"));
    assert!(content.left_out.is_empty());
}

#[test]
fn a_picture_that_was_imported_is_named() {
    let content = mdx("<Image src={cover} alt=\"A\" />\n");
    assert_eq!(content.html, "");
    assert_eq!(content.left_out, ["<Image>"]);
}

#[test]
fn videos_and_posts_become_links() {
    let content = mdx(
        "<YouTube id=\"abc_1-2\" />\n\n<Tweet id=\"123\" />\n\n<CodePen url=\"https://codepen.io/x\" title=\"Pen\" />\n",
    );
    assert!(content.html.contains("https://www.youtube.com/watch?v=abc_1-2"));
    assert!(content.html.contains("https://twitter.com/i/status/123"));
    assert!(content.html.contains("<a href=\"https://codepen.io/x\">Pen</a>"));
}

#[test]
fn tables_footnotes_tasks_and_references_are_read() {
    let content = mdx(
        "| a | b |\n|:-:|--|\n| 1 | 2 |\n\nText[^1] and [ref][r].\n\n- [x] done\n\n[^1]: Note.\n\n[r]: /there \"There\"\n",
    );
    let html = content.html;
    assert!(html.contains("<th align=\"center\">a</th>"), "{html}");
    assert!(html.contains("<tbody>\n<tr><td align=\"center\">1</td><td>2</td></tr>\n</tbody>"), "{html}");
    assert!(html.contains("<li id=\"user-content-fn-1\">"), "{html}");
    assert!(html.contains("<a href=\"https://notes.example.org/there\" title=\"There\">ref</a>"), "{html}");
    assert!(html.contains("\u{2611} done"), "{html}");
}

#[test]
fn code_in_mdx_is_the_same_as_in_markdown() {
    let text = "```js {1,3} title=\"x\"\nlet a = {};\n\n<b>\n```\n\nInline `{x}`.\n";
    assert_eq!(mdx(text).html, markdown(text));
}

#[test]
fn comments_of_html_do_not_cost_the_strict_reading() {
    let content = mdx("<!-- note -->\n\n<Callout>\n**in**\n</Callout>\n");
    assert!(content.html.contains("<strong>in</strong>"));
    assert!(!content.html.contains("note"));
}

#[test]
fn what_the_parser_refuses_is_read_leniently() {
    let text = "import A from 'a'\n\nexport const meta = {\n  title: 'x'\n}\n\n# Title\n\n<div style=\"color: red\" onClick={() => go()}>\n\nOne <br> two {' '} three {x.y}\n\n<Callout>\n\n**kept**\n\n</Callout>\n\n`{code}` and `<Tag>`\n\n```jsx\n<A b={c}>\n```\n\n<Image src=\"/p.png\" alt=\"P\" />\n";
    let content = mdx(text);
    let html = &content.html;
    assert!(html.contains("<h1>Title</h1>"), "{html}");
    assert!(html.contains("One <br> two   three</p>"), "{html}");
    assert!(html.contains("<strong>kept</strong>"), "{html}");
    assert!(html.contains("<code>{code}</code> and <code>&lt;Tag&gt;</code>"), "{html}");
    assert!(html.contains("<code class=\"language-jsx\">&lt;A b={c}&gt;\n</code>"), "{html}");
    assert!(html.contains("<img src=\"https://notes.example.org/p.png\" alt=\"P\">"), "{html}");
    assert!(!html.contains("go()"), "{html}");
    assert_eq!(content.left_out, ["<Callout>", "export", "import", "{expression}"]);
}

#[test]
fn a_sentence_about_imports_stays() {
    let content = mdx("import duties rose, and so did\nexport figures.\n\n<br>\n");
    assert!(content.html.contains("import duties rose"), "{}", content.html);
    assert!(content.html.contains("export figures"), "{}", content.html);
}

#[test]
fn formulas_in_mdx_are_no_expressions() {
    let content = rendered(Markup::Mdx, "The $\\frac{a}{b}$ of\n\n$$\nx^{2}\n$$\n", "en", true);
    assert!(content.html.contains("<mfrac>"), "{}", content.html);
    assert!(content.html.contains("display=\"block\""), "{}", content.html);
    assert!(content.left_out.is_empty());
}
