"""Makes sure that every program did the work, and lays one card of each beside the others."""

import statistics

import numpy as np
from PIL import Image, ImageDraw, ImageFont

# In levels of 255: how far the pixels of a card are from their mean, and those of two cards from each other.
LEAST_DEVIATION, LEAST_DIFFERENCE = 8, 0.5
# The share of a card that the letters of the shortest title have.
LEAST_INK = 0.008
COLUMNS, GAP, LABEL = 3, 12, 34


class Undone(Exception):
    """Cards that are not what was asked for."""


def check(cards, content, with_title):
    """Says how many bytes a card has on average.

    Every card must be there in its size. Three are looked at: none may be of one colour, two must not be alike, and where a title was to be drawn, one
    must be seen.
    """
    size = (content["width"], content["height"])
    if len(cards) != len(content["posts"]):
        raise Undone(f"{len(cards)} cards of {len(content['posts'])}")
    for card in cards:
        with Image.open(card) as image:
            if image.size != size:
                raise Undone(f"{card.name} has {image.size[0]}×{image.size[1]} pixels")
    looked_at = [cards[0], cards[len(cards) // 2], cards[-1]]
    seen = [np.asarray(Image.open(card).convert("RGB"), np.int16) for card in looked_at]
    for card, pixels in zip(looked_at, seen):
        if pixels.std() < LEAST_DEVIATION:
            raise Undone(f"{card.name} is blank")
        if with_title and not shows_title(pixels):
            raise Undone(f"{card.name} shows no title")
    if len(cards) > 2 and any(np.abs(one - other).mean() < LEAST_DIFFERENCE for one, other in zip(seen, seen[1:])):
        raise Undone("two posts have the same card")
    return statistics.fmean(card.stat().st_size for card in cards)


def shows_title(pixels):
    """Whether there is as much of what is nearly white as letters of a title have; on a light card, of what is nearly black."""
    white = (pixels.min(axis=2) >= 235).mean()
    black = (pixels.max(axis=2) <= 40).mean()
    return white >= LEAST_INK or (pixels.mean() > 128 and black >= LEAST_INK)


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
