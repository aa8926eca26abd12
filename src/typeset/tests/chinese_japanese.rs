use super::{better, cost, fit_width, lines};

const JAPANESE: [&str; 5] = [
    "葉脈は、小さな町の地図に似ている。だから、私は毎朝それを読む、そして忘れる。",
    "コンピュータサイエンスの学位なしで、エンジニアになるまでの10年間",
    "『銀河鉄道の夜』を読みなおす、あるいは「ほんとうの幸い」について……",
    "祖母の梅干しの作り方——塩分18％で十年もつ理由（ちょっとしたコツ）",
    "時々、佐々木さんとGitHub Actionsのことを考える。",
];
const CHINESE: [&str; 3] = [
    "在北京骑行三十公里，我看到了一座不一样的城市——以及它的早晨",
    "《百年孤独》：重读马尔克斯的魔幻现实主义……",
    "二〇二六年前端技术趋势报告：框架之争、人工智能编程与浏览器的新能力",
];
/// JIS X 4051 and CLREQ: what begins no line, and what ends none.
const NOT_FIRST: &str =
    "、。，．：；！？」』）］｝〉》】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝゞヽヾ…—・〜％";
const NOT_LAST: &str = "「『（［｛〈《【〔";

#[test]
fn kinsoku_holds_in_every_width() {
    for width in (340..1000).step_by(37) {
        for (title, language) in
            JAPANESE.map(|t| (t, "ja")).into_iter().chain(CHINESE.map(|t| (t, "zh-Hans")))
        {
            for line in lines(&fit_width(title, language, 60.0, width as f32)) {
                assert!(!line.starts_with(|c| NOT_FIRST.contains(c)), "{width}: {line}");
                assert!(!line.ends_with(|c| NOT_LAST.contains(c)), "{width}: {line}");
            }
        }
    }
}

#[test]
fn dashes_and_ellipses_of_two_are_not_parted() {
    for width in (340..1000).step_by(37) {
        for title in [JAPANESE[2], JAPANESE[3], CHINESE[0], CHINESE[1]] {
            for line in lines(&fit_width(title, "ja", 60.0, width as f32)) {
                for sign in ["…", "—"] {
                    assert!(line.matches(sign).count() != 1, "{width}: {line}");
                }
            }
        }
    }
}

#[test]
fn numbers_and_latin_words_are_not_parted() {
    for width in (340..1000).step_by(37) {
        for line in lines(&fit_width(JAPANESE[4], "ja", 60.0, width as f32)) {
            assert!(!line.ends_with("Git") && !line.starts_with("Hub"), "{line}");
        }
        let numbers = lines(&fit_width("2026年の東京で123456円を使う", "ja", 60.0, width as f32));
        assert!(numbers.iter().any(|line| line.contains("123456")), "{numbers:?}");
    }
}

#[test]
fn no_single_character_is_left_for_the_last_line() {
    for width in (340..1000).step_by(37) {
        for (title, language) in
            JAPANESE.map(|t| (t, "ja")).into_iter().chain(CHINESE.map(|t| (t, "zh-Hans")))
        {
            let set = lines(&fit_width(title, language, 60.0, width as f32));
            let last = set.last().unwrap().chars().filter(|c| c.is_alphanumeric()).count();
            assert!(last > 1, "{width}: {set:?}");
        }
    }
}

#[test]
fn japanese_breaks_between_phrases() {
    assert!(better("小さな町の地図に似ている", "ja", "小さな町の", "小さな町"));
    assert!(better("Rustの所有権を完全に理解した", "ja", "Rustの所有権を", "Rustの所有権"));
    assert_eq!(
        lines(&fit_width("葉脈は、小さな町の地図に似ている", "ja", 84.0, 1072.0)),
        ["葉脈は、小さな町の", "地図に似ている"]
    );
}

#[test]
fn chinese_breaks_between_words_and_not_before_a_particle() {
    assert!(better("人工智能编程的新能力", "zh-Hans", "人工智能", "人工智"));
    assert!(better("人工智能编程的新能力", "zh-Hans", "人工智能编程的", "人工智能编程"));
    assert!(better("談現代人的閱讀習慣", "zh-Hant", "談現代人的", "談現代"));
}

#[test]
fn a_number_keeps_its_counter() {
    assert!(better("最初の90日間でやった", "ja", "最初の", "最初の90"));
    assert!(better("骑行三十公里的路", "zh-Hans", "骑行", "骑行三十"));
    assert!(better("それは第3章である", "ja", "それは", "それは第"));
}

#[test]
fn a_short_bracket_is_not_parted() {
    assert!(
        cost("夜の「ほんとうの幸い」を", "夜の「ほんとうの", "ja")
            > cost("夜のほんとうの幸いを", "夜のほんとうの", "ja")
    );
}

#[test]
fn two_full_width_marks_leave_out_the_blank_between_them() {
    let width = |title| fit_width(title, "ja", 100.0, 2000.0).block.lines[0].width;
    let (both, one) = (width("夜「朝」、昼"), width("夜「朝」昼"));
    assert!((both - one - 50.0).abs() < 1.0, "{both} {one}");
}

#[test]
fn a_colon_stands_close_to_the_mark_before_it_and_after_it() {
    let width = |title, language| fit_width(title, language, 100.0, 2000.0).block.lines[0].width;
    for (both, mark, colon, language) in [
        ("年《独》：重", "年《独》重", "年独：重", "zh-Hans"),
        ("年：「独」重", "年「独」重", "年：独重", "zh-Hant"),
        ("夜「朝」！昼", "夜「朝」昼", "夜朝！昼", "ja"),
    ] {
        let (both, mark, colon) = (width(both, language), width(mark, language), width(colon, language));
        assert!(
            (both - mark - colon + width("年独重", language) + 50.0).abs() < 6.0,
            "{both} {mark} {colon}"
        );
    }
}

#[test]
fn latin_and_ideographs_stand_a_little_apart() {
    let width = |title| fit_width(title, "ja", 100.0, 2000.0).block.lines[0].width;
    let (mixed, latin, kanji) = (width("夜Hの"), width("H"), width("夜の"));
    assert!(mixed > latin + kanji + 20.0, "{mixed} {latin} {kanji}");
}
