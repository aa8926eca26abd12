//! The items of a file, and what is said about each.

use super::boxes::{Boxes, Fields};
use super::property::{Cicp, Property, property};
use crate::paint::decode::CoverError;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// More items than any grid of tiles has.
const LIMIT_ITEMS: usize = 4096;

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
            CoverError::new("it is an AVIF animation without a still picture")
                .hint("save one of its pictures")
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
            let part = source
                .get(start..end)
                .ok_or_else(|| CoverError::new("the AVIF is truncated").hint("copy or download it again"))?;
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
                            let number = if flags & 1 == 1 {
                                fields.u16()? & 0x7FFF
                            } else {
                                u16::from(fields.u8()? & 0x7F)
                            };
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
