"""Makes the fonts of the binary from the packages that hold them: subsets without hints, as WOFF2, with their coverage.

    python subset.py PACKAGES FONTS

PACKAGES is a folder into which these were unpacked, each in a folder of its name:
  npm     inter-ui 4.1.1, source-serif 4.5.1, @iconify-json/twemoji 1.2.5 (as `iconify-json-twemoji`)
  Debian  fonts-jetbrains-mono 2.242+ds-3, fonts-noto-core and fonts-noto-extra 20201225-1,
          fonts-noto-cjk 1:20220127+repack1-1 (all into `debian`)
FONTS is this repository's folder of fonts. Python needs fonttools, brotli and picosvg.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

sys.path.insert(0, str(Path(__file__).parent))
import cjk
import emoji

NOTO = "debian/usr/share/fonts/truetype/noto"
# What shaping needs in every script that is set; stylistic sets, fractions and small capitals are left out.
FEATURES = """
abvf abvm abvs akhn blwf blwm blws calt case ccmp cfar cjct curs dist fin2 fin3 fina half haln init isol kern ljmo locl
mark med2 medi mkmk mset nukt pref pres pstf psts rclt rkrf rlig rphf rvrn tjmo tnum vatu vjmo
""".split()
# Joiners, direction marks, the dotted circle, and the spaces and signs that stand inside words of other scripts.
COMMON = {0x20, 0xA0, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC}


def span(first, last):
    return set(range(first, last + 1))


SCRIPTS = {
    "arabic": span(0x600, 0x6FF) | span(0x750, 0x77F) | span(0x8A0, 0x8FF) | {0xFD3E, 0xFD3F, 0xFDFA, 0xFDFC, 0xFDFD},
    "armenian": span(0x530, 0x58F) | span(0xFB13, 0xFB17),
    "bengali": span(0x980, 0x9FF) | {0x964, 0x965},
    "devanagari": span(0x900, 0x97F) | span(0xA8E0, 0xA8FF) | span(0x1CD0, 0x1CFF) | {0x20B9},
    "ethiopic": span(0x1200, 0x139F) | span(0x2D80, 0x2DDF),
    "georgian": span(0x10A0, 0x10FF) | span(0x1C90, 0x1CBF) | span(0x2D00, 0x2D2F),
    "gujarati": span(0xA80, 0xAFF) | {0x964, 0x965},
    "gurmukhi": span(0xA00, 0xA7F) | {0x964, 0x965},
    "hebrew": span(0x590, 0x5FF) | span(0xFB1D, 0xFB4F) | {0x20AA},
    "kannada": span(0xC80, 0xCFF) | {0x964, 0x965},
    "khmer": span(0x1780, 0x17FF) | span(0x19E0, 0x19FF),
    "lao": span(0xE80, 0xEFF),
    "malayalam": span(0xD00, 0xD7F) | {0x964, 0x965},
    "myanmar": span(0x1000, 0x109F) | span(0xAA60, 0xAA7F),
    "oriya": span(0xB00, 0xB7F) | {0x964, 0x965},
    "sinhala": span(0xD80, 0xDFF),
    "tamil": span(0xB80, 0xBFF) | {0x964, 0x965},
    "telugu": span(0xC00, 0xC7F) | {0x964, 0x965},
    "thai": span(0xE00, 0xE7F),
}
# Numbers in circles, arrows, mathematics, technical signs (⌘), geometric shapes, dingbats.
SYMBOLS = span(0x2010, 0x29FF) | span(0x2A00, 0x2A3F) | span(0x2A7D, 0x2AB0) | span(0x2B00, 0x2B5F) | {0x1F12F}
SYMBOLS -= span(0x2800, 0x28FF)
LETTERS = span(0x20, 0x52F) | span(0x1C80, 0x1C8F) | span(0x1D00, 0x1DBF) | span(0x1DC4, 0x1FFF) | span(0x2DE0, 0x2DFF) \
    | span(0x2C60, 0x2C7F) | span(0xA640, 0xA69F) | span(0xA720, 0xA7FF) | span(0xAB30, 0xAB6F) | span(0xFB00, 0xFB06)


def reduced(font, wanted, features=FEATURES):
    """A font with the characters that are wanted and have a shape, and what shaping them needs."""
    held = set(font.getBestCmap()) & (wanted | COMMON)
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14, 16, 17]
    options.notdef_outline = False
    options.drop_tables += ["DSIG", "VORG", "vmtx", "vhea", "BASE", "MATH", "meta", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=held)
    subsetter.subset(font)
    return font


def pinned(font, **axes):
    written = io.BytesIO()
    instancer.instantiateVariableFont(font, axes, inplace=True).save(written)
    return TTFont(io.BytesIO(written.getvalue()), recalcTimestamp=False)


def named(font, family):
    """A changed font may not bear a reserved name (SIL Open Font License 1.1, 3)."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 16):
            names.setName(family, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (4, 6, 25):
            names.setName(family.replace(" ", ""), record.nameID, record.platformID, record.platEncID, record.langID)
    return font


def coverage(font):
    """The characters that have a shape, and the spaces."""
    glyphs = font.getGlyphSet()
    colored = set(font["COLR"].ColorLayers) if "COLR" in font else set()
    drawn = {}

    def is_drawn(name):
        if name not in drawn:
            pen = RecordingPen()
            glyphs[name].draw(pen)
            drawn[name] = bool(pen.value) or name in colored
        return drawn[name]

    held = {c for c, name in font.getBestCmap().items() if chr(c).isspace() or is_drawn(name)}
    # The frame of a keycap is drawn with the digit in it.
    return held | ({0x20E3} & set(font.getBestCmap()) if colored else set())


def ranges(points):
    found = []
    for c in sorted(points):
        if found and found[-1][1] == c - 1:
            found[-1][1] = c
        else:
            found.append([c, c])
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in found)


def families(packages):
    """Each folder with its files: the name of each and how it is made."""

    def open_font(path, **options):
        return lambda: TTFont(packages / path, recalcTimestamp=False, **options)

    def made(path, wanted, *steps, **options):
        def make():
            font = open_font(path, **options)()
            for step in steps:
                font = step(font)
            return reduced(font, wanted)

        return make

    inter, serif = "inter-ui/variable/InterVariable.woff2", "source-serif/VAR/SourceSerif4Variable-Roman.ttf"
    mono = "debian/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono"
    everything = span(0x20, 0x2FFFF)
    yield "inter", {
        "InterDisplay": made(inter, everything, lambda font: pinned(font, opsz=32, wght=(400, 900))),
        "Inter": made(inter, everything, lambda font: pinned(font, opsz=18, wght=(400, 900))),
    }
    yield "syndicard-serif", {
        "SyndicardSerif": made(
            serif, everything, lambda font: named(pinned(font, opsz=34, wght=(400, 900)), "Syndicard Serif")
        ),
    }
    yield "jetbrains-mono", {
        f"JetBrainsMono-{weight}": made(f"{mono}-{weight}.ttf", everything) for weight in ("Medium", "Bold")
    }
    yield "noto-serif", {
        f"NotoSerif-{weight}": made(f"{NOTO}/NotoSerif-{weight}.ttf", LETTERS) for weight in ("Medium", "Bold")
    }
    for script, wanted in SCRIPTS.items():
        name = f"NotoSans{script.capitalize()}"
        lighter = "Regular" if script == "oriya" else "Medium"
        yield f"noto-sans-{script}", {
            f"{name}-{weight}": made(f"{NOTO}/{name}-{weight}.ttf", wanted) for weight in (lighter, "Bold")
        }
    yield "noto-sans-symbols-2", {"NotoSansSymbols2-Regular": made(f"{NOTO}/NotoSansSymbols2-Regular.ttf", SYMBOLS)}
    yield "noto-sans-symbols", {"NotoSansSymbols-Bold": made(f"{NOTO}/NotoSansSymbols-Bold.ttf", SYMBOLS)}
    yield "noto-sans-math", {"NotoSansMath-Regular": made(f"{NOTO}/NotoSansMath-Regular.ttf", SYMBOLS)}
    collection = packages / "debian/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
    yield "noto-sans-cjk", {"NotoSansCJK-Bold": lambda: reduced(cjk.face(collection), cjk.WANTED, cjk.FEATURES)}
    yield "twemoji", {"Twemoji": lambda: emoji.font(packages / "iconify-json-twemoji")}


def main(packages, fonts, only):
    known = fonts / "coverage.txt"
    lines = dict(line.split(": ", 1) for line in known.read_text().splitlines()) if known.exists() else {}
    for folder, files in families(packages):
        if only and folder not in only:
            continue
        (fonts / folder).mkdir(exist_ok=True)
        covered = None
        for name, make in files.items():
            font = make()
            font.flavor = "woff2"
            target = fonts / folder / f"{name}.woff2"
            font.save(target)
            held = coverage(TTFont(target))
            covered = held if covered is None else covered & held
            print(f"{target.name}: {len(held)} characters, {target.stat().st_size} bytes", flush=True)
        lines[folder] = ranges(covered)
    known.write_text("".join(f"{folder}: {text}\n" for folder, text in sorted(lines.items())))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
