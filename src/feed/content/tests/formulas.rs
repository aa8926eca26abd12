use super::*;

const KATEX: &str = "<span class=\"katex\"><span class=\"katex-mathml\"><math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><mi>x</mi></mrow><annotation encoding=\"application/x-tex\">x</annotation></semantics></math></span><span class=\"katex-html\" aria-hidden=\"true\"><span class=\"base\">x</span></span></span>";

#[test]
fn katex_is_shown_once() {
    assert_eq!(html(&format!("<p>{KATEX}</p>")), "<p><math alttext=\"x\"><mrow><mi>x</mi></mrow></math></p>");
}

#[test]
fn mathjax_leaves_its_mathml() {
    let text = "<mjx-container class=\"MathJax\" jax=\"SVG\" display=\"true\"><svg><g></g></svg><mjx-assistive-mml><math><mi>y</mi></math></mjx-assistive-mml></mjx-container>";
    assert_eq!(html(text), "<math display=\"block\"><mi>y</mi></math>");
}

#[test]
fn the_source_of_an_older_mathjax_is_converted() {
    let html = html("<p><span class=\"MathJax_Preview\">?</span><script type=\"math/tex\">y</script></p>");
    assert!(html.starts_with("<p><math alttext=\"y\"") && !html.contains('?'), "{html}");
}

#[test]
fn dollars_are_formulas_only_when_asked() {
    assert_eq!(markdown("It costs $5 or $6."), "<p>It costs $5 or $6.</p>");
    let content = rendered(Markup::Markdown, "A $x^2$ and $$\\sum_i i$$.", "en", true);
    assert!(content.html.contains("<math alttext=\"x^2\" display=\"inline\">"), "{}", content.html);
    assert!(content.html.contains("<msup>"), "{}", content.html);
    assert!(content.html.contains("display=\"block\""), "{}", content.html);
}

#[test]
fn tex_that_cannot_be_converted_is_code() {
    let content = rendered(Markup::Markdown, "A $\\nosuch{x}$.", "en", true);
    assert_eq!(content.html, "<p>A <code>\\nosuch{x}</code>.</p>");
}

#[test]
fn the_math_of_pandoc_is_converted() {
    let html = html("<p><span class=\"math inline\">\\(a &lt; b\\)</span></p>");
    assert!(html.contains("alttext=\"a &lt; b\""), "{html}");
}

#[test]
fn a_fence_of_math_is_a_formula_when_asked() {
    let content = rendered(Markup::Markdown, "```math\nx\n```\n", "en", true);
    assert!(content.html.starts_with("<math"), "{}", content.html);
}

#[test]
fn tex_of_any_kind_is_survived() {
    let pieces = [
        "\\frac",
        "{",
        "}",
        "^",
        "_",
        "&",
        "\\\\",
        "\\left(",
        "\\right)",
        "\\begin{matrix}",
        "\\end{matrix}",
        "x",
        "\\sqrt[",
        "]",
        "\\text{a}",
        "'",
        "\\color{red}",
        "\\hline",
        "%",
        "#",
        "é",
        "\\",
        "\\limits",
        "\\not",
        "\\def\\a#1{#1}",
        "\\operatorname",
        "\\kern1em",
        "\\rule{1em}{2em}",
        "\\substack{",
        "\\mathbb",
        "~",
        "\\u",
    ];
    let mut state = 7_u32;
    for _ in 0..3_000 {
        let mut tex = String::new();
        for _ in 0..8 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            tex.push_str(pieces[(state >> 16) as usize % pieces.len()]);
        }
        let made = std::panic::catch_unwind(|| crate::feed::content::formula::mathml(&tex, false));
        assert!(made.is_ok(), "{tex}");
    }
}
