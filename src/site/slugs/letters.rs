//! Knows letters: their classes, their normal forms, and what libraries replace them by.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// What a library puts in the place of single characters.
pub(super) type Table = BTreeMap<char, &'static str>;

/// Of `@sindresorhus/transliterate`, which Eleventy's `slugify` uses.
pub(super) static ELEVENTY: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../assets/slugs/eleventy.tsv")));
/// The same library's replacements of several characters at once, in order.
pub(super) static ELEVENTY_SEVERAL: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| rows(include_str!("../../../assets/slugs/eleventy_several.tsv")).collect());
/// Of the package `slugify`, which Eleventy's `slug` and Nuxt Content use.
pub(super) static SLUGIFY: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../assets/slugs/slugify.tsv")));
/// Of `hexo-util`.
pub(super) static HEXO: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../assets/slugs/hexo.tsv")));

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    // The first line says where the table comes from.
    text.lines().skip(1).filter_map(|line| line.split_once('\t')).map(|(to, from)| (from, to))
}

fn table(text: &'static str) -> Table {
    rows(text).flat_map(|(from, to)| from.chars().map(move |c| (c, to))).collect()
}

/// The text with every character replaced that the table names.
pub(super) fn replaced(text: &str, table: &Table) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match table.get(&c) {
            Some(replacement) => out.push_str(replacement),
            None => out.push(c),
        }
    }
    out
}

pub(super) fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

pub(super) fn compatible(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}

pub(super) fn decomposed(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

pub(super) fn taken_apart(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd().normalize(text).into_owned()
}

/// ASCII for every character that has a transliteration; what has none goes.
///
/// Pelican and Nikola use Python's Unidecode. Where its words differ from those of `deunicode` in
/// letters of living scripts, they were got by asking it; in Lao, Burmese and few ideographs the two
/// still differ.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii() => out.push(c),
            '¼' => out.push_str(" 1/4"),
            '½' => out.push_str(" 1/2"),
            '¾' => out.push_str(" 3/4"),
            'Є' => out.push_str("Ie"),
            'א' => out.push('A'),
            'ח' => out.push('H'),
            'ך' | 'כ' => out.push_str("KH"),
            'ק' => out.push('k'),
            'し' | 'シ' => out.push_str("shi"),
            'ち' | 'チ' => out.push_str("chi"),
            'っ' | 'つ' | 'ッ' | 'ツ' => out.push_str("tsu"),
            'ー' => out.push('-'),
            '・' | '₼' | '₽' | '₾' => {}
            // Of pictures Unidecode knows the chessmen and the suits of cards.
            '\u{2654}'..='\u{2667}' => out.push_str(deunicode::deunicode_char(c).unwrap_or_default()),
            '\u{2600}'..='\u{27BF}' | '\u{10400}'..='\u{1044F}' | '\u{1F000}'.. => {}
            c => out.push_str(deunicode::deunicode_char(c).unwrap_or_default()),
        }
    }
    out
}

pub(super) fn is_letter(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Letter
}

pub(super) fn is_mark(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
}

pub(super) fn is_spacing_less_mark(c: char) -> bool {
    c.general_category() == GeneralCategory::NonspacingMark
}

pub(super) fn is_digit(c: char) -> bool {
    c.general_category() == GeneralCategory::DecimalNumber
}

pub(super) fn is_connector(c: char) -> bool {
    c.general_category() == GeneralCategory::ConnectorPunctuation
}

/// `\w` of Python's expressions: letters and numbers, but no marks.
pub(super) fn is_python_word(c: char) -> bool {
    c == '_' || is_letter(c) || c.general_category_group() == GeneralCategoryGroup::Number
}

/// `\s` of Python's expressions.
pub(super) fn is_python_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1C}'..='\u{1F}').contains(&c)
}

/// `\s` of JavaScript's expressions.
pub(super) fn is_javascript_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{FEFF}'
}

/// Lower case of each character for itself, as Go and Ruby have it: a last sigma is not known.
pub(super) fn lower_each(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// The text with each run of characters that do not belong made into one `separator`.
pub(super) fn runs_replaced(text: &str, separator: char, belongs: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_run = false;
    for c in text.chars() {
        let kept = belongs(c);
        if kept {
            out.push(c);
        } else if !in_run {
            out.push(separator);
        }
        in_run = !kept;
    }
    out
}

/// The text without its tags and comments, as Python's `RE_TAGS` and MarkupSafe find them.
pub(super) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        out.push_str(before);
        let Some((_, after)) = behind.split_once('>') else {
            out.push('<');
            out.push_str(behind);
            return out;
        };
        rest = after;
    }
    out + rest
}
