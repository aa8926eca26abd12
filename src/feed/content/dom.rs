//! Small questions and moves on the tree, which the passes share.

pub use dom_query::NodeRef as Node;

/// The elements below a node, in the order of the document. A snapshot: the tree may change while it is walked.
pub fn elements<'a>(root: &Node<'a>) -> Vec<Node<'a>> {
    root.descendants_it().filter(|node| node.is_element()).collect()
}

/// An element's local name, or nothing for other nodes.
pub fn name(node: &Node) -> String {
    node.node_name().map(|name| name.to_string()).unwrap_or_default()
}

pub fn is_one_of(node: &Node, names: &[&str]) -> bool {
    node.element_ref().is_some_and(|element| names.contains(&element.name.local.as_ref()))
}

/// An attribute's value without the white space around it, if there is any text.
pub fn attribute(node: &Node, name: &str) -> Option<String> {
    let value = node.attr(name)?;
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

pub fn has_class(node: &Node, classes: &[&str]) -> bool {
    node.class().is_some_and(|class| class.split_ascii_whitespace().any(|word| classes.contains(&word)))
}

/// The nearest element around a node that fulfils a condition.
pub fn ancestor<'a>(node: &Node<'a>, condition: impl Fn(&Node) -> bool) -> Option<Node<'a>> {
    node.ancestors(None).into_iter().find(|ancestor| condition(ancestor))
}

/// Puts an element's children into its place.
pub fn unwrap(node: &Node) {
    if node.parent().is_none() {
        return;
    }
    while let Some(child) = node.first_child() {
        node.insert_before(&child);
    }
    node.remove_from_parent();
}

/// Puts text into a node's place, or nothing if the text is empty.
pub fn replace_with_text(node: &Node, text: &str) {
    if node.parent().is_none() {
        return;
    }
    if !text.is_empty() {
        node.insert_before(&node.tree.new_text(text));
    }
    node.remove_from_parent();
}

/// Whether a node's text is white space alone.
pub fn is_blank(node: &Node) -> bool {
    node.text().trim().is_empty()
}
