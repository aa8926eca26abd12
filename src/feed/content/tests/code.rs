use super::*;

#[test]
fn colours_of_shiki_go_and_the_text_stays() {
    let text = "<pre class=\"shiki github-dark\" style=\"x\" tabindex=\"0\" data-language=\"ts\"><code><span class=\"line\"><span style=\"color:#F97583\">const</span> a</span>\n<span class=\"line\"></span>\n<span class=\"line\">  b &lt; c</span></code></pre>";
    assert_eq!(html(text), "<pre><code class=\"language-ts\">const a\n\n  b &lt; c</code></pre>");
}

#[test]
fn the_table_of_rouge_loses_its_line_numbers() {
    let text = "<div class=\"language-ruby highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\"><code><table class=\"rouge-table\"><tbody><tr><td class=\"rouge-gutter gl\"><pre class=\"lineno\">1\n2\n</pre></td><td class=\"rouge-code\"><pre><span class=\"nb\">puts</span> 1\n  puts 2\n</pre></td></tr></tbody></table></code></pre></div></div>";
    assert_eq!(
        html(text),
        "<div><div><pre><code class=\"language-ruby\">puts 1\n  puts 2\n</code></pre></div></div>"
    );
}

#[test]
fn the_table_of_hugo_becomes_its_code() {
    let text = "<div class=\"highlight\"><div class=\"chroma\"><table class=\"lntable\"><tr><td class=\"lntd\"><pre tabindex=\"0\" class=\"chroma\"><code><span class=\"lnt\">1\n</span><span class=\"lnt\">2\n</span></code></pre></td><td class=\"lntd\"><pre tabindex=\"0\" class=\"chroma\"><code class=\"language-go\" data-lang=\"go\"><span class=\"line\"><span class=\"cl\"><span class=\"kd\">func</span>\n</span></span><span class=\"line\"><span class=\"cl\">x\n</span></span></code></pre></td></tr></table></div></div>";
    assert_eq!(html(text), "<div><div><pre><code class=\"language-go\">func\nx\n</code></pre></div></div>");
}

#[test]
fn the_figure_of_hexo_becomes_its_code() {
    let text = "<figure class=\"highlight js\"><table><tr><td class=\"gutter\"><pre><span class=\"line\">1</span><br><span class=\"line\">2</span><br></pre></td><td class=\"code\"><pre><span class=\"line\"><span class=\"keyword\">let</span> a</span><br><span class=\"line\">b</span><br></pre></td></tr></table></figure>";
    assert_eq!(html(text), "<pre><code class=\"language-js\">let a\nb\n</code></pre>");
}

#[test]
fn the_lines_of_expressive_code_end() {
    let line = |number: u32, code: &str| {
        format!(
            "<div class=\"ec-line\"><div class=\"gutter\"><div class=\"ln\" aria-hidden=\"true\">{number}</div></div><div class=\"code\">{code}</div></div>"
        )
    };
    let text = format!(
        "<div class=\"expressive-code\"><figure class=\"frame has-title\"><figcaption class=\"header\"><span class=\"title\">a.js</span></figcaption><pre data-language=\"js\"><code>{}{}{}</code></pre><div class=\"copy\"><button title=\"Copy\" data-code=\"x\"><div></div></button></div></figure></div>",
        line(1, "<span style=\"--0:#fff\">let</span> a"),
        line(2, "\n"),
        line(3, "  b")
    );
    assert_eq!(
        html(&text),
        "<div><figure><figcaption>a.js</figcaption><pre><code class=\"language-js\">let a\n\n  b\n</code></pre></figure></div>"
    );
}

#[test]
fn the_lines_of_docusaurus_end() {
    let text = "<div class=\"language-bash codeBlockContainer\"><pre class=\"prism-code language-bash\"><code><span class=\"token-line\" style=\"x\"><span class=\"token plain\">one</span><br></span><span class=\"token-line\"><span class=\"token plain\">two</span><br></span></code></pre></div>";
    assert_eq!(html(text), "<div><pre><code class=\"language-bash\">one\ntwo\n</code></pre></div>");
}

#[test]
fn the_block_of_pygments_becomes_code() {
    let text = "<div class=\"highlight\"><pre><span></span><span class=\"k\">def</span> f\n</pre></div>";
    assert_eq!(html(text), "<div><pre><code>def f\n</code></pre></div>");
}

#[test]
fn a_poem_is_not_code() {
    assert_eq!(html("<pre>\n\nroses <em>are</em>\n  red</pre>"), "<pre>roses <em>are</em>\n  red</pre>");
}

#[test]
fn a_fence_keeps_every_space() {
    let html = markdown("```rust,ignore\n\n\tlet a =  1;  \n\n```\n");
    assert_eq!(html, "<pre><code class=\"language-rust\">\n\tlet a =  1;  \n\n</code></pre>");
}
