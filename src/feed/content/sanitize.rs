//! What may stand in a feed: the last word on elements and attributes, whatever came before.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::address;

/// HTML that readers show. What is not here is replaced by its children.
pub const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "audio",
    "b",
    "bdi",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// MathML Core, and the older elements that KaTeX and MathJax write.
pub const MATHML: &[&str] = &[
    "math",
    "menclose",
    "merror",
    "mfenced",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "none",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];

/// Attributes that every element may have.
const COMMON: &[&str] = &["id", "lang", "dir", "title"];

const MATHML_ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "alttext",
    "close",
    "columnalign",
    "columnlines",
    "columnspacing",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathcolor",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "open",
    "rowalign",
    "rowlines",
    "rowspacing",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "separators",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

/// The attributes of single elements. `class` is for a language alone.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("audio", &["src", "controls"]),
    ("blockquote", &["cite"]),
    ("code", &["class"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("data", &["value"]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("img", &["src", "srcset", "sizes", "alt", "width", "height"]),
    ("ins", &["cite", "datetime"]),
    ("li", &["value"]),
    ("ol", &["start", "reversed", "type"]),
    ("q", &["cite"]),
    ("source", &["src", "srcset", "sizes", "media", "type", "width", "height"]),
    ("td", &["align", "colspan", "rowspan", "headers"]),
    ("th", &["align", "colspan", "rowspan", "headers", "scope"]),
    ("time", &["datetime"]),
    ("video", &["src", "controls", "poster", "width", "height"]),
];

static SETTINGS: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut settings = Builder::empty();
    settings
        .add_tags(TAGS)
        .add_tags(MATHML)
        .add_clean_content_tags([
            "script",
            "style",
            "svg",
            "template",
            "iframe",
            "object",
            "annotation",
            "annotation-xml",
        ])
        .add_generic_attributes(COMMON)
        .add_url_schemes(address::SCHEMES)
        .add_url_schemes(["data"])
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(kept);
    for (tag, attributes) in ATTRIBUTES {
        settings.add_tag_attributes(*tag, *attributes);
    }
    for tag in MATHML {
        settings.add_tag_attributes(*tag, MATHML_ATTRIBUTES);
    }
    settings
});

/// HTML without anything that could run, track, or break a reader's page.
pub fn clean(html: &str) -> String {
    SETTINGS.clean(html).to_string()
}

fn kept<'value>(element: &str, attribute: &str, value: &'value str) -> Option<Cow<'value, str>> {
    match (element, attribute) {
        ("code", "class") => {
            value.split_ascii_whitespace().find(|word| word.starts_with("language-")).map(Cow::Borrowed)
        }
        (_, "href" | "src" | "cite" | "poster") => {
            let is_data = value.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
            let is_allowed = !is_data || (element == "img" && address::is_data_picture(value));
            is_allowed.then_some(Cow::Borrowed(value))
        }
        _ => Some(Cow::Borrowed(value)),
    }
}
