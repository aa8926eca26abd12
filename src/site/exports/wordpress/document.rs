//! An export's XML, read in one go; of elements that matter to nobody here nothing is kept.

use crate::model::Author;
use crate::site::fields;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// What stands in an export.
#[derive(Debug, Default)]
pub struct Document {
    pub title: String,
    pub link: String,
    pub description: String,
    pub language: String,
    pub blog_url: String,
    /// By their logins.
    pub authors: Vec<(String, Author)>,
    pub items: Vec<Item>,
}

/// A post, a page, a picture, or whatever else a site holds.
#[derive(Debug, Default)]
pub struct Item {
    pub id: String,
    pub title: String,
    pub link: String,
    pub slug: String,
    pub kind: String,
    pub status: String,
    pub password: String,
    pub creator: String,
    pub content: String,
    pub excerpt: String,
    pub date: String,
    pub date_gmt: String,
    pub modified: String,
    pub modified_gmt: String,
    /// Categories and tags, each once, in order.
    pub terms: Vec<String>,
    pub attachment_url: String,
    pub thumbnail_id: String,
    /// The alternative text of a picture.
    pub alt: String,
}

/// An element inside another deeper than this is no export's.
const LIMIT_DEPTH: usize = 64;

/// What is being read.
#[derive(Default)]
struct State {
    document: Document,
    item: Option<Item>,
    author: Option<(String, Author)>,
    /// The names of the open elements.
    open: Vec<String>,
    text: String,
    /// Of the open category: whether it is one of the site's terms.
    is_term: bool,
    meta_key: String,
}

impl Document {
    /// Reads an export. Entities are XML's five and numbers, so that nothing can grow.
    pub fn read(xml: &[u8]) -> Result<Self, String> {
        let mut reader = Reader::from_reader(xml);
        reader.config_mut().allow_dangling_amp = true;
        let mut state = State::default();
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) => {
                    state.start(&start);
                    if state.open.len() > LIMIT_DEPTH {
                        return Err(format!("its elements nest deeper than {LIMIT_DEPTH} levels"));
                    }
                }
                Ok(Event::End(_)) => state.end(),
                Ok(Event::Text(text)) => {
                    state.text.push_str(&text.decode().map_err(|error| error.to_string())?)
                }
                Ok(Event::CData(text)) => {
                    state.text.push_str(&text.decode().map_err(|error| error.to_string())?)
                }
                Ok(Event::GeneralRef(reference)) => {
                    let name = reference.decode().map_err(|error| error.to_string())?;
                    match (reference.resolve_char_ref(), resolve_xml_entity(&name)) {
                        (Ok(Some(character)), _) => state.text.push(character),
                        (_, Some(text)) => state.text.push_str(text),
                        _ => {
                            state.text.push('&');
                            state.text.push_str(&name);
                            state.text.push(';');
                        }
                    }
                }
                Ok(Event::Eof) => return Ok(state.document),
                Ok(_) => {}
                Err(error) => return Err(format!("at byte {}: {error}", reader.error_position())),
            }
        }
    }
}

impl State {
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
        match name.as_str() {
            "item" => self.item = Some(Item::default()),
            "wp:author" | "wp:wp_author" => self.author = Some(Default::default()),
            "category" => {
                let domain = start.try_get_attribute("domain").ok().flatten();
                let nicename = start.try_get_attribute("nicename").ok().flatten();
                // Old exports give a category twice, once without a domain.
                self.is_term = domain
                    .is_some_and(|domain| matches!(&*domain.value, b"category" | b"post_tag" | b"tag"))
                    && nicename.is_none_or(|nicename| &*nicename.value != b"uncategorized");
            }
            _ => {}
        }
        self.open.push(name);
        self.text.clear();
    }

    fn end(&mut self) {
        let name = self.open.pop().unwrap_or_default();
        let text = std::mem::take(&mut self.text);
        if let Some((login, author)) = &mut self.author {
            match name.as_str() {
                "wp:author_login" => *login = text.trim().to_owned(),
                "wp:author_display_name" => author.name = fields::fold(&text),
                "wp:author_email" => {
                    author.email = Some(text.trim().to_owned()).filter(|mail| mail.contains('@'))
                }
                "wp:author" | "wp:wp_author" => {
                    if let Some((login, mut author)) = self.author.take() {
                        if author.name.is_empty() {
                            author.name.clone_from(&login);
                        }
                        self.document.authors.push((login, author));
                    }
                }
                _ => {}
            }
            return;
        }
        if name == "item" {
            self.document.items.extend(self.item.take());
            return;
        }
        let inside = self.open.last().map(String::as_str);
        match &mut self.item {
            Some(item) if inside == Some("item") => item.take(&name, text, self.is_term),
            Some(item) if inside == Some("wp:postmeta") => match name.as_str() {
                "wp:meta_key" => self.meta_key = text,
                "wp:meta_value" if self.meta_key == "_thumbnail_id" => {
                    text.trim().clone_into(&mut item.thumbnail_id)
                }
                "wp:meta_value" if self.meta_key == "_wp_attachment_image_alt" => item.alt = text,
                _ => {}
            },
            None if inside == Some("channel") => self.document.take(&name, text),
            _ => {}
        }
    }
}

impl Document {
    fn take(&mut self, name: &str, text: String) {
        let field = match name {
            "title" => &mut self.title,
            "link" => &mut self.link,
            "description" => &mut self.description,
            "language" => &mut self.language,
            "wp:base_blog_url" => &mut self.blog_url,
            _ => return,
        };
        *field = text;
    }
}

impl Item {
    fn take(&mut self, name: &str, text: String, is_term: bool) {
        let field = match name {
            "title" => &mut self.title,
            "link" => &mut self.link,
            "dc:creator" => &mut self.creator,
            "content:encoded" => &mut self.content,
            "excerpt:encoded" => &mut self.excerpt,
            "wp:post_id" => &mut self.id,
            "wp:post_name" => &mut self.slug,
            "wp:post_type" => &mut self.kind,
            "wp:status" => &mut self.status,
            "wp:post_password" => &mut self.password,
            "wp:post_date" => &mut self.date,
            "wp:post_date_gmt" => &mut self.date_gmt,
            "wp:post_modified" => &mut self.modified,
            "wp:post_modified_gmt" => &mut self.modified_gmt,
            "wp:attachment_url" => &mut self.attachment_url,
            "category" => {
                let term = fields::fold(&text);
                if is_term && !term.is_empty() && !self.terms.contains(&term) {
                    self.terms.push(term);
                }
                return;
            }
            _ => return,
        };
        let is_body = matches!(name, "content:encoded" | "excerpt:encoded" | "title");
        *field = if is_body { text } else { text.trim().to_owned() };
    }
}
