//! Makes the slugs of Zola.

/// `slugify.paths` and `slugify.taxonomies` of the site's configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Strategy {
    #[default]
    On,
    Safe,
    Off,
}

/// `slugify_paths` of `components/utils/src/slugs.rs`.
pub fn slug(text: &str, strategy: Strategy) -> String {
    match strategy {
        Strategy::On => transliterated(text),
        Strategy::Safe => {
            text.trim_end_matches([' ', '.']).chars().filter(|c| !"<>:\"/\\|?*".contains(*c)).collect()
        }
        Strategy::Off => text.to_owned(),
    }
}

/// As the crate `slug` does: ASCII letters and digits in lower case, one `-` for all else.
fn transliterated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    };
    for c in text.chars() {
        if c.is_ascii() {
            push(c);
        } else {
            deunicode::deunicode_char(c).unwrap_or("-").chars().for_each(&mut push);
        }
    }
    out.strip_suffix('-').map_or_else(|| out.clone(), str::to_owned)
}
