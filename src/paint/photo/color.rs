//! From brightness and colour to red, green and blue (JFIF 1.02, which takes ITU-R BT.601 in full range).

use crate::paint::byte::{interleave, nearest};
use wide::bytemuck::cast;
use wide::{i16x8, u8x16, u16x8};

/// Pixels that are made together.
const LANES: usize = 16;

/// The pixels of planes that are all of one size.
pub fn mixed(luma: &[u8], blue: &[u8], red: &[u8]) -> Vec<u8> {
    let mut pixels = vec![[0; 3]; luma.len()];
    let planes = [luma, blue, red].map(|plane| plane.as_chunks::<LANES>());
    let [(lumas, luma_rest), (blues, blue_rest), (reds, red_rest)] = planes;
    let (wholes, rest) = pixels.as_chunks_mut::<LANES>();
    for (into, ((luma, blue), red)) in wholes.iter_mut().zip(lumas.iter().zip(blues).zip(reds)) {
        let mut channels = [[0_u8; LANES]; 3];
        let [reds, greens, blues] = &mut channels;
        let places = reds.iter_mut().zip(greens).zip(blues);
        for (((r, g), b), ((&luma, &blue), &red)) in places.zip(luma.iter().zip(blue).zip(red)) {
            [*r, *g, *b] = rgb(luma, blue, red);
        }
        interleave(channels.map(u8x16::new), into);
    }
    for (pixel, ((&luma, &blue), &red)) in rest.iter_mut().zip(luma_rest.iter().zip(blue_rest).zip(red_rest))
    {
        *pixel = rgb(luma, blue, red);
    }
    pixels.into_flattened()
}

/// The same, where one sample of blue and red stands for two by two pixels, all of which it is for.
pub fn mixed_in_squares(luma: &[u8], blue: &[u8], red: &[u8], width: usize) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(luma.len());
    let across = width.div_ceil(2);
    for (luma, (blue, red)) in luma.chunks(2 * width).zip(blue.chunks(across).zip(red.chunks(across))) {
        let chunks = blue.chunks(LANES / 2).zip(red.chunks(LANES / 2));
        let tints: Vec<Tint> = chunks.map(|(blue, red)| Tint::of(blue, red)).collect();
        for luma in luma.chunks(width) {
            for (luma, tint) in luma.chunks(LANES).zip(&tints) {
                let mut some = [[0; 3]; LANES];
                interleave(tint.over(&filled(luma)), &mut some);
                match luma.len() {
                    // A number that is known before is copied faster.
                    LANES => pixels.extend_from_slice(&some),
                    rest => pixels.extend(some.iter().take(rest)),
                }
            }
        }
    }
    pixels.into_flattened()
}

/// As many as there are, and nothing behind them.
#[inline(always)]
fn filled<const N: usize>(samples: &[u8]) -> [u8; N] {
    if let Some(whole) = samples.first_chunk() {
        return *whole;
    }
    let mut filled = [0; N];
    filled.iter_mut().zip(samples).for_each(|(into, sample)| *into = *sample);
    filled
}

/// What eight samples of colour add to the brightness of sixteen pixels, to be red, green and blue.
struct Tint([i16x8; 3]);

impl Tint {
    #[inline(always)]
    fn of(blue: &[u8], red: &[u8]) -> Self {
        // Eight times as large, and by half of a share: twice what is looked for, which is then rounded.
        let eightfold = |samples: &[u8]| {
            let samples: [u8; LANES / 2] = filled(samples);
            (i16x8::from_u8x16_low(cast([u64::from_ne_bytes(samples), 0])) - 128) << 3
        };
        let (blue, red) = (eightfold(blue), eightfold(red));
        let part =
            |value: i16x8, share: f32| value.mul_keep_high(i16x8::splat((share * 16_384.0 + 0.5) as i16));
        let halved = |twice: i16x8| (twice + 1) >> 1;
        Self([
            halved(part(red, 1.402)),
            halved(-part(blue, 0.344_136_3) - part(red, 0.714_136_3)),
            halved(part(blue, 1.772)),
        ])
    }

    /// Red, green and blue of sixteen pixels.
    #[inline(always)]
    fn over(&self, luma: &[u8; LANES]) -> [u8x16; 3] {
        let pairs: u16x8 = cast(u8x16::new(*luma));
        let (even, odd): (i16x8, i16x8) = (cast(pairs & u16x8::splat(0xFF)), cast(pairs >> 8));
        let Self([red, green, blue]) = *self;
        let channel = |tint: i16x8| {
            let (even, odd) = (even + tint, odd + tint);
            let (even, odd) = (u8x16::narrow_i16x8(even, even), u8x16::narrow_i16x8(odd, odd));
            u8x16::unpack_low(even, odd)
        };
        [channel(red), channel(green), channel(blue)]
    }
}

/// The red, green and blue of one pixel.
#[inline(always)]
pub fn rgb(luma: u8, blue: u8, red: u8) -> [u8; 3] {
    let (luma, blue, red) = (f32::from(luma), f32::from(blue) - 128.0, f32::from(red) - 128.0);
    [
        nearest(luma + 1.402 * red),
        nearest(luma - 0.344_136_3 * blue - 0.714_136_3 * red),
        nearest(luma + 1.772 * blue),
    ]
}
