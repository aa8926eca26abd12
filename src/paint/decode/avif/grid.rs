//! Pictures that are cut into tiles (ISO/IEC 23008-12, 6.6.2.3).

use super::boxes::Fields;
use super::frame::{self, Frame};
use super::meta::{Container, Item, damaged};
use crate::paint::decode::{CoverError, check_size};

/// Decodes the tiles one after the other and lays them side by side.
pub fn decode(container: &Container, item: &Item) -> Result<Frame, CoverError> {
    let grid = Grid::read(&container.data(item)?).ok_or_else(|| damaged("its grid is broken"))?;
    check_size(grid.width as u32, grid.height as u32)?;
    let tiles = container.parts(item);
    if tiles.len() != grid.rows * grid.columns {
        return Err(damaged("its grid lacks tiles"));
    }
    let mut whole: Option<Frame> = None;
    for (index, tile) in tiles.into_iter().enumerate() {
        if &tile.kind != b"av01" {
            return Err(damaged("a tile of its grid is no picture"));
        }
        let tile = frame::decode(&container.data(tile)?)?;
        let whole = whole.get_or_insert_with(|| grid.empty(&tile));
        let (column, row) = (index % grid.columns, index / grid.columns);
        lay(whole, &tile, column * tile.width, row * tile.height)
            .ok_or_else(|| damaged("the tiles of its grid are not alike"))?;
    }
    let whole = whole.ok_or_else(|| damaged("its grid lacks tiles"))?;
    Ok(whole)
}

struct Grid {
    rows: usize,
    columns: usize,
    width: usize,
    height: usize,
}

impl Grid {
    fn read(data: &[u8]) -> Option<Self> {
        let mut fields = Fields(data);
        fields.u8()?;
        let is_long = fields.u8()? & 1 == 1;
        let (rows, columns) = (usize::from(fields.u8()?) + 1, usize::from(fields.u8()?) + 1);
        let (width, height) = (fields.short_or_long(is_long)?, fields.short_or_long(is_long)?);
        Some(Self { rows, columns, width: width as usize, height: height as usize })
    }

    /// A frame like a tile, but of the grid's size.
    fn empty(&self, tile: &Frame) -> Frame {
        let mut whole = Frame { width: self.width, height: self.height, planes: Default::default(), ..*tile };
        let sizes: Vec<usize> = (0..3).map(|index| whole.plane_size(index)).map(|(w, h)| w * h).collect();
        whole.planes.iter_mut().zip(sizes).for_each(|(plane, size)| *plane = vec![0; size]);
        whole
    }
}

/// Copies a tile to its place, as far as it lies inside.
fn lay(whole: &mut Frame, tile: &Frame, left: usize, top: usize) -> Option<()> {
    let is_alike = (tile.bits, tile.halved, tile.cicp) == (whole.bits, whole.halved, whole.cicp);
    let (x, y) = tile.halved.unwrap_or((0, 0));
    if !is_alike
        || left >= whole.width
        || top >= whole.height
        || !left.is_multiple_of(1 << x)
        || !top.is_multiple_of(1 << y)
    {
        return None;
    }
    for index in 0..3 {
        let (left, top) = if index == 0 { (left, top) } else { (left >> x, top >> y) };
        let ((width, height), (tile_width, tile_height)) = (whole.plane_size(index), tile.plane_size(index));
        if width == 0 {
            continue;
        }
        let count = tile_width.min(width - left.min(width));
        let rows =
            tile.planes.get(index)?.chunks_exact(tile_width).take(tile_height.min(height - top.min(height)));
        let plane = whole.planes.get_mut(index)?;
        for (row, from) in rows.enumerate() {
            let start = (top + row) * width + left;
            plane.get_mut(start..start + count)?.copy_from_slice(from.get(..count)?);
        }
    }
    Some(())
}
