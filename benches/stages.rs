//! What each stage of the trip takes, one by one: `cargo bench --bench stages`, or with a part of a name behind `--`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod inputs;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use inputs::{Photo, posts, title};
use std::collections::BTreeSet;
use std::sync::Arc;
use syndicard::card::{self, Card, Cover, Theme};
use syndicard::feed::{self, Entry, Feed, Page};
use syndicard::model::{Depth, FeedSettings};
use syndicard::paint::{self, Encoding, FileFormat, Focus, SvgFonts};
use syndicard::pipeline;
use syndicard::plan::{Choices, Plan};
use syndicard::scene::Picture;
use syndicard::typeset::{self, Align, Family, FontBook, Step, Style, Text};

const CARD: (u32, u32) = (1200, 630);
const LIMIT_BYTES: usize = 300_000;
const POSTS: usize = 1_000;

fn main() {
    divan::main();
}

#[divan::bench(args = Photo::ALL)]
fn decode(bencher: Bencher, photo: Photo) {
    let bytes = photo.jpeg();
    let fonts = SvgFonts::default();
    bencher.bench(|| paint::photo(black_box(bytes), CARD, &fonts).unwrap());
}

/// The middle of what the decoder gives, at the size of a card.
#[divan::bench(args = Photo::ALL)]
fn scale(bencher: Bencher, photo: Photo) {
    let picture = decoded(photo);
    bencher.bench(|| fitted(black_box(&picture)));
}

/// Looks for the subject; where a post names it, this is not done.
#[divan::bench]
fn find_subject(bencher: Bencher) {
    let picture = decoded(Photo::Baseline);
    bencher.bench(|| paint::crop(black_box(&picture), shape(), None, None));
}

/// The cover's crop, places, contrast, ink and paint, from a decoded cover to a card's pixels.
#[divan::bench(args = [Some(Photo::Baseline), Some(Photo::Web), None])]
fn compose(bencher: Bencher, photo: Option<Photo>) {
    let theme: Theme = card::built_in("photo").unwrap().unwrap();
    let mut typesetter = FontBook::bundled().typesetter();
    let focus = Some(Focus { x: 0.5, y: 0.5 });
    let cover = photo.map(|photo| Cover { photo: Arc::new(whole(photo)), focus });
    let hidden = BTreeSet::new();
    let card = card(cover, &hidden);
    bencher.bench_local(|| card::compose(black_box(&card), &theme, &mut typesetter).pixels());
}

#[divan::bench(args = [FileFormat::Jpeg, FileFormat::WebP])]
fn encode(bencher: Bencher, format: FileFormat) {
    let picture = fitted(&decoded(Photo::Baseline));
    let encoding = Encoding { format, limit_bytes: LIMIT_BYTES };
    bencher.bench(|| paint::encode(black_box(&picture), &encoding).unwrap());
}

#[divan::bench]
fn typeset_title(bencher: Bencher) {
    let mut typesetter = FontBook::bundled().typesetter();
    let style = Style {
        family: Family::Sans,
        weight: 700.0,
        size_px: 84.0,
        tracking_em: -0.02,
        leading_em: 1.08,
        color: syndicard::scene::Color::WHITE,
        align: Align::Start,
        language: "en",
        rtl: None,
        tabular: false,
        break_words: false,
    };
    let steps = [(84.0, 3), (68.0, 3), (54.0, 4), (40.0, 6)].map(|(size_px, lines)| Step { size_px, lines });
    let text = title(7);
    let asked = Text { text: &text, style, steps: &steps, width_px: 1072.0, height_px: 390.0 };
    bencher.bench_local(|| typeset::fit(&mut typesetter, black_box(&asked)));
}

/// Walking, reading and resolving posts of about four kilobytes, whose files the system has in memory.
#[divan::bench]
fn front_matter(bencher: Bencher) {
    let site = posts(POSTS);
    let plan = Plan::new(Choices { site: site.path().to_owned(), ..Choices::default() });
    bencher.counter(ItemsCount::new(POSTS)).bench(|| {
        let listing = pipeline::list(black_box(&plan), Depth::Heads);
        assert_eq!(listing.site.posts.len(), POSTS);
    });
}

/// One document with all posts, in each format.
#[divan::bench(args = ["rss", "atom", "json"])]
fn feeds(bencher: Bencher, format: &str) {
    let folder = posts(POSTS);
    let site = pipeline::list(
        &Plan::new(Choices { site: folder.path().to_owned(), ..Choices::default() }),
        Depth::Bodies,
    )
    .site;
    let mut channel = feed::channels(&site, &FeedSettings::default()).remove(0);
    channel.files.retain(|file| file.format.name == format);
    assert_eq!(channel.files.len(), 1);
    let entry = |post| Entry { post, attachments: &[], image: None, content: None };
    let feed = Feed {
        site: &site.facts,
        channel: &channel,
        page: Page::Current,
        previous: None,
        next: None,
        hubs: &[],
        stylesheet: None,
        entries: site.posts.iter().map(entry).collect(),
    };
    bencher.counter(ItemsCount::new(POSTS)).bench(|| {
        let written = feed::write(black_box(&feed));
        assert!(written.iter().all(Result::is_ok));
        written
    });
}

/// As a card gets it.
fn whole(photo: Photo) -> paint::Photo {
    paint::photo(photo.jpeg(), CARD, &SvgFonts::default()).unwrap().0
}

fn decoded(photo: Photo) -> Picture {
    paint::cover(photo.jpeg(), CARD, &SvgFonts::default()).unwrap().picture
}

fn shape() -> f32 {
    CARD.0 as f32 / CARD.1 as f32
}

fn fitted(picture: &Picture) -> Picture {
    let crop = paint::crop(picture, shape(), Some(Focus { x: 0.5, y: 0.5 }), None);
    paint::scaled(picture, crop, CARD.0, CARD.1).unwrap()
}

fn card(cover: Option<Cover>, hidden: &BTreeSet<card::Field>) -> Card<'_> {
    Card {
        title: "What a year of walking up the same hill taught me",
        site_name: "Harbour Notes",
        host: "harbour.example.org",
        date: Some("12 November 2026".to_owned()),
        authors: &[],
        tags: &[],
        section: None,
        series: None,
        reading_time: Some("7 min".to_owned()),
        language: "en",
        seed: "the-same-hill",
        cover,
        logo: None,
        avatars: Vec::new(),
        hidden,
        accent: None,
        scheme: None,
        square_safe: false,
        width_px: CARD.0,
        height_px: CARD.1,
    }
}
