//! The fonts of the binary: packed, and unpacked when a text first needs one.
//!
//! As WOFF2 they take a fifth less room than the same tables compressed by the registry, and a build pays for the
//! scripts that it shows, once: the letters of Europe unpack in 5 ms, emoji in 20, those of East Asia in 80.

use super::coverage::Coverage;
use super::family::Cut;
use super::look;
use crate::typeset::Family;
use parley::fontique::Blob;
use std::sync::{Arc, LazyLock, OnceLock};

/// A family of the binary.
pub struct Bundled {
    pub name: &'static str,
    /// Its folder below `fonts/`, by which its coverage is known.
    pub folder: &'static str,
    /// Nothing where it stands in for every kind.
    pub kind: Option<Family>,
    pub cut: Cut,
    pub is_colored: bool,
    woff2: &'static [&'static [u8]],
    unpacked: OnceLock<Vec<Blob<u8>>>,
}

impl Bundled {
    /// Its files, unpacked.
    pub fn blobs(&self) -> &[Blob<u8>] {
        self.unpacked.get_or_init(|| {
            let plain = self.woff2.iter().filter_map(|file| look::unpacked(file.to_vec()).ok());
            plain.map(|bytes| Blob::new(Arc::new(bytes))).collect()
        })
    }

    /// The characters that it has, which is known without unpacking it.
    pub fn coverage(&self) -> &'static Coverage {
        static NONE: Coverage = Coverage::none();
        COVERAGE.iter().find(|(folder, _)| *folder == self.folder).map_or(&NONE, |(_, coverage)| coverage)
    }
}

/// `fonts/coverage.txt`, which `fonts/build/subset.py` writes.
static COVERAGE: LazyLock<Vec<(&'static str, Coverage)>> = LazyLock::new(|| {
    let lines = include_str!("../../../fonts/coverage.txt").lines().filter_map(|line| line.split_once(": "));
    lines.map(|(folder, ranges)| (folder, Coverage::parse(ranges))).collect()
});

macro_rules! family {
    ($name:literal, $kind:expr, $cut:expr, $is_colored:literal, $folder:literal, $($file:literal),+) => {
        Bundled {
            name: $name,
            folder: $folder,
            kind: $kind,
            cut: $cut,
            is_colored: $is_colored,
            woff2: &[$(include_bytes!(concat!("../../../fonts/", $folder, "/", $file, ".woff2"))),+],
            unpacked: OnceLock::new(),
        }
    };
}

/// A script's family stands in for every kind of letters.
macro_rules! script {
    ($name:literal, $folder:literal, $($file:literal),+) => {
        family!($name, None, Cut::Any, false, $folder, $($file),+)
    };
}

/// In the order in which they are asked for a character.
pub static BUNDLED: [Bundled; 29] = [
    family!("Inter", Some(Family::Sans), Cut::Display, false, "inter", "InterDisplay"),
    family!("Inter", Some(Family::Sans), Cut::Text, false, "inter", "Inter"),
    family!("Syndicard Serif", Some(Family::Serif), Cut::Any, false, "syndicard-serif", "SyndicardSerif"),
    family!(
        "Noto Serif",
        Some(Family::Serif),
        Cut::Any,
        false,
        "noto-serif",
        "NotoSerif-Medium",
        "NotoSerif-Bold"
    ),
    family!(
        "JetBrains Mono",
        Some(Family::Mono),
        Cut::Any,
        false,
        "jetbrains-mono",
        "JetBrainsMono-Medium",
        "JetBrainsMono-Bold"
    ),
    script!("Noto Sans Arabic", "noto-sans-arabic", "NotoSansArabic-Medium", "NotoSansArabic-Bold"),
    script!("Noto Sans Armenian", "noto-sans-armenian", "NotoSansArmenian-Medium", "NotoSansArmenian-Bold"),
    script!("Noto Sans Bengali", "noto-sans-bengali", "NotoSansBengali-Medium", "NotoSansBengali-Bold"),
    script!(
        "Noto Sans Devanagari",
        "noto-sans-devanagari",
        "NotoSansDevanagari-Medium",
        "NotoSansDevanagari-Bold"
    ),
    script!("Noto Sans Ethiopic", "noto-sans-ethiopic", "NotoSansEthiopic-Medium", "NotoSansEthiopic-Bold"),
    script!("Noto Sans Georgian", "noto-sans-georgian", "NotoSansGeorgian-Medium", "NotoSansGeorgian-Bold"),
    script!("Noto Sans Gujarati", "noto-sans-gujarati", "NotoSansGujarati-Medium", "NotoSansGujarati-Bold"),
    script!("Noto Sans Gurmukhi", "noto-sans-gurmukhi", "NotoSansGurmukhi-Medium", "NotoSansGurmukhi-Bold"),
    script!("Noto Sans Hebrew", "noto-sans-hebrew", "NotoSansHebrew-Medium", "NotoSansHebrew-Bold"),
    script!("Noto Sans Kannada", "noto-sans-kannada", "NotoSansKannada-Medium", "NotoSansKannada-Bold"),
    script!("Noto Sans Khmer", "noto-sans-khmer", "NotoSansKhmer-Medium", "NotoSansKhmer-Bold"),
    script!("Noto Sans Lao", "noto-sans-lao", "NotoSansLao-Medium", "NotoSansLao-Bold"),
    script!(
        "Noto Sans Malayalam",
        "noto-sans-malayalam",
        "NotoSansMalayalam-Medium",
        "NotoSansMalayalam-Bold"
    ),
    script!("Noto Sans Myanmar", "noto-sans-myanmar", "NotoSansMyanmar-Medium", "NotoSansMyanmar-Bold"),
    script!("Noto Sans Oriya", "noto-sans-oriya", "NotoSansOriya-Regular", "NotoSansOriya-Bold"),
    script!("Noto Sans Sinhala", "noto-sans-sinhala", "NotoSansSinhala-Medium", "NotoSansSinhala-Bold"),
    script!("Noto Sans Tamil", "noto-sans-tamil", "NotoSansTamil-Medium", "NotoSansTamil-Bold"),
    script!("Noto Sans Telugu", "noto-sans-telugu", "NotoSansTelugu-Medium", "NotoSansTelugu-Bold"),
    script!("Noto Sans Thai", "noto-sans-thai", "NotoSansThai-Medium", "NotoSansThai-Bold"),
    script!("Noto Sans CJK", "noto-sans-cjk", "NotoSansCJK-Bold"),
    script!("Noto Sans Symbols 2", "noto-sans-symbols-2", "NotoSansSymbols2-Regular"),
    script!("Noto Sans Symbols", "noto-sans-symbols", "NotoSansSymbols-Bold"),
    script!("Noto Sans Math", "noto-sans-math", "NotoSansMath-Regular"),
    family!("Twemoji", None, Cut::Any, true, "twemoji", "Twemoji"),
];
