"""Makes the small fonts of the tests, each of squares: `python make.py` beside this file, with fonttools, brotli and pillow."""

import io
from pathlib import Path

from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables import BitmapGlyphMetrics, C_B_D_T_, E_B_L_C_, sbixGlyph, sbixStrike
from fontTools.ttLib.tables import otTables as ot
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from PIL import Image

HERE = Path(__file__).parent
UNITS = 1000
EPOCH = 3_850_070_400


def square(left, bottom, right, top):
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()
    return pen.glyph()


def font(family, style="Regular", weight=400, glyphs=None, cmap=None, advance=1000):
    """A font whose letters are squares of 800 units above the baseline; the space and `C` are empty."""
    empty = TTGlyphPen(None).glyph()
    glyphs = {".notdef": empty, "space": empty, "C": empty} | (glyphs or {"A": square(100, 0, 900, 800), "B": square(100, 0, 500, 800)})
    cmap = cmap or {ord(name): name for name in glyphs if len(name) == 1}
    made = FontBuilder(UNITS, isTTF=True)
    made.setupGlyphOrder(list(glyphs))
    made.setupCharacterMap({32: "space"} | cmap)
    made.setupGlyf(glyphs)
    table = made.font["glyf"]
    made.setupHorizontalMetrics({name: (advance, getattr(table[name], "xMin", 0)) for name in glyphs})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWeightClass=weight)
    made.setupNameTable({"familyName": family, "styleName": style})
    made.setupPost(keepGlyphNames=False)
    made.font["head"].created = made.font["head"].modified = EPOCH
    made.font.recalcTimestamp = False
    return made


def save(made, name, flavor=None):
    made = getattr(made, "font", made)
    made.flavor = flavor
    made.save(HERE / name)
    made.flavor = None


RED, BLUE, HALF_GREEN, LIME, GREY = (1, 0, 0, 1), (0, 0, 1, 1), (0, 1, 0, 0.5), (0.5, 1, 0.25, 1), (0.5, 0.5, 0.5, 1)
FOREGROUND = 0xFFFF
ALL = {"A": square(0, 0, 1000, 1000), "B": square(0, 0, 1000, 1000), "D": square(0, 0, 1000, 1000)}
ALL |= {name: square(0, 0, 1000, 1000) for name in "EFGHIJKLM"}
ALL |= {"left": square(0, 0, 500, 1000), "right": square(500, 0, 1000, 1000), "all": square(0, 0, 1000, 1000)}


def version_0():
    """`A` is red on the left and of the text's colour on the right; `B` has an outline alone."""
    made = font("Layers", glyphs=ALL)
    made.font["COLR"] = buildCOLR({"A": [("left", 0), ("right", FOREGROUND)]}, version=0)
    made.font["CPAL"] = buildCPAL([[RED, BLUE, HALF_GREEN, LIME, GREY]])
    save(made, "colr-0.ttf")


def solid(index, alpha=1.0):
    return {"Format": ot.PaintFormat.PaintSolid, "PaletteIndex": index, "Alpha": alpha}


def in_shape(name, paint):
    return {"Format": ot.PaintFormat.PaintGlyph, "Glyph": name, "Paint": paint}


def line(*stops):
    return {"Extend": "pad", "ColorStop": [{"StopOffset": at, "PaletteIndex": index, "Alpha": 1.0} for at, index in stops]}


def version_1():
    """`A` linear and `B` radial and `D` sweeping gradients from red to blue; `E` composites, `F` turns, `G` burns, `K` dodges,
    `L` takes the luminosity and `M` the colour,
    `H` is a half-transparent green, `I` is the text's colour inside a clip box, `J` sweeps over half a turn."""
    paint = ot.PaintFormat
    red_blue = line((0, 0), (1, 1))

    def composite(mode, source, backdrop):
        return {"Format": paint.PaintComposite, "SourcePaint": source, "CompositeMode": mode, "BackdropPaint": backdrop}

    glyphs = {
        "A": in_shape("all", {"Format": paint.PaintLinearGradient, "ColorLine": red_blue, "x0": 0, "y0": 0, "x1": 1000, "y1": 0, "x2": 0, "y2": 1000}),
        "B": in_shape("all", {"Format": paint.PaintRadialGradient, "ColorLine": red_blue, "x0": 500, "y0": 500, "r0": 0, "x1": 500, "y1": 500, "r1": 500}),
        "D": in_shape("all", {"Format": paint.PaintSweepGradient, "ColorLine": line((0, 0), (0.5, 0), (0.5, 1), (1, 1)), "centerX": 500, "centerY": 500, "startAngle": 0, "endAngle": 360}),
        "E": composite("src_in", in_shape("left", solid(0)), in_shape("all", solid(1))),
        "F": {"Format": paint.PaintRotateAroundCenter, "angle": 90, "centerX": 500, "centerY": 500, "Paint": in_shape("left", solid(0))},
        "G": composite("color_burn", in_shape("all", solid(4)), in_shape("all", solid(3))),
        "K": composite("color_dodge", in_shape("all", solid(4)), in_shape("all", solid(3))),
        "L": composite("hsl_luminosity", in_shape("all", solid(4)), in_shape("all", solid(1))),
        "M": composite("hsl_color", in_shape("all", solid(0)), in_shape("all", solid(4))),
        "H": in_shape("all", solid(2)),
        "I": solid(FOREGROUND),
        "J": in_shape("all", {"Format": paint.PaintSweepGradient, "ColorLine": line((0, 0), (1, 1)), "centerX": 500, "centerY": 500, "startAngle": 180, "endAngle": 360}),
    }
    made = font("Paints", glyphs=ALL)
    made.font["COLR"] = buildCOLR(glyphs, version=1, glyphMap=made.font.getReverseGlyphMap(), clipBoxes={"I": (0, 0, 500, 500)})
    made.font["CPAL"] = buildCPAL([[RED, BLUE, HALF_GREEN, LIME, GREY]])
    save(made, "colr-1.ttf")


def png(side, color):
    bytes_ = io.BytesIO()
    Image.new("RGBA", (side, side), color).save(bytes_, "PNG")
    return bytes_.getvalue()


def bitmaps():
    """`A` is a red square of 20 pixels an em, and a green one of 40."""
    outline = {"A": square(0, 0, 1000, 1000), "B": square(0, 0, 1000, 1000)}
    made = font("Bitmaps", glyphs=outline)
    sbix = made.font["sbix"] = newTable("sbix")
    for side, color in ((20, (255, 0, 0, 255)), (40, (0, 255, 0, 255))):
        strike = sbixStrike.Strike(ppem=side, resolution=72)
        strike.glyphs["A"] = sbixGlyph.Glyph(glyphName="A", graphicType="png ", imageData=png(side, color), originOffsetX=0, originOffsetY=0)
        sbix.strikes[side] = strike
    save(made, "sbix.ttf")

    made = font("Bitmaps of Google", glyphs=outline)
    made.font["glyf"]["A"] = TTGlyphPen(None).glyph()
    data, places = newTable("CBDT"), newTable("CBLC")
    made.font["CBDT"], made.font["CBLC"] = data, places
    data.version, places.version, data.strikeData, places.strikes = 3.0, 3.0, [], []
    for side, color in ((20, (255, 0, 0, 255)), (40, (0, 255, 0, 255))):
        glyph = C_B_D_T_.cbdt_bitmap_format_17(b"", made.font)
        glyph.metrics = BitmapGlyphMetrics.SmallGlyphMetrics()
        glyph.metrics.height = glyph.metrics.width = glyph.metrics.Advance = side
        # A quarter of an em lies below the baseline.
        glyph.metrics.BearingX, glyph.metrics.BearingY = 0, side * 3 // 4
        glyph.imageData = png(side, color)
        data.strikeData.append({"A": glyph})
        strike = E_B_L_C_.Strike()
        size = strike.bitmapSizeTable
        size.startGlyphIndex = size.endGlyphIndex = made.font.getGlyphID("A")
        size.ppemX = size.ppemY = side
        size.bitDepth, size.flags, size.colorRef, size.numberOfIndexSubTables = 32, 1, 0, 1
        for direction in ("hori", "vert"):
            metrics = E_B_L_C_.SbitLineMetrics()
            for field in ("ascender", "descender", "widthMax", "caretSlopeNumerator", "caretSlopeDenominator", "caretOffset", "minOriginSB", "minAdvanceSB", "maxBeforeBL", "minAfterBL", "pad1", "pad2"):
                setattr(metrics, field, 0)
            setattr(size, direction, metrics)
        table = E_B_L_C_.eblc_index_sub_table_1(b"", made.font)
        table.indexFormat, table.imageFormat = 1, 17
        table.firstGlyphIndex = table.lastGlyphIndex = made.font.getGlyphID("A")
        table.names = ["A"]
        table.locations = [(0, 0)]
        strike.indexSubTables = [table]
        places.strikes.append(strike)
    save(made, "cbdt.ttf")


def families():
    """One family in two files, a collection of two families, packed fonts, and one that varies."""
    narrow = {"A": square(100, 0, 300, 800), "é": square(100, 0, 300, 800), "ж": square(100, 0, 300, 800)}
    wide = {name: square(100, 0, 900, 800) for name in narrow}
    save(font("Squares", glyphs=narrow), "Squares-Regular.ttf")
    save(font("Squares", "Bold", 700, glyphs=wide), "Squares-Bold.ttf")
    made = font("Packed Squares", glyphs={"\u0f40": square(0, 0, 900, 900), "\u0f41": TTGlyphPen(None).glyph()})
    save(made, "packed.woff2", "woff2")
    save(made, "packed.woff", "woff")
    collection = TTCollection()
    for family, letter in (("First", "ᚠ"), ("Second", "ꓐ")):
        written = io.BytesIO()
        font(family, glyphs={letter: square(0, 0, 900, 900)}).font.save(written)
        collection.fonts.append(TTFont(io.BytesIO(written.getvalue()), recalcTimestamp=False))
    collection.save(HERE / "two.ttc")

    made = font("Varying", glyphs={"A": square(100, 0, 500, 800)}, advance=600)
    made.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    # The square's right side and the advance grow by 400 units on the way to 900.
    deltas = [(0, 0), (0, 0), (400, 0), (400, 0), (0, 0), (400, 0), (0, 0), (0, 0)]
    made.setupGvar({"A": [TupleVariation({"wght": (0, 1, 1)}, deltas)]})
    save(made, "varying.ttf")


if __name__ == "__main__":
    version_0()
    version_1()
    bitmaps()
    families()
