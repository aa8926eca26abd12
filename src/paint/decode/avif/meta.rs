//! The items of a file, and what is said about each.

use super::boxes::{Boxes, Fields};
use crate::paint::decode::CoverError;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// More items than any grid of tiles has.
const LIMIT_ITEMS: usize = 4096;

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
        let fits = w > 0 && h > 0 && left >= 0 && top >= 0 && left + w <= i64::from(width) && top + h <= i64::from(height);
        if !fits {
            return None;
        }
        let whole = |number: i64| u32::try_from(number).ok();
        Some((whole(left)?, whole(top)?, whole(w)?, whole(h)?))
    }
}

/// A picture, an alpha plane, or something else.
#[derive(Clone, Debug, Default)]
pub struct Item<'a> {
    id: u32,
    pub kind: [u8; 4],
    pub properties: Vec<Property<'a>>,
    is_in_idat: bool,
    /// Where its data lie, and how long they are; to the end where that is zero.
    extents: Vec<(u64, u64)>,
}

impl Item<'_> {
    pub fn size(&self) -> Option<(u32, u32)> {
        self.properties.iter().find_map(|property| match property {
            Property::Size(width, height) => Some((*width, *height)),
            _ => None,
        })
    }

    pub fn cicp(&self) -> Option<Cicp> {
        self.properties.iter().find_map(|property| match property {
            Property::Cicp(cicp) => Some(*cicp),
            _ => None,
        })
    }
}

/// A file's items.
#[derive(Clone, Debug, Default)]
pub struct Container<'a> {
    file: &'a [u8],
    idat: &'a [u8],
    primary: Option<u32>,
    items: BTreeMap<u32, Item<'a>>,
    /// Kind, from, to.
    references: Vec<([u8; 4], u32, u32)>,
}

/// Reads the `meta` box of a file.
///
/// # Errors
/// When there is none, or it is broken.
pub fn read(file: &[u8]) -> Result<Container<'_>, CoverError> {
    let meta = Boxes(file).find(|(name, _)| *name == b"meta").ok_or_else(|| {
        if Boxes(file).any(|(name, _)| name == b"moov") {
            CoverError::new("it is an AVIF animation without a still picture").hint("save one of its pictures")
        } else {
            damaged("it has no `meta` box")
        }
    })?;
    let mut container = Container { file, ..Container::default() };
    container.read(meta.1).ok_or_else(|| damaged("its `meta` box is broken"))?;
    Ok(container)
}

pub fn damaged(words: &str) -> CoverError {
    CoverError::new(format!("the AVIF is damaged: {words}")).hint("save it again from its original")
}

impl<'a> Container<'a> {
    /// The item that is the picture.
    pub fn primary(&self) -> Result<&Item<'a>, CoverError> {
        self.primary.and_then(|id| self.items.get(&id)).ok_or_else(|| damaged("it has no primary picture"))
    }

    /// The items that an item is made of, in their order.
    pub fn parts(&self, item: &Item) -> Vec<&Item<'a>> {
        let ids = self.references.iter().filter(|(kind, from, _)| kind == b"dimg" && *from == item.id);
        ids.filter_map(|(_, _, to)| self.items.get(to)).collect()
    }

    /// The item that holds another's alpha.
    pub fn alpha_of(&self, item: &Item) -> Option<&Item<'a>> {
        self.references
            .iter()
            .filter(|(kind, _, to)| kind == b"auxl" && *to == item.id)
            .filter_map(|(_, from, _)| self.items.get(from))
            .find(|item| item.properties.iter().any(|property| matches!(property, Property::IsAlpha)))
    }

    /// Whether the colours were multiplied by the alpha.
    pub fn is_premultiplied(&self, item: &Item) -> bool {
        self.references.iter().any(|(kind, from, _)| kind == b"prem" && *from == item.id)
    }

    /// An item's bytes.
    pub fn data(&self, item: &Item) -> Result<Cow<'a, [u8]>, CoverError> {
        let source = if item.is_in_idat { self.idat } else { self.file };
        let mut parts = Vec::with_capacity(item.extents.len());
        let mut total = 0;
        for &(offset, length) in &item.extents {
            let start = usize::try_from(offset).unwrap_or(usize::MAX);
            let end = match usize::try_from(length).unwrap_or(usize::MAX) {
                0 => source.len(),
                length => start.saturating_add(length),
            };
            let part = source.get(start..end).ok_or_else(|| {
                CoverError::new("the AVIF is truncated").hint("copy or download it again")
            })?;
            total += part.len();
            parts.push(part);
            // Extents may name the same bytes again and again.
            if total > self.file.len() {
                return Err(damaged("its items overlap"));
            }
        }
        Ok(match parts.as_slice() {
            [part] => Cow::Borrowed(*part),
            parts => Cow::Owned(parts.concat()),
        })
    }

    fn read(&mut self, meta: &'a [u8]) -> Option<()> {
        let mut fields = Fields(meta);
        fields.version()?;
        for (name, content) in Boxes(fields.0) {
            match name {
                b"pitm" => self.primary = Some(primary(content)?),
                b"iinf" => self.read_items(content)?,
                b"iloc" => self.read_places(content)?,
                b"iref" => self.read_references(content)?,
                b"iprp" => self.read_properties(content)?,
                b"idat" => self.idat = content,
                _ => {}
            }
        }
        Some(())
    }

    /// The item of a number, made where it was not named before.
    fn item(&mut self, id: u32) -> Option<&mut Item<'a>> {
        if self.items.len() >= LIMIT_ITEMS && !self.items.contains_key(&id) {
            return None;
        }
        Some(self.items.entry(id).or_insert_with(|| Item { id, ..Item::default() }))
    }

    fn read_items(&mut self, content: &'a [u8]) -> Option<()> {
        let mut fields = Fields(content);
        let (version, _) = fields.version()?;
        fields.short_or_long(version > 0)?;
        for (name, content) in Boxes(fields.0) {
            if name != b"infe" {
                continue;
            }
            let mut fields = Fields(content);
            let (version, _) = fields.version()?;
            let id = fields.short_or_long(version > 2)?;
            fields.u16()?;
            let kind = *fields.bytes(4)?.first_chunk::<4>()?;
            self.item(id)?.kind = kind;
        }
        Some(())
    }

    fn read_places(&mut self, content: &'a [u8]) -> Option<()> {
        let mut fields = Fields(content);
        let (version, _) = fields.version()?;
        let sizes = fields.u16()?;
        let (offset, length, base) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15);
        let index = if version > 0 { sizes & 15 } else { 0 };
        if [offset, length, base, index].iter().any(|size| !matches!(size, 0 | 4 | 8)) {
            return None;
        }
        let count = fields.short_or_long(version > 1)?;
        for _ in 0..count {
            let id = fields.short_or_long(version > 1)?;
            let method = if version > 0 { fields.u16()? & 15 } else { 0 };
            // Neither other files nor other items hold the data.
            let is_elsewhere = fields.u16()? != 0 || method > 1;
            let base = fields.number(usize::from(base))?;
            let mut extents = Vec::new();
            for _ in 0..fields.u16()? {
                fields.number(usize::from(index))?;
                let offset = base.checked_add(fields.number(usize::from(offset))?)?;
                extents.push((offset, fields.number(usize::from(length))?));
            }
            let item = self.item(id)?;
            item.is_in_idat = method == 1;
            item.extents = if is_elsewhere { vec![(u64::MAX, 1)] } else { extents };
        }
        Some(())
    }

    fn read_references(&mut self, content: &'a [u8]) -> Option<()> {
        let mut fields = Fields(content);
        let (version, _) = fields.version()?;
        for (name, content) in Boxes(fields.0) {
            let mut fields = Fields(content);
            let from = fields.short_or_long(version > 0)?;
            for _ in 0..fields.u16()? {
                let to = fields.short_or_long(version > 0)?;
                self.references.push((*name, from, to));
            }
        }
        Some(())
    }

    fn read_properties(&mut self, content: &'a [u8]) -> Option<()> {
        let mut known = Vec::new();
        for (name, content) in Boxes(content) {
            match name {
                b"ipco" => known = Boxes(content).map(|(name, content)| property(name, content)).collect(),
                b"ipma" => {
                    let mut fields = Fields(content);
                    let (version, flags) = fields.version()?;
                    for _ in 0..fields.u32()? {
                        let id = fields.short_or_long(version > 0)?;
                        let mut properties = Vec::new();
                        for _ in 0..fields.u8()? {
                            // The highest bit tells whether a reader has to know it.
                            let number = if flags & 1 == 1 { fields.u16()? & 0x7FFF } else { u16::from(fields.u8()? & 0x7F) };
                            let place = usize::from(number).checked_sub(1);
                            properties.extend(place.and_then(|place| known.get(place).copied()));
                        }
                        self.item(id)?.properties = properties;
                    }
                }
                _ => {}
            }
        }
        Some(())
    }
}

fn primary(content: &[u8]) -> Option<u32> {
    let mut fields = Fields(content);
    let (version, _) = fields.version()?;
    fields.short_or_long(version > 0)
}

fn property<'a>(name: &[u8; 4], content: &'a [u8]) -> Property<'a> {
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
                b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha" | b"urn:mpeg:hevc:2015:auxid:1" => Property::IsAlpha,
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
            Some(Property::Cicp(Cicp { primaries, transfer, matrix, is_full_range: fields.u8()? & 0x80 != 0 }))
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
