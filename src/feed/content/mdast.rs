//! The tree of an MDX body as HTML.

use std::collections::BTreeMap;

use ::markdown::mdast::{
    AlignKind, AttributeContent, AttributeValue, Blockquote, FootnoteDefinition, List, ListItem, Node, Table,
};

use super::footnotes::{self, Footnotes};
use super::jsx::{self, Attributes, Expression};
use super::{LeftOut, formula, markdown};
use crate::feed::text;

/// The HTML of a tree, whose depth the caller has bounded.
pub fn html(tree: &Node, left_out: &mut LeftOut) -> String {
    let mut writer = Writer { definitions: BTreeMap::new(), footnotes: BTreeMap::new(), left_out };
    writer.collect(tree);
    let mut notes = Footnotes::default();
    let mut html = String::new();
    writer.node(tree, &mut html, &mut notes);
    html.push_str(&notes.section(|label, notes| {
        let mut body = String::new();
        if let Some(definition) = writer.footnotes.get(label).copied() {
            writer.children(&definition.children, &mut body, notes);
        }
        body
    }));
    html
}

struct Writer<'a> {
    /// The address and title of each link definition, by its identifier.
    definitions: BTreeMap<&'a str, (&'a str, Option<&'a str>)>,
    footnotes: BTreeMap<String, &'a FootnoteDefinition>,
    left_out: &'a mut LeftOut,
}

impl<'a> Writer<'a> {
    /// Finds the definitions, which may stand after what refers to them.
    fn collect(&mut self, node: &'a Node) {
        match node {
            Node::Definition(definition) => {
                let value = (definition.url.as_str(), definition.title.as_deref());
                self.definitions.entry(&definition.identifier).or_insert(value);
            }
            Node::FootnoteDefinition(footnote) => {
                self.footnotes.entry(footnotes::key(&footnote.identifier)).or_insert(footnote);
            }
            _ => {}
        }
        for child in node.children().into_iter().flatten() {
            self.collect(child);
        }
    }

    fn children(&mut self, nodes: &[Node], html: &mut String, notes: &mut Footnotes) {
        for node in nodes {
            self.node(node, html, notes);
        }
    }

    fn within(&mut self, tag: &str, nodes: &[Node], html: &mut String, notes: &mut Footnotes) {
        html.push_str(&format!("<{tag}>"));
        self.children(nodes, html, notes);
        html.push_str(&format!("</{tag}>"));
    }

    fn node(&mut self, node: &Node, html: &mut String, notes: &mut Footnotes) {
        match node {
            Node::Root(root) => self.children(&root.children, html, notes),
            Node::Paragraph(paragraph) if is_jsx_alone(&paragraph.children) => {
                self.children(&paragraph.children, html, notes);
                html.push('\n');
            }
            Node::Paragraph(paragraph) => self.block("p", &paragraph.children, html, notes),
            Node::Heading(heading) => {
                self.block(&format!("h{}", heading.depth), &heading.children, html, notes);
            }
            Node::Blockquote(quotation) => self.blockquote(quotation, html, notes),
            Node::List(list) => self.list(list, html, notes),
            Node::ListItem(item) => self.item(item, item.spread, html, notes),
            Node::Table(table) => self.table(table, html, notes),
            Node::TableRow(row) => self.within("tr", &row.children, html, notes),
            Node::TableCell(cell) => self.within("td", &cell.children, html, notes),
            Node::ThematicBreak(_) => html.push_str("<hr />\n"),
            Node::Break(_) => html.push_str("<br />\n"),
            Node::Emphasis(emphasis) => self.within("em", &emphasis.children, html, notes),
            Node::Strong(strong) => self.within("strong", &strong.children, html, notes),
            Node::Delete(delete) => self.within("del", &delete.children, html, notes),
            Node::Text(plain) => html.push_str(&text::html(&plain.value)),
            Node::InlineCode(code) => html.push_str(&format!("<code>{}</code>", text::html(&code.value))),
            Node::Code(code) => {
                let language =
                    code.lang.as_deref().map(|lang| format!(" class=\"language-{}\"", attribute(lang)));
                let (language, code) = (language.unwrap_or_default(), text::html(&code.value));
                html.push_str(&format!("<pre><code{language}>{code}\n</code></pre>\n"));
            }
            Node::InlineMath(math) => html.push_str(&formula::mathml(&math.value, false)),
            Node::Math(math) => html.push_str(&format!("<p>{}</p>\n", formula::mathml(&math.value, true))),
            Node::Link(link) => {
                html.push_str(&link_start(&link.url, link.title.as_deref()));
                self.children(&link.children, html, notes);
                html.push_str("</a>");
            }
            Node::LinkReference(link) => {
                let definition = self.definitions.get(link.identifier.as_str()).copied();
                html.push_str(&definition.map_or(String::new(), |(url, title)| link_start(url, title)));
                self.children(&link.children, html, notes);
                html.push_str(definition.map_or("", |_| "</a>"));
            }
            Node::Image(image) => {
                html.push_str(&picture(&image.url, &image.alt, image.title.as_deref()));
            }
            Node::ImageReference(image) => {
                let definition = self.definitions.get(image.identifier.as_str());
                html.push_str(&match definition {
                    Some((url, title)) => picture(url, &image.alt, *title),
                    None => text::html(&image.alt),
                });
            }
            Node::FootnoteReference(reference) => html.push_str(&notes.reference(&reference.identifier)),
            Node::MdxJsxFlowElement(element) => {
                self.element(element.name.as_deref(), &element.attributes, &element.children, html, notes);
                html.push('\n');
            }
            Node::MdxJsxTextElement(element) => {
                self.element(element.name.as_deref(), &element.attributes, &element.children, html, notes);
            }
            Node::MdxFlowExpression(expression) => self.expression(&expression.value, html),
            Node::MdxTextExpression(expression) => self.expression(&expression.value, html),
            Node::MdxjsEsm(statements) => self.statements(&statements.value),
            Node::Html(raw) => html.push_str(&raw.value),
            // They stand where they are referred to, or belong to the front matter.
            Node::FootnoteDefinition(_) | Node::Definition(_) | Node::Toml(_) | Node::Yaml(_) => {}
        }
    }

    fn block(&mut self, tag: &str, nodes: &[Node], html: &mut String, notes: &mut Footnotes) {
        self.within(tag, nodes, html, notes);
        html.push('\n');
    }

    fn blockquote(&mut self, quotation: &Blockquote, html: &mut String, notes: &mut Footnotes) {
        html.push_str("<blockquote>\n");
        let mut inside = String::new();
        self.children(&quotation.children, &mut inside, notes);
        let kinds = ["Note", "Tip", "Important", "Warning", "Caution"];
        let alert = kinds.iter().find_map(|kind| {
            let rest = inside.strip_prefix(&format!("<p>[!{}]\n", kind.to_ascii_uppercase()))?;
            Some(format!("{}<p>{rest}", markdown::alert_title(kind)))
        });
        html.push_str(&alert.unwrap_or(inside));
        html.push_str("</blockquote>\n");
    }

    fn list(&mut self, list: &List, html: &mut String, notes: &mut Footnotes) {
        let tag = if list.ordered { "ol" } else { "ul" };
        let start = list.start.filter(|start| list.ordered && *start != 1);
        html.push_str(&match start {
            Some(start) => format!("<{tag} start=\"{start}\">\n"),
            None => format!("<{tag}>\n"),
        });
        // One loose item makes the whole list loose, as in CommonMark.
        let is_spread = list.spread
            || list.children.iter().any(|item| matches!(item, Node::ListItem(item) if item.spread));
        for child in &list.children {
            match child {
                Node::ListItem(item) => self.item(item, is_spread, html, notes),
                other => self.node(other, html, notes),
            }
        }
        html.push_str(&format!("</{tag}>\n"));
    }

    fn item(&mut self, item: &ListItem, is_spread: bool, html: &mut String, notes: &mut Footnotes) {
        html.push_str("<li>");
        html.push_str(match item.checked {
            Some(true) => "<input type=\"checkbox\" checked> ",
            Some(false) => "<input type=\"checkbox\"> ",
            None => "",
        });
        for child in &item.children {
            match child {
                Node::Paragraph(paragraph) if !is_spread => {
                    self.children(&paragraph.children, html, notes);
                    html.push('\n');
                }
                other => self.node(other, html, notes),
            }
        }
        let end = html.trim_end_matches('\n').len();
        html.truncate(end);
        html.push_str("</li>\n");
    }

    fn table(&mut self, table: &Table, html: &mut String, notes: &mut Footnotes) {
        html.push_str("<table>\n");
        for (row_index, row) in table.children.iter().enumerate() {
            let (group, cell_tag) = if row_index == 0 { ("thead", "th") } else { ("tbody", "td") };
            if row_index <= 1 {
                html.push_str(&format!("<{group}>\n"));
            }
            html.push_str("<tr>");
            for (column, cell) in row.children().into_iter().flatten().enumerate() {
                let align = match table.align.get(column) {
                    Some(AlignKind::Left) => " align=\"left\"",
                    Some(AlignKind::Right) => " align=\"right\"",
                    Some(AlignKind::Center) => " align=\"center\"",
                    Some(AlignKind::None) | None => "",
                };
                html.push_str(&format!("<{cell_tag}{align}>"));
                self.children(cell.children().map(Vec::as_slice).unwrap_or_default(), html, notes);
                html.push_str(&format!("</{cell_tag}>"));
            }
            html.push_str("</tr>\n");
            if row_index == 0 || row_index + 1 == table.children.len() {
                html.push_str(&format!("</{group}>\n"));
            }
        }
        html.push_str("</table>\n");
    }

    /// An element of JSX; one without a name is a fragment.
    fn element(
        &mut self,
        name: Option<&str>,
        attributes: &[AttributeContent],
        children: &[Node],
        html: &mut String,
        notes: &mut Footnotes,
    ) {
        let Some(name) = name else { return self.children(children, html, notes) };
        let tags = jsx::tags(name, &literals(attributes), !children.is_empty());
        if tags.is_left_out {
            self.left_out.insert(format!("<{name}>"));
        }
        html.push_str(&tags.open);
        self.children(children, html, notes);
        html.push_str(&tags.close);
    }

    fn expression(&mut self, code: &str, html: &mut String) {
        match jsx::expression(code) {
            Expression::Text(plain) => html.push_str(&text::html(&plain)),
            Expression::Code => {
                self.left_out.insert("{expression}".to_owned());
            }
        }
    }

    fn statements(&mut self, code: &str) {
        for word in ["import", "export"] {
            if code.lines().any(|line| line.starts_with(word)) {
                self.left_out.insert(word.to_owned());
            }
        }
    }
}

/// Whether a paragraph is nothing but elements and expressions: MDX gives it no `<p>`.
fn is_jsx_alone(nodes: &[Node]) -> bool {
    let is_jsx = |node: &Node| matches!(node, Node::MdxJsxTextElement(_) | Node::MdxTextExpression(_));
    let is_space = |node: &Node| matches!(node, Node::Text(text) if text.value.trim().is_empty());
    nodes.iter().any(is_jsx) && nodes.iter().all(|node| is_jsx(node) || is_space(node))
}

fn literals(attributes: &[AttributeContent]) -> Attributes {
    let properties = attributes.iter().filter_map(|attribute| match attribute {
        AttributeContent::Property(property) => Some(property),
        AttributeContent::Expression(_) => None,
    });
    properties
        .filter_map(|property| match &property.value {
            None => Some((property.name.clone(), None)),
            Some(AttributeValue::Literal(value)) => Some((property.name.clone(), Some(value.clone()))),
            Some(AttributeValue::Expression(code)) => {
                jsx::literal(&code.value).map(|value| (property.name.clone(), Some(value)))
            }
        })
        .collect()
}

fn link_start(url: &str, title: Option<&str>) -> String {
    format!("<a href=\"{}\"{}>", attribute(url), titled(title))
}

fn picture(url: &str, alt: &str, title: Option<&str>) -> String {
    format!("<img src=\"{}\" alt=\"{}\"{}>", attribute(url), attribute(alt), titled(title))
}

fn titled(title: Option<&str>) -> String {
    title.map_or(String::new(), |title| format!(" title=\"{}\"", attribute(title)))
}

/// A text between the quotes of an attribute.
fn attribute(value: &str) -> String {
    text::html(value).replace('"', "&quot;")
}
