//! Pictures that a script would load: what it would put there is put there.

use super::dom::{self, Node};

/// Where scripts look for a picture's address, the commonest first.
const SOURCES: &[&str] = &["data-src", "data-lazy-src", "data-original", "data-orig-file"];
const SETS: &[&str] = &["data-srcset", "data-lazy-srcset"];

/// Gives lazy pictures their addresses, and drops what stood in for them.
pub fn unlazy(root: &Node) {
    let elements = dom::elements(root);
    for element in &elements {
        if dom::is_one_of(element, &["img", "source", "iframe", "video", "audio", "embed"]) {
            take(element, SOURCES, "src");
            take(element, SETS, "srcset");
            take(element, &["data-poster"], "poster");
        }
        // Gatsby's blurred picture stands before the sharp one.
        if element.has_attr("data-placeholder-image") {
            element.remove_from_parent();
        }
    }
    for element in elements.iter().filter(|element| element.has_name("noscript")) {
        without_script(element);
    }
    for element in elements.iter().filter(|element| element.has_name("img")) {
        if is_placeholder(element) {
            settle(element);
        }
    }
}

fn take(element: &Node, from: &[&str], to: &str) {
    if let Some(value) = from.iter().find_map(|name| dom::attribute(element, name)) {
        element.set_attr(to, &value);
    }
}

/// Whether a picture shows nothing of its own: no address, or a tiny one inside the page.
fn is_placeholder(image: &Node) -> bool {
    match dom::attribute(image, "src") {
        None => true,
        Some(src) => {
            // The headers of GIFs and PNGs of one pixel, and a drawing without lines, are what scripts put there.
            let is_inline = src.starts_with("data:image/gif") || src.starts_with("data:image/svg+xml");
            let is_tiny = src.starts_with("data:") && src.len() < 200;
            (is_inline && src.len() < 1_000) || is_tiny
        }
    }
}

/// Takes the twin of a lazy picture out of its `<noscript>`, or away with it.
fn without_script(noscript: &Node) {
    let images = |node: &Node| -> Vec<String> {
        let found = node.descendants_it().filter(|descendant| descendant.has_name("img"));
        found.filter_map(|image| dom::attribute(&image, "src")).collect()
    };
    let twins = images(noscript);
    let Some(parent) = noscript.parent() else { return };
    let before: Vec<Node> = parent
        .descendants()
        .into_iter()
        .take_while(|node| node.id != noscript.id)
        .filter(|node| node.has_name("img"))
        .collect();
    let is_shown = !twins.is_empty()
        && twins
            .iter()
            .all(|twin| before.iter().any(|image| dom::attribute(image, "src").as_ref() == Some(twin)));
    if is_shown {
        noscript.remove_from_parent();
        return;
    }
    if !twins.is_empty()
        && let Some(stand_in) = before.last().filter(|image| is_placeholder(image))
    {
        stand_in.remove_from_parent();
    }
    dom::unwrap(noscript);
}

/// Gives a picture the first address of its set, or its text.
fn settle(image: &Node) {
    let picture = image.parent().filter(|parent| parent.has_name("picture"));
    let sources = picture.iter().flat_map(|picture| picture.children());
    let sets = std::iter::once(*image).chain(sources).filter_map(|node| dom::attribute(&node, "srcset"));
    let first = sets.filter_map(|set| set.split_whitespace().next().map(str::to_owned)).next();
    match first {
        Some(address) => image.set_attr("src", address.trim_end_matches(',')),
        // What is drawn in the page itself and says what it shows is no stand-in.
        None if image.has_attr("src") && dom::attribute(image, "alt").is_some() => {}
        None => dom::replace_with_text(image, &dom::attribute(image, "alt").unwrap_or_default()),
    }
}
