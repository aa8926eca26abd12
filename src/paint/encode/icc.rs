//! The colour profile of sRGB, in 480 bytes (ICC.1:2010, which is version 4.3).

/// What stands at each tag; `Shared` is where the tag before it points.
enum Tag {
    Data(Vec<u8>),
    Shared,
}

/// The profile: a matrix to the PCS and the exact curve of IEC 61966-2-1.
///
/// Without one, browsers take a picture as sRGB, but colour-managed programs ask or guess.
pub fn srgb() -> Vec<u8> {
    let tags: [(&[u8; 4], Tag); 10] = [
        (b"desc", Tag::Data(text("sRGB"))),
        (b"cprt", Tag::Data(text("CC0"))),
        (b"wtpt", Tag::Data(numbers(b"XYZ ", &D50))),
        (b"chad", Tag::Data(numbers(b"sf32", &D65_TO_D50))),
        (b"rXYZ", Tag::Data(numbers(b"XYZ ", &RED))),
        (b"gXYZ", Tag::Data(numbers(b"XYZ ", &GREEN))),
        (b"bXYZ", Tag::Data(numbers(b"XYZ ", &BLUE))),
        (b"rTRC", Tag::Data(numbers(b"para", &CURVE))),
        (b"gTRC", Tag::Shared),
        (b"bTRC", Tag::Shared),
    ];
    let start = 128 + 4 + 12 * tags.len() as u32;
    let (mut table, mut data): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    let mut last = [0; 2];
    for (name, tag) in &tags {
        if let Tag::Data(content) = tag {
            last = [start + data.len() as u32, content.len() as u32];
            data.extend(content);
        }
        table.extend(*name);
        table.extend(last.into_iter().flat_map(u32::to_be_bytes));
    }
    let mut profile = header(start + data.len() as u32);
    profile.extend((tags.len() as u32).to_be_bytes());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// Made by nobody, on 1 January 2000, for displays; colours are rendered perceptually.
fn header(length_bytes: u32) -> Vec<u8> {
    let mut bytes = length_bytes.to_be_bytes().to_vec();
    bytes.extend([0; 4]);
    bytes.extend([4, 0x30, 0, 0]);
    bytes.extend(b"mntrRGB XYZ ");
    bytes.extend([0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    bytes.extend(b"acsp");
    bytes.extend([0; 28]);
    bytes.extend(D50.into_iter().flat_map(i32::to_be_bytes));
    bytes.resize(128, 0);
    bytes
}

/// One text, in American English, in UTF-16; filled up to four bytes.
fn text(text: &str) -> Vec<u8> {
    let words: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut bytes = b"mluc\0\0\0\0".to_vec();
    bytes.extend([1_u32, 12].into_iter().flat_map(u32::to_be_bytes));
    bytes.extend(b"enUS");
    bytes.extend([words.len() as u32, 28].into_iter().flat_map(u32::to_be_bytes));
    bytes.extend(words);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// Numbers of 16 bits before and 16 after the point.
fn numbers(kind: &[u8; 4], numbers: &[i32]) -> Vec<u8> {
    let mut bytes = kind.to_vec();
    bytes.extend([0; 4]);
    bytes.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
    bytes
}

/// The white of the PCS.
const D50: [i32; 3] = [0xF6D6, 0x10000, 0xD32D];

/// The primaries of sRGB under D50, whose sum is its white.
const RED: [i32; 3] = [0x6FA2, 0x38F5, 0x0390];
const GREEN: [i32; 3] = [0x6299, 0xB785, 0x18DA];
const BLUE: [i32; 3] = [0x24A0, 0x0F84, 0xB6CF];

/// Bradford's adaptation from the white of sRGB.
const D65_TO_D50: [i32; 9] = [0x10C42, 0x05DE, -0x0CDB, 0x0793, 0xFD90, -0x045F, -0x025E, 0x03DC, 0xC06E];

/// Kind 3, of five numbers: the exponent 2.4, 1/1.055, 0.055/1.055, 1/12.92, and where the straight part ends.
const CURVE: [i32; 6] = [3 << 16, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B];
