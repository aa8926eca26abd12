"""What all programs are given: titles, covers and fonts, made here from seeds."""

import concurrent.futures
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests/quality"))

WIDTH, HEIGHT, QUALITY = 1200, 630, 85
SITE = "Harbour Notes · Ada Quay · 12 Nov 2026"
# Raised where the pictures change, so that those of older runs are not taken.
EDITION = 1


@dataclass(frozen=True)
class Work:
    """One kind of cover that all programs draw cards from."""

    name: str
    folder: str | None
    about: str


BASELINE = Work("12 MP baseline JPEG", "baseline", "4000×3000, 4:2:0, as cameras write them")
PROGRESSIVE = Work("12 MP progressive JPEG", "progressive", "the same pictures, saved as progressive")
MIDDLE = Work("1600×900 JPEG", "middle", "as sites publish them")
NONE = Work("no cover", None, "title and ground alone")
WORKS = (BASELINE, PROGRESSIVE, MIDDLE, NONE)

OPENINGS = (
    "What the tide tables leave out:", "Cómo aprendí a leer", "Über das langsame Schreiben und", "A short history of",
    "Pourquoi je relis encore", "Notes from a winter with", "Så lagade vi", "Eleven months of", "O que ficou de", "Jak se staví",
)
SUBJECTS = (
    "the lighthouse at Cabo Ortegal", "die Werkstatt am Fluss", "un jardín sin riego", "the paper mill's last machine", "l'atelier près du port",
    "a compiler nobody asked for", "as cartas do meu avô", "vår gamla båt", "starý most přes řeku", "the bread that would not rise",
)


def titles(count):
    """Titles of 30 to 80 characters, no two alike, most with a letter beyond ASCII."""
    if count > 500:
        raise SystemExit("there are not so many titles: ask for 500 cards at most")
    chance, found = random.Random(11), {}
    while len(found) < count:
        part = f", part {chance.randint(2, 9)}" if len(found) >= 60 or chance.random() < 0.4 else ""
        found.setdefault(f"{chance.choice(OPENINGS)} {chance.choice(SUBJECTS)}{part}")
    return list(found)


def covers(folder, count):
    """Paints what is missing of each set and says where the sets are: folders of `000.jpg` and so on."""
    wanted = []
    for number in range(count):
        files = [folder / str(EDITION) / work.folder / f"{number:03d}.jpg" for work in WORKS if work.folder]
        if not all(file.exists() for file in files):
            wanted.append((number, files))
    if wanted:
        print(f"painting {len(wanted)} covers in each size", file=sys.stderr, flush=True)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        list(pool.map(paint, *zip(*wanted)) if wanted else [])
    return folder / str(EDITION)


def paint(number, files):
    """The same scene at 12 megapixels, twice, and another at 1600×900."""
    from photographs import grain_for, grained, jpeg, photograph

    baseline, progressive, middle = files
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
    save = {"quality": QUALITY, "subsampling": 2}
    # Weights as cameras spread them: 3.7 MB on average, and 0.35 MB for those of the web.
    weight = random.Random(number).uniform(0.7, 1.3)
    large = photograph(1000 + number, 4000, 3000)
    large = grained(large, number, grain_for(large, number, 3.7e6 * weight, **save))
    write(progressive, jpeg(large, progressive=True, **save))
    write(baseline, jpeg(large, **save))
    small = photograph(2000 + number, 1600, 900)
    small = grained(small, number, grain_for(small, number, 3.5e5 * weight, **save))
    write(middle, jpeg(small, **save))


def write(path, data):
    """Whole or not at all, for the next run takes what is there."""
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.rename(path)


def fonts(folder):
    """The project's own Inter in the two weights that cards need, as files that every program reads."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    found = {}
    for name, weight in (("Bold", 700), ("Regular", 400)):
        found[name.lower()] = file = folder / f"Inter-{name}.ttf"
        if not file.exists():
            folder.mkdir(parents=True, exist_ok=True)
            font = TTFont(HERE.parents[1] / "fonts/inter/Inter.woff2")
            axes = {axis.axisTag: weight if axis.axisTag == "wght" else None for axis in font["fvar"].axes}
            font = instantiateVariableFont(font, axes, updateFontNames=False)
            font.flavor = None
            for record, text in ((1, "Inter"), (2, name), (4, f"Inter {name}"), (6, f"Inter-{name}"), (16, "Inter"), (17, name)):
                font["name"].setName(text, record, 3, 1, 0x409)
            font["OS/2"].usWeightClass = weight
            font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if name == "Bold" else 0x40)
            font["head"].macStyle = 1 if name == "Bold" else 0
            font.save(file)
    return found


def job(work, covers_at, faces, count):
    """What is to be drawn, as the drawing programs read it."""
    posts = [
        {"name": f"{number:03d}", "title": title, "cover": str(covers_at / work.folder / f"{number:03d}.jpg") if work.folder else None}
        for number, title in enumerate(titles(count))
    ]
    common = {"site": SITE, "width": WIDTH, "height": HEIGHT, "quality": QUALITY}
    return {**common, **{name: str(file) for name, file in faces.items()}, "posts": posts}


def write_job(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1))
    return path
