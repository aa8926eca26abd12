//! What a JPEG's markers say before its data are decoded (ITU-T T.81).

/// The head of a JPEG file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// 1 for grey, 3 for colour, 4 for print.
    pub components: u8,
    /// Baseline or extended sequential, whose first scan holds some of the components only.
    ///
    /// `zune-jpeg` 0.5.15 decodes such files to garbage without a word.
    pub is_planar_baseline: bool,
    /// Whether an end marker follows the first scan.
    pub is_complete: bool,
}

/// Reads the markers up to the first scan; nothing where that never comes.
pub fn head(bytes: &[u8]) -> Option<Head> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut frame: Option<(u8, u8)> = None;
    loop {
        let [0xFF, marker, tail @ ..] = rest else { return None };
        if *marker == 0xFF {
            rest = rest.get(1..)?;
            continue;
        }
        let &[high, low, ..] = tail else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = tail.get(2..length)?;
        match marker {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                frame = Some((*marker, *segment.get(5)?))
            }
            0xDA => {
                let (kind, components) = frame?;
                let in_scan = *segment.first()?;
                return Some(Head {
                    components,
                    is_planar_baseline: matches!(kind, 0xC0 | 0xC1) && in_scan < components,
                    is_complete: tail.get(length..)?.windows(2).any(|pair| pair == [0xFF, 0xD9]),
                });
            }
            _ => {}
        }
        rest = tail.get(length..)?;
    }
}
