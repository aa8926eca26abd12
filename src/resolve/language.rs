//! In which language a site or a post is.

use crate::model::RawPost;
use whatlang::Lang;

/// So many posts are looked at; more would not change the answer.
const POSTS_SAMPLED: usize = 20;

/// A BCP 47 tag from what people write: `en-us` and `en_US` become `en-US`.
pub fn tag(written: &str) -> String {
    let parts: Vec<String> = written
        .trim()
        .split(['-', '_'])
        .enumerate()
        .map(|(position, part)| match (position, part.len()) {
            (0, _) => part.to_ascii_lowercase(),
            (_, 2) => part.to_ascii_uppercase(),
            (_, 4) => {
                let lower = part.to_ascii_lowercase();
                let mut letters = lower.chars();
                letters.next().map_or_else(String::new, |first| {
                    first.to_ascii_uppercase().to_string() + letters.as_str()
                })
            }
            _ => part.to_owned(),
        })
        .collect();
    parts.join("-")
}

/// Whether a text can be a language tag at all.
pub fn is_tag(text: &str) -> bool {
    let first = text.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && text
            .split(['-', '_'])
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The language that most of the text is in; `en` where nothing can be told.
pub fn of_site(posts: &[Box<RawPost>]) -> String {
    let mut text = String::new();
    for post in posts.iter().take(POSTS_SAMPLED) {
        for part in [post.title.as_ref(), post.summary.as_ref()].into_iter().flatten() {
            text.push_str(&part.value);
            text.push(' ');
        }
        text.push_str(&post.sample);
    }
    whatlang::detect(&text).and_then(|found| code(found.lang())).unwrap_or("en").to_owned()
}

/// ISO 639-1 for what `whatlang` tells in ISO 639-3, where there is one.
fn code(lang: Lang) -> Option<&'static str> {
    const CODES: &[(&str, &str)] = &[
        ("epo", "eo"),
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("ben", "bn"),
        ("fra", "fr"),
        ("deu", "de"),
        ("ukr", "uk"),
        ("kat", "ka"),
        ("ara", "ar"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("heb", "he"),
        ("yid", "yi"),
        ("pol", "pl"),
        ("amh", "am"),
        ("jav", "jv"),
        ("kor", "ko"),
        ("nob", "nb"),
        ("dan", "da"),
        ("swe", "sv"),
        ("fin", "fi"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("hun", "hu"),
        ("ces", "cs"),
        ("ell", "el"),
        ("bul", "bg"),
        ("bel", "be"),
        ("mar", "mr"),
        ("kan", "kn"),
        ("ron", "ro"),
        ("slv", "sl"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("tam", "ta"),
        ("vie", "vi"),
        ("urd", "ur"),
        ("tha", "th"),
        ("guj", "gu"),
        ("uzb", "uz"),
        ("pan", "pa"),
        ("aze", "az"),
        ("ind", "id"),
        ("tel", "te"),
        ("pes", "fa"),
        ("mal", "ml"),
        ("ori", "or"),
        ("mya", "my"),
        ("nep", "ne"),
        ("sin", "si"),
        ("khm", "km"),
        ("tuk", "tk"),
        ("aka", "ak"),
        ("zul", "zu"),
        ("sna", "sn"),
        ("afr", "af"),
        ("lat", "la"),
        ("slk", "sk"),
        ("cat", "ca"),
        ("tgl", "tl"),
        ("hye", "hy"),
    ];
    CODES.iter().find(|(long, _)| *long == lang.code()).map(|(_, short)| *short)
}
