use super::bundled::BUNDLED;
use super::choice::Fonts;
use super::coverage::Coverage;
use super::{FontBook, emoji, look, noto_family};
use crate::diag::Diagnostic;
use crate::scene::Color;
use crate::typeset::{Align, Block, Family, Step, Style, Text, fit};

macro_rules! file {
    ($name:literal) => {
        (
            concat!("fonts/", $name).to_owned(),
            include_bytes!(concat!("../../../tests/fonts/", $name)).to_vec(),
        )
    };
}

fn with(files: Vec<(String, Vec<u8>)>) -> FontBook {
    let mut said = Vec::new();
    let book = FontBook::bundled().with_site(files, &mut said);
    assert!(said.is_empty(), "{said:?}");
    book
}

fn set(book: &FontBook, text: &str, family: Family, weight: f32, language: &str) -> Block {
    let style = Style {
        family,
        weight,
        size_px: 72.0,
        tracking_em: 0.0,
        leading_em: 1.1,
        color: Color::WHITE,
        align: Align::Start,
        language,
        rtl: None,
        tabular: false,
        break_words: false,
    };
    let steps = [Step { size_px: 72.0, lines: 2 }];
    let asked = Text { text, style, steps: &steps, width_px: 4000.0, height_px: 400.0 };
    fit(&mut book.typesetter(), &asked).block
}

/// The glyphs of a text, in order, each with the number of its font.
fn glyphs(block: &Block) -> Vec<(u64, u16)> {
    let runs = block.lines.iter().flat_map(|line| &line.runs);
    runs.flat_map(|run| run.glyphs.iter().map(|glyph| (run.font.id, glyph.id))).collect()
}

/// In how many fonts a text stands.
fn fonts_of(block: &Block) -> usize {
    let mut ids: Vec<u64> = glyphs(block).into_iter().map(|(font, _)| font).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

#[test]
fn ranges_know_their_ends() {
    let coverage = Coverage::parse("41-5A 61 1F600-1F602");
    for (c, has) in
        [('A', true), ('Z', true), ('@', false), ('[', false), ('a', true), ('b', false), ('😂', true)]
    {
        assert_eq!(coverage.has(c), has, "{c}");
    }
    assert_eq!(Coverage::of([0x43, 0x41, 0x42, 0x61, 0x41]), Coverage::parse("41-43 61"));
}

#[test]
fn every_font_of_the_binary_has_what_its_coverage_says() {
    for family in &BUNDLED {
        assert!(family.coverage() != &Coverage::none(), "{}", family.name);
        assert!(!family.blobs().is_empty(), "{}", family.name);
        for blob in family.blobs() {
            let faces = look::faces(blob.data()).unwrap();
            let all = (0x21..0x30000).filter_map(char::from_u32).filter(|&c| family.coverage().has(c));
            // One in seven is enough to find a table that was not written anew.
            for c in all.step_by(7) {
                assert!(faces[0].coverage.has(c), "{}: {c}", family.name);
                let part_of_keycap = c == '\u{20E3}';
                assert!(
                    part_of_keycap || look::shows(blob.data(), 0, c),
                    "{}: {c} has no shape",
                    family.name
                );
            }
        }
    }
}

#[test]
fn no_script_that_people_write_blogs_in_is_missing() {
    let book = FontBook::bundled();
    for text in [
        "Příliš žluťoučký kůň — Łódź, ĲSSEL, Ħ",
        "Nghệ thuật sửa đồng hồ",
        "ᾠδὴ ἐν ὀλίγοις",
        "Ђирилица съ ѣ",
        "الليلة می‌خواهم گچ پژ ٹڈڑ",
        "שָׁלוֹם",
        "हिन्दी क्षत्रिय",
        "বাংলা",
        "தமிழ் ஸ்ரீ",
        "ที่นี่มีน้ำ",
        "ພາສາລາວ",
        "ភាសាខ្មែរ",
        "ქართული ᲛᲗᲐᲕᲠᲣᲚᲘ",
        "Հայերեն",
        "አማርኛ",
        "ગુજરાતી ਪੰਜਾਬੀ తెలుగు ಕನ್ನಡ മലയാളം සිංහල မြန်မာ ଓଡ଼ିଆ",
        "骨直海「漢字」（かな）カタカナ、。…",
        "汉字“简体”——测试《》",
        "繁體字關於臺灣，粵語嘅咗哋",
        "한국어 뷁펲샾",
        "→ ⇒ ✓ ✗ ★ ☆ ⌘ ⌥ ∞ ≤ ≠ ∑ √ ░ █ ┌ ① ½ ₹ ₿ № ™",
        "🎉 👍🏽 👩‍👩‍👧‍👦 🇫🇷 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ #️⃣ ❤️‍🔥 🫩 🛘",
    ] {
        assert_eq!(book.missing(text), Vec::<char>::new(), "{text}");
        for family in [Family::Sans, Family::Serif, Family::Mono] {
            assert!(glyphs(&set(&book, text, family, 700.0, "en")).iter().all(|(_, id)| *id != 0), "{text}");
        }
    }
}

#[test]
fn chinese_characters_have_the_shapes_of_the_language() {
    let book = FontBook::bundled();
    let shapes = |language: &str| glyphs(&set(&book, "骨直海", Family::Sans, 700.0, language));
    let (japanese, simplified, traditional) = (shapes("ja"), shapes("zh-Hans"), shapes("zh-Hant"));
    assert_ne!(japanese, simplified);
    assert_ne!(simplified, traditional);
    assert_ne!(japanese, traditional);
    assert_eq!(traditional, shapes("zh-HK"));
}

#[test]
fn a_sequence_of_emoji_is_one_picture() {
    let book = FontBook::bundled();
    for text in ["👍🏽", "👩‍👩‍👧‍👦", "🇫🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "❤️‍🔥", "🧑🏾‍💻", "🏳️‍🌈", "🏃‍♀️‍➡️"]
    {
        let drawn = set(&book, text, Family::Sans, 700.0, "en");
        let advance = drawn.lines[0].width / 72.0;
        assert!((advance - 1.2).abs() < 0.02, "{text}: {advance} em");
    }
}

#[test]
fn emoji_come_in_color_and_signs_from_the_letters_font() {
    for (cluster, colored) in [
        ("🎉", true),
        ("❤️", true),
        ("❤", false),
        ("❤\u{FE0E}", false),
        ("©", false),
        ("™", false),
        ("1", false),
        ("1️⃣", true),
        ("☝🏽", true),
        ("🇫🇷", true),
        ("é", false),
        ("⌚", true),
        ("✓", false),
    ] {
        assert_eq!(emoji::is_emoji(cluster), colored, "{cluster}");
    }
    let book = FontBook::bundled();
    let font = |text: &str| glyphs(&set(&book, text, Family::Sans, 700.0, "en"))[0].0;
    assert_eq!(font("©"), font("a"));
    assert_eq!(font("❤️"), font("🎉"));
    assert_ne!(font("❤"), font("🎉"));
}

#[test]
fn a_word_is_set_in_one_font() {
    let book = FontBook::bundled();
    // The serif has the plain letters of Greek, but none with a breathing.
    assert_eq!(fonts_of(&set(&book, "ὀλίγοις", Family::Serif, 700.0, "el")), 1);
    assert_eq!(fonts_of(&set(&book, "ὀλίγοις·", Family::Mono, 700.0, "el")), 1);
}

#[test]
fn a_space_between_two_words_of_a_script_is_of_its_font() {
    let book = FontBook::bundled();
    for (text, language) in [("شمال جنوب", "ar"), ("नीला आसमान", "hi")] {
        let width = |family| set(&book, text, family, 700.0, language).lines[0].width;
        assert!((width(Family::Sans) - width(Family::Mono)).abs() < 0.01, "{text}");
    }
    // Twemoji's is empty.
    let one = set(&book, "🎉🎉", Family::Sans, 700.0, "en").lines[0].width;
    assert!(set(&book, "🎉 🎉", Family::Sans, 700.0, "en").lines[0].width > one + 10.0);
}

#[test]
fn chinese_quotes_are_as_wide_as_its_characters_and_korean_ones_are_not() {
    let book = FontBook::bundled();
    assert_eq!(fonts_of(&set(&book, "“中文”——", Family::Sans, 700.0, "zh-Hans")), 1);
    assert_eq!(fonts_of(&set(&book, "“한국어”", Family::Sans, 700.0, "ko")), 2);
}

#[test]
fn what_is_chosen_does_not_hang_on_the_texts_before() {
    let texts = ["ὀλίγοις a", "“中文” 2024", "नमस्ते — x", "🎉 ❤ ok", "x\u{331}\u{20D7}"];
    let mut used = Fonts::new(FontBook::bundled());
    for text in texts {
        used.choose(text, Family::Serif, 72.0);
    }
    for text in texts {
        let fresh = Fonts::new(FontBook::bundled()).choose(text, Family::Sans, 28.0);
        assert_eq!(used.choose(text, Family::Sans, 28.0), fresh, "{text}");
    }
}

#[test]
fn a_text_in_latin_opens_nothing_but_its_own_font() {
    let mut fonts = Fonts::new(FontBook::bundled());
    let choice = fonts.choose("Résumé — “naïve” ½ …", Family::Sans, 72.0);
    assert_eq!(choice.families.len(), 1);
    assert!(choice.parts.is_empty());
}

#[test]
fn titles_take_the_display_cut_and_small_text_the_other() {
    let book = FontBook::bundled();
    let (large, small) = (book.order(Family::Sans, 72.0), book.order(Family::Sans, 28.0));
    assert_ne!(large[0], small[0]);
    assert_eq!(book.families[large[0]].name, book.families[small[0]].name);
}

#[test]
fn files_of_one_family_are_chosen_among_by_weight() {
    let book = with(vec![file!("Squares-Regular.ttf"), file!("Squares-Bold.ttf")]);
    let book = book.prefer(Family::Sans, "squares").unwrap();
    let font = |weight: f32| glyphs(&set(&book, "A", Family::Sans, weight, "en"))[0].0;
    assert_ne!(font(400.0), font(700.0));
    assert_eq!(font(700.0), font(800.0));
}

#[test]
fn a_family_of_the_site_fills_gaps_and_leads_only_where_it_is_named() {
    let book = with(vec![file!("Squares-Regular.ttf"), file!("packed.woff2")]);
    let inter = FontBook::bundled();
    let font = |book: &FontBook, text: &str, family| fonts_of(&set(book, text, family, 400.0, "en"));
    assert_eq!(font(&book, "Aa", Family::Sans), font(&inter, "Aa", Family::Sans));
    assert_eq!(inter.missing("\u{F40}"), ['\u{F40}']);
    assert_eq!(book.missing("\u{F40}"), Vec::<char>::new());
    let preferred = book.prefer(Family::Serif, "Squares").unwrap();
    // `A` from the squares, `a` from the serif; the sans is as it was.
    assert_eq!(font(&preferred, "Aa", Family::Serif), 2);
    assert_eq!(font(&preferred, "Aa", Family::Sans), 1);
}

#[test]
fn an_unknown_family_is_answered_with_those_that_there_are() {
    let book = with(vec![file!("Squares-Regular.ttf")]);
    let unknown = book.prefer(Family::Sans, "Helvetica").err().unwrap();
    assert_eq!(unknown.known.first().map(String::as_str), Some("Squares"));
    assert!(unknown.known.contains(&"Inter".to_owned()) && !unknown.known.contains(&"Twemoji".to_owned()));
}

#[test]
fn every_face_of_a_collection_is_used() {
    let book = with(vec![file!("two.ttc")]);
    assert_eq!(book.missing("ᚠ ꓐ"), Vec::<char>::new());
    assert!(book.clone().prefer(Family::Sans, "Second").is_ok());
    let drawn = glyphs(&set(&book, "ᚠꓐ", Family::Sans, 400.0, "en"));
    assert!(drawn.len() == 2 && drawn.iter().all(|(_, id)| *id != 0), "{drawn:?}");
}

#[test]
fn packed_fonts_are_unpacked() {
    for file in [file!("packed.woff"), file!("packed.woff2")] {
        assert_eq!(with(vec![file]).missing("\u{F40}"), Vec::<char>::new());
    }
}

#[test]
fn a_glyph_without_a_shape_counts_as_missing() {
    let book = with(vec![file!("packed.woff2")]);
    assert_eq!(book.missing("\u{F40}\u{F41}"), ['\u{F41}']);
}

#[test]
fn white_space_and_what_is_never_seen_are_not_missing() {
    assert_eq!(
        FontBook::bundled().missing("a\u{2003}b\u{200D}\u{FE0F}\u{AD}\u{2028}\u{E0041}\u{3000}"),
        Vec::<char>::new()
    );
}

#[test]
fn each_missing_character_is_named_once() {
    assert_eq!(FontBook::bundled().missing("བོད་བོད ok"), ['བ', 'ོ', 'ད', '་']);
}

#[test]
fn a_file_that_is_no_font_is_reported_with_the_reason() {
    let (_, packed) = file!("packed.woff2");
    let (_, plain) = file!("Squares-Bold.ttf");
    for (bytes, word) in [
        (&b""[..], "empty"),
        (b"<!DOCTYPE html><title>404</title>", "page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (b"hello", "no TrueType"),
        (&packed[..packed.len() / 2], "damaged WOFF2"),
        (&plain[..40], "no table"),
    ] {
        let mut said: Vec<Diagnostic> = Vec::new();
        FontBook::bundled().with_site(vec![("fonts/x.ttf".to_owned(), bytes.to_vec())], &mut said);
        assert_eq!(said.len(), 1, "{word}");
        assert!(said[0].code == "font-unreadable" && said[0].message.contains(word), "{:?}", said[0]);
    }
}

#[test]
fn the_widths_of_a_varying_font_agree_with_its_outlines() {
    let book = with(vec![file!("varying.ttf")]).prefer(Family::Sans, "Varying").unwrap();
    for (weight, width) in [(100.0, 0.6), (500.0, 0.8), (900.0, 1.0)] {
        let block = set(&book, "AA", Family::Sans, weight, "en");
        let run = &block.lines[0].runs[0];
        let advance = (run.glyphs[1].x - run.glyphs[0].x) / 72.0;
        assert!((advance - width).abs() < 0.005, "{weight}: {advance}");
        assert!(weight == 100.0 || run.font.axes == [(*b"wght", weight)], "{:?}", run.font.axes);
    }
}

#[test]
fn what_to_install_is_named_by_the_script() {
    for (c, family) in [
        ('ཀ', Some("Noto Serif Tibetan")),
        ('Ꭰ', Some("Noto Sans Cherokee")),
        ('𠀀', Some("Noto Sans CJK")),
        ('ߊ', Some("Noto Sans NKo")),
        ('𝄞', Some("Noto Music")),
        ('𝕏', Some("Noto Sans Math")),
        ('\u{1F9FF}', Some("Noto Color Emoji")),
        ('\u{E000}', None),
    ] {
        assert_eq!(noto_family(c).as_deref(), family, "{c}");
    }
}
