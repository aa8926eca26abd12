use super::{Repair, Verdict, judge};
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

const SPANISH: &str = "La canción del río llegó tarde; el pequeño pingüino cruzó la montaña según él.\nMañana habrá más información sobre la estación.";
const FRENCH: &str =
    "L’été dernier, la fenêtre était ouverte ; à côté, un élève répétait sa leçon de géométrie.";
const RUSSIAN: &str = "Мы долго шли по снегу и вышли к морю. Потом стало тихо.";

fn mangle(text: &str, encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

fn confirmed(text: &str) -> Repair {
    match judge(text) {
        Verdict::Confirmed(repair) => repair,
        other => panic!("not confirmed: {other:?}"),
    }
}

#[test]
fn spanish_read_as_each_codec_comes_back_exactly() {
    for (encoding, name) in [(GBK, "GBK"), (WINDOWS_1252, "windows-1252"), (WINDOWS_1251, "windows-1251")] {
        let repair = confirmed(&mangle(SPANISH, encoding));
        assert_eq!((repair.text.as_str(), repair.encoding), (SPANISH, name));
        assert_eq!(repair.restored, SPANISH.chars().filter(|c| !c.is_ascii()).count());
        assert!(repair.unrestored.is_empty());
    }
}

#[test]
fn french_and_russian_read_as_windows_code_pages_come_back() {
    assert_eq!(confirmed(&mangle(FRENCH, WINDOWS_1252)).text, FRENCH);
    assert_eq!(confirmed(&mangle(RUSSIAN, WINDOWS_1252)).text, RUSSIAN);
    assert_eq!(confirmed(&mangle(RUSSIAN, WINDOWS_1251)).text, RUSSIAN);
}

#[test]
fn japanese_read_as_windows_1252_comes_back() {
    let text = "これは日本語の文章です。";
    let latin_1: String = text.bytes().map(char::from).collect();
    assert_eq!(confirmed(&latin_1).text, text);
}

#[test]
fn genuine_text_is_left_alone() {
    for text in [
        SPANISH,
        FRENCH,
        RUSSIAN,
        "今天的天气很好,我们去公园散步。联通和移动都有信号。眉毛、煤炭、茅台。",
        "今日は天気がいいので、公園を散歩しました。カタカナも書きます。",
        "오늘은 날씨가 좋아서 공원을 산책했습니다.",
        "Η θάλασσα ήταν ήσυχη και ο ουρανός καθαρός.",
        "It’s “fine” — really… 🎉👩‍🔬 naïve café, 5 €, ±3 °C, Zażółć gęślą jaźń",
        "Ä Ö Ü ß and Å: the letters of the north, Ângela and João",
        "眉毛",
        "煤炭",
        "茅台",
        "联通",
    ] {
        assert_eq!(judge(text), Verdict::Sound, "{text}");
    }
}

#[test]
fn a_lone_word_is_suspect_only() {
    let Verdict::Suspect(repair) = judge("Fundaci贸n") else { panic!("not suspect") };
    assert_eq!(repair.text, "Fundación");
    assert!((8.0..11.0).contains(&repair.bits), "{}", repair.bits);
}

#[test]
fn a_repaired_text_is_sound() {
    assert_eq!(judge(&confirmed(&mangle(SPANISH, GBK)).text), Verdict::Sound);
}

#[test]
fn a_text_that_is_half_genuine_chinese_is_left_alone() {
    let text = format!("{}\n今天天气很好。我们去散步。晚上回家吃饭。", mangle(SPANISH, GBK));
    assert_eq!(judge(&text), Verdict::Sound);
}

#[test]
fn a_swallowed_letter_comes_back_and_a_lost_character_is_named() {
    let text = format!("{SPANISH} Dijo “así” y calló.");
    let mangled = mangle(&text, GBK);
    let repair = confirmed(&mangled);
    assert!(repair.text.contains("“así"), "{}", repair.text);
    assert_eq!(repair.unrestored.len(), 1);
    assert!(mangled[repair.unrestored[0]..].starts_with('鈥'), "{}", &mangled[repair.unrestored[0]..]);
}

#[test]
fn every_line_stays_where_it_was() {
    let mangled = mangle(SPANISH, GBK);
    assert_eq!(confirmed(&mangled).text.lines().count(), mangled.lines().count());
}

#[test]
fn no_text_makes_it_panic() {
    let mut state = 1_u32;
    for _ in 0..2_000 {
        let bytes: Vec<u8> = (0..24)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        for encoding in [GBK, SHIFT_JIS, BIG5, EUC_KR, WINDOWS_1252] {
            judge(&encoding.decode_without_bom_handling(&bytes).0);
        }
    }
}
