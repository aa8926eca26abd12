//! What a page has and a feed does not: scripts, forms, navigation, anchors of headings, empty boxes.

use super::dom::{self, Node};
use super::{LeftOut, sanitize};

/// Elements that go with all they hold.
const GONE: &[&str] = &[
    "script",
    "style",
    "link",
    "meta",
    "base",
    "title",
    "head",
    "nav",
    "form",
    "button",
    "select",
    "option",
    "textarea",
    "datalist",
    "dialog",
    "template",
    "noembed",
    "noframes",
    "frameset",
    "frame",
    "applet",
    "canvas",
    "map",
    "progress",
    "meter",
    "track",
    "param",
    "xmp",
    "plaintext",
    "menu-button",
];
/// Text for screen readers alone, which would be read twice or make no sense in a feed.
const UNSEEN: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "skip-link",
    "skip-to-content",
    "u-hidden",
];
const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
/// Links that stand beside a heading and lead to it.
const ANCHORS: &[&str] = &[
    "anchor",
    "header-anchor",
    "heading-anchor",
    "headerlink",
    "hash-link",
    "anchor-link",
    "sl-anchor-link",
    "heading-link",
    "td-heading-self-link",
    "hanchor",
    "zola-anchor",
    "autolink-heading",
    "permalink",
];
/// What holds nothing when its children are gone; lists and tables keep their shape.
const BOXES: &[&str] = &[
    "p",
    "div",
    "span",
    "section",
    "figure",
    "figcaption",
    "article",
    "aside",
    "header",
    "footer",
    "picture",
    "a",
    "em",
    "strong",
    "b",
    "i",
    "u",
    "small",
    "sup",
    "sub",
    "center",
    "details",
    "summary",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// Removes what cannot or should not stand in a feed.
pub fn remove(root: &Node, left_out: &mut LeftOut) {
    for node in root.descendants() {
        if !node.is_element() {
            if !node.is_text() {
                node.remove_from_parent();
            }
            continue;
        }
        if dom::is_one_of(&node, GONE) || dom::has_class(&node, UNSEEN) || is_hidden(&node) {
            node.remove_from_parent();
        } else if node.has_name("input") {
            checkbox(&node);
        } else if node.has_name("svg") {
            drawing(&node, left_out);
        } else if dom::is_one_of(&node, &["td", "th"]) {
            align(&node);
        }
    }
    for link in dom::elements(root).iter().filter(|element| element.has_name("a")) {
        heading_link(link);
    }
}

fn is_hidden(node: &Node) -> bool {
    // A `<details>` that was found by search is hidden until then, but its text is content.
    let is_hidden = node.attr("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    let style = node.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    is_hidden || style.contains("display:none")
}

/// A box of a task list becomes a character; other fields have no use.
fn checkbox(input: &Node) {
    let is_box = input.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
    if !is_box || dom::ancestor(input, |ancestor| ancestor.has_name("li")).is_none() {
        input.remove_from_parent();
        return;
    }
    let mark = if input.has_attr("checked") { "\u{2611}" } else { "\u{2610}" };
    let is_spaced = input
        .next_sibling()
        .is_some_and(|next| next.is_text() && next.text().starts_with(char::is_whitespace));
    dom::replace_with_text(input, &if is_spaced { mark.to_owned() } else { format!("{mark} ") });
}

/// Few readers draw SVG inside HTML, and it can run scripts: what it is called stands for it.
fn drawing(svg: &Node, left_out: &mut LeftOut) {
    let is_icon = svg.attr("aria-hidden").as_deref() == Some("true")
        || dom::ancestor(svg, |ancestor| ancestor.has_name("a") || dom::is_one_of(ancestor, HEADINGS))
            .is_some();
    let title = svg
        .descendants_it()
        .find(|inner| inner.has_name("title"))
        .map(|title| title.text().trim().to_owned());
    let title = title.filter(|title| !title.is_empty()).or_else(|| dom::attribute(svg, "aria-label"));
    if is_icon {
        svg.remove_from_parent();
        return;
    }
    if title.is_none() {
        left_out.insert("<svg>".to_owned());
    }
    dom::replace_with_text(svg, &title.unwrap_or_default());
}

/// Styles go, but a column of numbers stays aligned.
fn align(cell: &Node) {
    let style = cell.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let stated = style.split(';').find_map(|rule| rule.strip_prefix("text-align:"));
    if let Some(value) = stated.filter(|value| matches!(*value, "left" | "right" | "center")) {
        cell.set_attr("align", value);
    }
}

/// Takes away a link from a heading to itself; what it holds of the heading's text stays.
fn heading_link(link: &Node) {
    let heading = dom::ancestor(link, |ancestor| dom::is_one_of(ancestor, HEADINGS));
    let is_marked = dom::has_class(link, ANCHORS);
    let href = dom::attribute(link, "href").unwrap_or_default();
    let fragment = href.split_once('#').map(|(_, fragment)| fragment.to_owned());
    let is_inside_page = href.starts_with('#');
    let text = link.text().trim().to_owned();
    let is_sign = text.chars().all(|sign| !sign.is_alphanumeric())
        && !link.descendants_it().any(|inner| inner.has_name("img"));
    match heading {
        Some(heading) => {
            let leads_here = is_inside_page || (is_marked && fragment.is_some());
            if !(leads_here || is_marked && is_sign) {
                return;
            }
            let is_own = dom::attribute(&heading, "id").is_none_or(|id| fragment.as_ref() == Some(&id));
            if let Some(id) = dom::attribute(link, "id").filter(|_| !heading.has_attr("id")) {
                heading.set_attr("id", &id);
            }
            if is_sign || (is_marked && heading.text().trim() != text) {
                link.remove_from_parent();
            } else if is_own {
                dom::unwrap(link);
            }
        }
        // Beside the heading: GitHub and Starlight.
        None => {
            let beside =
                link.prev_element_sibling().is_some_and(|sibling| dom::is_one_of(&sibling, HEADINGS));
            if is_marked && is_inside_page && (beside || is_sign) {
                link.remove_from_parent();
            }
        }
    }
}

/// Takes away boxes that hold nothing, and spans that say nothing.
pub fn collapse(root: &Node) {
    for element in dom::elements(root).iter().rev() {
        let is_box = dom::is_one_of(element, BOXES) || !is_known(element);
        if is_box && !element.has_attr("id") && is_empty(element) {
            element.remove_from_parent();
        } else if element.has_name("span")
            && !["id", "lang", "dir", "title"].iter().any(|name| element.has_attr(name))
        {
            dom::unwrap(element);
        }
    }
    root.normalize();
}

fn is_known(element: &Node) -> bool {
    dom::is_one_of(element, sanitize::TAGS) || dom::is_one_of(element, sanitize::MATHML)
}

fn is_empty(element: &Node) -> bool {
    element.children_it(false).all(|child| child.is_text() && !child.is_nonempty_text())
}
