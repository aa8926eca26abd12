"""Makes a colour font (COLR version 0) of the pictures of Twemoji, with a ligature for each sequence."""

import json
from multiprocessing import Pool

from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.fontBuilder import FontBuilder
from fontTools.otlLib import builder as otl
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables import otTables
from picosvg.svg import SVG
from picosvg.svg_transform import Affine2D
from picosvg.svg_types import SVGPath

UNITS = 512
# 2026-01-01 in seconds since 1904, so that every run gives the same bytes.
EPOCH = 3_850_070_400
# The pictures are 36 by 36. A square of 1.12 em, its middle at half the height of capitals, stands beside letters as
# one of them.
BOX = 36
SIDE = 1.12 * UNITS
BEARING = 0.04 * UNITS
BOTTOM = 0.36 * UNITS - SIDE / 2
# In units of the font; a third of a pixel at a title's size.
TOLERANCE = 0.6

# The names of colours that the pictures use.
NAMED = {"black": "#000", "red": "#f00", "green": "#008000", "navy": "#000080", "azure": "#f0ffff"}

# Pictures of one dark colour (©, ✖, ➕) take the colour of the text, or they would not be seen on a dark card; those of
# something black stay black.
DARK = ("#31373D", "#292F33")
FOREGROUND = 0xFFFF

ZWJ, VS15, VS16 = 0x200D, 0xFE0E, 0xFE0F
TAGS = [*range(0xE0020, 0xE007F), 0xE007F]
PLACE = Affine2D(SIDE / BOX, 0, 0, -SIDE / BOX, BEARING, BOTTOM + SIDE)


def layers(body):
    """The shapes of one picture from the back to the front: their path, colour and opacity."""
    body = body.replace(" href=", " xlink:href=")
    svg = SVG.fromstring(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 {BOX} {BOX}">{body}</svg>'
    )
    if any(word in body for word in ("<g", "<use", "clip", "transform", "evenodd", "stroke")):
        svg = svg.topicosvg()
    found = []
    for shape in svg.shapes():
        path = shape.as_path().absolute().arcs_to_cubics().expand_shorthand().explicit_lines()
        color = shape.fill or "black"
        if color != "none":
            found.append((path.apply_transform(PLACE).d, color, shape.opacity * shape.fill_opacity))
    return found


def outline(path_data):
    pen = TTGlyphPen(None)
    quadratic = Cu2QuPen(pen, TOLERANCE, reverse_direction=True)
    open_contour = False
    for command, args in SVGPath(d=path_data).as_cmd_seq():
        points = list(zip(args[::2], args[1::2]))
        if command == "M":
            if open_contour:
                quadratic.closePath()
            quadratic.moveTo(points[0])
            open_contour = True
        elif command == "L":
            quadratic.lineTo(points[0])
        elif command == "Q":
            quadratic.qCurveTo(*points)
        elif command == "C":
            quadratic.curveTo(*points)
        elif command in "Zz":
            quadratic.closePath()
            open_contour = False
        else:
            raise ValueError(command)
    if open_contour:
        quadratic.closePath()
    return pen.glyph(dropImpliedOnCurves=True)


def color_of(text):
    text = NAMED.get(text, text).lstrip("#")
    if len(text) == 3:
        text = "".join(2 * digit for digit in text)
    return tuple(int(text[at : at + 2], 16) / 255 for at in (0, 2, 4))


def draw(item):
    sequence, body = item
    return sequence, [(outline(path), color_of(color), opacity) for path, color, opacity in layers(body)]


def font(package):
    """The font of the pictures in the npm package `@iconify-json/twemoji`."""
    icons = json.loads((package / "icons.json").read_text())
    bodies = {name: icon["body"] for name, icon in icons["icons"].items()}
    names = json.loads((package / "chars.json").read_text())
    wanted, black = {}, set()
    for code, name in sorted(names.items()):
        sequence = tuple(c for c in (int(part, 16) for part in code.split("-")) if c not in (VS15, VS16))
        wanted[sequence] = bodies[name]
        if name.startswith("black-"):
            black.add(sequence)
    with Pool() as pool:
        pictures = pool.map(draw, sorted(wanted.items()), chunksize=32)

    empty = TTGlyphPen(None).glyph()
    glyphs, cmap, advance = {".notdef": empty}, {}, {}
    # The joiner, the selectors and the tags have no shape of their own.
    for c in [0x20, ZWJ, VS15, VS16, *TAGS]:
        cmap[c] = f"u{c:X}"
        glyphs[cmap[c]] = empty
    # A sequence may hold characters that are no emoji by themselves: digits, and letters of the alphabet of flags.
    alone = sorted({c for sequence in wanted for c in sequence} - set(cmap))
    for c in alone:
        cmap[c] = f"u{c:X}"
        glyphs[cmap[c]] = empty
    palette, shapes, colr, ligatures = {}, {}, {}, {}
    for sequence, drawn in pictures:
        name = "_".join(f"u{c:X}" for c in sequence)
        if len(sequence) > 1:
            ligatures[tuple(cmap[c] for c in sequence)] = name
        glyphs.setdefault(name, empty)
        advance[name] = round(SIDE + 2 * BEARING)
        stack = []
        is_sign = sequence not in black and {color for _, color, _ in drawn} <= {color_of(dark) for dark in DARK}
        for glyph, color, opacity in drawn:
            if glyph.numberOfContours == 0:
                continue
            key = (tuple(glyph.coordinates), tuple(glyph.endPtsOfContours), bytes(glyph.flags))
            if key not in shapes:
                shapes[key] = f"s{len(shapes)}"
                glyphs[shapes[key]] = glyph
            rgba = (*color, round(opacity, 3))
            stack.append((shapes[key], FOREGROUND if is_sign else palette.setdefault(rgba, len(palette))))
        colr[name] = stack

    made = FontBuilder(UNITS, isTTF=True)
    order = list(glyphs)
    made.setupGlyphOrder(order)
    made.setupCharacterMap(cmap)
    made.setupGlyf(glyphs)
    table = made.font["glyf"]
    made.setupHorizontalMetrics({name: (advance.get(name, 0), getattr(table[name], "xMin", 0)) for name in order})
    made.setupHorizontalHeader(ascent=round(0.95 * UNITS), descent=round(-0.25 * UNITS))
    made.setupOS2(sTypoAscender=round(0.95 * UNITS), sTypoDescender=round(-0.25 * UNITS))
    made.setupNameTable({"familyName": "Twemoji", "styleName": "Regular", "licenseDescription": "CC BY 4.0",
                         "copyright": "Twitter, Inc and other contributors"})
    made.setupPost(keepGlyphNames=False)
    made.font["COLR"] = buildCOLR(colr, version=0)
    made.font["CPAL"] = buildCPAL([list(palette)])
    made.font["GSUB"] = substitutions(ligatures, cmap, made.font.getReverseGlyphMap())
    made.font["head"].created = made.font["head"].modified = EPOCH
    made.font.recalcTimestamp = False
    return made.font


def substitutions(ligatures, cmap, ids):
    """Selectors go away first; then the longest sequence that is known becomes its picture."""
    drop = otTables.MultipleSubst()
    drop.mapping = {cmap[VS15]: [], cmap[VS16]: []}
    join = otl.buildLigatureSubstSubtable(ligatures)
    lookups = [otl.buildLookup([drop]), otl.buildLookup([join])]
    table = newTable("GSUB")
    gsub = table.table = otTables.GSUB()
    gsub.Version = 0x00010000
    gsub.LookupList = otTables.LookupList()
    gsub.LookupList.Lookup = lookups
    feature = otTables.FeatureRecord()
    feature.FeatureTag = "ccmp"
    feature.Feature = otTables.Feature()
    feature.Feature.FeatureParams = None
    feature.Feature.LookupListIndex = [0, 1]
    gsub.FeatureList = otTables.FeatureList()
    gsub.FeatureList.FeatureRecord = [feature]
    language = otTables.DefaultLangSys()
    language.LookupOrder, language.ReqFeatureIndex, language.FeatureIndex = None, 0xFFFF, [0]
    script = otTables.ScriptRecord()
    script.ScriptTag = "DFLT"
    script.Script = otTables.Script()
    script.Script.DefaultLangSys = language
    script.Script.LangSysRecord = []
    gsub.ScriptList = otTables.ScriptList()
    gsub.ScriptList.ScriptRecord = [script]
    return table

