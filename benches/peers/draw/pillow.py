"""Pillow, written with care: `draft` lets libjpeg-turbo decode at a part of the size, the gradient is made once.

    python pillow.py JOB.json OUT PART PARTS
"""

import json
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

job, out = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
part, parts = int(sys.argv[3]), int(sys.argv[4])
size = (job["width"], job["height"])
bold, regular = ImageFont.truetype(job["bold"], 64), ImageFont.truetype(job["regular"], 28)
dark = Image.linear_gradient("L").resize(size).point(lambda level: 13 + level * 191 // 255)
black = Image.new("RGB", size)
slope = Image.linear_gradient("L").rotate(90).resize(size)
ground = Image.composite(Image.new("RGB", size, "#1e293b"), Image.new("RGB", size, "#0f766e"), slope)


def lines(draw, text, width):
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and draw.textlength(longer, font=bold) > width:
            found.append(word)
        else:
            found[-1] = longer
    return found


out.mkdir(parents=True, exist_ok=True)
for post in job["posts"][part::parts]:
    if post["cover"]:
        cover = Image.open(post["cover"])
        cover.draft("RGB", size)
        card = ImageOps.fit(cover.convert("RGB"), size, Image.Resampling.LANCZOS)
        card.paste(black, (0, 0), dark)
    else:
        card = ground.copy()
    draw = ImageDraw.Draw(card)
    title = lines(draw, post["title"], size[0] - 128)
    top = size[1] - 64 - 34 - 28 - 70 * len(title)
    for number, line in enumerate(title):
        draw.text((64, top + 70 * number), line, font=bold, fill="white")
    draw.text((64, size[1] - 64 - 34), job["site"], font=regular, fill="#e6e6e6")
    card.save(out / f"{post['name']}.jpg", quality=job["quality"])
