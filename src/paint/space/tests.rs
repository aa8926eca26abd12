use super::{Curve, Primaries, Shaped, Space, of_profile};
use moxcms::ColorProfile;

fn space(profile: &ColorProfile) -> Space {
    of_profile(&profile.encode().unwrap()).unwrap()
}

fn assert_near(seen: &[u8], expected: &[u8], tolerance: u8) {
    assert_eq!(seen.len(), expected.len());
    assert!(seen.iter().zip(expected).all(|(a, b)| a.abs_diff(*b) <= tolerance), "{seen:?} {expected:?}");
}

#[test]
fn a_profile_of_srgb_itself_costs_nothing() {
    assert!(matches!(space(&ColorProfile::new_srgb()), Space::Srgb));
    assert!(!matches!(space(&ColorProfile::new_display_p3()), Space::Srgb));
}

#[test]
fn white_and_greys_stay_what_they_are_in_every_space() {
    let greys: Vec<u8> = (0..=255).flat_map(|grey| [grey; 3]).collect();
    assert_near(&space(&ColorProfile::new_display_p3()).to_srgb(&greys), &greys, 1);
    for profile in
        [ColorProfile::new_adobe_rgb(), ColorProfile::new_pro_photo_rgb(), ColorProfile::new_bt2020()]
    {
        let seen = space(&profile).to_srgb(&greys);
        assert_eq!(seen[255 * 3..], [255; 3]);
        assert!(seen.as_chunks::<3>().0.iter().all(|[r, g, b]| r.abs_diff(*g) <= 1 && g.abs_diff(*b) <= 1));
    }
}

#[test]
fn the_colours_of_display_p3_and_adobe_rgb_come_out_as_published() {
    // By the primaries and curves of SMPTE EG 432-1 and of Adobe RGB (1998), in double precision.
    let numbers = [128_u8, 153, 77];
    assert_near(&space(&ColorProfile::new_display_p3()).to_srgb(&numbers), &[121, 154, 65], 1);
    assert_near(&space(&ColorProfile::new_adobe_rgb()).to_srgb(&numbers), &[117, 154, 70], 1);
}

#[test]
fn numbers_of_sixteen_bits_come_out_like_those_of_eight() {
    let space = space(&ColorProfile::new_display_p3());
    let eight: Vec<u8> = (0..=254).flat_map(|n| [n, 255 - n, n / 2]).collect();
    let sixteen: Vec<u16> = eight.iter().map(|&n| u16::from(n) * 257).collect();
    assert_near(&space.to_srgb(&sixteen), &space.to_srgb(&eight), 0);
}

#[test]
fn primaries_and_curve_make_the_space_that_a_profile_of_them_makes() {
    let by_numbers = Space::of_shape(Shaped::new(&Curve::Srgb, &Primaries::DISPLAY_P3).unwrap());
    let by_profile = space(&ColorProfile::new_display_p3());
    let probe: Vec<u8> = (0..=255_u8).flat_map(|n| [n, 255 - n, n.wrapping_mul(7)]).collect();
    assert_near(&by_numbers.to_srgb(&probe), &by_profile.to_srgb(&probe), 1);
}

#[test]
fn numbers_of_television_and_of_the_web_are_srgb() {
    for (primaries, transfer) in [(1, 13), (1, 1), (1, 2), (2, 13), (1, 6)] {
        assert!(matches!(Space::of_cicp(primaries, transfer), Some(Space::Srgb)), "{primaries} {transfer}");
    }
    assert!(Space::of_cicp(2, 2).is_none());
    assert!(Space::of_cicp(9, 16).unwrap().is_hdr());
}

#[test]
fn light_beyond_white_never_falls_and_never_exceeds_the_range() {
    for transfer in [16, 18] {
        let space = Space::of_cicp(9, transfer).unwrap();
        let ramp: Vec<u16> = (0..=1000_u32).flat_map(|n| [(n * 65_535 / 1000) as u16; 3]).collect();
        let seen = space.to_srgb(&ramp);
        let greys: Vec<u8> = seen.as_chunks::<3>().0.iter().map(|pixel| pixel[1]).collect();
        assert!(greys.is_sorted(), "{transfer}");
        assert_eq!((greys[0], greys[1000]), (0, 255), "{transfer}");
    }
    // The white of paper, 203 cd/m², is light grey, so that lamps can be brighter.
    let white = Space::of_cicp(9, 16).unwrap().to_srgb(&[38_055_u16; 3]);
    assert!((200..240).contains(&white[0]), "{white:?}");
}

#[test]
fn what_is_no_profile_is_refused() {
    let p3 = ColorProfile::new_display_p3().encode().unwrap();
    for bytes in [&b""[..], b"profile", &p3[..100], &p3[..200]] {
        assert!(of_profile(bytes).is_err());
    }
}

#[test]
fn primaries_that_span_nothing_make_no_space() {
    let flat = Primaries { red: (0.3, 0.3), green: (0.3, 0.3), blue: (0.3, 0.3), white: (0.3, 0.3) };
    assert!(Shaped::new(&Curve::Srgb, &flat).is_none());
    let zero = Primaries { white: (0.0, 0.0), ..Primaries::SRGB };
    assert!(Shaped::new(&Curve::Srgb, &zero).is_none());
}
