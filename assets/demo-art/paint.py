#!/usr/bin/env python3
"""Paints the cover pictures of the demo site, from nothing but arithmetic.

Every picture is a function that returns linear light as a float array. It is
painted at twice the final size, averaged down, grained, dithered and saved.
All randomness comes from fixed seeds, so the same versions of numpy and Pillow
give the same files.

    python3 paint.py                 paint everything
    python3 paint.py dunes aurora    paint only these
    python3 paint.py --draft         paint at final size, quicker and rougher
"""

import argparse
import math
import pathlib

import numpy as np
from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 1000
OUT = pathlib.Path(__file__).resolve().parent.parent / "demo/public/static/images"

F = np.float32


# --- Colour ------------------------------------------------------------------


def to_linear(srgb):
    srgb = np.asarray(srgb, F)
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4).astype(F)


def to_srgb(linear):
    linear = np.clip(linear, 0, None)
    return np.where(
        linear <= 0.0031308, linear * 12.92, 1.055 * np.power(linear, 1 / 2.4) - 0.055
    ).astype(F)


def ink(code):
    """A hex colour as linear light."""
    return to_linear([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def ramp(t, *stops):
    """Colours along (position, hex) stops.

    The mixing is done on a cube-root scale, which is close to how the eye
    spaces lightness, so that long gradients do not bunch up at one end.
    """
    at = np.array([s[0] for s in stops], F)
    colours = np.cbrt(np.array([ink(s[1]) for s in stops], F))
    mixed = [np.interp(t, at, colours[:, c]) for c in range(3)]
    return (np.stack(mixed, -1) ** 3).astype(F)


def mix(a, b, t):
    t = np.asarray(t, F)
    if t.ndim == 2:
        t = t[..., None]
    return a + (b - a) * t


def smooth(lo, hi, x):
    t = np.clip((np.asarray(x, F) - F(lo)) / F(hi - lo), 0, 1)
    return t * t * (3 - 2 * t)


# --- Noise -------------------------------------------------------------------


def noise(x, y, seed):
    """Gradient noise in about -1..1 at any coordinates."""
    rng = np.random.default_rng(seed)
    perm = rng.permutation(256).astype(np.int32)
    angle = rng.random(256) * 2 * math.pi
    gx, gy = np.cos(angle).astype(F), np.sin(angle).astype(F)

    x, y = np.broadcast_arrays(np.asarray(x, F), np.asarray(y, F))
    fx, fy = np.floor(x), np.floor(y)
    ix, iy = fx.astype(np.int32), fy.astype(np.int32)
    x, y = x - fx, y - fy

    def corner(dx, dy):
        h = perm[(perm[(ix + dx) & 255] + iy + dy) & 255]
        return gx[h] * (x - dx) + gy[h] * (y - dy)

    u = x * x * x * (x * (x * 6 - 15) + 10)
    v = y * y * y * (y * (y * 6 - 15) + 10)
    top = corner(0, 0) * (1 - u) + corner(1, 0) * u
    low = corner(0, 1) * (1 - u) + corner(1, 1) * u
    return ((top * (1 - v) + low * v) * 1.5).astype(F)


def fbm(x, y, seed, octaves=5, gain=0.5):
    total, amount, scale = 0, 1.0, 0.0
    for i in range(octaves):
        # The offset keeps the octaves' lattice points from lining up.
        total = total + amount * noise(x * 2.03**i + 17.3 * i, y * 2.03**i - 9.1 * i, seed + i)
        scale += amount
        amount *= gain
    return total / F(scale)


def blur(field, radius):
    """A Gaussian blur of a float field, with mirrored edges."""
    if radius <= 0:
        return field
    if field.ndim == 3:
        return np.stack([blur(field[..., c], radius) for c in range(field.shape[2])], -1)
    pad = int(min(radius * 3, min(field.shape) - 1))
    wide = np.pad(field, pad, mode="reflect")
    fy = np.fft.fftfreq(wide.shape[0])[:, None]
    fx = np.fft.rfftfreq(wide.shape[1])[None, :]
    kernel = np.exp(-2 * (math.pi * radius) ** 2 * (fx * fx + fy * fy))
    out = np.fft.irfft2(np.fft.rfft2(wide) * kernel, wide.shape)
    return out[pad:-pad, pad:-pad].astype(F)


def shift(field, dy, dx):
    """Moves a field down and right, repeating its edges."""
    h, w = field.shape
    return np.pad(field, ((dy, 0), (dx, 0)), mode="edge")[:h, :w]


# --- Canvas ------------------------------------------------------------------


class Canvas:
    """Pixel centres in units of the picture's height: x in 0..1.6, y in 0..1."""

    def __init__(self, scale):
        self.scale = scale
        self.w, self.h = WIDTH * scale, HEIGHT * scale
        self.x1 = ((np.arange(self.w) + 0.5) / self.h).astype(F)
        self.y1 = ((np.arange(self.h) + 0.5) / self.h).astype(F)

    def grid(self):
        return np.meshgrid(self.x1, self.y1)

    def px(self, length):
        """A length in final pixels, as pixels of this canvas."""
        return length * self.scale

    def drawn(self, draw_shapes, over=2):
        """A coverage mask of shapes drawn by Pillow, itself antialiased."""
        mask = Image.new("L", (self.w * over, self.h * over), 0)
        draw_shapes(ImageDraw.Draw(mask), self.h * over)
        mask = mask.reduce(over)
        return np.asarray(mask, F) / 255


def stars(cv, seed, count, faintest=0.04):
    """Points of light with a realistic spread: many faint, very few bright."""
    rng = np.random.default_rng(seed)
    out = np.zeros((cv.h, cv.w, 3), F)
    x = (rng.random(count) * cv.w).astype(int)
    y = (rng.random(count) * cv.h).astype(int)
    bright = np.minimum(faintest * rng.pareto(1.5, count) + faintest, 2.5)
    cool = rng.random((count, 1)).astype(F)
    tint = ink("#ffd9b8") * (1 - cool) + ink("#c4d8ff") * cool
    np.add.at(out, (y, x), bright[:, None] * tint)
    # A star is a small disc of blur, so its peak has to make up for the spread.
    return blur(out, cv.px(0.55)) * F(cv.scale**2 * 2.2)


def surface_view(cv, height, horizon, eye, lens, near, far, steps):
    """Looks across a height field and says where each pixel meets the ground.

    Every column of the picture is one walk away from the eye. The running
    minimum of the projected heights is the skyline so far, and a pixel belongs
    to the first step whose skyline reaches it.
    """
    z = np.geomspace(near, far, steps).astype(F)[:, None]
    across = ((cv.x1 - F(0.8)) / F(lens))[None, :]
    screen = F(horizon) + F(lens) * (F(eye) - height(across * z, z)) / z
    skyline = np.minimum.accumulate(screen, 0)
    depth = np.full((cv.h, cv.w), np.inf, F)
    for c in range(cv.w):
        i = np.searchsorted(-skyline[:, c], -cv.y1)
        seen = i < steps
        i, y = i[seen], cv.y1[seen]
        j = np.maximum(i - 1, 0)
        a, b = screen[j, c], screen[i, c]
        t = np.where(i > 0, (a - y) / np.maximum(a - b, 1e-6), 0)
        depth[seen, c] = z[j, 0] + (z[i, 0] - z[j, 0]) * np.clip(t, 0, 1)
    hit = np.isfinite(depth)
    # Most of one step back towards the eye: otherwise a crest that falls
    # between two steps is coloured like its dark far side, and looks dotted.
    depth = np.where(hit, depth * F((near / far) ** (0.8 / steps)), far)
    return hit, across * depth, depth


# --- Pictures ----------------------------------------------------------------


def seven_ridges(cv):
    """Ridges at dawn, each paler, bluer and softer than the one before it."""
    x, y = cv.grid()
    sun_x, sun_y = 1.08, 0.40
    sky = ramp(
        y,
        (0.00, "#5f8fb4"),
        (0.16, "#8fb0c4"),
        (0.30, "#d3cfc4"),
        (0.42, "#f7d9b4"),
        (0.60, "#fbd5a6"),
    )
    off = np.hypot((x - sun_x) * 0.8, (y - sun_y) * 1.25)
    sky = sky + ink("#ffc98a") * (0.34 * np.exp(-((off / 0.34) ** 2)))[..., None]
    sky = sky + ink("#fff0d0") * (0.30 * np.exp(-((off / 0.12) ** 2)))[..., None]
    cirrus = fbm(x * 1.6 + y * 2.2, y * 11 - x * 0.7, 40, 6, 0.55)
    veil = smooth(0.02, 0.55, cirrus) * smooth(0.38, 0.08, y)
    picture = mix(sky, sky * 0.55 + ink("#ffe9d2") * 0.52, veil * 0.55)

    ridges = 7
    for k in range(ridges):
        t = k / (ridges - 1)
        base = 0.410 + 0.47 * t**1.2
        amp = 0.070 + 0.085 * t
        freq = 2.3 - 0.9 * t
        # Folding the noise over gives peaks and saddles instead of waves, and
        # the high ground is made rougher than the low ground, as rain makes it.
        u = cv.x1 * F(freq) + F(31.7 * k + 2.2)
        line = 0.75 * noise(u * 0.55, F(7.7 + k), 90 + k) + 0.62 * (1 - 2.2 * np.abs(noise(u, F(k), 100 + k)))
        for o in range(1, 9):
            n = noise(u * 2.07**o, F(3.3 * o + k), 110 + 13 * k + o)
            fold = 0.6 - 1.9 * np.abs(n) if o < 4 else n
            line = line + fold * 0.47**o * np.clip(0.55 + 0.5 * line, 0.25, 1.1)
        line = F(base) - F(amp) * line
        # A broad valley is kept open below the sun.
        line = line + F(0.060 * (0.3 + t)) * np.exp(-(((cv.x1 - F(sun_x)) / F(0.30)) ** 2))
        below = y - line[None, :]
        edge = cv.px(0.9) / cv.h
        mask = np.clip(below / F(edge) + 0.5, 0, 1)
        # Mist and gullies follow the general lie of the ridge. If they followed
        # its every notch, the notches would be drawn down the slope as stripes.
        lie = blur(np.broadcast_to(line, (8, cv.w)), cv.px(26))[0]
        deep = y - lie[None, :]

        air = F(math.exp(-2.35 * t) * 0.92)
        glow = np.exp(-(((x - sun_x) / 0.50) ** 2))
        haze = mix(ink("#98b8cf"), ink("#fbcb9c"), glow * F(0.95 * (1 - t) ** 1.5 + 0.05))
        rock = mix(ink("#0b2c3d"), ink("#285476"), F(1 - t))
        gully = fbm(x * (10 - 3 * t) + deep * 5, deep * 6 - x * 2 + 5 * k, 300 + k, 6, 0.55)
        lit = (1 + 0.75 * gully * (0.3 + 0.7 * t))[..., None]
        body = mix(rock * lit, haze, air)
        rim = np.exp(-np.maximum(below, 0) / 0.010) * glow * (0.25 + 0.75 * t) * (0.6 + 0.8 * gully)
        body = body + ink("#ffb877") * (0.10 * np.clip(rim, 0, 1))[..., None]
        # Mist lies in the valleys, so a ridge's foot goes before its head.
        drift = 0.72 + 0.75 * fbm(x * 1.5 + 7 * k, y * 6.5, 500 + k, 5)
        pool = smooth(0.01, 0.12 + 0.10 * t, deep) * drift * (0.88 - 0.52 * t**2)
        body = mix(body, haze * 1.03, np.clip(pool, 0, 0.94))
        picture = mix(picture, body, mask)

    # Spruces on the nearest slope, drawn last because they are nearest.
    rng = np.random.default_rng(77)
    slope = lambda px: 0.985 - 0.20 * smooth(0.75, -0.1, px) - 0.10 * smooth(1.15, 1.75, px)

    def forest(draw, unit):
        ground = [(px * unit, (slope(px) + 0.012) * unit) for px in np.linspace(-0.05, 1.65, 200)]
        draw.polygon(ground + [(1.65 * unit, 1.1 * unit), (-0.05 * unit, 1.1 * unit)], fill=255)
        for _ in range(420):
            px = rng.uniform(-0.03, 1.63)
            tall = rng.uniform(0.030, 0.062) * (1 + 0.5 * float(smooth(0.5, 0.0, px)))
            if rng.random() < 0.12:
                tall *= 1.5
            foot = float(slope(px)) + rng.uniform(0.0, 0.05) + 0.014
            wide = tall * rng.uniform(0.15, 0.21)
            left, right = [], []
            tiers = 11
            for i in range(tiers):
                f = i / (tiers - 1)
                reach = wide * f**0.85
                at = foot - tall + tall * f
                left += [(px - reach * rng.uniform(0.75, 1.1), at + tall * 0.035), (px - reach * 0.45, at)]
                right += [(px + reach * rng.uniform(0.75, 1.1), at + tall * 0.035), (px + reach * 0.45, at)]
            shape = [(px, foot - tall * 1.03)] + right + left[::-1]
            draw.polygon([(a * unit, b * unit) for a, b in shape], fill=255)

    wood = cv.drawn(forest)
    dark = ramp(y, (0.74, "#1d3a44"), (0.90, "#0d2029"), (1.0, "#081720"))
    return mix(picture, dark, wood)


def night_tide(cv):
    """A calm sea under a high moon. The path of light is a real reflection."""
    x, y = cv.grid()
    horizon, lens, eye = 0.545, 1.35, 2.2
    mx, my = 0.98, 0.205
    moon_dir = np.array([(mx - 0.8) / lens, (horizon - my) / lens, 1.0])
    moon_dir /= np.linalg.norm(moon_dir)

    def sky_colour(up):
        return ramp(
            up, (0.0, "#48708f"), (0.06, "#305878"), (0.2, "#163a5b"), (0.40, "#0a2240"), (0.8, "#050f22")
        )

    sky = sky_colour(np.maximum(horizon - y, 0))
    r = np.hypot(x - mx, y - my)
    sky = sky + ink("#9dbde0") * (0.34 * np.exp(-r / 0.065) + 0.17 * np.exp(-r / 0.17) + 0.07 * np.exp(-r / 0.5))[..., None]
    sky = sky + stars(cv, 5, 900, 0.03) * smooth(0.50, 0.25, y)[..., None]

    # Thin cloud: the moon shows through it and edges it with silver.
    sx, sy = x * 1.7 + 1.2, (y - horizon) * 6.4 + x * 0.5
    wx = fbm(sx * 0.9, sy * 0.9, 61, 4)
    cloud = fbm(sx + 0.9 * wx, sy + 0.7 * wx, 64, 8, 0.58)
    band = 0.26 * np.exp(-(((y - 0.30) / 0.13) ** 2)) - 0.16
    bank = smooth(-0.04, 0.50, cloud + band)
    # Lit from behind: brightest where it is thin, and dark in its thick heart.
    thick = smooth(0.05, 0.62, cloud + band + 0.10 * fbm(sx * 5, sy * 4, 65, 4))
    light = 0.030 + 0.75 * np.exp(-r / 0.10) + 0.22 * np.exp(-r / 0.34)
    thin = bank * (1 - 0.80 * thick)
    sky = sky * (1 - 0.55 * bank)[..., None] + ink("#a9c6e6") * (light * thin * 1.35)[..., None]

    # The moon, with its seas.
    radius = 0.041
    disc = np.clip((radius - r) * cv.h / cv.px(1.6) + 0.5, 0, 1)
    maria = fbm((x - mx) * 26 + 4, (y - my) * 26 + 9, 71, 5, 0.5)
    face = 1.0 - 0.28 * smooth(-0.05, 0.35, maria) + 0.06 * fbm(x * 120, y * 120, 72, 3)
    face = face * (1 - 0.16 * (np.clip(r / radius, 0, 1)) ** 4)
    veil = 1 - 0.30 * bank
    sky = mix(sky, ink("#fff6e4") * (1.22 * face * veil)[..., None], disc)

    # Water. Waves too small to see at a distance become roughness instead,
    # which is what keeps the far sea from sparkling like noise.
    drop = np.maximum(y - horizon, 0.35 / cv.h)
    z = F(eye * lens) / drop
    wx_, wz = (x - 0.8) / lens * z, z
    foot_z = z * z / F(eye * lens) / cv.h
    foot_x = z / F(lens) / cv.h
    rng = np.random.default_rng(9)
    dx = np.zeros_like(x)
    dz = np.zeros_like(x)
    lost = np.full_like(x, 0.00012)
    gust = 0.72 + 0.45 * fbm(wx_ * 0.06, wz * 0.035, 81, 4)
    for i in range(56):
        length = 0.10 * (90 ** (i / 55))
        k = 2 * math.pi / length
        turn = rng.normal(0, 0.62) + 0.25
        kx, kz = k * math.sin(turn), k * math.cos(turn)
        slope = 0.021 * (length / 1.2) ** -0.10
        keep = np.exp(-0.5 * ((kx * foot_x) ** 2 + (kz * foot_z) ** 2) * 0.35)
        phase = kx * wx_ + kz * wz + rng.uniform(0, 2 * math.pi)
        s = np.cos(phase) * keep * slope * gust
        dx += s * (kx / k)
        dz += s * (kz / k)
        lost += 0.5 * (slope * gust) ** 2 * (1 - keep**2) * 0.5
    view = np.stack([(x - 0.8) / lens, -(y - horizon) / lens, np.ones_like(x)], -1)
    view /= np.linalg.norm(view, axis=-1, keepdims=True)
    normal = np.stack([-dx, np.ones_like(x), -dz], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    facing = (view * normal).sum(-1)
    bounce = view - 2 * facing[..., None] * normal
    half = moon_dir - view
    half /= np.linalg.norm(half, axis=-1, keepdims=True)
    # Slope of the facet that would show the moon, against the wave's own.
    hx, hz = -half[..., 0] / half[..., 1], -half[..., 2] / half[..., 1]
    miss = (hx + dx) ** 2 + (hz + dz) ** 2
    spread = lost + 0.0012
    spark = np.exp(-miss / (2 * spread)) / spread
    fresnel = 0.02 + 0.98 * (1 - np.clip(-facing, 0, 1)) ** 5
    up = np.clip(np.abs(bounce[..., 1]), 0, 1) * lens * 0.75
    water = sky_colour(up) * (fresnel * 0.9)[..., None] + ink("#0b2a3c") * 0.42
    near_moon = np.exp(-np.abs(bounce[..., 0] - moon_dir[0]) / 0.30)
    water = water + ink("#7fa6cc") * (fresnel * near_moon * 0.14)[..., None]
    water = water + ink("#fff0d2") * np.minimum(spark * fresnel * 0.0052, 1.8)[..., None]
    # Sea mist hides the join between the water and the sky.
    mist = sky_colour(F(0)) * 0.9 + ink("#9dbde0") * (0.06 * np.exp(-np.abs(x - mx) / 0.3))[..., None]
    water = mix(water, mist, np.exp(-drop / 0.010) * 0.75)
    picture = mix(sky, water, np.clip((y - horizon) * cv.h + 0.5, 0, 1))

    # Two headlands, and a lamp on the nearer one.
    headlands = ((0.74, 0.070, 21, "#16304a", 0.0), (0.46, 0.098, 22, "#0a1b2d", 0.004))
    for reach, tall, seed, tone, low in headlands:
        line = F(tall) * np.clip(1 - cv.x1 / F(reach), 0, 1) ** 0.62
        line = line * (1 + 0.26 * fbm(cv.x1 * 7, F(seed), seed, 7, 0.55)) * smooth(reach, reach - 0.12, cv.x1)
        land = np.clip((y - (horizon + low - line[None, :])) * cv.h / cv.px(0.9) + 0.5, 0, 1)
        land = land * np.clip((horizon + low - y) * cv.h + 0.5, 0, 1)
        shade = ink(tone) * (1 + 0.35 * fbm(x * 22, y * 40, seed + 5, 4))[..., None]
        picture = mix(picture, shade, land * 0.97)
        mirror = smooth(0, 1, 1 - (y - horizon - low) / np.maximum(line[None, :] * 0.8, 1e-4))
        mirror = mirror * (y > horizon + low) * (line[None, :] > 1e-3)
        picture = mix(picture, picture * 0.45, mirror * 0.8)
    lx, ly = 0.318, 0.4815

    def tower(draw, unit):
        shape = ((lx - 0.0042, 0.512), (lx - 0.0026, ly), (lx + 0.0026, ly), (lx + 0.0042, 0.512))
        draw.polygon([(a * unit, b * unit) for a, b in shape], fill=255)

    picture = mix(picture, ink("#0a1b2d"), cv.drawn(tower))
    lamp = np.hypot(x - lx, y - ly)
    lamp_light = 1.9 * np.exp(-((lamp / 0.0035) ** 2)) + 0.13 * np.exp(-lamp / 0.016) + 0.02 * np.exp(-lamp / 0.07)
    picture = picture + ink("#ffc873") * lamp_light[..., None]
    trail = np.exp(-(((x - lx + 6 * dx * drop) / 0.0055) ** 2)) * np.exp(-(y - horizon) / 0.10) * (y > horizon + 0.004)
    picture = picture + ink("#ffb45a") * (0.30 * trail * smooth(-0.02, 0.05, dz + 0.02))[..., None]
    return picture


def dunes(cv):
    """Two faces of sand under a low sun from the left."""

    def shape(x, z):
        warp = 3.4 * noise(x * 0.045 + 3, z * 0.040, 11) + 1.1 * noise(x * 0.11, z * 0.10, 12)
        phase = (x + 0.42 * z + 2.4 * warp + 5.2) / 17
        s = phase - np.floor(phase)
        crest = 0.74
        rise = np.clip(s / crest, 0, 1)
        rise = 0.5 * rise + 0.5 * rise * rise * (3 - 2 * rise)
        fall = np.clip((1 - s) / (1 - crest), 0, 1)
        tall = 2.9 + 1.3 * noise(x * 0.03 + 9, z * 0.035, 13)
        big = tall * np.where(s < crest, rise, fall)
        swell = 1.5 * noise(x * 0.020, z * 0.022 + 4, 15)
        return big + swell + 0.10 * noise(x * 0.35, z * 0.35, 16)

    horizon = 0.34
    hit, x, z = surface_view(cv, shape, horizon, 7.2, 1.5, 2.5, 260.0, 1300 * cv.scale)
    gx, gy = cv.grid()

    step = F(0.03) + z * F(0.0009)
    h = shape(x, z)
    sx = (shape(x + step, z) - h) / step
    sz = (shape(x, z + step) - h) / step

    # Cast shadows: walk towards the sun and ask whether anything is higher.
    sun = np.array([-0.90, 0.27, 0.20])
    sun /= np.linalg.norm(sun)
    rise = F(sun[1] / math.hypot(sun[0], sun[2]))
    ux, uz = sun[0] / math.hypot(sun[0], sun[2]), sun[2] / math.hypot(sun[0], sun[2])
    clear = np.full_like(h, 1.0)
    for d in np.geomspace(0.25, 16, 22).astype(F):
        over = h + d * rise - shape(x + F(ux) * d, z + F(uz) * d)
        clear = np.minimum(clear, smooth(-0.03, 0.03, over / (0.35 + 0.10 * d)))

    # Ripples lie across the wind and only where the wind can reach.
    fork = 0.55 * noise(x * 0.9, z * 0.55, 31) + 0.22 * noise(x * 2.3, z * 1.5, 32)
    wave = 2 * math.pi * (x * 1.0 + 0.30 * z + 0.55 * fork) / 0.30
    fine = smooth(46, 12, z) * smooth(0.10, -0.02, -sx - 0.10) * (0.55 + 0.45 * noise(x * 0.4, z * 0.4, 33))
    sx = sx + 0.13 * fine * (np.cos(wave) + 0.35 * np.cos(2 * wave + 0.6))
    sx = sx + 0.030 * noise(x * 22, z * 22, 34) * smooth(34, 10, z)

    # Small slides streak the steep faces, which would otherwise be flat in shade.
    grit = fbm(x * 1.2 - z * 0.3, h * 0.7 + z * 0.25, 37, 5, 0.6)

    n = np.stack([-sx, np.ones_like(sx), -sz], -1)
    n /= np.linalg.norm(n, axis=-1, keepdims=True)
    direct = np.clip((n * sun).sum(-1), 0, None) * clear
    ambient = 0.5 + 0.5 * n[..., 1]
    bounce = np.clip(n[..., 0], 0, 1)
    sand = ink("#d6a470") * (1 + 0.05 * fbm(x * 0.5, z * 0.5, 36, 4))[..., None]
    lit = sand * (ink("#ffddb0") * 2.25 * direct[..., None])
    shade = sand * (ink("#8d92c8") * 0.60 * (ambient * (1 + 0.10 * grit))[..., None] + ink("#d08a66") * 0.09 * bounce[..., None])
    ground = lit + shade

    sky = ramp(gy, (0.0, "#86a6bd"), (0.13, "#b9c3c0"), (0.25, "#ecd2b0"), (0.36, "#f6cf9f"))
    sky = sky + ink("#ffd9a0") * (0.25 * np.exp(-np.hypot(gx + 0.05, (gy - 0.30) * 1.6) / 0.45))[..., None]
    wisp = fbm(gx * 1.1 + gy * 1.5, gy * 9 - gx * 0.6, 38, 6, 0.55)
    sky = mix(sky, sky * 0.6 + ink("#ffeeda") * 0.46, smooth(0.0, 0.6, wisp) * smooth(0.34, 0.1, gy) * 0.5)
    haze = mix(ink("#e9c4a0"), ink("#f8d9ae"), np.exp(-(gx / 0.8) ** 2))
    ground = mix(ground, haze, 1 - np.exp(-np.maximum(z - 18, 0) / 120))
    return np.where(hit[..., None], ground, sky)


def first_snow(cv):
    """Almost nothing: a fold in the ground, and grasses that prove it is one."""

    def shape(x, z):
        wide = 1.05 * noise(x * 0.075 + 1.3, z * 0.085 + 0.4, 51)
        lip = noise(x * 0.10 + z * 0.05 + 7, z * 0.16, 52)
        # Wind packs a soft lip on one side of each hollow.
        return wide + 0.42 * np.abs(lip) ** 1.3 + 0.05 * noise(x * 0.6, z * 0.9, 53)

    horizon = 0.17
    hit, x, z = surface_view(cv, shape, horizon, 4.6, 1.5, 5.0, 140.0, 700 * cv.scale)
    gx, gy = cv.grid()
    step = F(0.05) + z * F(0.001)
    h = shape(x, z)
    sx = (shape(x + step, z) - h) / step
    sz = (shape(x, z + step) - h) / step
    crust = smooth(40, 8, z)
    sx = sx + 0.030 * crust * fbm(x * 2.6 + z, z * 1.1, 55, 4, 0.6)
    n = np.stack([-sx, np.ones_like(sx), -sz], -1)
    n /= np.linalg.norm(n, axis=-1, keepdims=True)
    sun = np.array([0.78, 0.42, 0.46])
    sun /= np.linalg.norm(sun)
    direct = np.clip((n * sun).sum(-1), 0, None)
    # Snow glows: light that enters it comes out again a little way off.
    soft = np.clip(direct / sun[1], 0, 2)
    tone = smooth(0.35, 1.35, soft)
    ground = ramp(tone, (0.0, "#c3d2e3"), (0.35, "#dde6ef"), (0.65, "#f2f4f5"), (1.0, "#fffdf8"))
    sky = ramp(gy, (0.0, "#e3eaef"), (0.12, "#f0f2f1"), (0.25, "#f8f5ef"))
    ground = mix(ground, ink("#f4f3ef"), 1 - np.exp(-np.maximum(z - 10, 0) / 38))
    picture = np.where(hit[..., None], ground, sky)

    rng = np.random.default_rng(58)
    blades = []
    for root, count in ((1.205, 6), (1.245, 3), (1.150, 3)):
        for _ in range(count):
            foot = root + rng.normal(0, 0.016), 0.770 + rng.normal(0, 0.007)
            blades.append((*foot, rng.uniform(0.07, 0.33), rng.normal(0.040, 0.055)))

    def stroke(draw, unit, rx, ry, tall, lean, wide, flat=None):
        def at(t):
            px = rx + lean * t**2.1 + 0.003 * math.sin(4 * t + rx * 40)
            py = ry - tall * (t - abs(lean) * t**3)
            if flat:
                # A shadow is the same blade laid down along the sun's line.
                return rx + (px - rx) * 0.7 + flat[0] * tall * t, ry + flat[1] * tall * t
            return px, py

        def quad(*points):
            draw.polygon([(a * unit, b * unit) for a, b in points], fill=255)

        for i in range(60):
            (ax, ay), (bx, by) = at(i / 60), at((i + 1) / 60)
            v, w = (wide * (1 - t / 60) ** 0.5 + 0.00035 for t in (i, i + 1))
            quad((ax - v, ay), (ax + v, ay), (bx + w, by), (bx - w, by))
        if tall > 0.20:
            # Seed heads, thinned towards the tip and laid along the stem.
            for i in range(15):
                (ax, ay), (bx, by) = at(0.80 + 0.19 * i / 14), at(0.82 + 0.19 * i / 14)
                size = (0.006 if flat else 0.0115) * (1.1 - 0.55 * i / 14)
                gone = math.hypot(bx - ax, by - ay)
                ux, uy = (bx - ax) / gone, (by - ay) / gone
                hand = 0.24 if i % 2 else -0.24
                tx, ty = ux - uy * hand, uy + ux * hand
                mx, my = ax + tx * size * 0.5, ay + ty * size * 0.5
                fat = size * 0.12
                quad((ax, ay), (mx - ty * fat, my + tx * fat), (ax + tx * size, ay + ty * size), (mx + ty * fat, my - tx * fat))

    cast = cv.drawn(lambda d, u: [stroke(d, u, *b, 0.0012, (-0.95, 0.26)) for b in blades])
    cast = blur(cast, cv.px(1.1))
    picture = mix(picture, picture * ink("#b4c6dc"), cast * 0.75 * smooth(1.02, 0.80, gy))
    grass = cv.drawn(lambda d, u: [stroke(d, u, *b, 0.0010) for b in blades])
    # The snow has drifted a little way up the stems.
    grass = grass * smooth(0.778, 0.758, gy + 0.004 * noise(gx * 60, gy * 8, 59))
    picture = mix(picture, mix(ink("#6b5a45"), ink("#b39467"), smooth(0.8, 0.5, gy)), grass * 0.92)
    return picture


def aurora(cv):
    """Curtains of light over a ridge, and the same again in a still lake."""
    shore = 0.765
    rows = int(shore * cv.h) + 2
    x, y = cv.grid()
    sky = ramp(y, (0.0, "#050d1c"), (0.35, "#0a1d33"), (0.62, "#123648"), (0.76, "#24525a"))

    # A curtain is a folded sheet seen from below. Its lower edge is a curve,
    # and each point of the curve lights the column of air above it. The nearer
    # the sheet, the higher it hangs and the longer its rays.
    margin = int(0.30 * cv.h)
    wide = cv.w + 2 * margin
    glow = {name: np.zeros((rows, wide), F) for name in ("green", "tall", "red")}
    rng = np.random.default_rng(4)
    n = 1_500_000
    sheets = (
        # level, tilt, sway, power, ray length, seed
        (0.455, -0.20, 0.105, 1.00, 1.35, 201),
        (0.565, 0.07, 0.055, 0.62, 0.75, 231),
        (0.655, -0.03, 0.025, 0.40, 0.36, 261),
    )
    for level, tilt, sway, power, reach, seed in sheets:
        along = (-0.4 + 2.4 * rng.random(n)).astype(F)
        fold = 0.110 * noise(along * 2.4, F(0.5), seed) + 0.034 * noise(along * 6.5, F(1.5), seed + 1)
        # The jitter gives the sheet a thickness; a sheet with none would show
        # a hard bright line wherever it turns edge-on.
        px = along + reach * (fold * 1.35 + rng.normal(0, 0.0055, n).astype(F))
        py = level + tilt * (along - 0.8) + sway * 1.5 * noise(along * 1.6 + 0.3, F(2.5), seed + 2)
        py = py + 0.022 * reach * noise(along * 7, F(0.2), seed + 3)
        py = py + reach * 0.010 * np.abs(rng.normal(0, 1, n)).astype(F) - reach * 0.006
        rays = 0.22 + 0.95 * np.abs(noise(along * 26, F(3.5), seed + 4)) + 0.55 * np.abs(noise(along * 80, F(4.5), seed + 5))
        patch = smooth(-0.35, 0.65, noise(along * 1.9 + 2.0, F(5.5), seed + 6) + 0.25)
        weight = power * rays * patch
        tall = smooth(-0.3, 0.7, noise(along * 6, F(6.5), seed + 7))
        ix = np.floor(px * cv.h).astype(int) + margin
        iy = np.floor(py * cv.h).astype(int)
        ok = (ix >= 0) & (ix < wide) & (iy >= 0) & (iy < rows)
        flat = iy[ok] * wide + ix[ok]
        for name, lift, amount in (
            ("green", 0.058, weight),
            ("tall", 0.150, weight * tall),
            ("red", 0.240, weight * (0.3 + tall)),
        ):
            field = np.bincount(flat, amount[ok], rows * wide).reshape(rows, wide).astype(F)
            keep = F(math.exp(-1 / (lift * reach * cv.h)))
            row = np.zeros(wide, F)
            for j in range(rows - 1, -1, -1):
                row = row * keep + field[j]
                glow[name][j] += row
    # Rays follow the field lines, which seem to meet high overhead.
    for name, field in glow.items():
        out = np.zeros((cv.h, cv.w), F)
        source = np.arange(wide, dtype=F)
        for j in range(rows):
            squeeze = 1 + 0.30 * (0.62 - j / cv.h)
            at = margin + cv.w * 0.56 + (np.arange(cv.w) - cv.w * 0.56) * squeeze
            out[j] = np.interp(at, source, field[j])
        glow[name] = out * F(wide / n)
    light = (
        ink("#35ff98") * (0.62 * glow["green"])[..., None]
        + ink("#3fe0b0") * (0.20 * glow["tall"])[..., None]
        + ink("#8f62ff") * (0.105 * glow["red"])[..., None]
        + ink("#ff4f9a") * (0.075 * glow["red"] * smooth(0.42, 0.05, y))[..., None]
    )
    light = light + blur(light, cv.px(22)) * 0.35 + blur(light, cv.px(80)) * 0.28
    # Film saturates; without a shoulder the brightest folds would clip to flat green.
    light = 1 - np.exp(-light * 1.15)
    clear = sky + light
    dome = clear + stars(cv, 15, 2600, 0.035) * smooth(0.70, 0.40, y)[..., None] * (1 - 0.7 * light[..., 1:2])

    def ridge(base, amp, freq, seed, octaves=9):
        line = 0
        for o in range(octaves):
            n = noise(cv.x1 * freq * 2.03**o + 5.1, F(o * 1.7), seed + o)
            line = line + (1 - 2 * np.abs(n) if o < 5 else n) * 0.5**o
        return F(base) - F(amp) * line

    peak = lambda px, tall, wide: F(tall) * np.exp(-np.abs((cv.x1 - F(px)) / F(wide)) ** 1.25)
    far = ridge(0.716, 0.040, 2.4, 401) - peak(1.16, 0.075, 0.17) - peak(0.33, 0.035, 0.20)
    near = ridge(0.756, 0.017, 2.1, 431) - peak(1.66, 0.085, 0.30) - peak(-0.05, 0.060, 0.26)
    wash = blur(light, cv.px(60)).mean(axis=0)[None, :, :]
    for line, tone, snow, seed in ((far, "#122b38", 1.0, 451), (near, "#06121a", 0.0, 461)):
        below = y - line[None, :]
        lie = blur(np.broadcast_to(line, (8, cv.w)), cv.px(14))[0]
        deep = y - lie[None, :]
        mask = np.clip(below * cv.h / cv.px(0.9) + 0.5, 0, 1)
        # Snow keeps to the high ground and leaves the steep ribs bare.
        ribs = 1 - 2 * np.abs(fbm(x * 15 + deep * 8, deep * 13 - x * 3, seed, 6, 0.55) * 1.7)
        # The side that faces the brighter half of the sky is the lighter one.
        tilt = np.clip(np.gradient(blur(ribs, cv.px(1.5)), axis=1) * cv.px(9), -1, 1)
        cap = smooth(0.40, 0.95, ribs + 0.10 - deep * 3.5 + 0.5 * tilt) * snow
        body = ink(tone) * (0.8 + 0.3 * ribs)[..., None] + (ink("#9fc4c8") * 0.24 + wash * 0.42) * (cap * 0.60)[..., None]
        mist = smooth(0.01, 0.085, deep) * 0.55 * snow
        body = mix(body, ink("#1a4650") + wash * 0.20, mist)
        dome = mix(dome, body, mask)
        clear = mix(clear, body, mask)

    # The lake repeats the sky, squeezed, darker and shaken by small waves.
    depth = np.clip(y - shore, 0, None)
    shake = noise(x * 5, 1 / (depth + 0.015) * 0.9, 471) * 0.010 + noise(x * 22, 1 / (depth + 0.01) * 1.3, 472) * 0.004
    src_y = shore - depth * 1.9 - shake * (0.3 + depth * 9) - 0.002
    src_x = x + shake * 0.30
    iy = np.clip((src_y * cv.h).astype(int), 0, cv.h - 1)
    ix = np.clip((src_x * cv.h).astype(int), 0, cv.w - 1)
    # A streak of vertical blur is what rippled water does to a point of light.
    tall = np.cumsum(np.pad(clear, ((1, 0), (0, 0), (0, 0))), axis=0, dtype=np.float64)
    span = np.maximum((cv.h * (0.004 + depth * 0.16)).astype(int), 1)
    top, low = np.clip(iy - span, 0, cv.h - 1), np.clip(iy + span, 1, cv.h)
    mirror = ((tall[low, ix] - tall[top, ix]) / (low - top)[..., None]).astype(F)
    lake = mirror * (0.74 - 0.9 * depth)[..., None] + ink("#04121a") * 0.6
    lake = lake * (1 + 0.10 * noise(x * 3, 1 / (depth + 0.02) * 1.5, 473))[..., None]
    bank = np.exp(-((y - shore) / 0.0022) ** 2) * 0.55
    picture = np.where((y > shore)[..., None], lake, dome)
    return picture * (1 - bank)[..., None]


def cells(x, y, seed, jitter=0.85):
    """Distance to the nearest wall of a Voronoi mosaic, and each cell's number.

    One seed point per unit square, so only the nearby squares can matter.
    """
    rng = np.random.default_rng(seed)
    ox = ((rng.random((256, 256)) - 0.5) * jitter + 0.5).astype(F)
    oy = ((rng.random((256, 256)) - 0.5) * jitter + 0.5).astype(F)
    tone = rng.random((256, 256)).astype(F)
    cx, cy = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    best = np.full(x.shape, 1e9, F)
    bx, by, bt = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
    for j in (-1, 0, 1):
        for i in (-1, 0, 1):
            a, b = (cx + i) & 255, (cy + j) & 255
            px, py = cx + i + ox[a, b] - x, cy + j + oy[a, b] - y
            d = px * px + py * py
            win = d < best
            best = np.where(win, d, best)
            bx, by, bt = np.where(win, px, bx), np.where(win, py, by), np.where(win, tone[a, b], bt)
    wall = np.full(x.shape, 1e9, F)
    for j in (-2, -1, 0, 1, 2):
        for i in (-2, -1, 0, 1, 2):
            if abs(i) == 2 and abs(j) == 2:
                continue
            a, b = (cx + i) & 255, (cy + j) & 255
            px, py = cx + i + ox[a, b] - x, cy + j + oy[a, b] - y
            gx, gy = px - bx, py - by
            gap = np.hypot(gx, gy)
            d = ((bx + px) * gx + (by + py) * gy) / (2 * np.maximum(gap, 1e-5))
            wall = np.where(gap > 1e-4, np.minimum(wall, d), wall)
    return wall.astype(F), bt


def leaf(cv):
    """The underside of a leaf against the light, close enough to see its streets."""
    x, y = cv.grid()
    # Leaf coordinates: u runs along the midrib, v across it.
    turn = math.radians(-24)
    u = (x - 0.62) * math.cos(turn) + (y - 0.60) * math.sin(turn)
    v = -(x - 0.62) * math.sin(turn) + (y - 0.60) * math.cos(turn)
    v = v + 0.055 * u * u - 0.02 * u
    u = u + 0.010 * noise(x * 3, y * 3, 601)
    v = v + 0.006 * noise(x * 4, y * 4, 602)
    side = np.where(v > 0, 1, -1).astype(F)
    a = np.abs(v)

    mid = np.exp(-((a / (0.0105 - 0.003 * u)) ** 2))
    # Side veins leave at an angle, then curve forward towards the tip.
    gap = 0.215
    run = u - 0.62 * a - 0.42 * a * a + 0.06 * side + 0.012 * noise(u * 5 + side * 9, a * 6, 603)
    off = (run / gap - np.round(run / gap)) * gap * 0.84
    width = 0.0056 * np.clip(1 - 0.55 * a, 0.25, 1) + 0.004 * np.exp(-a / 0.03)
    second = np.exp(-((off / width) ** 2))
    near_second = np.exp(-np.abs(off) / 0.020)

    # Cross streets, then lanes, then the smallest courts, each a finer mosaic.
    wx = 0.016 * fbm(x * 9, y * 9, 604, 3)
    wy = 0.016 * fbm(x * 9 + 5, y * 9 + 5, 605, 3)
    cu, cvv = run + wx, a * side + wy
    third, tone3 = cells(cu * 15 + 40, cvv * 24 + 60, 606, 0.80)
    fourth, tone4 = cells(cu * 44 + 40 + wx * 40, cvv * 50 + 90, 607, 0.85)
    fifth, tone5 = cells(cu * 112 + 9 + wy * 60, cvv * 118 + 30, 608, 0.85)
    v3 = np.exp(-((third / 0.050) ** 2))
    v4 = np.exp(-((fourth / 0.085) ** 2))
    v5 = np.exp(-((fifth / 0.13) ** 2))

    vein = np.maximum.reduce([mid, second, 0.80 * v3, 0.52 * v4, 0.26 * v5])
    relief = 1.0 * mid + 0.8 * second + 0.34 * v3 + 0.17 * v4 + 0.06 * v5 + 0.10 * near_second
    relief = relief - 0.10 * np.clip(fourth / 0.5, 0, 1)
    gy_, gx_ = np.gradient(blur(relief.astype(F), cv.px(0.9)))
    slope = F(cv.scale) * 1.0
    shine = np.clip((-gx_ * 0.75 - gy_ * 0.65) * slope * 3.4, -0.7, 0.9)

    # The lamp behind the leaf is up and to the right. Amber where the leaf is thin.
    lamp = np.exp(-np.hypot((x - 1.12) * 0.85, y - 0.30) / 0.62)
    patch = 0.5 + 0.5 * fbm(x * 2.1 + 4, y * 2.1, 610, 4)
    age = np.clip(0.10 + 0.95 * lamp + 0.42 * (patch - 0.5) + 0.10 * (tone3 - 0.5) + 0.10 * (tone4 - 0.5), 0, 1)
    flesh = ramp(
        age,
        (0.0, "#0e2c22"),
        (0.22, "#1d5234"),
        (0.45, "#4f8a35"),
        (0.66, "#a8ad38"),
        (0.85, "#e6b23c"),
        (1.0, "#f7c95a"),
    )
    thick = 0.80 + 0.30 * np.clip(fifth / 0.35, 0, 1) * (0.7 + 0.6 * tone5) * (0.75 + 0.5 * tone4)
    flesh = flesh * (thick * (0.60 + 0.75 * lamp))[..., None]
    sap = ramp(age, (0.0, "#3b6b4a"), (0.45, "#b5c86a"), (0.8, "#fbe7a0"), (1.0, "#fff3c9"))
    picture = mix(flesh, sap * (0.50 + 0.65 * lamp)[..., None], vein * 0.90)
    picture = picture * (1 + shine)[..., None] + ink("#fff1cf") * (np.clip(shine, 0, 1) * 0.10)[..., None]

    # A macro lens holds only a narrow strip in focus.
    strip = np.abs((x - 0.95) * 0.50 + (y - 0.45) * 0.86)
    amount = smooth(0.16, 0.62, strip)
    soft1, soft2 = blur(picture, cv.px(2.2)), blur(picture, cv.px(6))
    picture = mix(picture, soft1, np.clip(amount * 2, 0, 1))
    return mix(picture, soft2, np.clip(amount * 2 - 1, 0, 1))


def paper_valley(cv):
    """Eleven sheets of paper, each cut away where the land is lower."""
    x, y = cv.grid()
    wx = 0.20 * fbm(x * 1.3, y * 1.3, 701, 3)
    wy = 0.20 * fbm(x * 1.3 + 8, y * 1.3 + 3, 702, 3)
    # The river wanders across, and the land rises on both sides of it.
    river = 0.56 + 0.120 * np.sin(3.4 * x + 0.7) + 0.045 * np.sin(7.9 * x + 2.0) + 0.3 * wy
    bank = np.abs(y - river + 0.22 * (x - 0.8))
    # Hills fade out towards the river, so that nothing dams it.
    hills = 0.34 * fbm(x * 1.45 + wx * 2, y * 1.45 + wy * 2, 703, 4, 0.42)
    hills = hills + 0.12 * np.abs(noise(x * 2.2 + wx, y * 2.2, 705)) - 0.05 * (x - 0.8)
    land = 0.72 * (1 - np.exp(-np.maximum(bank - 0.022, 0) / 0.28)) + hills * smooth(0.0, 0.22, bank)
    land = blur(land.astype(F), cv.px(15))
    lo, hi = np.quantile(land, 0.02), np.quantile(land, 0.985)
    land = (land - lo) / (hi - lo)

    sheets = 11
    colours = ramp(
        np.linspace(0, 1, sheets),
        (0.0, "#0c2f36"),
        (0.18, "#14505a"),
        (0.38, "#3d8079"),
        (0.58, "#93b296"),
        (0.76, "#dccfa8"),
        (0.90, "#f0dcbc"),
        (1.0, "#f9eeda"),
    )
    slope = np.hypot(*np.gradient(land))
    slope = np.maximum(slope, 1e-6)
    fibre = blur(np.random.default_rng(710).normal(0, 1, land.shape).astype(F), cv.px(1.1))
    fibre = fibre / fibre.std()
    cloud = fbm(x * 5, y * 5, 711, 4)
    picture = np.broadcast_to(colours[0], (cv.h, cv.w, 3)).copy()
    picture = picture * (1 + 0.012 * fibre)[..., None]
    for i in range(1, sheets):
        level = (i - 0.35) / sheets
        # Distance to the cut in pixels, so every edge is equally sharp.
        mask = np.clip((land - level) / slope / 1.2 + 0.5, 0, 1)
        # Light from the upper left: a tight shadow where the sheets nearly
        # touch and a wide one for the gap below them.
        near = shift(blur(mask, cv.px(3)), cv.px(4), cv.px(3))
        wide = shift(blur(mask, cv.px(13)), cv.px(15), cv.px(11))
        shadow = 0.42 * near + 0.46 * wide
        picture = picture * (1 - shadow * 0.92)[..., None] + ink("#0a2a33") * (shadow * 0.05)[..., None]
        sheet = colours[i] * (1 + 0.016 * fibre + 0.025 * cloud)[..., None]
        lit = np.clip(mask - shift(mask, cv.px(2), cv.px(1)), 0, 1)
        sheet = sheet * (1 + 0.16 * lit)[..., None]
        picture = mix(picture, sheet, mask)
    lamp = 1.08 - 0.26 * smooth(0.2, 1.6, np.hypot(x - 0.35, y - 0.1))
    return picture * lamp[..., None]


# --- Finishing ---------------------------------------------------------------


def finish(cv, picture, seed, grain=0.0045, vignette=0.10):
    """Averages down in linear light, then adds grain and a dither.

    The grain is gentle and slightly blurred, because per-pixel noise is what a
    JPEG spends most of its bytes on. The dither hides the steps in the skies.
    """
    s = cv.scale
    picture = picture.reshape(HEIGHT, s, WIDTH, s, 3).mean((1, 3)).astype(F)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(F)
    r2 = ((x / WIDTH - 0.5) ** 2 + (y / HEIGHT - 0.5) ** 2) * 2
    picture = picture * (1 - F(vignette) * r2**1.3)[..., None]
    rng = np.random.default_rng(seed)
    film = blur(rng.normal(0, 1, (HEIGHT, WIDTH)).astype(F), 0.55)
    film = film / film.std()
    out = to_srgb(picture)
    luma = out.mean(-1)
    # Grain shows most in the middle tones and hardly at all in paper white.
    out = out + (F(grain) * film * (0.35 + 2.6 * luma * (1 - luma)))[..., None]
    dither = rng.random((HEIGHT, WIDTH, 1)) - rng.random((HEIGHT, WIDTH, 1))
    out = np.clip(out * 255 + 0.5 * dither + 0.5, 0, 255).astype(np.uint8)
    return Image.fromarray(out)


def logo():
    """The mark of the notebook: a level line between two tides."""
    size, over = 160, 8
    n = size * over
    ys, xs = np.mgrid[0:n, 0:n].astype(F) / n
    d = np.hypot(xs - 0.5, ys - 0.5)
    disc = np.clip((0.485 - d) * n / over + 0.5, 0, 1)
    body = ramp(ys, (0.0, "#17435a"), (1.0, "#0d2b3d"))
    fade = smooth(0.43, 0.30, np.abs(xs - 0.5))
    marks = ((0.34, 0.052, 0.021, "#8fc0c2"), (0.50, 0.0, 0.024, "#f6e3bd"), (0.66, -0.052, 0.021, "#8fc0c2"))
    for level, swing, thick, tone in marks:
        line = np.abs(ys - level - swing * np.sin((xs - 0.5) * 2 * math.pi / 0.42))
        body = mix(body, ink(tone), np.clip((thick - line) * n / over + 0.5, 0, 1) * fade)
    rgba = np.concatenate([to_srgb(body), disc[..., None]], -1)
    rgba = rgba.reshape(size, over, size, over, 4).mean((1, 3))
    return Image.fromarray((rgba * 255 + 0.5).astype(np.uint8), "RGBA")


# Pale, empty skies get more quality than the rest: at 82 their last few steps
# of colour fall into visible blocks, and they are cheap to keep.
PICTURES = {
    "seven-ridges": (seven_ridges, "jpg", 88, dict(seed=1)),
    "night-tide": (night_tide, "jpg", 82, dict(seed=2)),
    "dunes": (dunes, "jpg", 88, dict(seed=3)),
    "first-snow": (first_snow, "jpg", 91, dict(seed=4, grain=0.007, vignette=0.02)),
    "aurora": (aurora, "jpg", 87, dict(seed=5)),
    "leaf": (leaf, "jpg", 82, dict(seed=6, grain=0.004)),
    "paper-valley": (paper_valley, "webp", 82, dict(seed=7, grain=0.0, vignette=0.06)),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="pictures to paint; all of them if none is named")
    parser.add_argument("--draft", action="store_true", help="paint at final size, quicker and rougher")
    parser.add_argument("--out", type=pathlib.Path, default=OUT, help="folder to write into")
    args = parser.parse_args()
    known = [*PICTURES, "logo"]
    for name in args.names:
        if name not in known:
            parser.error(f"no picture is called {name}; there are: {', '.join(known)}")
    args.out.mkdir(parents=True, exist_ok=True)
    for name in args.names or known:
        if name == "logo":
            path = args.out / "logo.png"
            logo().save(path, optimize=True)
        else:
            paint, kind, quality, look = PICTURES[name]
            cv = Canvas(1 if args.draft else 2)
            image = finish(cv, paint(cv), **look)
            path = args.out / f"{name}.{kind}"
            if kind == "webp":
                image.save(path, quality=quality, method=6)
            else:
                image.save(path, quality=quality, optimize=True, progressive=True)
        print(f"{path.name}  {path.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
