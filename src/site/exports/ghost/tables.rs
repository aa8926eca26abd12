//! The tables of Ghost's export, of whatever version.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The tables that matter here; of the others nothing is kept.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Tables {
    #[serde(deserialize_with = "rows")]
    pub posts: Vec<Post>,
    #[serde(deserialize_with = "rows")]
    pub posts_meta: Vec<Meta>,
    #[serde(deserialize_with = "rows")]
    pub tags: Vec<Tag>,
    #[serde(deserialize_with = "rows")]
    pub posts_tags: Vec<Link>,
    #[serde(deserialize_with = "rows")]
    pub users: Vec<User>,
    #[serde(deserialize_with = "rows")]
    pub posts_authors: Vec<Link>,
    #[serde(deserialize_with = "rows")]
    settings: Vec<Setting>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Post {
    pub id: Loose,
    pub title: Loose,
    pub slug: Loose,
    pub html: Loose,
    /// `feature_image`, which was `image` before Ghost 1.0.
    pub feature_image: Loose,
    pub image: Loose,
    #[serde(rename = "type")]
    pub kind: Loose,
    /// What `type` was before Ghost 3.0.
    pub page: Loose,
    pub status: Loose,
    pub visibility: Loose,
    pub locale: Loose,
    pub published_at: Loose,
    pub updated_at: Loose,
    pub custom_excerpt: Loose,
    /// Before there could be several.
    pub author_id: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Meta {
    pub post_id: Loose,
    pub meta_description: Loose,
    pub feature_image_alt: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Tag {
    pub id: Loose,
    pub name: Loose,
    pub visibility: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct User {
    pub id: Loose,
    pub name: Loose,
    pub website: Loose,
    pub profile_image: Loose,
}

/// A tag or an author of a post.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Link {
    post_id: Loose,
    pub tag_id: Loose,
    pub author_id: Loose,
    sort_order: Loose,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Setting {
    key: Loose,
    value: Loose,
}

#[derive(Deserialize)]
struct Database {
    data: Tables,
}

impl Tables {
    /// The tables stand in `db[0].data`, in `data`, or bare.
    pub fn read(json: &[u8]) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Export {
            db: Option<Vec<Database>>,
            data: Option<Tables>,
        }
        let invalid = |error: serde_json::Error| error.to_string();
        let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
        let export: Export = serde_json::from_slice(json).map_err(invalid)?;
        let wrapped =
            export.db.and_then(|databases| databases.into_iter().next()).map(|database| database.data);
        match wrapped.or(export.data) {
            Some(tables) => Ok(tables),
            None => serde_json::from_slice(json).map_err(invalid),
        }
    }

    pub fn setting(&self, key: &str) -> Option<String> {
        let setting = self.settings.iter().find(|setting| setting.key.text() == Some(key))?;
        setting.value.text().map(str::to_owned)
    }
}

/// A table that is null is empty.
fn rows<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default())
}

/// Which post has what, in the order that the export gives.
pub fn pairs(links: &[Link], end: fn(&Link) -> &Loose) -> Vec<(&str, &str)> {
    let mut links: Vec<&Link> = links.iter().collect();
    links.sort_by_key(|link| link.sort_order.text().and_then(|order| order.parse::<i64>().ok()).unwrap_or(0));
    links.into_iter().filter_map(|link| Some((link.post_id.text()?, end(link).text()?))).collect()
}

/// A scalar as text, whatever it is; lists, maps and null are nothing. Versions differ in what is a number and what a text.
#[derive(Debug, Default)]
pub struct Loose(Option<String>);

impl Loose {
    pub fn text(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor).map(Self)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Option<String>, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Option<String>, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Option<String>, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Option<String>, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<String>, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Option<String>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
