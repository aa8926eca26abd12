use super::{Title, better};
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn thai_lao_khmer_and_burmese_break_between_words_and_never_inside_a_cluster() {
    for (language, title) in [
        ("th", "วิธีเรียนเขียนโปรแกรมด้วยตัวเองภายในหกเดือน"),
        ("lo", "ເປັນຫຍັງທ້ອງຟ້າຈຶ່ງເປັນສີຟ້າ"),
        ("km", "របៀបរៀនសរសេរកម្មវិធីដោយខ្លួនឯង"),
        ("my", "ကောင်းကင်ဘာကြောင့်ပြာသလဲ"),
    ] {
        let read = Title::read(title, &[], language);
        assert!(read.breaks.len() > 2, "{title}: {:?}", read.breaks);
        let clusters: Vec<usize> = read.text.grapheme_indices(true).map(|(at, _)| at).collect();
        for place in &read.breaks {
            assert!(clusters.contains(&place.start), "{title}");
        }
    }
}

#[test]
fn thai_words_are_whole_and_its_repetition_mark_begins_no_line() {
    let read = Title::read("เขียนโปรแกรมต่างๆด้วยตัวเอง", &[], "th");
    let parts: Vec<&str> = read.breaks.iter().map(|place| &read.text[..place.end]).collect();
    assert!(parts.contains(&"เขียนโปรแกรม") || parts.contains(&"เขียน"), "{parts:?}");
    let parted = read.breaks.iter().find(|place| read.text[place.start..].starts_with('ๆ'));
    assert!(parted.is_none_or(|place| place.cost >= 60.0));
}

#[test]
fn thai_breaks_best_at_its_spaces() {
    assert!(better("เที่ยวเชียงใหม่ งบไม่เกิน", "th", "เที่ยวเชียงใหม่", "เที่ยวเชียงใหม่ งบไม่"));
}

#[test]
fn korean_breaks_between_words_only() {
    let read = Title::read("프로그래밍을 배운 방법", &[], "ko");
    assert!(read.breaks.iter().all(|place| read.text[place.end..].starts_with(' ')), "{:?}", read.breaks);
}
