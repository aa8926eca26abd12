//! What each picture claims, and the post, theme and size that show it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use syndicard::card::{Card, Cover, Field, SchemeChoice};
use syndicard::paint::{self, Focus, SvgFonts};
use syndicard::scene::Picture;

/// Large enough for the picture's eye to see what is wrong, and small enough for a repository.
const OG: (u32, u32) = (480, 252);
const SQUARE: (u32, u32) = (360, 360);
const PORTRAIT: (u32, u32) = (320, 400);

const HILL: &str = "What a year of walking up the same hill taught me about distance";
const TIDE: &str = "Tide clocks: building one that is wrong — and knowing by how much";
const RUST: &str = "How to shrink a Rust binary by two thirds without losing your mind";
const QUOTE: &str = "“Simplicity is prerequisite for reliability”: a year on call";
const ARABIC: &str = "الليلة التي انتظرنا فيها الشفق القطبي";
const JAPANESE: &str = "「待つ」ということ。小さな港町で過ごした、雨の三週間の記録";

/// A sentence that can be false, the theme it is about, and what the card says.
pub struct Case {
    pub claim: &'static str,
    pub theme: &'static str,
    pub post: Post,
}

pub struct Post {
    title: &'static str,
    language: &'static str,
    date: &'static str,
    reading_time: &'static str,
    cover: Option<Cover>,
    has_logo: bool,
    faces: usize,
    scheme: Option<SchemeChoice>,
    square_safe: bool,
    size: (u32, u32),
    authors: Vec<String>,
    tags: Vec<String>,
    hidden: BTreeSet<Field>,
}

impl Post {
    pub fn card(&self) -> Card<'_> {
        let face = || Arc::new(sample("paper-valley.webp"));
        Card {
            title: self.title,
            site_name: "Slack Water",
            host: "slackwater.example",
            date: Some(self.date.to_owned()),
            authors: &self.authors,
            tags: &self.tags,
            section: Some("Notes"),
            series: None,
            reading_time: Some(self.reading_time.to_owned()),
            language: self.language,
            seed: self.title,
            cover: self.cover.clone(),
            logo: self.has_logo.then(|| Arc::new(sample("logo.png"))),
            avatars: (0..self.faces).map(|_| face()).collect(),
            hidden: &self.hidden,
            accent: None,
            scheme: self.scheme,
            square_safe: self.square_safe,
            width_px: self.size.0,
            height_px: self.size.1,
        }
    }

    fn covered(self, cover: Cover) -> Self {
        Self { cover: Some(cover), ..self }
    }

    fn light(self) -> Self {
        Self { scheme: Some(SchemeChoice::Light), ..self }
    }

    fn sized(self, size: (u32, u32)) -> Self {
        Self { size, ..self }
    }
}

fn post(title: &'static str) -> Post {
    Post {
        title,
        language: "en",
        date: "11 February 2026",
        reading_time: "7 min read",
        cover: None,
        has_logo: false,
        faces: 0,
        scheme: None,
        square_safe: false,
        size: OG,
        authors: vec!["Ada Moreno".to_owned()],
        tags: vec!["weather".to_owned()],
        hidden: BTreeSet::new(),
    }
}

fn arabic() -> Post {
    Post { language: "ar", date: "11 فبراير 2026", reading_time: "7 دقائق", ..post(ARABIC) }
}

fn japanese() -> Post {
    Post { language: "ja", date: "2026年2月11日", reading_time: "7分", ..post(JAPANESE) }
}

/// A picture of the sample site.
fn sample(name: &str) -> Picture {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo/public/static/images").join(name);
    let bytes = std::fs::read(path).unwrap();
    paint::cover(&bytes, (1600, 1000), &SvgFonts::default()).unwrap().picture
}

fn photo(name: &str) -> Cover {
    Cover { photo: Arc::new(sample(name).into()), focus: None }
}

fn drawn(width_px: u32, height_px: u32, color: impl Fn(u32, u32) -> [u8; 3]) -> Picture {
    let places = (0..height_px).flat_map(|y| (0..width_px).map(move |x| (x, y)));
    Picture { width_px, height_px, rgb: places.flat_map(|(x, y)| color(x, y)).collect(), alpha: None }
}

fn made(picture: Picture) -> Cover {
    Cover { photo: Arc::new(picture.into()), focus: None }
}

/// A mark that lets the card through, as an SVG.
fn drawing() -> Cover {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><circle cx="100" cy="100" r="92"
        fill="#e2503c"/><path d="M40 120q30-40 60 0t60 0" fill="none" stroke="#fff" stroke-width="14"/></svg>"##;
    made(paint::cover(svg, (800, 800), &SvgFonts::default()).unwrap().picture)
}

/// A photo of 160 by 100 pixels, of which a card of this size needs three times as many.
fn small() -> Cover {
    let picture = sample("aurora.jpg");
    let whole = paint::Crop {
        left: 0.0,
        top: 0.0,
        width: f64::from(picture.width_px),
        height: f64::from(picture.height_px),
    };
    made(paint::scaled(&picture, whole, 160, 100).unwrap())
}

/// Every claim.
pub fn cases() -> Vec<Case> {
    let case = |theme, claim, post| Case { claim, theme, post };
    vec![
        case(
            "photo",
            "photo-sets-title-and-byline-at-the-foot-of-the-cover",
            Post { has_logo: true, ..post(TIDE).covered(photo("night-tide.jpg")) },
        ),
        case(
            "split",
            "split-sets-the-text-on-a-panel-beside-the-cover",
            Post { has_logo: true, ..post(HILL).covered(photo("seven-ridges.jpg")) },
        ),
        case(
            "editorial",
            "editorial-shows-the-cover-as-a-plate-beside-a-serif-title",
            post(HILL).covered(photo("dunes.jpg")),
        ),
        case("frame", "frame-hangs-the-cover-over-its-caption", post(HILL).covered(photo("leaf.jpg"))),
        case("frame", "without-a-cover-frame-is-a-bookplate", post(TIDE)),
        case("swiss", "swiss-sets-the-cover-in-a-disc", post(TIDE).covered(photo("leaf.jpg"))),
        case("swiss", "without-a-cover-swiss-has-a-disc-of-colour", post(HILL)),
        case("minimal", "minimal-has-a-thin-line-and-a-small-plate", post(HILL).covered(photo("leaf.jpg"))),
        case("bold", "bold-takes-its-colour-from-the-cover-and-shows-only-the-title", {
            Post { has_logo: true, ..post(RUST).covered(photo("aurora.jpg")) }
        }),
        case(
            "terminal",
            "terminal-sets-the-title-in-a-window-before-the-cover",
            post(RUST).covered(photo("night-tide.jpg")),
        ),
        case("photo", "without-a-cover-photo-has-a-backdrop-in-the-post-s-own-colours", post(RUST)),
        case("editorial", "without-a-cover-editorial-has-a-rosette", post(QUOTE)),
        case(
            "minimal",
            "without-a-cover-minimal-is-white-space-and-a-title",
            Post { faces: 1, ..post(HILL) },
        ),
        case("terminal", "a-light-terminal-is-dark-on-light", post(RUST).light()),
        case("photo", "a-white-cover-gets-dark-text-and-no-fog", post(HILL).covered(photo("first-snow.jpg"))),
        case(
            "photo",
            "a-checkerboard-gets-a-scrim-under-its-text",
            post(HILL).covered(made(drawn(1600, 1000, |x, y| {
                if (x / 60 + y / 60) % 2 == 0 { [255; 3] } else { [0; 3] }
            }))),
        ),
        case(
            "split",
            "an-arabic-title-mirrors-the-card",
            Post { has_logo: true, ..arabic().covered(photo("aurora.jpg")) },
        ),
        case("editorial", "a-japanese-title-breaks-between-phrases", japanese().covered(photo("leaf.jpg"))),
        case("bold", "emoji-stand-in-a-title-in-their-colours", post("🎉 Version 2.0 is out 🚀")),
        case(
            "photo",
            "an-opening-quotation-mark-hangs-before-the-edge",
            post(QUOTE).covered(photo("dunes.jpg")),
        ),
        case(
            "split",
            "on-a-square-card-the-cover-stands-above-the-panel",
            post(HILL).covered(photo("seven-ridges.jpg")).sized(SQUARE),
        ),
        case(
            "split",
            "square-safe-text-stands-on-a-panel-in-the-middle",
            Post { square_safe: true, ..post(HILL).covered(photo("seven-ridges.jpg")) },
        ),
        case("photo", "a-small-cover-is-whole-before-a-soft-copy-of-itself", post(HILL).covered(small())),
        case("photo", "a-drawing-is-whole-on-the-theme-s-ground", post(HILL).covered(drawing())),
        case("editorial", "on-a-portrait-card-the-plate-stands-above-the-title", {
            post(HILL).covered(photo("dunes.jpg")).sized(PORTRAIT)
        }),
        case("minimal", "on-a-portrait-card-minimal-has-its-plate-above-the-title", {
            post(HILL).covered(photo("leaf.jpg")).sized(PORTRAIT)
        }),
        case("photo", "the-crop-shows-the-point-that-the-post-names", {
            // The headland at the left, and not the moon, which is found by itself.
            let focus = Some(Focus { x: 0.1, y: 0.45 });
            post("Headland").covered(Cover { focus, ..photo("night-tide.jpg") }).sized(PORTRAIT)
        }),
        case(
            "editorial",
            "three-faces-lie-over-each-other-and-a-hidden-date-leaves-no-dot",
            Post { faces: 3, hidden: [Field::Date].into(), ..post(HILL) },
        ),
    ]
}
