use super::{Repair, Verdict, judge};
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

const SPANISH: &str = "---\ntitle: 'El jardín de mi abuela'\n---\n¿Quién regó los árboles? La canción del pájaro sonó\n\
    después, según contó el niño. Mañana habrá más música en la estación; él traerá café.\n";
const FRENCH: &str = "Le garçon rêvait d'une forêt très éloignée.\nSa mère préparait déjà le goûter.\n";
const GERMAN: &str = "Die Bäckerei öffnet früh. Wir hören schöne Lieder über grüne Hügel und süße Äpfel.\n";
const POLISH: &str =
    "Wczoraj wieczorem żółw szedł ścieżką, a łódź płynęła między wyspami. Późną nocą spadł śnieg.\n";
const RUSSIAN: &str = "Утром мы пили чай на кухне.\nПотом пошёл снег, и дети выбежали во двор.\n";
const GREEK: &str = "Η βάρκα γύρισε αργά στο λιμάνι.\nΤα παιδιά έτρεξαν στην ακτή.\n";
const JAPANESE: &str =
    "今朝は庭の猫に魚をあげました。\n午後から雨が降るそうです。カメラを忘れないでください。\n";
const KOREAN: &str = "아침에 빵을 굽고 커피를 마셨다.\n오후에는 친구와 강가를 걸었다.\n";
const CHINESE: &str = "昨天我在河边钓鱼,遇到一位老人。\n他说今年的苹果比去年甜,我们聊了很久。\n";
const ALL: [&str; 9] = [SPANISH, FRENCH, GERMAN, POLISH, RUSSIAN, GREEK, JAPANESE, KOREAN, CHINESE];

fn mangle(text: &str, encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

fn confirmed(mangled: &str) -> Repair {
    match judge(mangled) {
        Verdict::Confirmed(repair) => repair,
        other => panic!("{mangled}: {other:?}"),
    }
}

fn beyond_ascii(text: &str) -> usize {
    text.chars().filter(|c| !c.is_ascii()).count()
}

fn comes_back(text: &str, encoding: &'static Encoding) {
    let repair = confirmed(&mangle(text, encoding));
    assert_eq!((repair.text.as_str(), repair.encoding), (text, encoding.name()));
    assert_eq!((repair.restored, repair.unrestored.len()), (beyond_ascii(text), 0), "{text}");
}

/// Of a text that loses bytes, what comes back is right and what does not is named.
fn comes_back_in_part(text: &str, encoding: &'static Encoding) {
    let mangled = mangle(text, encoding);
    let repair = confirmed(&mangled);
    assert_eq!(repair.encoding, encoding.name());
    assert!(!repair.unrestored.is_empty() && repair.restored > 0, "{text}");
    assert!(repair.unrestored.iter().all(|&at| mangled.is_char_boundary(at)));
    for (line, original) in
        repair.text.lines().zip(text.lines()).filter(|(line, _)| !line.contains('\u{FFFD}'))
    {
        assert_eq!(line, original);
    }
}

#[test]
fn every_language_read_as_a_windows_code_page_comes_back_exactly() {
    for text in ALL {
        comes_back(text, WINDOWS_1252);
        comes_back(text, WINDOWS_1251);
    }
}

#[test]
fn every_language_read_as_latin_1_comes_back_exactly() {
    for text in ALL {
        let repair = confirmed(&text.bytes().map(char::from).collect::<String>());
        assert_eq!((repair.text.as_str(), repair.encoding), (text, "windows-1252"));
    }
}

#[test]
fn letters_of_two_bytes_read_as_gbk_come_back_exactly() {
    for text in [SPANISH, FRENCH, GERMAN, POLISH, RUSSIAN, GREEK] {
        comes_back(text, GBK);
    }
}

#[test]
fn letters_of_three_bytes_lose_only_the_odd_one_to_gbk() {
    for text in [JAPANESE, KOREAN, CHINESE] {
        comes_back_in_part(text, GBK);
    }
}

#[test]
fn what_other_multi_byte_encodings_keep_comes_back() {
    for (text, encoding) in
        [(SPANISH, SHIFT_JIS), (RUSSIAN, SHIFT_JIS), (CHINESE, SHIFT_JIS), (RUSSIAN, BIG5)]
    {
        let repair = confirmed(&mangle(text, encoding));
        assert_eq!(repair.encoding, encoding.name(), "{text}");
    }
    comes_back("El café llegó después; el bebé comió más puré.", BIG5);
    comes_back("El café llegó después; el bebé comió más puré.", EUC_KR);
    comes_back("El café llegó después; el bebé comió más puré.", SHIFT_JIS);
}

#[test]
fn genuine_text_is_left_alone() {
    for text in ALL {
        assert_eq!(judge(text), Verdict::Sound, "{text}");
    }
    for text in [
        "Plain words.",
        "",
        "“Don’t,” she said — twice… for 5 € at ±3 °C, naïve",
        "🎉 Done! 👩‍🔬🚀 Next: ☕",
        "¥500 ‾ ¥900 ¥1000 ¥1200",
        "São João, Ângela e a MAÇÃ. «Été» À VENDRE: ÎLE Ø 5 cm",
        "ﾃｽﾄ ｶﾅ",
        "眉毛",
        "煤炭",
        "茅台",
        "联通",
        "今天买了眉笔和煤炭,还喝了茅台。",
    ] {
        assert_eq!(judge(text), Verdict::Sound, "{text}");
    }
}

#[test]
fn a_lone_word_is_only_suspect() {
    let Verdict::Suspect(repair) = judge("Fundaci贸n") else { panic!("not suspect") };
    assert_eq!((repair.text.as_str(), repair.encoding, repair.restored), ("Fundación", "GBK", 1));
    assert!((9.0..10.0).contains(&repair.bits), "{}", repair.bits);
}

#[test]
fn a_word_said_often_proves_no_more_than_once() {
    assert!(matches!(judge(&"Fundaci贸n ".repeat(50)), Verdict::Suspect(_)));
}

#[test]
fn a_repaired_text_is_sound() {
    for text in ALL {
        for encoding in [GBK, WINDOWS_1252, WINDOWS_1251] {
            assert_eq!(judge(&confirmed(&mangle(text, encoding)).text), Verdict::Sound, "{text}");
        }
    }
}

#[test]
fn a_text_that_is_half_genuine_is_left_alone() {
    for genuine in [CHINESE, JAPANESE, RUSSIAN, SPANISH] {
        for encoding in [GBK, WINDOWS_1252, SHIFT_JIS] {
            assert_eq!(judge(&format!("{genuine}{}", mangle(SPANISH, encoding))), Verdict::Sound);
        }
    }
}

#[test]
fn a_result_with_controls_or_private_characters_is_refused() {
    for hidden in ['\u{85}', '\u{90}', '\u{E000}', '\u{378}'] {
        let text = format!("{0}a {0}b {0}c {0}d {0}e {0}f {0}g", hidden);
        assert_eq!(judge(&mangle(&text, WINDOWS_1252)), Verdict::Sound, "{text:?}");
    }
}

#[test]
fn a_swallowed_letter_comes_back() {
    let mangled = mangle(&format!("{SPANISH}Dijo “así y se fue."), GBK);
    assert!(mangled.contains("鈥渁s"), "{mangled}");
    let repair = confirmed(&mangled);
    assert!(repair.text.ends_with("Dijo “así y se fue.") && repair.unrestored.is_empty());
}

#[test]
fn a_character_that_lost_its_end_is_left_and_named() {
    for mark in ['\u{FFFD}', '?'] {
        let mangled = mangle(&format!("{SPANISH}Dijo que “Sí, está” y calló."), GBK)
            .replace('\u{FFFD}', &mark.to_string());
        let repair = confirmed(&mangled);
        assert!(repair.text.ends_with(&format!("“Sí, está鈥{mark} y calló.")), "{}", repair.text);
        assert_eq!(repair.unrestored, [mangled.rfind('鈥').unwrap()]);
    }
}

#[test]
fn what_was_lost_before_is_named_and_stays() {
    let mangled = mangle(&format!("{SPANISH}antes \u{FFFD}\u{FFFD} luego"), GBK);
    let repair = confirmed(&mangled);
    assert_eq!(repair.unrestored, [mangled.find("锟斤拷").unwrap()]);
    assert!(repair.text.ends_with("antes 锟斤拷 luego"));
}

#[test]
fn a_no_break_space_that_became_a_space_does_not_hinder() {
    let mangled = mangle(&format!("{FRENCH}Il va à la mer."), WINDOWS_1252).replace('\u{A0}', " ");
    let repair = confirmed(&mangled);
    assert!(repair.text.starts_with("Le garçon rêvait"));
    assert_eq!(repair.unrestored.len(), 2);
}

#[test]
fn both_forms_of_the_euro_sign_lead_back() {
    // The last byte of `一` is 0x80 alone; `アア` holds 0xA2 0xE3.
    for text in [format!("{SPANISH}—“así—“aún"), "一二\nアメリカ\nアア\nアイアイ\n一".repeat(3)]
    {
        let mangled = mangle(&text, GBK);
        assert!(mangled.contains('€'), "{mangled}");
        let repair = confirmed(&mangled);
        let sound = |line: &&str| !line.contains('\u{FFFD}');
        for (line, original) in repair.text.lines().zip(text.lines()).filter(|(line, _)| sound(line)) {
            assert_eq!(line, original);
        }
        assert!(!repair.text.contains('€'), "{}", repair.text);
    }
}

#[test]
fn a_mangled_byte_order_mark_is_none_of_the_text() {
    let mangled = mangle(&format!("\u{FEFF}{SPANISH}"), WINDOWS_1252);
    assert!(mangled.starts_with("ï»¿---"));
    assert_eq!(confirmed(&mangled).text, SPANISH);
}

#[test]
fn every_line_stays_where_it_was() {
    for text in ALL {
        for encoding in [GBK, WINDOWS_1252, WINDOWS_1251, SHIFT_JIS, BIG5, EUC_KR] {
            let mangled = mangle(text, encoding);
            if let Verdict::Suspect(repair) | Verdict::Confirmed(repair) = judge(&mangled) {
                assert_eq!(repair.text.matches('\n').count(), mangled.matches('\n').count());
            }
        }
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let mut state = 1_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    for _ in 0..3_000 {
        let bytes: Vec<u8> = (0..24).map(|_| random()).collect();
        for encoding in [GBK, SHIFT_JIS, BIG5, EUC_KR, WINDOWS_1251, WINDOWS_1252] {
            judge(&encoding.decode_without_bom_handling(&bytes).0);
        }
    }
}
