//! What a drawing asks for that is not drawn.

use resvg::usvg::roxmltree::{Document, Node};
use std::collections::BTreeSet;

/// Enough to find the rest by.
const LIMIT_NAMED: usize = 3;

/// References to other files, which nothing follows, and elements that hold something else than SVG.
pub fn notices(document: &Document) -> Vec<String> {
    let mut references = BTreeSet::new();
    let mut has_foreign = false;
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "foreignObject" => has_foreign |= node.has_children(),
            "image" | "use" | "feImage" | "tref" => references.extend(reference(node)),
            "style" => references.extend(node.text().into_iter().flat_map(in_style)),
            _ => {}
        }
        for attribute in node.attributes() {
            references.extend(in_style(attribute.value()));
        }
    }
    let mut notices = Vec::new();
    if !references.is_empty() {
        let names: Vec<String> =
            references.iter().take(LIMIT_NAMED).map(|name| format!("`{name}`")).collect();
        let more = references.len().saturating_sub(names.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        notices.push(format!(
            "refers to {}{more}, which is not followed; embed it into the SVG",
            names.join(", ")
        ));
    }
    if has_foreign {
        notices
            .push("holds HTML in `foreignObject`, which is not drawn; export it with plain text".to_owned());
    }
    notices
}

/// The file that an element points to.
fn reference<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let target = node.attributes().find(|attribute| attribute.name() == "href")?.value().trim();
    is_outside(target).then(|| short(target))
}

/// Files in `url(…)` and `@import`.
fn in_style(style: &str) -> impl Iterator<Item = &str> {
    let urls = style.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let imports = style.split("@import").skip(1).filter_map(|rest| rest.split(';').next());
    urls.chain(imports)
        .map(|target| target.trim().trim_matches(['"', '\'']).trim())
        .filter(|target| !target.starts_with("url(") && is_outside(target))
        .map(short)
}

fn is_outside(target: &str) -> bool {
    !target.is_empty() && !target.starts_with('#') && !target.starts_with("data:")
}

/// No longer than what a line of a diagnostic holds.
fn short(target: &str) -> &str {
    target.char_indices().nth(60).map_or(target, |(end, _)| target.get(..end).unwrap_or(target))
}
