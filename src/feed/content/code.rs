//! Code without its colours: what highlighters make becomes plain `<pre><code>`, to the character.

use super::dom::{self, Node};

/// Line numbers, and buttons to copy.
const GUTTERS: &[&str] = &[
    "gutter",
    "rouge-gutter",
    "lineno",
    "linenos",
    "linenodiv",
    "lnt",
    "ln",
    "line-number",
    "line-numbers",
    "line-numbers-rows",
    "linenumber",
    "hljs-ln-numbers",
    "hljs-ln-n",
    "blob-num",
    "copy",
    "copy-button",
    "code-copy",
    "copy-code-button",
    "sr-only",
];
/// Lines that are inline elements and whose ends may be no character.
const LINES: &[&str] = &["line", "token-line", "code-line", "view-line"];
/// Words that highlighters put beside the name of a language.
const NOT_LANGUAGES: &[&str] = &[
    "highlight",
    "hljs",
    "chroma",
    "highlighter-rouge",
    "code",
    "figure",
    "shiki",
    "astro-code",
    "prettyprint",
    "wp-block-code",
];

/// Makes every block of code plain.
pub fn plain(root: &Node) {
    for table in dom::elements(root).iter().filter(|element| element.has_name("table")) {
        numbered(table);
    }
    for pre in dom::elements(root).iter().filter(|element| element.has_name("pre")) {
        let is_nested = dom::ancestor(pre, |ancestor| ancestor.has_name("pre")).is_some();
        if !is_nested && is_code(pre) {
            rewrite(pre);
        } else if !is_nested {
            without_first_line_end(pre);
        }
    }
    for figure in dom::elements(root).iter().filter(|element| element.has_name("figure")) {
        let holds_code = figure.descendants_it().any(|inner| inner.has_name("pre"));
        if holds_code && !figure.descendants_it().any(|inner| inner.has_name("figcaption")) {
            dom::unwrap(figure);
        }
    }
}

/// Replaces a table of line numbers beside code by the code (Hugo's `lntable`, Hexo, Pygments).
fn numbered(table: &Node) {
    // Rouge's table is inside the `<pre>`, whose text is taken without the gutter.
    if dom::ancestor(table, |ancestor| ancestor.has_name("pre")).is_some() {
        return;
    }
    let cells: Vec<Node> =
        dom::elements(table).into_iter().filter(|element| element.has_name("td")).collect();
    let holds_pre = |cell: &Node| cell.descendants_it().any(|inner| inner.has_name("pre"));
    let is_highlighted =
        dom::has_class(table, &["lntable", "highlighttable", "rouge-table", "highlight", "hljs-ln"])
            || cells.iter().any(|cell| dom::has_class(cell, GUTTERS));
    if !is_highlighted {
        return;
    }
    let code = cells.iter().rev().find(|cell| holds_pre(cell));
    let pre = code.and_then(|cell| cell.descendants_it().find(|inner| inner.has_name("pre")));
    if let Some(pre) = pre {
        if !pre.descendants_it().any(|inner| inner.has_name("code")) {
            pre.set_attr("data-code", "");
        }
        if let Some(language) = language(&pre) {
            pre.set_attr("data-language", &language);
        }
        table.insert_before(&pre);
        table.remove_from_parent();
    }
}

/// Whether a `<pre>` holds code, and not a poem.
fn is_code(pre: &Node) -> bool {
    let marked = ["highlight", "hljs", "chroma", "shiki", "astro-code", "prettyprint", "code", "brush:"];
    pre.has_attr("data-code")
        || pre.has_attr("data-language")
        || pre.has_attr("data-lang")
        || dom::has_class(pre, &marked)
        || pre
            .descendants_it()
            .any(|inner| inner.has_name("code") || (inner.has_name("span") && inner.has_attr("class")))
        || language(pre).is_some()
        || dom::ancestor(pre, |ancestor| dom::has_class(ancestor, &["highlight"])).is_some()
}

fn rewrite(pre: &Node) {
    let mut text = String::new();
    for child in pre.children() {
        read(&child, &mut text);
    }
    let language = language(pre);
    let id = dom::attribute(pre, "id");
    let tree = pre.tree;
    let code = tree.new_element("code");
    if let Some(language) = language {
        code.set_attr("class", &format!("language-{language}"));
    }
    code.append_child(&tree.new_text(text));
    pre.remove_children();
    pre.remove_all_attrs();
    if let Some(id) = id {
        pre.set_attr("id", &id);
    }
    pre.append_child(&code);
}

/// The text of code, in which blocks and `<br>` end lines and gutters say nothing.
fn read(node: &Node, text: &mut String) {
    if node.is_text() {
        text.push_str(&node.text());
        return;
    }
    if !node.is_element() || dom::has_class(node, GUTTERS) || is_ignored(node) {
        return;
    }
    if node.has_name("br") {
        text.push('\n');
        return;
    }
    let begin = text.len();
    for child in node.children() {
        read(&child, text);
    }
    let is_ended = text.get(begin..).is_some_and(|inside| inside.ends_with('\n'));
    if is_ended {
        return;
    }
    let is_block = dom::is_one_of(node, &["div", "p", "li", "tr"]);
    // The last line needs no end, and one followed by text has its end there.
    let is_line = (dom::has_class(node, LINES) || node.has_attr("data-line"))
        && node.next_sibling().is_some_and(|next| next.is_element() && !next.has_name("br"));
    if is_block || is_line {
        text.push('\n');
    }
}

fn is_ignored(node: &Node) -> bool {
    dom::is_one_of(node, &["button", "svg", "style", "script", "template"])
        || node.attr("data-line-number").is_some_and(|_| node.text().trim().is_empty())
}

/// The language of a block of code, from its `<code>`, itself, or what wraps it.
fn language(pre: &Node) -> Option<String> {
    let inside = pre.descendants_it().filter(|inner| inner.has_name("code"));
    let around = pre.ancestors(Some(7));
    let own = inside.chain(std::iter::once(*pre)).find_map(|node| stated(&node, false));
    own.or_else(|| around.iter().find_map(|node| stated(node, true)))
}

fn stated(node: &Node, is_wrapper: bool) -> Option<String> {
    let class = node.class().unwrap_or_default().to_string();
    let mut words = class.split_ascii_whitespace();
    let prefixed = words.clone().find_map(|word| {
        let prefixes = ["language-", "lang-", "highlight-source-"];
        prefixes.iter().find_map(|prefix| word.strip_prefix(prefix))
    });
    let data = ["data-lang", "data-language"].iter().find_map(|name| dom::attribute(node, name));
    let is_highlighted = words.clone().any(|word| matches!(word, "highlight" | "hljs" | "brush:"));
    // Only Hexo's figure and highlight.js name a language without a prefix.
    let bare = words.find(|word| {
        is_highlighted
            && !NOT_LANGUAGES.contains(word)
            && (!is_wrapper || node.has_name("figure"))
            && *word != "brush:"
    });
    let stated = prefixed.map(str::to_owned).or(data).or_else(|| bare.map(str::to_owned))?;
    let is_letter = |letter: char| letter.is_alphanumeric() || "+#._-".contains(letter);
    let end = stated.find(|letter| !is_letter(letter)).unwrap_or(stated.len());
    stated.get(..end).filter(|language| !language.is_empty()).map(str::to_owned)
}

/// Drops the line ends that begin a `<pre>`: a parser drops the first each time it reads one.
fn without_first_line_end(pre: &Node) {
    if let Some(first) = pre.first_child().filter(|child| child.is_text() && child.text().starts_with('\n')) {
        let text = first.text().trim_start_matches('\n').to_owned();
        dom::replace_with_text(&first, &text);
    }
}
