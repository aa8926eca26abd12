use super::{at, decoded, file};

/// Replaces a part of an AVIF's properties by another of the same length.
fn changed(name: &str, from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = file(name);
    let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
    bytes[at..at + from.len()].copy_from_slice(to);
    bytes
}

#[test]
fn numbers_that_the_standards_reserve_are_no_reason_to_stop() {
    let cicp = b"nclx\0\x01\0\x0D\0\x06";
    for number in [0, 3, 13, 21, 255] {
        let reserved = [b'n', b'c', b'l', b'x', 0, number, 0, number, 0, 6];
        let cover = decoded(&changed("eight-444.avif", cicp, &reserved)).unwrap();
        assert_eq!(cover.picture.width_px, 48, "{number}");
    }
}

#[test]
fn a_matrix_that_is_not_read_is_named() {
    let bytes = changed("eight-444.avif", b"nclx\0\x01\0\x0D\0\x06", b"nclx\0\x01\0\x0D\0\x0E");
    let reason = decoded(&bytes).unwrap_err().reason();
    assert!(reason.contains("matrix 14"), "{reason}");
}

#[test]
fn a_clean_aperture_is_cut_out() {
    // The property of the size's neighbour, the channels' depths, becomes an aperture: it is longer, so that the
    // boxes around it grow too.
    let bytes = with_aperture(&file("eight-444.avif"), [(16, 1), (32, 1), (0, 1), (0, 1)]);
    let cover = decoded(&bytes).unwrap();
    assert_eq!((cover.picture.width_px, cover.picture.height_px), (16, 32));
    // The middle third of the upper row is green.
    let [red, green, blue, _] = at(&cover, 8, 8);
    assert!(green > 180 && red < 40 && blue < 40, "{red} {green} {blue}");
}

/// Puts an aperture into the place of the pixel information, and moves the data behind.
fn with_aperture(bytes: &[u8], fractions: [(u32, u32); 4]) -> Vec<u8> {
    let find = |name: &[u8; 4]| bytes.windows(4).position(|window| window == name).unwrap() - 4;
    let length = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let pixi = find(b"pixi");
    let mut clap = b"\0\0\0\x28clap".to_vec();
    for (above, below) in fractions {
        clap.extend(above.to_be_bytes());
        clap.extend(below.to_be_bytes());
    }
    let grown = clap.len() as u32 - length(pixi);
    let mut out = bytes.to_vec();
    for name in [b"meta", b"iprp", b"ipco"] {
        let at = find(name);
        out[at..at + 4].copy_from_slice(&(length(at) + grown).to_be_bytes());
    }
    // The first extent's offset stands near the end of the box of places.
    let iloc = find(b"iloc");
    let offset = iloc + length(iloc) as usize - 8;
    let moved = u32::from_be_bytes(bytes[offset..offset + 4].try_into().unwrap()) + grown;
    out[offset..offset + 4].copy_from_slice(&moved.to_be_bytes());
    let end = pixi + length(pixi) as usize;
    out.splice(pixi..end, clap);
    out
}
