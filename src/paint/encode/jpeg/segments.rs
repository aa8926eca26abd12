//! The segments around the scan (ITU-T T.81, B; JFIF 1.02; ICC.1, B.4).

use super::Chroma;
use super::huffman::Code;
use super::quantization::Steps;
use crate::paint::encode::{MARK, icc};

/// The whole file.
pub fn file(size: [u16; 2], chroma: Chroma, steps: &[Steps; 2], codes: &[Code; 4], scan: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    // JFIF 1.02 must come first; the pixels are square, and there is no thumbnail.
    segment(&mut bytes, 0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
    segment(&mut bytes, 0xFE, MARK.as_bytes());
    segment(&mut bytes, 0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), &icc::srgb()].concat());
    let tables = (0..).zip(steps).flat_map(|(number, steps)| std::iter::once(number).chain(steps.bytes));
    segment(&mut bytes, 0xDB, &tables.collect::<Vec<u8>>());
    segment(&mut bytes, 0xC0, &frame(size, chroma));
    // First coefficients are class 0, the others class 1.
    let tables = [0x00, 0x01, 0x10, 0x11].into_iter().zip(codes).flat_map(|(name, code)| {
        std::iter::once(name).chain(code.lengths).chain(code.symbols.iter().copied())
    });
    segment(&mut bytes, 0xC4, &tables.collect::<Vec<u8>>());
    segment(&mut bytes, 0xDA, &[3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
    bytes.extend(scan);
    bytes.extend([0xFF, 0xD9]);
    bytes
}

/// Eight bits a value; each plane with its number, its sampling and its table of steps.
fn frame([width, height]: [u16; 2], chroma: Chroma) -> Vec<u8> {
    let luma = match chroma {
        Chroma::Full => 0x11,
        Chroma::Half => 0x22,
    };
    let mut bytes = vec![8];
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend([3, 1, luma, 0, 2, 0x11, 1, 3, 0x11, 1]);
    bytes
}

/// The length counts itself.
fn segment(bytes: &mut Vec<u8>, marker: u8, content: &[u8]) {
    bytes.extend([0xFF, marker]);
    bytes.extend((content.len() as u16 + 2).to_be_bytes());
    bytes.extend(content);
}
