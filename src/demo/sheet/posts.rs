//! Posts that are hard on cards: titles of all lengths and scripts, and covers that nobody would choose.

/// What a card of the sheet shows.
pub struct HardPost {
    pub title: &'static str,
    pub language: &'static str,
    pub cover: HardCover,
}

/// A picture of the sample site, or one that is made up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HardCover {
    None,
    /// A picture of the sample site, by its file's name.
    Sample(&'static str),
    White,
    Black,
    Noise,
    Checkerboard,
    Stripes,
    Gradient,
    /// 320 by 200 pixels.
    Tiny,
    /// As high as a long screenshot.
    Tall,
    /// A banner.
    Wide,
    /// A round mark with nothing around it.
    Mark,
}

use HardCover::{Black, Checkerboard, Gradient, Mark, Noise, None, Sample, Stripes, Tall, Tiny, White, Wide};

const fn post(title: &'static str, language: &'static str, cover: HardCover) -> HardPost {
    HardPost { title, language, cover }
}

pub const POSTS: [HardPost; 30] = [
    post(
        "What a year of walking up the same hill taught me about distance",
        "en",
        Sample("seven-ridges.jpg"),
    ),
    post("Albedo", "en", Sample("first-snow.jpg")),
    post("Albedo", "en", None),
    post("Tide clocks: building one that is wrong — and knowing by how much", "en", Sample("night-tide.jpg")),
    post("How to shrink a Rust binary by two thirds without losing your mind", "en", None),
    post(
        "The complete, slightly embarrassing history of every blog engine I have written since 2003, and why the next one will be different",
        "en",
        Sample("leaf.jpg"),
    ),
    post("“Simplicity is prerequisite for reliability”: a year on call", "en", White),
    post("Night shift in the server room: notes on quiet", "en", Black),
    post("A title over noise that no one should ever choose", "en", Noise),
    post("Checkmate: when the cover is a checkerboard", "en", Checkerboard),
    post("Newsprint: a title over lines like text", "en", Stripes),
    post("From black to white and back again", "en", Gradient),
    post("A cover of 320 by 200 pixels", "en", Tiny),
    post("A very long screenshot from a telephone", "en", Tall),
    post("A banner of six to one, as themes of long ago had them", "en", Wide),
    post("Our new logo, and why it is round", "en", Mark),
    post("🎉 Version 2.0 is out 🚀", "en", Sample("paper-valley.webp")),
    post("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "de", None),
    post("Pourquoi j’ai quitté les réseaux sociaux : bilan d’une année", "fr", Sample("dunes.jpg")),
    post("Tôi đã học lập trình trong sáu tháng như thế nào", "vi", None),
    post("Γιατί αγαπώ τη θάλασσα τον χειμώνα", "el", Sample("aurora.jpg")),
    post("Как я перестал бояться и полюбил консоль", "ru", None),
    post("الليلة التي انتظرنا فيها الشفق القطبي", "ar", Sample("aurora.jpg")),
    post("שלום עולם: איך בניתי בלוג ב־Rust 1.90", "he", None),
    post("हिमालय की तलहटी में एक साल", "hi", Sample("seven-ridges.jpg")),
    post("ทำไมฉันถึงเลิกใช้โซเชียลมีเดียแล้วกลับมาเขียนบล็อก", "th", None),
    post("葉脈は、小さな町の地図に似ている", "ja", Sample("leaf.jpg")),
    post("「待つ」ということ。小さな港町で過ごした、雨の三週間の記録", "ja", None),
    post("我如何在六个月里学会烤面包 🍞", "zh-Hans", Sample("dunes.jpg")),
    post("자바스크립트 없이 만든 블로그, 그 후 일 년", "ko", Sample("night-tide.jpg")),
];
