//! Media RSS, which says of a picture what an enclosure cannot: <https://www.rssboard.org/media-rss>.

use crate::model::Attachment;

pub const NAMESPACE: &str = "http://search.yahoo.com/mrss/";

/// The element that tells what a picture shows. Readers built on feedparser take `media:description` for the content of an item
/// that has only a summary; where there is content, it is the element that others look for.
pub fn description(has_content: bool) -> &'static str {
    if has_content { "description" } else { "title" }
}

/// The attributes of `media:content`, in the order of its specification.
pub fn attributes(attachment: &Attachment) -> Vec<(String, String)> {
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let all = [
        ("url", Some(attachment.url.clone())),
        ("fileSize", Some(attachment.length_bytes.to_string())),
        ("type", Some(attachment.media_type.clone())),
        ("medium", attachment.medium().map(str::to_owned)),
        ("duration", attachment.duration_s.map(|seconds| seconds.to_string())),
        ("height", number(attachment.height_px)),
        ("width", number(attachment.width_px)),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}
