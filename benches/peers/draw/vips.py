"""libvips through pyvips: it shrinks while it decodes, and Pango sets the text.

    python vips.py JOB.json OUT PART PARTS
"""

import html
import json
import sys
from pathlib import Path

import pyvips

job, out = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
part, parts = int(sys.argv[3]), int(sys.argv[4])
width, height = job["width"], job["height"]
pyvips.cache_set_max(0)


def gradient(stops, end):
    shape = f'<linearGradient id="g" x2="{end}" y2="1">{stops}</linearGradient><rect width="{width}" height="{height}" fill="url(#g)"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{shape}</svg>'
    return pyvips.Image.svgload_buffer(drawing.encode()).copy_memory()


def line(text, font, file, strength):
    mask = pyvips.Image.text(html.escape(text, quote=False), font=font, fontfile=file, width=width - 128, dpi=72)
    white = mask.new_from_image([255, 255, 255]).copy(interpretation="srgb")
    return white.bandjoin((mask * strength).cast("uchar"))


dark = gradient('<stop stop-opacity=".05"/><stop offset="1" stop-opacity=".8"/>', 0)
ground = gradient('<stop stop-color="#1e293b"/><stop offset="1" stop-color="#0f766e"/>', 1)
out.mkdir(parents=True, exist_ok=True)
for post in job["posts"][part::parts]:
    cover = post["cover"]
    base = pyvips.Image.thumbnail(cover, width, height=height, crop="centre") if cover else ground
    title = line(post["title"], "Inter Bold 64", job["bold"], 1.0)
    site = line(job["site"], "Inter 28", job["regular"], 0.9)
    below = height - 64 - site.height
    layers, across, down = [title, site], [64, 64], [below - 28 - title.height, below]
    if cover:
        layers, across, down = [dark, *layers], [0, *across], [0, *down]
    card = base.composite(layers, ["over"] * len(layers), x=across, y=down).flatten()
    card.jpegsave(str(out / f"{post['name']}.jpg"), Q=job["quality"])
