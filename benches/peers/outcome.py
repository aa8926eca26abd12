"""Makes sure that every program did the work, and lays one card of each beside the others."""

import statistics

import numpy as np
from PIL import Image, ImageDraw, ImageFont

LEAST_DEVIATION = 8
COLUMNS, GAP, LABEL = 3, 12, 34


class Undone(Exception):
    """Cards that are not what was asked for."""


def check(cards, content):
    """Says how many bytes a card has on average.

    Every card must be there in its size. Of three, the pixels must not be of one colour, and no two alike; where there is text, the
    lower part must hold what is nearly white.
    """
    size = (content["width"], content["height"])
    if len(cards) != len(content["posts"]):
        raise Undone(f"{len(cards)} cards of {len(content['posts'])}")
    for card in cards:
        with Image.open(card) as image:
            if image.size != size:
                raise Undone(f"{card.name} has {image.size[0]}×{image.size[1]} pixels")
    seen = []
    for card in (cards[0], cards[len(cards) // 2], cards[-1]):
        pixels = np.asarray(Image.open(card).convert("RGB"), np.int16)
        if pixels.std() < LEAST_DEVIATION:
            raise Undone(f"{card.name} is blank")
        seen.append(pixels)
    if len(cards) > 2 and any(np.abs(one - other).mean() < 0.5 for one, other in ((seen[0], seen[1]), (seen[1], seen[2]))):
        raise Undone("two posts have the same card")
    return statistics.fmean(card.stat().st_size for card in cards)


def has_title(card):
    """Whether something nearly white or, on light grounds, nearly black with sharp edges stands where titles do."""
    lower = np.asarray(Image.open(card).convert("L"), np.int16)[260:520, 64:1136]
    steps = np.abs(np.diff(lower, axis=1))
    return bool((steps > 90).mean() > 0.003)


def sheet(path, cards):
    """A picture of one card of each peer, with its name."""
    width, height = 600, 315
    rows = -(-len(cards) // COLUMNS)
    page = Image.new("RGB", (COLUMNS * (width + GAP) + GAP, rows * (height + LABEL + GAP) + GAP), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=20)
    for number, (name, card) in enumerate(cards.items()):
        left = GAP + number % COLUMNS * (width + GAP)
        top = GAP + number // COLUMNS * (height + LABEL + GAP)
        draw.text((left, top + 4), name, fill="black", font=font)
        page.paste(Image.open(card).convert("RGB").resize((width, height), Image.Resampling.LANCZOS), (left, top + LABEL))
    page.save(path, quality=88)
