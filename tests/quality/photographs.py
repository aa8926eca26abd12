"""Pictures with the statistics of photographs, from nothing but seeds and arithmetic.

`photograph(seed, width, height)` paints one of six kinds: hills under a sky, a street of edges and letters, leaves, people before
a blurred ground, a night of lights, fog. Detail goes down to single pixels, corners are darker, and `grained` adds
what a sensor adds. The same versions of numpy and Pillow give the same pixels.
"""

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

F = np.float32
LENS_PX = 0.7


def photograph(seed, width, height):
    """The picture of a seed as floats from 0 to 255, without grain; its kind is the seed's remainder by six."""
    chance = np.random.default_rng(seed)
    picture = KINDS[seed % len(KINDS)](chance, width, height)
    levels = np.clip(picture, 0, 1) * F(255) * corners(width, height)
    return lens(levels)


def grained(picture, seed, strength):
    """A picture as bytes, with grain of so many levels in its brightness and a third of that in its colours."""
    chance = np.random.default_rng([seed, 1])
    height, width = picture.shape[:2]
    bright = soft(chance.standard_normal((height, width), dtype=F))
    coloured = chance.standard_normal((height // 2 + 1, width // 2 + 1, 3), dtype=F) * F(0.33)
    coloured = coloured.repeat(2, 0).repeat(2, 1)[:height, :width]
    return np.clip(picture + F(strength) * (bright[..., None] + coloured), 0, 255).astype(np.uint8)


def grain_for(picture, seed, wanted_bytes, **save):
    """The strength of grain, from 0.5 to 24, at which a JPEG saved so has about so many bytes."""
    tiles, share = sample(picture)
    low, high = 0.5, 24.0
    for _ in range(7):
        middle = (low + high) / 2
        if len(jpeg(grained(tiles, seed, middle), **save)) / share < wanted_bytes:
            low = middle
        else:
            high = middle
    return low


def jpeg(pixels, **save):
    """The bytes of a JPEG."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", **save)
    return file.getvalue()


# --- Kinds ---


def hills(chance, width, height):
    """Ridges, each nearer one rougher and less hazy, under a sky."""
    warm, cold, ground = colours(chance, 3)
    down = np.linspace(0, 1, height, dtype=F)[:, None]
    clouds = fractal(chance, width, height, 3, 6, 0.55)
    picture = mixed(cold * 0.6 + 0.4, warm * 0.4 + 0.6, np.clip(down * 1.4 + clouds * 0.12, 0, 1))
    for ridge in range(4):
        near = (ridge + 1) / 4
        line = 0.35 + 0.16 * ridge + 0.05 * fractal(chance, width, 8, 3 + 2 * ridge, 6, 0.5)[4]
        texture = fractal(chance, width, height, 20, 6, 0.75)
        slope = mixed(cold * 0.5 + 0.3, ground * 0.7, F(near) + 0 * texture) * (1 + F(0.22 * near) * texture)[..., None]
        edge = np.clip((down - line[None, :]) * height / 2, 0, 1)
        picture = picture * (1 - edge[..., None]) + slope * edge[..., None]
    return picture


def street(chance, width, height):
    """Fronts of houses with windows and signs: hard edges in every direction."""
    sky = mixed(*colours(chance, 2), np.linspace(0, 1, height, dtype=F)[:, None] + np.zeros((1, width), F))
    image = Image.fromarray((np.clip(sky * 0.5 + 0.4, 0, 1) * 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    left = -width * 0.05
    while left < width:
        across, top = width * chance.uniform(0.1, 0.26), height * chance.uniform(0.05, 0.5)
        wall = shade(chance, 70, 220)
        slant = height * chance.uniform(-0.05, 0.05)
        draw.polygon([(left, top), (left + across, top + slant), (left + across, height), (left, height)], fill=wall)
        columns, rows = int(chance.integers(3, 8)), int(chance.integers(5, 12))
        for column in range(columns):
            for row in range(rows):
                x, y = left + across * (column + 0.25) / columns, top + slant + (height - top) * (row + 0.4) / rows
                box = [x, y, x + across * 0.5 / columns, y + (height - top) * 0.5 / rows]
                draw.rectangle(box, fill=shade(chance, 10, 110), outline=shade(chance, 120, 250), width=max(1, width // 900))
        letters = "".join(chance.choice(list("ABCDEFGHKLMNOPRSTUVW"), 9))
        font = ImageFont.load_default(size=max(9, across / 7))
        draw.text((left + across * 0.08, height * chance.uniform(0.6, 0.9)), letters, fill=shade(chance, 0, 255), font=font)
        left += across
    for _ in range(12):
        points = [(chance.uniform(0, width), chance.uniform(0, height * 0.6)) for _ in range(2)]
        draw.line(points, fill=shade(chance, 0, 60), width=max(1, width // 1200))
    picture = np.asarray(image.filter(ImageFilter.GaussianBlur(width / 3500)), F) / 255
    plaster = fractal(chance, width, height, 30, 6, 0.9)
    return picture * (1 + F(0.05) * plaster)[..., None]


def leaves(chance, width, height):
    """Thousands of leaves over each other, lit from above."""
    image = Image.new("RGB", (width, height), shade(chance, 10, 60))
    draw = ImageDraw.Draw(image)
    hue = chance.uniform(0.2, 1.0)
    for number in range(3500):
        light = 0.25 + 0.75 * number / 3500
        long = width * chance.uniform(0.008, 0.03)
        x, y, turn = chance.uniform(0, width), chance.uniform(0, height), chance.uniform(0, 2 * np.pi)
        along, across = np.array([np.cos(turn), np.sin(turn)]) * long, np.array([-np.sin(turn), np.cos(turn)]) * long * 0.3
        middle = np.array([x, y])
        outline = [middle - along, middle - along * 0.3 + across, middle + along, middle - along * 0.3 - across]
        green = light * chance.uniform(0.5, 1.0)
        fill = tuple(int(255 * part) for part in (green * hue, green, green * 0.35))
        draw.polygon([tuple(point) for point in outline], fill=fill)
        draw.line([tuple(middle - along), tuple(middle + along)], fill=tuple(part * 3 // 4 for part in fill), width=max(1, width // 1800))
    picture = np.asarray(image.filter(ImageFilter.GaussianBlur(width / 4000)), F) / 255
    shadow = fractal(chance, width, height, 3, 4, 0.5)
    veins = fractal(chance, width, height, 60, 5, 0.9)
    return picture * (0.85 + F(0.2) * shadow + F(0.06) * veins)[..., None]


def people(chance, width, height):
    """Heads and shoulders in the colours of skin and cloth, before a ground out of focus."""
    spots, tint = fractal(chance, width, height, 5, 3, 0.4), fractal(chance, width, height, 3, 2, 0.4)
    picture = mixed(*(colours(chance, 2) * F(0.5) + F(0.2)), np.clip(tint * 0.2 + 0.5, 0, 1)) + F(0.08) * spots[..., None]
    down, across = np.mgrid[0:height, 0:width].astype(F) / F(height)
    skin_texture, hair_texture = fractal(chance, width, height, 40, 6, 0.8), fractal(chance, width, height, 90, 5, 0.95)
    for _ in range(int(chance.integers(1, 4))):
        x, y = chance.uniform(0.2, width / height - 0.2), chance.uniform(0.3, 0.5)
        size = chance.uniform(0.12, 0.2)
        skin = np.array([0.9, 0.68, 0.55], F) * F(chance.uniform(0.35, 1.0))
        parts = [
            (0, 2.9, 1.9, 1.9, colours(chance, 1)[0] * 0.6, hair_texture * F(0.08)),
            (0, -0.12, 1.0, 1.22, np.array([0.2, 0.13, 0.08], F), hair_texture * F(0.35)),
            (0, 0.1, 0.8, 1.05, skin, skin_texture * F(0.03)),
            (-0.3, -0.05, 0.12, 0.06, np.array([0.1, 0.1, 0.12], F), skin_texture * F(0.02)),
            (0.3, -0.05, 0.12, 0.06, np.array([0.1, 0.1, 0.12], F), skin_texture * F(0.02)),
            (0, 0.6, 0.26, 0.06, skin * np.array([0.8, 0.45, 0.45], F), skin_texture * F(0.02)),
        ]
        for right, below, wide, high, colour, texture in parts:
            far = ((across - x - right * size) / (wide * size)) ** 2 + ((down - y - below * size) / (high * size)) ** 2
            inside = np.clip((1 - far) * F(18), 0, 1)[..., None]
            lit = (F(1.12) - F(0.3) * far - F(0.25) * (across - x) / F(size) * F(0.4))[..., None]
            picture = picture * (1 - inside) + (colour * np.clip(lit, 0.3, 1.3) + texture[..., None]) * inside
    return picture


def night(chance, width, height):
    """Points of light with their glow over what is nearly black."""
    dark = fractal(chance, width, height, 4, 7, 0.6)
    picture = mixed(*(colours(chance, 2) * F(0.14)), np.clip(dark * 0.3 + 0.5, 0, 1))
    sharp, glow = Image.new("RGB", (width, height)), Image.new("RGB", (width // 8, height // 8))
    point, halo = ImageDraw.Draw(sharp), ImageDraw.Draw(glow)
    for _ in range(700):
        x, y = chance.uniform(0, width), height * chance.beta(4, 3)
        radius = width * chance.exponential(0.0012) + 0.6
        colour = tuple(int(part) for part in np.clip(np.array([255, 205, 140]) * chance.uniform(0.5, 1.3, 3), 0, 255))
        point.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)
        if chance.random() < 0.3:
            halo.ellipse([(x - radius * 4) / 8, (y - radius * 4) / 8, (x + radius * 4) / 8, (y + radius * 4) / 8], fill=colour)
        if chance.random() < 0.1:
            point.line([x, y, x, y + height * chance.uniform(0.02, 0.1)], fill=tuple(part // 3 for part in colour), width=2)
    soft_glow = glow.filter(ImageFilter.GaussianBlur(width / 8 / 120)).resize((width, height), Image.Resampling.BICUBIC)
    return picture + np.asarray(sharp, F) / 255 + np.asarray(soft_glow, F) / 255 * F(0.5)


def fog(chance, width, height):
    """Slow gradients with a few trees that fade away: where blocks and bands would be seen first."""
    thick = fractal(chance, width, height, 2, 4, 0.5)
    down = np.linspace(0, 1, height, dtype=F)[:, None]
    picture = mixed(*(colours(chance, 2) * F(0.35) + F(0.5)), np.clip(down + thick * 0.12, 0, 1))
    image = Image.new("L", (width, height))
    draw = ImageDraw.Draw(image)
    for _ in range(9):
        foot, x, tall = height * chance.uniform(0.6, 1.0), chance.uniform(0, width), height * chance.uniform(0.2, 0.5)
        ink = int(chance.uniform(30, 170))
        twigs(draw, chance, (x, foot), -np.pi / 2, tall / 3, ink, 7, width / 350)
    trees = np.asarray(image, F)[..., None] / 255
    return picture * (1 - trees * F(0.8))


KINDS = (hills, street, leaves, people, night, fog)


# --- Parts ---


def twigs(draw, chance, foot, turn, long, ink, left, wide):
    """A branch and what grows on it."""
    tip = (foot[0] + long * np.cos(turn), foot[1] + long * np.sin(turn))
    draw.line([foot, tip], fill=ink, width=max(1, round(wide)))
    if left:
        for side in (-1, 1):
            bend = turn + side * chance.uniform(0.15, 0.6)
            twigs(draw, chance, tip, bend, long * chance.uniform(0.6, 0.85), ink, left - 1, wide * 0.66)


def fractal(chance, width, height, cells, octaves, gain):
    """Noise of mean 0 and deviation 1: `cells` across at the coarsest, and of each octave half the wavelength and `gain` of the strength."""
    across, down = cells + 3, max(4, cells * height // width + 3)
    field, strength = chance.standard_normal((down, across), dtype=F), 1.0
    for _ in range(octaves):
        across, down = across * 2, down * 2
        if across > width or down > max(height, 16):
            break
        strength *= gain
        field = enlarged(field, across, down) + F(strength) * chance.standard_normal((down, across), dtype=F)
    field = enlarged(field, width, height)
    return (field - field.mean()) / (field.std() + F(1e-6))


def enlarged(field, width, height):
    return np.asarray(Image.fromarray(field).resize((width, height), Image.Resampling.BICUBIC))


def soft(field):
    """What the mosaic of a sensor makes of noise: neighbours are alike."""
    field = field + np.roll(field, 1, 0)
    return (field + np.roll(field, 1, 1)) / F(2)


def lens(picture):
    """No lens shows an edge within one pixel."""
    image = Image.fromarray(np.clip(picture + F(0.5), 0, 255).astype(np.uint8))
    return np.asarray(image.filter(ImageFilter.GaussianBlur(LENS_PX)), F)


def corners(width, height):
    """A lens's light, which falls off to three quarters in the corners."""
    across, down = np.linspace(-1, 1, width, dtype=F)[None, :], np.linspace(-1, 1, height, dtype=F)[:, None]
    return (1 - F(0.125) * (across * across + down * down))[..., None]


def colours(chance, count):
    return chance.uniform(0.05, 1.0, (count, 3)).astype(F)


def mixed(one, other, share):
    return one * (1 - share[..., None]) + other * share[..., None]


def shade(chance, least, most):
    grey = chance.uniform(least, most)
    return tuple(int(np.clip(grey + tint, 0, 255)) for tint in chance.uniform(-25, 25, 3))


def sample(picture, side=256, count=4):
    """Squares from all over a picture side by side, and the share of it that they are."""
    height, width = picture.shape[:2]
    rows = np.linspace(0, height - side, count).astype(int)
    columns = np.linspace(0, width - side, count).astype(int)
    tiles = np.concatenate(
        [np.concatenate([picture[row : row + side, column : column + side] for column in columns], 1) for row in rows]
    )
    return tiles, tiles.shape[0] * tiles.shape[1] / (width * height)
