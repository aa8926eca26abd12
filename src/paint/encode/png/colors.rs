//! The colours of a picture that has few.

use std::collections::BTreeSet;

/// As many as one byte can name.
pub const MOST: usize = 256;

/// Up to 256 colours, each once, in rising order.
pub struct Colors(Vec<[u8; 3]>);

impl Colors {
    /// The colours of all pixels; nothing where they are more than 256.
    pub fn few(rgb: &[u8]) -> Option<Self> {
        let mut found = BTreeSet::new();
        let mut last = None;
        for pixel in rgb.as_chunks::<3>().0 {
            // Flat art is made of runs.
            if last != Some(pixel) {
                found.insert(*pixel);
                if found.len() > MOST {
                    return None;
                }
                last = Some(pixel);
            }
        }
        Some(Self(found.into_iter().collect()))
    }

    pub fn of(mut colors: Vec<[u8; 3]>) -> Self {
        colors.sort_unstable();
        colors.dedup();
        Self(colors)
    }

    pub fn all(&self) -> &[[u8; 3]] {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn are_grey(&self) -> bool {
        self.0.iter().all(|[red, green, blue]| red == green && green == blue)
    }

    /// How many bits name any of them.
    pub fn bits(&self) -> u8 {
        match self.0.len() {
            0..=2 => 1,
            3..=4 => 2,
            5..=16 => 4,
            _ => 8,
        }
    }

    /// For each pixel the number of its colour, which must be one of these.
    pub fn places(&self, rgb: &[u8]) -> Vec<u8> {
        let mut last = ([0; 3], None);
        let place = |pixel: &[u8; 3]| {
            if last.0 != *pixel || last.1.is_none() {
                last = (*pixel, self.0.binary_search(pixel).ok());
            }
            last.1.unwrap_or_default() as u8
        };
        rgb.as_chunks::<3>().0.iter().map(place).collect()
    }
}
