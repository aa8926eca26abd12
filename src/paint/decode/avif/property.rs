//! What is said about an item.

use super::boxes::Fields;

/// Numbers of ITU-T H.273.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cicp {
    pub primaries: u8,
    pub transfer: u8,
    pub matrix: u8,
    pub is_full_range: bool,
}

/// What is said about an item, in the order in which it is to be done.
#[derive(Clone, Copy, Debug)]
pub enum Property<'a> {
    Size(u32, u32),
    Cicp(Cicp),
    Profile(&'a [u8]),
    /// Quarters of a turn, against the clock.
    Turn(u8),
    /// 0 where top and bottom change places, 1 where left and right do.
    Mirror(u8),
    Aperture(Aperture),
    IsAlpha,
    Other,
}

/// The part of a picture that is shown: width, height, and the way of its centre from that of the whole, as fractions.
#[derive(Clone, Copy, Debug)]
pub struct Aperture([(i64, i64); 4]);

impl Aperture {
    /// Left, top, width and height; nothing where they are no whole pixels inside of the picture.
    pub fn inside(&self, (width, height): (u32, u32)) -> Option<(u32, u32, u32, u32)> {
        let [(w, w_of), (h, h_of), (x, x_of), (y, y_of)] = self.0;
        if [w_of, h_of, x_of, y_of].iter().any(|&of| of <= 0) || w % w_of != 0 || h % h_of != 0 {
            return None;
        }
        let (w, h) = (w / w_of, h / h_of);
        // The centre is counted from the middle between the outermost pixels.
        let left = (i64::from(width) - w) * x_of + 2 * x;
        let top = (i64::from(height) - h) * y_of + 2 * y;
        if left % (2 * x_of) != 0 || top % (2 * y_of) != 0 {
            return None;
        }
        let (left, top) = (left / (2 * x_of), top / (2 * y_of));
        let fits = w > 0
            && h > 0
            && left >= 0
            && top >= 0
            && left + w <= i64::from(width)
            && top + h <= i64::from(height);
        if !fits {
            return None;
        }
        let whole = |number: i64| u32::try_from(number).ok();
        Some((whole(left)?, whole(top)?, whole(w)?, whole(h)?))
    }
}

/// A property's box.
pub fn property<'a>(name: &[u8; 4], content: &'a [u8]) -> Property<'a> {
    let mut fields = Fields(content);
    let known = match name {
        b"ispe" => fields.version().and_then(|_| Some(Property::Size(fields.u32()?, fields.u32()?))),
        b"colr" => color(&mut fields),
        b"irot" => fields.u8().map(|turns| Property::Turn(turns & 3)),
        b"imir" => fields.u8().map(|axis| Property::Mirror(axis & 1)),
        b"clap" => aperture(&mut fields),
        b"auxC" => fields.version().map(|_| {
            let name = fields.0.split(|&byte| byte == 0).next().unwrap_or_default();
            match name {
                b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha" | b"urn:mpeg:hevc:2015:auxid:1" => {
                    Property::IsAlpha
                }
                _ => Property::Other,
            }
        }),
        _ => None,
    };
    known.unwrap_or(Property::Other)
}

fn color<'a>(fields: &mut Fields<'a>) -> Option<Property<'a>> {
    match fields.bytes(4)? {
        b"nclx" => {
            let numbers = [fields.u16()?, fields.u16()?, fields.u16()?];
            let [primaries, transfer, matrix] = numbers.map(|number| u8::try_from(number).unwrap_or(2));
            Some(Property::Cicp(Cicp {
                primaries,
                transfer,
                matrix,
                is_full_range: fields.u8()? & 0x80 != 0,
            }))
        }
        b"prof" | b"rICC" => Some(Property::Profile(fields.0)),
        _ => None,
    }
}

fn aperture<'a>(fields: &mut Fields<'_>) -> Option<Property<'a>> {
    let mut fractions = [(0, 1); 4];
    for fraction in &mut fractions {
        let (above, below) = (fields.u32()?, fields.u32()?);
        *fraction = (i64::from(above.cast_signed()), i64::from(below));
    }
    Some(Property::Aperture(Aperture(fractions)))
}
