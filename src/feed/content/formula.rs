//! Formulas: each once, as MathML that carries its TeX.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

use super::dom::{self, Node};
use crate::feed::text;

/// The longest TeX that is converted, in bytes, and the most braces it may open inside each other: the converter
/// works by recursion.
const LENGTH_LIMIT: usize = 10_000;
const BRACES_LIMIT: usize = 50;

/// TeX as MathML, or as code where it cannot be converted.
pub fn mathml(tex: &str, is_display: bool) -> String {
    let tex = tex.trim();
    converted(tex, is_display).unwrap_or_else(|| format!("<code>{}</code>", text::html(tex)))
}

fn converted(tex: &str, is_display: bool) -> Option<String> {
    if tex.is_empty()
        || tex.len() > LENGTH_LIMIT
        || tex.matches('{').count() > LENGTH_LIMIT / 10
        || braces(tex) > BRACES_LIMIT
    {
        return None;
    }
    let storage = Storage::new();
    let events: Vec<_> = Parser::new(tex, &storage).collect();
    if events.iter().any(Result::is_err) {
        return None;
    }
    let display_mode = if is_display { DisplayMode::Block } else { DisplayMode::Inline };
    let mut mathml = String::new();
    push_mathml(&mut mathml, events.into_iter(), RenderConfig { display_mode, ..RenderConfig::default() })
        .ok()?;
    let rest = mathml.strip_prefix("<math")?;
    let tex = text::html(tex).replace('"', "&quot;");
    Some(format!("<math alttext=\"{tex}\"{rest}"))
}

/// How deeply braces and other groups nest at most.
fn braces(tex: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for character in tex.chars() {
        match character {
            // An index of an index needs no brace.
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Leaves one of the forms in which KaTeX, MathJax and Pandoc give a formula. `is_math` allows code to be TeX.
pub fn once(root: &Node, is_math: bool) {
    let elements = dom::elements(root);
    let has_source = elements.iter().any(|element| is_tex_script(element));
    for element in &elements {
        let name = dom::name(element);
        if dom::has_class(element, &["katex-html"]) {
            let formula = element.parent();
            if formula.is_some_and(|formula| contains_math(&formula)) {
                element.remove_from_parent();
            }
        } else if name == "mjx-container" {
            mathjax(element);
        } else if is_tex_script(element) {
            let is_display = element.attr("type").is_some_and(|kind| kind.contains("mode=display"));
            put(element, &element.text(), is_display);
        } else if has_source
            && dom::has_class(
                element,
                &["MathJax", "MathJax_Preview", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML"],
            )
        {
            element.remove_from_parent();
        } else if name == "math" {
            annotated(element);
        } else if is_tex(element, &name, is_math) {
            // A block of code holds its formula in a `<code>` of its own.
            let is_fenced = element.parent().filter(|parent| parent.has_name("pre"));
            let is_display = is_fenced.is_some() || dom::has_class(element, &["display", "math-display"]);
            put(&is_fenced.unwrap_or(*element), &element.text(), is_display);
        }
    }
}

fn contains_math(node: &Node) -> bool {
    node.descendants_it().any(|descendant| descendant.has_name("math"))
}

/// Whether an element is the source that MathJax 2 leaves in the page.
fn is_tex_script(element: &Node) -> bool {
    element.has_name("script") && element.attr("type").is_some_and(|kind| kind.starts_with("math/tex"))
}

/// Whether an element holds plain TeX: Pandoc's `.math`, remark-math's code, GitHub's fence.
fn is_tex(element: &Node, name: &str, is_math: bool) -> bool {
    let is_plain = || element.children_it(false).all(|child| child.is_text());
    match name {
        "span" | "div" => {
            dom::has_class(element, &["math"])
                && dom::has_class(element, &["inline", "display", "math-inline", "math-display"])
                && is_plain()
        }
        "code" => {
            let is_marked = dom::has_class(element, &["math-inline", "math-display"])
                || (is_math && dom::has_class(element, &["language-math"]));
            is_marked && is_plain()
        }
        _ => false,
    }
}

/// Puts a formula in an element's place.
fn put(element: &Node, tex: &str, is_display: bool) {
    let tex = tex.trim();
    let pairs = [("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"), ("$", "$")];
    let bare = pairs.iter().find_map(|(start, end)| tex.strip_prefix(start)?.strip_suffix(end));
    element.before_html(mathml(bare.unwrap_or(tex), is_display));
    element.remove_from_parent();
}

/// Leaves the MathML that MathJax 3 gives to screen readers.
fn mathjax(container: &Node) {
    let is_display = container.has_attr("display");
    let math = container.descendants_it().find(|descendant| descendant.has_name("math"));
    match math {
        Some(math) => {
            if is_display {
                math.set_attr("display", "block");
            }
            container.insert_before(&math);
            container.remove_from_parent();
        }
        None => {
            let label = dom::attribute(container, "aria-label").unwrap_or_default();
            dom::replace_with_text(container, &label);
        }
    }
}

/// Moves the TeX of an annotation to where readers without MathML do not show it as text.
fn annotated(math: &Node) {
    for element in dom::elements(math) {
        let name = dom::name(&element);
        if name == "annotation" {
            let is_tex = element
                .attr("encoding")
                .is_some_and(|encoding| encoding.to_ascii_lowercase().contains("tex"));
            if is_tex && !math.has_attr("alttext") {
                math.set_attr("alttext", element.text().trim());
            }
            element.remove_from_parent();
        } else if name == "annotation-xml" {
            element.remove_from_parent();
        }
    }
    for element in dom::elements(math).iter().filter(|element| element.has_name("semantics")) {
        dom::unwrap(element);
    }
}
