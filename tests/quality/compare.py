"""Holds the covers on cards to what a slow reference makes of the same files.

    python compare.py WORK [--program SYNDICARD] [--photos FOLDER]

It paints 50 covers (see `photographs.py`) of the sizes, samplings and orders that cameras and the web have, takes the sample site's
pictures as well, builds a site of them with a theme that shows the cover and leaves the title in a strip below, and compares each cover by SSIM with `reference.py`. It fails where the
mean is under 0.98 or any under 0.95. The worst pair stands in `WORK/worst.png`: card, reference, difference. With `--photos`
the JPEGs of a folder are taken instead.
"""

import argparse
import concurrent.futures
import itertools
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from photographs import KINDS, grained, jpeg, photograph
from reference import brightness, reference
from ssim import ssim

LEAST_MEAN, LEAST = 0.98, 0.95
COUNT = 50
SAMPLES = Path(__file__).resolve().parents[2] / "assets/demo/public/static/images"
# The cover's box of the theme below. Rows of the last block that is not wholly cover are not compared.
WIDTH, HEIGHT, COMPARED = 1200, 540, 528
# What is decoded at a half, whole, at a half once more, and upright; the last at a quarter.
SIZES = [(2560, 1700), (1600, 900), (2900, 2100), (1800, 2400), (2448, 1632), (1920, 1080), (3000, 2000), (1280, 960), (4800, 2700)]
# Pillow's names of 4:2:0, 4:4:4 and 4:2:2.
SAVED = [
    {"quality": 85, "subsampling": 2},
    {"quality": 92, "subsampling": 2},
    {"quality": 90, "subsampling": 0},
    {"quality": 85, "subsampling": 2, "progressive": True},
    {"quality": 95, "subsampling": 1},
    {"quality": 85, "subsampling": 2, "optimize": True},
    {"quality": 75, "subsampling": 2},
]
# Of sensors from bright light to dim, after what cameras smooth away.
GRAINS = [0.4, 1.8, 0.8, 1.2, 2.5]
THEME = f"""about: The cover alone, over a strip with the title.
dark: {{ground: "#20262b", text: white}}
texts:
  title: {{weight: 500, sizes: [[24, 1]]}}
card:
  fill: ground
  justify: end
  padding: [0, 64, 40, 64]
  boxes:
    - {{picture: cover, at: {{top: 0, start: 0, end: 0}}, height: {HEIGHT}}}
    - {{say: "{{title}}", text: title}}
"""
SETTINGS = 'title: Quality\nurl: https://quality.example.org\nlanguage: en\nposts: [{dir: posts, url: "/:slug"}]\nout: public\ncards: {theme: bare}\n'


def paint(number, path):
    width, height = SIZES[number % len(SIZES)]
    picture = photograph(number, width, height)
    path.write_bytes(jpeg(grained(picture, number, GRAINS[number % len(GRAINS)]), **SAVED[number % len(SAVED)]))


def photos(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg"))


def write_site(site, covers):
    shutil.rmtree(site, ignore_errors=True)
    (site / "card-themes/bare").mkdir(parents=True)
    (site / "card-themes/bare/theme.yaml").write_text(THEME)
    (site / "syndicard.yaml").write_text(SETTINGS)
    (site / "public").mkdir()
    (site / "posts").mkdir()
    for name, cover in covers.items():
        shutil.copy(cover, site / "posts" / f"{name}.jpg")
        head = f"title: {name}\ndate: 2026-01-02\ncover: {name}.jpg\ncover_focus: [0.5, 0.5]"
        (site / "posts" / f"{name}.md").write_text(f"---\n{head}\n---\n\nText.\n")


def judge(cover, card):
    best = reference(cover, WIDTH, HEIGHT)[:COMPARED]
    ours = brightness(card)[:COMPARED]
    return ssim(ours, best)


def show_worst(path, cover, card):
    best, ours = reference(cover, WIDTH, HEIGHT)[:COMPARED], brightness(card)[:COMPARED]
    difference = np.clip(128 + 4 * (ours.astype(int) - best.astype(int)), 0, 255).astype(np.uint8)
    Image.fromarray(np.concatenate([ours, best, difference])).save(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path, help="a folder for covers, site and cards")
    parser.add_argument("--program", type=Path, default=Path("target/debug/syndicard"))
    parser.add_argument("--photos", type=Path)
    options = parser.parse_args()
    folder = options.work
    (folder / "covers").mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        if options.photos:
            files = photos(options.photos)
        else:
            files = [folder / "covers" / f"{number:03d}-{KINDS[number % len(KINDS)].__name__}.jpg" for number in range(COUNT)]
            list(pool.map(paint, itertools.count(), files))
            files += photos(SAMPLES)
        covers = {f"{number:03d}": path for number, path in enumerate(files)}
        write_site(folder / "site", covers)
        subprocess.run([options.program.resolve(), "build", folder / "site"], check=True, stdout=subprocess.DEVNULL)
        cards = [folder / "site/public/cards" / f"{name}.jpg" for name in covers]
        likeness = dict(zip(covers, pool.map(judge, covers.values(), cards)))
    for name, value in likeness.items():
        print(f"{name} {value:.4f} {covers[name].name}")
    worst = min(likeness, key=likeness.get)
    mean, least = statistics.fmean(likeness.values()), likeness[worst]
    show_worst(folder / "worst.png", covers[worst], folder / "site/public/cards" / f"{worst}.jpg")
    print(f"SSIM of {len(covers)} covers: mean {mean:.4f} (at least {LEAST_MEAN}), least {least:.4f} of {worst} (at least {LEAST})")
    sys.exit(mean < LEAST_MEAN or least < LEAST)


if __name__ == "__main__":
    main()
