//! What the stages are given, made from arithmetic alone: photographs and posts.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::fs;
use std::sync::OnceLock;
use tempfile::TempDir;

/// A picture in the size and order of one kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Photo {
    /// Twelve megapixels, as cameras write them.
    Baseline,
    /// The same in several scans.
    Progressive,
    /// 1600×900, as sites publish them.
    Web,
}

impl Photo {
    pub const ALL: [Self; 3] = [Self::Baseline, Self::Progressive, Self::Web];

    /// The file, made once.
    pub fn jpeg(self) -> &'static [u8] {
        static FILES: [OnceLock<Vec<u8>>; 3] = [const { OnceLock::new() }; 3];
        FILES[self as usize].get_or_init(|| match self {
            Self::Baseline => jpeg(4000, 3000, false),
            Self::Progressive => jpeg(4000, 3000, true),
            Self::Web => jpeg(1600, 900, false),
        })
    }
}

fn jpeg(width: u16, height: u16, progressive: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 85);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(progressive);
    encoder.encode(&pixels(width.into(), height.into()), width, height, ColorType::Rgb).unwrap();
    bytes
}

/// Slow waves, edges and grain, which together weigh in a JPEG what a photograph does: about 0.3 bytes a pixel.
fn pixels(width: usize, height: usize) -> Vec<u8> {
    let mut chance = Chance(1);
    let mut pixels = Vec::with_capacity(width * height * 3);
    let mut before = 0.0;
    for y in 0..height {
        for x in 0..width {
            let (across, down) = (x as f32 / width as f32, y as f32 / height as f32);
            let wave = (across * 19.0 + (down * 7.0).sin() * 3.0).sin() * 34.0
                + (down * 31.0 + across * 4.0).cos() * 22.0;
            let edge = if ((across * 23.0) as usize + (down * 13.0) as usize).is_multiple_of(5) {
                30.0
            } else {
                0.0
            };
            // A sensor's neighbours are alike.
            let grain = f32::from(chance.draw() as u8) / 255.0 - 0.5;
            let light = 120.0 + wave + edge + 17.0 * (grain + before);
            before = grain;
            let levels = [light * (0.8 + 0.3 * across), light, light * (1.1 - 0.4 * down)];
            pixels.extend(levels.map(|level| level.clamp(0.0, 255.0) as u8));
        }
    }
    pixels
}

/// The numbers of Knuth's MMIX generator, of which the high bits are good.
struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 56
    }
}

const WORDS: [&str; 16] = [
    "harbour", "lantern", "évening", "paper", "valley", "winter", "north", "letter", "garden", "machine",
    "quiet", "señal", "copper", "field", "bridge", "weather",
];

/// A title of about 40 letters.
pub fn title(number: usize) -> String {
    let words: Vec<&str> = (0..6).map(|at| WORDS[(number * 7 + at * at + at) % WORDS.len()]).collect();
    format!("{} {number}", words.join(" "))
}

/// A site of so many posts of about four kilobytes.
pub fn posts(count: usize) -> TempDir {
    let site = TempDir::new().unwrap();
    let folder = site.path().join("posts");
    fs::create_dir(&folder).unwrap();
    let settings = "title: Stages\nurl: https://stages.example.org\nlanguage: en\nposts: [{dir: posts, url: \"/:slug\"}]\n";
    fs::write(site.path().join("syndicard.yaml"), settings).unwrap();
    for number in 0..count {
        let (month, day) = (1 + number % 12, 1 + number % 28);
        let head = format!(
            "title: \"{}\"\ndate: 2025-{month:02}-{day:02}T08:30:00Z\ntags: [one, two, tag{}]\nsummary: {}\nauthors: [Ada Quay]",
            title(number),
            number % 50,
            title(number + 1),
        );
        let body = format!("{} {}.\n\n", title(number), title(number + 3)).repeat(40);
        fs::write(folder.join(format!("post-{number:05}.md")), format!("---\n{head}\n---\n\n{body}"))
            .unwrap();
    }
    site
}
