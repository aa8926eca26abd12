//! JSX without JavaScript: what an element or an expression says by itself.

use crate::feed::text;

/// Attributes whose values are literals; one without a value has `None`.
pub type Attributes = Vec<(String, Option<String>)>;

/// What stands around an element's children in HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tags {
    pub open: String,
    pub close: String,
    /// Whether something could not be rendered.
    pub is_left_out: bool,
}

const PICTURES: &[&str] =
    &["Image", "Img", "Picture", "NextImage", "ExportedImage", "StaticImage", "ZoomImage", "CldImage"];
const LINKS: &[&str] = &["Link", "A", "Anchor", "NextLink", "ExternalLink", "CustomLink"];
const VOID: &[&str] = &["area", "base", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"];

/// Whether a name is a component's: a capital, or a member of an object.
pub fn is_component(name: &str) -> bool {
    name.contains('.') || name.starts_with(|first: char| first.is_uppercase() || first == '_' || first == '$')
}

/// The HTML around the children of an element. A component becomes nothing but what its name and literals promise.
pub fn tags(name: &str, attributes: &Attributes, has_children: bool) -> Tags {
    if !is_component(name) {
        let close = if VOID.contains(&name) { String::new() } else { format!("</{name}>") };
        return Tags { open: opening(name, attributes), close, is_left_out: false };
    }
    let value = |names: &[&str]| -> Option<&str> {
        let found = names.iter().find_map(|wanted| attributes.iter().find(|(name, _)| name == wanted));
        found.and_then(|(_, value)| value.as_deref()).filter(|value| !value.trim().is_empty())
    };
    if PICTURES.contains(&name) && value(&["src"]).is_some() {
        return Tags { open: picture(attributes), ..Tags::default() };
    }
    if name == "Figure" && value(&["src"]).is_some() {
        let caption = value(&["caption", "title"]).map(text::html);
        let caption = caption.map_or(String::new(), |caption| format!("<figcaption>{caption}</figcaption>"));
        let open = format!("<figure>{}{caption}", picture(attributes));
        return Tags { open, close: "</figure>".to_owned(), is_left_out: false };
    }
    if LINKS.contains(&name)
        && let Some(address) = value(&["href", "to"])
    {
        let open = opening("a", &vec![("href".to_owned(), Some(address.to_owned()))]);
        return Tags { open, close: "</a>".to_owned(), is_left_out: false };
    }
    if !has_children && let Some(address) = embedded(name, &value) {
        let shown = value(&["title", "label", "name"]).unwrap_or(&address).to_owned();
        let link = opening("a", &vec![("href".to_owned(), Some(address))]);
        let open = format!("<p>{link}{}</a></p>", text::html(&shown));
        return Tags { open, ..Tags::default() };
    }
    Tags { is_left_out: true, ..Tags::default() }
}

/// The address of what a component without children shows.
fn embedded<'a>(name: &str, value: &impl Fn(&[&str]) -> Option<&'a str>) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let id = value(&["id", "videoId", "videoid", "youTubeId", "youtubeId", "tweetId", "videoID"]);
    let is_id = |id: &&str| id.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    if let Some(id) = id.filter(is_id) {
        if lower.contains("youtube") {
            return Some(format!("https://www.youtube.com/watch?v={id}"));
        }
        if lower.contains("vimeo") {
            return Some(format!("https://vimeo.com/{id}"));
        }
        if lower.contains("tweet") {
            return Some(format!("https://twitter.com/i/status/{id}"));
        }
    }
    let address = value(&["url", "href", "src", "id"])?;
    (address.starts_with("https://") || address.starts_with("http://")).then(|| address.to_owned())
}

fn picture(attributes: &Attributes) -> String {
    const KEPT: &[&str] = &["src", "alt", "width", "height", "title", "srcSet", "sizes"];
    let kept = attributes.iter().filter(|(name, _)| KEPT.contains(&name.as_str()));
    opening("img", &kept.cloned().collect())
}

/// An opening tag. The names are React's; the tree's parser makes light of upper case.
fn opening(name: &str, attributes: &Attributes) -> String {
    let mut tag = format!("<{name}");
    for (name, value) in attributes {
        let name = match name.as_str() {
            "className" => "class",
            "htmlFor" => "for",
            name => name,
        };
        tag.push(' ');
        tag.push_str(name);
        if let Some(value) = value {
            tag.push_str(&format!("=\"{}\"", text::html(value).replace('"', "&quot;")));
        }
    }
    tag.push('>');
    tag
}

/// What an expression between braces gives.
#[derive(Debug, PartialEq, Eq)]
pub enum Expression {
    /// A literal's text; nothing for comments, and for literals that React shows as nothing.
    Text(String),
    /// Code that would have to be run.
    Code,
}

/// Reads an expression, without its braces.
pub fn expression(code: &str) -> Expression {
    let code = without_comments(code.trim());
    match code {
        "" | "null" | "undefined" | "true" | "false" => Expression::Text(String::new()),
        code => literal(code).map_or(Expression::Code, Expression::Text),
    }
}

fn without_comments(mut code: &str) -> &str {
    loop {
        if let Some(comment) = code.strip_prefix("/*") {
            let Some(end) = comment.find("*/") else { return code };
            code = comment.get(end + 2..).unwrap_or_default().trim_start();
        } else if let Some(comment) = code.strip_prefix("//") {
            code = comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or_default().trim_start();
        } else {
            return code;
        }
    }
}

/// The value of a literal of JavaScript: a string, a template without holes, a number, a truth value.
pub fn literal(code: &str) -> Option<String> {
    let code = code.trim();
    if matches!(code, "true" | "false") || code.parse::<f64>().is_ok_and(f64::is_finite) {
        return Some(code.to_owned());
    }
    let quote = code.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let mut value = String::new();
    let mut characters = code.chars().skip(1).peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next()? {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                '\n' => {}
                'u' => value.push(escaped(&mut characters)?),
                other => value.push(other),
            },
            '$' if quote == '`' && characters.peek() == Some(&'{') => return None,
            end if end == quote => return characters.next().is_none().then_some(value),
            other => value.push(other),
        }
    }
    None
}

/// The character of `\u00e9` or `\u{e9}`, after the `u`.
fn escaped(characters: &mut impl Iterator<Item = char>) -> Option<char> {
    let first = characters.next()?;
    let digits: String = if first == '{' {
        characters.take_while(|character| *character != '}').collect()
    } else {
        std::iter::once(first).chain(characters.take(3)).collect()
    };
    u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
}
